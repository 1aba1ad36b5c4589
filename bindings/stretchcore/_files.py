"""What the command line reads and writes. Whatever is wrong with it ends in one sentence."""

from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

import stretchcore as sc
from stretchcore import _progress


class Refused(Exception):
    """What was asked for cannot be done; the message is for the person at the keyboard."""


LONGEST_TEXT = 64 * 1024 * 1024  # [bytes] as of a record: no exercise and no list of rules comes near


def read_text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST_TEXT + 1)
        if len(content) > LONGEST_TEXT:
            raise Refused(f"{path}: is longer than {LONGEST_TEXT} bytes")
        return content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise Refused(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError as error:
        raise Refused(f"{path}: expected UTF-8 text, but byte {error.start} is none") from None


Written = TypeVar("Written")


def _named(name: str, read: Callable[[str], Written], built_in: Mapping[str, Written]) -> Written:
    path = Path(name)
    if path.suffix.lower() == ".json" or len(path.parts) > 1 or path.is_file():
        try:
            return read(read_text(path))
        except sc.Error as error:
            raise Refused(f"{path}: {error}") from None
    try:
        return built_in[name]
    except KeyError as error:
        raise Refused(f"{error.args[0]}; or give a file (.json)") from None


def exercise(name: str) -> sc.Exercise:
    """An exercise of the catalog by its id, or one from a JSON file."""
    return _named(name, sc.Exercise.from_json, sc.catalog())


def routine(name: str) -> sc.Routine:
    """A built-in routine by its id, or one from a JSON file."""
    return _named(name, sc.Routine.from_json, sc.routines())


def columns(pairs: Iterable[str]) -> dict[str, str]:
    """``ours=theirs`` as a mapping; which of the two is ours is for the library to find out."""
    mapping: dict[str, str] = {}
    for pair in pairs:
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not (ours and equals and theirs):
            raise Refused(f'--column "{pair}": expected ours=theirs, such as hip_abduction_left=hip_abd_L')
        if mapping.setdefault(ours, theirs) != theirs:
            raise Refused(f"--column {ours} is given twice, as {mapping[ours]} and as {theirs}")
    return mapping


class Unsaid(NamedTuple):
    """What a recording does not say itself."""

    columns: Iterable[str] = ()
    source: sc.Source | None = None
    frame_rate: float | None = None
    image_size: str | None = None
    mirrored: bool = False
    skeleton: str | None = None
    units: sc.FileUnits | None = None


def image_size(text: str | None) -> tuple[int, int] | None:
    """``1280x720`` as two numbers."""
    if text is None:
        return None
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise Refused(f'--image-size "{text}": expected width and height in pixels, such as 1280x720')
    return int(width), int(height)


def recording(path: Path, unsaid: Unsaid) -> sc.Recording:
    if not path.exists():
        raise Refused(f"{path}: no such file")
    named, size = columns(unsaid.columns), image_size(unsaid.image_size)
    with _progress.reading(path.name) as progress:
        rows = sc.read_recording(
            path,
            columns=named,
            source=unsaid.source,
            frame_rate=unsaid.frame_rate,
            image_size=size,
            mirrored=unsaid.mirrored,
            skeleton=unsaid.skeleton,
            units=unsaid.units,
            progress=progress,
        )
    if not len(rows):
        raise Refused(f"{path}: expected rows of angles below the header, found none")
    return rows


def language_of(exercise: sc.Exercise, language: str) -> str:
    """The language, if the exercise speaks it."""
    spoken = sorted({tag.partition("-")[0] for tag in exercise.name})
    if language.partition("-")[0] not in spoken:
        raise Refused(f'--language "{language}": {exercise.id} speaks {", ".join(spoken)}')
    return language


def check_pictures() -> None:
    """Refuses before any work is done, where nothing can draw."""
    if importlib.util.find_spec("matplotlib") is None:
        raise Refused("pictures need matplotlib, which is not installed: pip install 'stretchcore[plot]'")


# --- Writing: everything or nothing ---------------------------------------------------------------------------------

Writer = Callable[[Path], None]


def _ancestor(path: Path) -> Path:
    return next(folder for folder in (path, *path.parents) if folder.exists())


def check_folder(folder: Path) -> None:
    """Refuses a folder that cannot be written, before any work is done for it."""
    there = _ancestor(folder.absolute())
    if not there.is_dir():
        raise Refused(f"--out {folder}: {there} is not a folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise Refused(f"--out {folder}: {there} cannot be written")


def write_folder(folder: Path, files: Mapping[str, Writer]) -> None:
    """Writes files into a folder, made if need be. They appear when all are complete; a failure leaves nothing."""
    check_folder(folder)
    aside = Path(tempfile.mkdtemp(prefix=".stretchcore-", dir=_ancestor(folder.absolute())))
    try:
        for name, write in files.items():
            write(aside / name)
        folder.mkdir(parents=True, exist_ok=True)
        for name in files:
            os.replace(aside / name, folder / name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def text_writer(text: str) -> Writer:
    def write(path: Path) -> None:
        path.write_text(text + "\n", encoding="utf-8")

    return write
