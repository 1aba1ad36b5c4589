"""``stretchcore trial`` where something goes wrong: one kind of it, or all the rows of docs/evidence/field.md."""

from __future__ import annotations

import time
from dataclasses import replace

from stretchcore import _door, _field, _field_table, _files, _trial
from stretchcore._trial_table import bar, print_rows

SOURCES = ("optical_markers", "phone_camera")  # without an error to speak of, and a single camera
NOISE = 2.0  # from one opening to the next [°]

Row = dict[str, str]


def _tell(what: str, promised: list[Row], went: list[Row], markdown: bool) -> None:
    _door.say(f"{what} Shares in %, with 95 % intervals.\n")
    _door.say("What is promised to people who follow, and what came of it:\n")
    print_rows(promised, markdown, wrap=True)
    _door.say("\nHow it went:\n")
    print_rows(went, markdown, wrap=True)


def _check(condition: _trial.Condition, method: _trial.Method, seed: int, field: _field.Field) -> None:
    try:
        _trial.people(condition, method, 1, seed, field)
    except (ValueError, KeyError) as problem:
        raise _files.Refused(f"{field}: {problem.args[0]}") from None


def one(
    field: _field.Field,
    conditions: list[_trial.Condition],
    method: _trial.Method,
    people: int,
    seed: int,
    markdown: bool,
) -> None:
    """People who are alike in what goes wrong, at each noise and change that is asked for."""
    for condition in conditions:
        _check(condition, method, seed, field)
    promised, went = [], []
    began = time.monotonic()
    with bar(people * len(conditions)) as shown:
        for condition in conditions:
            table = _trial.run(condition, method, people, seed, lambda n: shown.advance(shown.task_ids[0], n), field)
            who = _trial.who(condition)
            verdict = {"": _field_table.verdict(condition.difference, method.source, table)}
            promised.append(who | _field_table.promised(condition.difference, table) | verdict)
            went.append(who | _field_table.went(table))
    source = method.source or "a sensor without an error"
    _tell(f"{people} people in each row, {field}; {source}, {method.precision} measuring.", promised, went, markdown)
    _door.say(f"\n{people * len(conditions)} sessions in {time.monotonic() - began:.0f} s")


def _can(source: str, kind: _field.Kind) -> bool:
    """Markers have their names, and what is worn stays where it is: only cameras take one leg for the other."""
    return not kind.exchanges or "camera" in source


def page(method: _trial.Method, people: int, seed: int, markdown: bool) -> None:
    """All the rows, for a precise sensor and for a single camera, or for the one that is asked for."""
    sources = (method.source,) if method.source is not None else SOURCES
    rows = [(kind, source) for kind in _field.kinds() for source in sources if _can(source, kind)]
    promised, went, broken = [], [], []
    began = time.monotonic()
    with bar(people * len(rows)) as shown:
        for kind, source in rows:
            condition = _trial.Condition(NOISE, 0.0, 0.0, kind.difference)
            seen = replace(method, source=source)
            table = _trial.run(condition, seen, people, seed, lambda n: shown.advance(shown.task_ids[0], n), kind.field)
            who = {"what goes wrong": kind.name, "sensor": str(source).replace("_", " ")}
            verdict = _field_table.verdict(kind.difference, source, table)
            if verdict.startswith("does not hold"):
                broken.append((kind, who, verdict))
            told = verdict if kind.follows else f"not promised; {verdict}"
            promised.append(who | _field_table.promised(kind.difference, table) | {"promise": told})
            went.append(who | _field_table.went(table))
    _tell(
        f"{people} people in each row, noise {NOISE:g}°, no gain, {method.precision} measuring, "
        f"at most {method.blocks} blocks.",
        promised,
        went,
        markdown,
    )
    _summing_up(broken, len(rows))
    _door.say("\nWhat each row is made with, as `stretchcore trial` takes it:\n")
    for kind in _field.kinds():
        apart = f" --difference {kind.difference:g}" if kind.difference else ""
        _door.say(f"- {kind.name}: `{kind.field}{apart}`")
    _door.say(f"\n{people * len(rows)} sessions in {time.monotonic() - began:.0f} s")


def _summing_up(broken: list[tuple[_field.Kind, Row, str]], of: int) -> None:
    """What does not hold, in sentences made of the figures."""
    promised = [(who, verdict) for kind, who, verdict in broken if kind.follows]
    others = [(who, verdict) for kind, who, verdict in broken if not kind.follows]
    _door.say(f"\nOf {of} rows {len(promised)} break a promise made to people who follow.")
    for who, verdict in promised:
        _door.say(f"- {who['what goes wrong']} ({who['sensor']}): {verdict.removeprefix('does not hold: ')}")
    if others:
        _door.say("\nTo people who go further than they are told nothing is promised, and with them it would not hold:")
        for who, verdict in others:
            _door.say(f"- {who['what goes wrong']} ({who['sensor']}): {verdict.removeprefix('does not hold: ')}")
