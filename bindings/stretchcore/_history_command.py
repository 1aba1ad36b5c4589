"""``stretchcore history``: what somebody's sessions say together."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

import stretchcore as sc
from stretchcore import _door, _files, _report

DAY = 24 * 3600.0


def _person(history: sc.History, file: Path, asked: str | None) -> str:
    """The one that is asked for; of a single one it need not be."""
    persons = history.persons()
    if not persons:
        raise _files.Refused(f"{file}: there is no session in this history")
    if asked is not None and asked not in persons:
        raise _files.Refused(f"--person {asked}: is not in {file}")
    if asked is None and len(persons) > 1:
        _door.say("\n".join(persons))
        raise _files.Refused(f"{file}: {len(persons)} persons are in this history: choose one with --person")
    return persons[0] if asked is None else asked


def _exercise(sessions: Sequence[sc.PastSession], asked: str | None) -> str:
    """The one that is asked for, else that of the latest session."""
    exercises = [session.summary.exercise for session in sessions]
    if asked is not None and asked not in exercises:
        raise _files.Refused(f"--exercise {asked}: expected one of {', '.join(sorted(set(exercises)))}")
    return exercises[-1] if asked is None else asked


def day(at: float) -> datetime:
    return datetime.fromtimestamp(at)


def history(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A history, as History(FILE) makes it.")],
    person: Annotated[
        str | None, typer.Option("--person", metavar="KEY", help="Whose sessions; not needed where there is one.")
    ] = None,
    exercise: Annotated[
        str | None, typer.Option("--exercise", metavar="ID", help="Not given: the exercise of the latest session.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="All sessions of the person as documents, one a line: an export.")
    ] = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="PNG", help="Draws it, too.")] = None,
    erase: Annotated[
        str | None, typer.Option("--erase", metavar="KEY", help="Instead: removes all of this person, for good.")
    ] = None,
) -> None:
    """Shows somebody's sessions of an exercise as a table: ranges with their errors, what changed, how regularly."""
    if erase is not None and (person, exercise, out, as_json) != (None, None, None, False):
        raise _files.Refused("--erase: goes with no other option")
    if as_json and exercise is not None:
        raise _files.Refused("--json: is of all exercises; leave --exercise out")
    if out is not None:
        _files.check_pictures()
        if out.suffix.lower() != ".png":
            raise _files.Refused(f"--out {out}: expected a name that ends in .png")
        _files.check_folder(out.parent)
    with sc.History(file, create=False) as kept:
        if erase is not None:
            count = kept.erase(erase)
            _door.say(f"{count} {'session' if count == 1 else 'sessions'} erased")
            return
        who = _person(kept, file, person)
        sessions = kept.sessions(who)
        which = _exercise(sessions, exercise)
        progress = kept.progress(who, which)
        of_it = [session for session in sessions if session.summary.exercise == which]
        # From the day of the first to now; a clock that was ahead then does not hide what it stamped.
        first = of_it[0].at
        adherence = kept.adherence(who, first, max(time.time(), of_it[-1].at + 1.0, first + 7 * DAY), which)
        lines = kept.export_json(who) if as_json else ""
    if out is not None:
        from stretchcore import _plot_history as plot

        _files.write_folder(out.parent, {out.name: plot.writer(progress)})
    if as_json:
        _door.say_json(lines, end="")
        return
    _report.history(_door.Console(), of_it, progress, adherence)
