"""An exercise as a page to read."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator

import stretchcore as sc
from stretchcore import _phrases as phrases

INDENT = "  "


def movement(movement: sc.Movement) -> str:
    match movement.effort:
        case sc.Repeat(out=out, back=back):
            effort = f"out {out:g} s, back {back:g} s"
        case sc.Hold(duration=duration, holds_each_side=holds):
            effort = f"hold {duration:g} s, {holds} each side"
        case sc.ContractRelax(contract=contract, hold=hold, holds_each_side=holds):
            effort = f"press {contract:g} s, hold {hold:g} s, {holds} each side"
    return f"{phrases.plain(movement.motion or 'by feel')}, {phrases.plain(movement.sides)}: {effort}"


def how_much(dose: sc.Dose) -> str:
    return (
        f"blocks of {dose.per_block}, at most {dose.most_blocks}; never more than {dose.cap_repetitions} repetitions, "
        f"{dose.cap_moving / 60:g} min moving, {dose.cap_in_position / 60:g} min in position"
    )


def _caution(one: sc.Contraindication, language: str) -> str:
    """A condition with how it bears on the exercise, and the numbers that follow from it."""
    changes = [str(one.caution)]
    if one.most_of_easy < 1:
        changes.append(f"{one.most_of_easy:.0%} of easy")
    if one.goal is not None:
        changes.append(phrases.plain(one.goal))
    instead = sc.in_language(one.instead, language)
    return f"{sc.in_language(one.text, language)} ({', '.join(changes)}){': ' + instead if instead else ''}"


def _sections(exercise: sc.Exercise, language: str) -> Iterator[tuple[str, list[str]]]:
    def say(text: dict[str, str]) -> str:
        return sc.in_language(text, language)

    yield "Position", [say(exercise.setup.position)]
    yield (
        "At hand",
        [f"{say(prop.name)}{' (optional)' if prop.optional else ''}: {say(prop.why)}" for prop in exercise.setup.props],
    )
    yield "Movement", [movement(exercise.movement)]
    yield (
        "Keeps quiet",
        [
            f"{say(guard.words) or phrases.plain(guard.motion)} (within {guard.tolerance:g}°)"
            for guard in exercise.guards
        ],
    )
    yield "How much", [how_much(exercise.dose), say(exercise.dose.frequency)]
    yield "Breathing", [say(exercise.breathing)]
    yield (
        "Stop at once for",
        [
            f"{say(stop.name)} ({'rest' if stop.response == sc.Response.pause else stop.urgency}): {say(stop.advice)}"
            for stop in sc.heard_symptoms(exercise)
        ],
    )
    yield (
        "Ask before",
        [
            _caution(one, language)
            for one in sc.with_conditions(exercise).contraindications
            if one.caution != sc.Caution.fine
        ],
    )
    yield (
        "Thought of, and fine",
        [say(one.text) for one in sc.with_conditions(exercise).contraindications if one.caution == sc.Caution.fine],
    )
    yield (
        "Easier, and harder",
        [
            f"{word}: {', '.join(ids)}"
            for word, ids in [("easier", exercise.easier), ("harder", exercise.harder)]
            if ids
        ],
    )
    yield (
        "Rules",
        [
            f"{rule.id}: {rule.when} → {rule.response}" + (f", “{say(rule.words)}”" if rule.words else "")
            for rule in exercise.rules
        ],
    )
    yield (
        "What the lesson says it is good for",
        [f"{say(benefit.text)} ({benefit.support})" for benefit in exercise.benefits],
    )
    yield "Where it comes from", [f"{one.statement} ({one.support}; {one.source})" for one in exercise.evidence]


def page(exercise: sc.Exercise, language: str) -> str:
    width = min(shutil.get_terminal_size().columns, 100)

    def wrapped(text: str, first: str, rest: str) -> str:
        return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)

    lines = [sc.in_language(exercise.name, language), f"{exercise.id}, version {exercise.version}", ""]
    lines.append(wrapped(sc.in_language(exercise.summary, language), "", ""))
    for title, items in _sections(exercise, language):
        written = [item for item in items if item]
        if written:
            lines += ["", title]
            mark = "- " if len(written) > 1 else ""
            lines += [wrapped(item, INDENT + mark, INDENT + " " * len(mark)) for item in written]
    return "\n".join(lines)
