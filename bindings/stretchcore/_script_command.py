"""``stretchcore script``: a timed guided session for where nothing sees and nothing answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import stretchcore as sc
from stretchcore import _door, _files, _voice
from stretchcore import _phrases as phrases
from stretchcore._options import CaptionsOption, LanguageOption, WavOption


def script(
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE", help="Of the catalog, or a JSON file.")],
    minutes: Annotated[float, typer.Option("--minutes", min=0.5, max=60.0, help="How long it lasts.")] = 5.0,
    language: LanguageOption = "en",
    ssml: Annotated[
        Path | None, typer.Option("--ssml", metavar="FILE", help="Writes it for a speech engine there.")
    ] = None,
    old_ssml: Annotated[bool, typer.Option("--ssml-1.0", help="As SSML 1.0, for engines that know no more.")] = False,
    captions: CaptionsOption = None,
    wav: WavOption = None,
) -> None:
    """Prints what a trainer says, and when, or writes it for an app that plays it as it is."""
    if old_ssml and ssml is None:
        raise _files.Refused("--ssml-1.0: says how --ssml is written; give that, too")
    _voice.check((ssml, captions), wav)
    stretch = _files.exercise(exercise)
    spoken = _files.language_of(stretch, language)
    made = sc.script(stretch, 60 * minutes, spoken)
    for line in made.lines:
        _door.say(f"{phrases.clock(line.start):>7}  {line.text}")
    _door.say(f"{phrases.clock(made.length):>7}")
    version = sc.Ssml.v1_0 if old_ssml else sc.Ssml.v1_1
    if ssml is not None:
        _voice.keep(ssml, _files.text_writer(sc.to_ssml(made.lines, spoken, version).rstrip("\n")))
    if captions is not None:
        _voice.keep(captions, _files.text_writer(_voice.captions_of(captions, made.lines).rstrip("\n")))
    if wav is not None:
        sound = _voice.mixed(made.lines, made.signals, spoken, made.length)
        _voice.keep(wav, lambda path: _voice.write_wav(path, sound))
