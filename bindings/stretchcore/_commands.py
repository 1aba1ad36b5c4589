"""The commands of the command line. Each hands over to the library and shows what comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

import stretchcore as sc
from stretchcore import _coach, _door, _files, _report, _voice
from stretchcore._catalog_command import catalog
from stretchcore._check import check
from stretchcore._history_command import history
from stretchcore._new_command import new
from stretchcore._options import (
    CaptionsOption,
    ColumnOption,
    ExerciseOption,
    FrameRateOption,
    ImageSizeOption,
    LanguageOption,
    MirroredOption,
    OutOption,
    SkeletonOption,
    SourceOption,
    UnitsOption,
    WavOption,
)
from stretchcore._replay_command import replay
from stretchcore._routines_command import routines
from stretchcore._script_command import script
from stretchcore._trial_command import trial
from stretchcore.cli import REFUSED

DEFAULT_EXERCISE = "dynamic-inner-thigh-stretch"
INTERRUPTED = 130  # as a shell reports Ctrl-C


class Commands(TyperGroup):
    """Says what is wrong with the input in one line, instead of a traceback."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            self._refuse(f"{where}{error.strerror or error}")
        except (_files.Refused, sc.Error) as error:
            self._refuse(str(error))

    def _refuse(self, problem: str) -> NoReturn:
        _door.say(f"stretchcore: {problem}", err=True)
        raise typer.Exit(REFUSED) from None


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Guides a person through a stretch: both sides only as far as the one that stops first.",
)


@app.command()
def coach(
    recording: Annotated[Path | None, typer.Argument(help="Says what the coach would have said to it.")] = None,
    exercise: ExerciseOption = DEFAULT_EXERCISE,
    column: ColumnOption = None,
    source: SourceOption = None,
    frame_rate: FrameRateOption = None,
    image_size: ImageSizeOption = None,
    mirrored: MirroredOption = False,
    skeleton: SkeletonOption = None,
    units: UnitsOption = None,
    language: LanguageOption = "en",
    speed: Annotated[
        float | None,
        typer.Option(
            "--speed",
            min=0.0,
            help=f"Times real time, 0: as fast as possible. Not given: {_coach.LIVE_SPEED:g} in a terminal, else 0.",
        ),
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="One line an event, instead of the live view.")] = False,
    seed: Annotated[int, typer.Option("--seed", min=0, max=2**64 - 1, help="Of the built-in person.")] = 1,
    without_sensor: Annotated[
        bool, typer.Option("--without-sensor", help="The built-in person is not seen: by tempo and feel.")
    ] = False,
    symptom: Annotated[
        str | None, typer.Option("--symptom", metavar="WHAT@SECONDS", help="The built-in person feels it then.")
    ] = None,
    speak: Annotated[
        bool, typer.Option("--speak", help="Says the words aloud, in real time; needs espeak-ng.")
    ] = False,
    captions: CaptionsOption = None,
    wav: WavOption = None,
    out: OutOption = None,
) -> None:
    """Guides the built-in person, or says what the coach would have said to a recording.

    Ctrl-C stops the session: the way out is said, the summary printed, and the exit code is 130. Otherwise it is 0
    however the session ended, and 2 for input that cannot be used.
    """
    _voice.check((captions,), wav)
    if out is not None:
        _files.check_pictures()
        _files.check_folder(out)
    if speak and speed is not None and speed != 1.0:
        raise _files.Refused("--speak: a voice has its own time; leave --speed out, or give 1")
    stretch = _files.exercise(exercise)
    options = sc.SessionOptions(language=_files.language_of(stretch, language))
    if recording is None:
        if column or frame_rate or image_size or mirrored or skeleton or units:
            raise _files.Refused(
                "--column, --frame-rate, --image-size, --mirrored, --skeleton and --units are for a recording"
            )
        options = options.replace(source=source or options.source)
        guided = _coach.of_person(stretch, options, seed, without_sensor, symptom)
    else:
        if without_sensor or symptom is not None:
            raise _files.Refused("--without-sensor and --symptom are for the built-in person, not for a recording")
        unsaid = _files.Unsaid(column or (), source, frame_rate, image_size, mirrored, skeleton, units)
        guided = _coach.of_recording(stretch, options, _files.recording(recording, unsaid))
    if _coach.run(guided, _coach.Manner(language, 1.0 if speak else speed, plain, out, speak, captions, wav)):
        raise typer.Exit(INTERRUPTED)


