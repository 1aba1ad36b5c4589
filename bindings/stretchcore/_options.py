"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import stretchcore as sc

ExerciseOption = Annotated[str, typer.Option("--exercise", metavar="ID|FILE", help="Of the catalog, or a JSON file.")]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="OURS=THEIRS",
        help="What a column of the recording is called there; -theirs turns the sign. Can be given many times.",
    ),
]
SourceOption = Annotated[sc.Source | None, typer.Option("--source", help="What measured it. Decides what is sure.")]
FrameRateOption = Annotated[
    float | None, typer.Option("--frame-rate", metavar="HZ", help="Of a recording that has no times.")
]
ImageSizeOption = Annotated[
    str | None,
    typer.Option("--image-size", metavar="WxH", help="In pixels, for landmarks in fractions of a picture."),
]
MirroredOption = Annotated[bool, typer.Option("--mirrored", help="The picture was a mirror, as selfies are.")]
SkeletonOption = Annotated[
    str | None, typer.Option("--skeleton", metavar="ID", help="Whose landmarks they are, where no name shows it.")
]
UnitsOption = Annotated[
    sc.FileUnits | None, typer.Option("--units", help="Of the recording's numbers, where it does not say.")
]
LanguageOption = Annotated[str, typer.Option("--language", metavar="en|de|es", help="Of the words.")]
OutOption = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Write files there, all or none.")]
CaptionsOption = Annotated[
    Path | None, typer.Option("--captions", metavar="FILE", help="Writes captions there: WebVTT, or SRT for .srt.")
]
WavOption = Annotated[
    Path | None, typer.Option("--wav", metavar="FILE", help="Writes the sound there; needs espeak-ng.")
]
