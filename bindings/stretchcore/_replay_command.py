"""``stretchcore replay``: a session, played again from its journal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import stretchcore as sc
from stretchcore import _door, _report
from stretchcore import _phrases as phrases


def replay(
    journal: Annotated[Path, typer.Argument(metavar="FILE", help="The journal of a session.")],
    recovery: Annotated[
        sc.Recovery, typer.Option("--recovery", help="What to do if it does not end as it should.")
    ] = sc.Recovery.tail,
    as_json: Annotated[bool, typer.Option("--json", help="Each event as a document, one a line.")] = False,
) -> None:
    """Prints the events of a session again, after checking that they are what was told, and how it ended.

    Everything that went in is in the journal, so the events are the same on every machine, to the last bit. A journal
    that another engine wrote is not played: its events and its latest summary are shown as they were written.
    """
    if recovery is not sc.Recovery.salvage and not (told := sc.recorded(journal, recovery)).can_be_replayed:
        as_recorded(journal, told, as_json)
        return
    played = sc.replay(journal, recovery)
    exercise = played.session.exercise
    for event in played.events:
        if as_json:
            _door.say_json(event.to_json(-1))
        else:
            _door.say(phrases.log_line(event, exercise))
    for start, end in played.lost:
        _door.say(f"stretchcore: {journal}: bytes {start} to {end} could not be read", err=True)
    if as_json:
        return
    _report.summary(_door.Console(), played.summary, exercise, played.session.options.language)
    _door.say(f"\n{played.inputs} inputs, {'closed' if played.closed else 'not closed: it can be resumed'}")


def as_recorded(journal: Path, told: sc.Recorded, as_json: bool) -> None:
    """A journal that this engine does not play."""
    by = told.made_by
    _door.say(
        f"stretchcore: {journal}: engine {by.engine} wrote this, with its phrases in {by.language or 'no language'}; "
        "it is shown as it was recorded, and was not checked",
        err=True,
    )
    for event in told.events if as_json else ():
        _door.say_json(event.to_json(-1))
    for start, end in told.lost:
        _door.say(f"stretchcore: {journal}: bytes {start} to {end} could not be read", err=True)
    if as_json:
        return
    if told.summary is None:
        _door.say("No summary was written before it ended.")
    else:
        _door.say(told.summary.text(by.language or "en"))
    _door.say(f"\n{told.inputs} inputs, {'closed' if told.closed else 'not closed'}")