# --- Recordings -----------------------------------------------------------------------------------------------------


def _how_found(recording: sc.Recording, given: sc.Source | None) -> str:
    if given is not None:
        return "given with --source"
    return "assumed; --source says otherwise" if recording.source is None else "found in the file"


@app.command()
def analyse(
    recording: Annotated[Path, typer.Argument(help="A recording: a file, or a folder of IMU or OpenPose files.")],
    exercise: ExerciseOption = DEFAULT_EXERCISE,
    column: ColumnOption = None,
    source: SourceOption = None,
    frame_rate: FrameRateOption = None,
    image_size: ImageSizeOption = None,
    mirrored: MirroredOption = False,
    skeleton: SkeletonOption = None,
    units: UnitsOption = None,
    language: LanguageOption = "en",
    out: OutOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the analysis as JSON.")] = False,
) -> None:
    """Counts, ranges with their errors, which side stops first, and how the rules fared in a recording."""
    if out is not None:
        _files.check_pictures()
        _files.check_folder(out)
    stretch = _files.exercise(exercise)
    _files.language_of(stretch, language)
    rows = _files.recording(
        recording, _files.Unsaid(column or (), source, frame_rate, image_size, mirrored, skeleton, units)
    )
    found = sc.analyse(rows, stretch)
    if out is not None:
        from stretchcore import _plot_recording as plot

        _files.write_folder(
            out,
            {
                "analysis.json": _files.text_writer(found.to_json()),
                "analysis.png": plot.analysis_writer(rows, found, stretch, recording.name, language),
            },
        )
    if as_json:
        _door.say_json(found.to_json())
    else:
        _report.analysis(_door.Console(), found, language, _how_found(rows, source))


@app.command()
def show(
    recording: Annotated[Path, typer.Argument(help="A recording: a file, or a folder of IMU or OpenPose files.")],
    out: Annotated[Path, typer.Option("--out", metavar="PNG", help="The picture to write.")],
    exercise: ExerciseOption = DEFAULT_EXERCISE,
    column: ColumnOption = None,
    source: SourceOption = None,
    frame_rate: FrameRateOption = None,
    image_size: ImageSizeOption = None,
    mirrored: MirroredOption = False,
    skeleton: SkeletonOption = None,
    units: UnitsOption = None,
    language: LanguageOption = "en",
) -> None:
    """Draws the angles of a recording with repetitions, attempts and what was not seen."""
    _files.check_pictures()
    if out.suffix.lower() != ".png":
        raise _files.Refused(f"--out {out}: expected a name that ends in .png")
    _files.check_folder(out.parent)
    stretch = _files.exercise(exercise)
    rows = _files.recording(
        recording, _files.Unsaid(column or (), source, frame_rate, image_size, mirrored, skeleton, units)
    )
    found = sc.analyse(rows, stretch)
    from stretchcore import _plot_recording as plot

    _files.write_folder(out.parent, {out.name: plot.recording_writer(rows, found, stretch, recording.name, language)})
    _door.say(f"{out}: {found.text(language)}")


# --- Exercises ------------------------------------------------------------------------------------------------------


app.command()(catalog)
app.command()(check)
app.command()(history)
app.command()(new)
app.command()(replay)
app.command()(routines)
app.command()(script)
app.command()(trial)


@app.command()
def version() -> None:
    """Says which stretchcore this is."""
    _door.say(f"stretchcore {sc.__version__}")
