"""The command `check`: what is wrong in exercises and rule files, and what their rules say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

import stretchcore as sc
from stretchcore import _door, _files, _problems
from stretchcore._options import (
    ColumnOption,
    FrameRateOption,
    ImageSizeOption,
    MirroredOption,
    OutOption,
    SkeletonOption,
    SourceOption,
    UnitsOption,
)
from stretchcore.cli import REFUSED

AROUND = 90  # letters of a long line on either side of the place


def _width(letter: str) -> int:
    """Columns of a terminal."""
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _shown(letter: str) -> str:
    """Nothing that a terminal would obey."""
    return letter if letter == "\t" or letter.isprintable() else "\N{REPLACEMENT CHARACTER}"


def _excerpt(line: str, column: int) -> str:
    """The line, and a caret under the letter at a place in it."""
    first, last = max(0, column - AROUND), column + AROUND
    before = ("…" if first else "") + "".join(map(_shown, line[first:column]))
    after = "".join(map(_shown, line[column:last])) + ("…" if last < len(line) else "")
    under = "".join("\t" if letter == "\t" else " " * _width(letter) for letter in before)
    return f"  {before}{after}\n  {under}^"


def _message(name: str, text: str, problem: _problems.Problem) -> str:
    """As a compiler says it. Lines and columns are counted from 1, columns in letters."""
    start = text.rfind("\n", 0, problem.place) + 1
    line = text[start:].partition("\n")[0]
    number, column = text.count("\n", 0, problem.place) + 1, problem.place - start
    said = f"{name}:{number}:{column + 1}: {problem.severity}: {problem.message}\n{_excerpt(line, column)}"
    return f"{said}\n  {problem.instead}" if problem.instead else said


def _is_exercise(path: Path, text: str) -> bool:
    suffix = path.suffix.lower()
    return suffix == ".json" or (suffix != ".rules" and text.lstrip()[:1] in ("{", "["))


def _read(path: Path) -> str:
    text = _files.read_text(path).removeprefix("\N{BYTE ORDER MARK}")
    if "\0" in text:
        raise _files.Refused(f"{path}: expected text, but letter {text.index(chr(0))} is a zero byte")
    return text


def _counted(problems: Iterable[_problems.Problem]) -> str:
    kinds = [problem.severity for problem in problems]
    counts = [(kinds.count(kind), str(kind)) for kind in (sc.Severity.error, sc.Severity.warning) if kind in kinds]
    return ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts) or "all well"


def _name_of_picture(path: Path, rule: _problems.Rule, taken: Iterable[str]) -> str:
    name = f"{path.stem}-{re.sub(r'[^a-z0-9]+', '-', rule.name.lower()).strip('-')}"
    number = sum(other == f"{name}.png" or other.startswith(f"{name}.") for other in taken) + 1
    return f"{name}.png" if number == 1 else f"{name}.{number}.png"


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Exercises (.json) and rule files (.rules).")],
    explain: Annotated[bool, typer.Option("--explain", help="Say each rule as an English sentence.")] = False,
    recording: Annotated[
        Path | None, typer.Option("--recording", metavar="FILE", help="Draw how each rule fares in it; needs --out.")
    ] = None,
    column: ColumnOption = None,
    source: SourceOption = None,
    frame_rate: FrameRateOption = None,
    image_size: ImageSizeOption = None,
    mirrored: MirroredOption = False,
    skeleton: SkeletonOption = None,
    units: UnitsOption = None,
    out: OutOption = None,
) -> None:
    """Says all that is wrong or doubtful in exercises and rule files.

    A rule file has one rule a line; # begins a comment. The exit code is 1 for an error in a file, 2 if one cannot be
    read, else 0.
    """
    if (recording is None) != (out is None):
        raise _files.Refused("--recording and --out go together: what to draw, and where to")
    unsaid = _files.Unsaid(column or (), source, frame_rate, image_size, mirrored, skeleton, units)
    if recording is None and unsaid != _files.Unsaid():
        raise _files.Refused(
            "--column, --source, --frame-rate, --image-size, --mirrored, --skeleton and --units are for --recording"
        )
    rows = None
    if recording is not None and out is not None:
        _files.check_pictures()
        _files.check_folder(out)
        rows = _files.recording(recording, unsaid)
    code = 0
    pictures: dict[str, _files.Writer] = {}
    for path in files:
        try:
            text = _read(path)
        except _files.Refused as refused:
            _door.say(f"stretchcore: {refused}", err=True)
            code = REFUSED
            continue
        found = _problems.in_exercise(text) if _is_exercise(path, text) else _problems.in_rules(text)
        for problem in found.problems:
            _door.say(_message(str(path), text, problem))
        _door.say(f"{path}: {_counted(found.problems)}")
        for note in found.notes:
            _door.say(f"  in {note}")
        if any(problem.severity == sc.Severity.error for problem in found.problems):
            code = max(code, 1)
        for rule in found.rules:
            if explain:
                _door.say(f"{rule.name}: {rule.text}\n  {sc.explain(rule.text)}")
            if rows is not None and recording is not None:
                from stretchcore import _plot_rules as plot

                name = _name_of_picture(path, rule, pictures)
                watched = plot.watch(rule.text, rows)
                pictures[name] = plot.rule_writer(rule, watched, rows, recording.name)
                _door.say(f"{name}: {plot.outcome(watched)}")
    if out is not None:
        _files.write_folder(out, pictures)
    if code:
        raise typer.Exit(code)
