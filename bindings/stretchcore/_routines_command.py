"""``stretchcore routines``: lists the routines, and shows one as it would be done with some minutes in some places."""

from __future__ import annotations

from typing import Annotated

import typer

import stretchcore as sc
from stretchcore import _door, _files
from stretchcore._options import LanguageOption
from stretchcore.cli import REFUSED

DONE: dict[sc.FittedBy, str] = {
    sc.FittedBy.dropped: "left out",
    sc.FittedBy.substituted: "replaced",
    sc.FittedBy.shortened: "made shorter",
    sc.FittedBy.rest_cut: "without the rest after it",
    sc.FittedBy.unmeasured: "not measured again at the end",
    sc.FittedBy.moved: "moved to its position",
}
BECAUSE: dict[sc.FittedFor, str] = {
    sc.FittedFor.minutes: "there are too few minutes",
    sc.FittedFor.condition: "of a condition",
    sc.FittedFor.limit: "it goes further than a joint may",
    sc.FittedFor.place: "there is no place for its position",
    sc.FittedFor.prop: "something is not at hand",
    sc.FittedFor.declined: "what would replace it is not wanted",
    sc.FittedFor.order: "the slots around it changed",
}


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def _list(language: str) -> None:
    for one in sc.routines().values():
        _door.say(one.id, bold=True)
        words = f"{sc.in_language(one.name, language)}: {sc.in_language(one.summary, language)}"
        _door.say(f"  {words} About {one.minutes} min.")


def _show(fitted: sc.Fitted, language: str) -> None:
    _door.say(f"{sc.in_language(fitted.name, language)}, {_clock(fitted.seconds)}", bold=True)
    for number, slot in enumerate(fitted.slots, 1):
        name = sc.in_language(slot.exercise.name, language)
        rest = f", then {slot.slot.rest:.0f} s of quiet" if slot.slot.rest else ""
        focus = ", measured" if slot.slot.focus else ""
        _door.say(f"  {number:2}  {_clock(slot.seconds):>5}  {name} ({slot.exercise.position}){focus}{rest}")
    for change in fitted.changes:
        detail = f" ({change.detail})" if change.detail else ""
        asked = "; the person is asked first" if change.consent == sc.Consent.ask else ""
        _door.say(f"  {change.slot}: {DONE[change.by]}, because {BECAUSE[change.why]}{detail}{asked}")
    if fitted.too_long:
        _door.say("  It takes longer than there is time for, and no more may be taken away.")
    if fitted.much_shorter:
        _door.say("  Much of it is gone: a shorter routine would fit better.")
    if not fitted.slots:
        _door.say(f"  What can be done instead: {', '.join(fitted.instead) or 'nothing today'}")


def routines(
    routine: Annotated[
        str | None, typer.Argument(metavar="[ID|FILE|schema]", help="What to show; all of them if nothing is given.")
    ] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", metavar="N", help="How many there are.")] = None,
    place: Annotated[
        list[str] | None,
        typer.Option("--place", metavar="chair|floor|wall|bed|field", help="What is there. Can be given many times."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The routine as it is written down.")] = False,
    language: LanguageOption = "en",
) -> None:
    """Lists the routines, shows one slot by slot, or prints the JSON Schema that routines follow."""
    if routine is None or routine == "schema":
        if as_json or minutes is not None or place:
            raise _files.Refused("--json, --minutes and --place are for one routine; say which")
        if routine is None:
            _list(language)
        else:
            _door.say_json(sc.routine_schema())
        return
    plan = _files.routine(routine)
    if as_json:
        _door.say_json(plan.to_json())
        return
    found = sc.check(plan)
    for one in found:
        _door.say(f"{plan.id}: {one.severity}: {one.path}: {one.message}")
    if any(one.severity == sc.Severity.error for one in found):
        raise typer.Exit(REFUSED)
    options = sc.SessionOptions(language=language, sensor="none")
    try:
        fitted = sc.fit(plan, minutes=minutes, places=place or (), options=options)
    except (sc.Error, ValueError) as error:
        raise _files.Refused(f"{plan.id}: {error}") from None
    _show(fitted, language)
