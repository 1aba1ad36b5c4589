"""``stretchcore catalog``: lists the exercises, and shows one as a page, a picture, a document or a sheet to review."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Annotated

import typer

import stretchcore as sc
from stretchcore import _door, _files, _page, _sheet
from stretchcore._options import LanguageOption


def _words(option: str, given: Iterable[str], known: Iterable[str]) -> list[str]:
    """What was given, if all of it is known."""
    words, known = list(given), [str(word) for word in known]
    for word in words:
        if word not in known:
            close = difflib.get_close_matches(word, known, 1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}"
            raise _files.Refused(f'{option} "{word}": there is no such word; {hint}')
    return words


def _list(regions: list[str], positions: list[str], language: str) -> None:
    found = [
        one
        for one in sc.catalog().values()
        if (not regions or one.region in regions) and (not positions or one.position in positions)
    ]
    for one in found:
        _door.say(one.id, bold=True)
        _door.say(f"  {sc.in_language(one.name, language)}: {sc.in_language(one.summary, language)}")
    if not found:
        _door.say(f"there is no exercise for {' or '.join(regions)} in the position {' or '.join(positions)}")


def catalog(
    exercise: Annotated[
        str | None, typer.Argument(metavar="[ID|FILE|schema]", help="What to show; all of them if nothing is given.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The exercise as it is written down.")] = False,
    sheet: Annotated[bool, typer.Option("--sheet", help="All its words in order, to read aloud and tick off.")] = False,
    figure: Annotated[bool, typer.Option("--figure", help="Its picture, as SVG.")] = False,
    side: Annotated[
        str | None, typer.Option("--side", metavar="left|right", help="The side that works in the picture.")
    ] = None,
    region: Annotated[
        list[str] | None, typer.Option("--region", help="Only those for it. Can be given many times.")
    ] = None,
    position: Annotated[
        list[str] | None, typer.Option("--position", help="Only those done in it. Can be given many times.")
    ] = None,
    language: LanguageOption = "en",
) -> None:
    """Lists the exercises, shows one as a page, or prints the JSON Schema that exercises follow."""
    regions = _words("--region", region or (), sc.Region)
    positions = _words("--position", position or (), sc.Position)
    if as_json + sheet + figure > 1:
        raise _files.Refused("--json, --sheet and --figure each print something else; give one of them")
    if side is not None and not figure:
        raise _files.Refused("--side: says which side works in a picture; give --figure, too")
    if exercise is None or exercise == "schema":
        if as_json + sheet + figure and exercise is None:
            raise _files.Refused("--json, --sheet and --figure are for one exercise; say which")
        if exercise is None:
            _list(regions, positions, language)
        else:
            _door.say_json(sc.exercise_schema())
        return
    if regions or positions:
        raise _files.Refused("--region and --position are for the list; leave the exercise out")
    stretch = _files.exercise(exercise)
    if as_json:
        _door.say_json(stretch.to_json())
        return
    spoken = _files.language_of(stretch, language)
    if figure:
        _door.say(sc.figure(stretch, side, spoken))
    else:
        _door.say(_sheet.sheet(stretch, spoken) if sheet else _page.page(stretch, spoken))
