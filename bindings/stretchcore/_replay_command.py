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

    Everything that went in is in the journal, so the events are the same on every machine, to the last bit.
    """
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
