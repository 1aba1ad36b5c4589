"""``stretchcore trial``: thousands of virtual people through whole sessions, and what was claimed of them."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, Literal

import typer

import stretchcore as sc
from stretchcore import _compare, _door, _field_command, _files, _trial
from stretchcore import _field_options as wrong
from stretchcore._trial_table import bar, print_rows


def _tell(tables: dict[_trial.Condition, _trial.Table], guards: bool, markdown: bool) -> None:
    if guards:
        _door.say("When less was asked for, and after how many openings in which they guarded:\n")
        print_rows([_trial.answered(each, table) for each, table in tables.items()], markdown)
        return
    _door.say("What was said of them; targets over the limit at which the pelvis of the tighter side stays quiet:\n")
    print_rows([_trial.who(each) | _trial.said(each, table) for each, table in tables.items()], markdown)
    _door.say("\nHow often the truth lies in the 95 % interval that was told; the target as a share of that limit:\n")
    print_rows([_trial.who(each) | _trial.holds(each, table) for each, table in tables.items()], markdown)


def trial(
    people: Annotated[int, typer.Option("--people", min=1, max=1_000_000, help="In each condition.")] = 500,
    precision: Annotated[sc.Precision, typer.Option("--precision", help="How many openings a measuring takes.")] = (
        sc.Precision.standard
    ),
    blocks: Annotated[int, typer.Option("--blocks", min=1, max=4, help="And so many looks at a gain.")] = 1,
    noise: Annotated[list[float] | None, typer.Option("--noise", help="From one opening to the next [deg].")] = None,
    likeness: Annotated[
        list[float] | None, typer.Option("--likeness", help="Correlation of an opening with the one before.")
    ] = None,
    gain: Annotated[list[float] | None, typer.Option("--gain", help="That is really there [deg].")] = None,
    difference: Annotated[
        list[float] | None, typer.Option("--difference", help="Of the sides, that is really there [deg].")
    ] = None,
    guards: Annotated[
        list[float] | None,
        typer.Option("--guards", help="Instead: muscles that guard by so much [deg], and when less is asked for."),
    ] = None,
    source: Annotated[
        sc.Source | None, typer.Option("--source", help="A sensor with its usual error; not given: one without.")
    ] = None,
    known: Annotated[bool, typer.Option("--known", help="Noise and likeness are given, not estimated.")] = False,
    compare: Annotated[
        Literal["naive"] | None,
        typer.Option("--compare", help="What the coach of examples/naive gets wrong of these people, in four rows."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, max=2**32)] = 1,
    markdown: Annotated[bool, typer.Option("--markdown", help="The table for a page.")] = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="PNG", help="Draws it, too.")] = None,
    field: Annotated[
        bool, typer.Option("--field", help="Instead: all that is listed in docs/evidence/field.md, row by row.")
    ] = False,
    drift: wrong.Drift = None,
    drift_open: wrong.DriftOpen = None,
    drift_home: wrong.DriftHome = None,
    moved_at: wrong.MovedAt = None,
    moved: wrong.Moved = None,
    rolled: wrong.Rolled = None,
    exchanged_at: wrong.ExchangedAt = None,
    exchanged_for: wrong.ExchangedFor = None,
    poor_from: wrong.PoorFrom = None,
    blinks_every: wrong.BlinksEvery = None,
    seen_for: wrong.SeenFor = None,
    blinking: wrong.Blinking = None,
    slow_every: wrong.SlowEvery = None,
    renewed_every: wrong.RenewedEvery = None,
    hidden_at_home: wrong.HiddenAtHome = None,
    stuck_at: wrong.StuckAt = None,
    creep: wrong.Creep = None,
    suspended_at: wrong.SuspendedAt = None,
    suspended_for: wrong.SuspendedFor = None,
    clock_jumps_at: wrong.ClockJumpsAt = None,
    clock_jump: wrong.ClockJump = None,
    clocks: wrong.ClocksOf = None,
    slides_at: wrong.SlidesAt = None,
    slid_list: wrong.SlidList = None,
    slid_tilt: wrong.SlidTilt = None,
    moves_only: wrong.MovesOnly = None,
    limits: wrong.Limits = None,
    beyond_easy: wrong.BeyondEasy = None,
    beyond_target: wrong.BeyondTarget = None,
    answers_late: wrong.AnswersLate = None,
    no_answers: wrong.NoAnswers = False,
    by_tones: wrong.ByTones = False,
    sees_pelvis: wrong.SeesPelvis = False,
) -> None:
    """Guides virtual people whose ranges are known, and tells how often what is said of them is right."""
    amiss = wrong.read({name: value for name, value in locals().items() if name in wrong.NAMES})
    given = (noise, likeness, gain, difference, guards, source, out)
    if field or amiss:
        if compare is not None or guards or out is not None or known:
            raise _files.Refused(f"{'--field' if field else amiss}: goes with no --compare, --guards, --out, --known")
        if field and (amiss or noise or likeness or gain or difference):
            raise _files.Refused("--field: the people are its own; leave out what they are like")
        method = _trial.Method(precision, blocks, source)
        if field:
            _field_command.page(method, people, seed, markdown)
        else:
            alike = _trial.conditions(noise or [2.0], likeness or [0.0], gain or [0.0], difference or [0.0])
            _field_command.one(amiss, alike, method, people, seed, markdown)
        return
    if compare is not None and any(one is not None for one in given):
        raise _files.Refused("--compare: goes with --people, --seed and --markdown; the people are its own")
    if guards and (gain or difference or out):
        raise _files.Refused("--guards: goes with neither --gain nor --difference, and has no picture")
    if source is not None and known:
        raise _files.Refused("--known: a source brings an error model of its own; give one of the two")
    if compare is not None:
        with bar(people) as progress:
            rows = _compare.rows(people, seed, lambda n: progress.advance(progress.task_ids[0], n))
        print_rows(rows, markdown, wrap=True)
        return
    if out is not None:
        _files.check_pictures()
        _files.check_folder(out.parent)
    varied = noise or (1.0, 2.0, 3.0), likeness or (0.0, 0.5)
    changed = _trial.conditions(*varied, gain or (6.0,), difference or (8.0,))
    found = _trial.guarding(*varied, guards) if guards else changed
    method = _trial.Method(precision, blocks, source, known)
    try:
        for condition in found:
            _trial.people(condition, method, 1, seed)
    except sc.InvalidModel as problem:
        raise _files.Refused(str(problem)) from None
    began = time.monotonic()
    tables = {}
    with bar(people * len(found)) as progress:
        for condition in found:
            tables[condition] = _trial.run(
                condition, method, people, seed, lambda n: progress.advance(progress.task_ids[0], n)
            )
    one = "one block" if blocks == 1 else f"{blocks} blocks"
    _door.say(f"{people} people in each row, {precision} measuring, {one}. Shares in %, with 95 % intervals.\n")
    _tell(tables, bool(guards), markdown)
    _door.say(f"\n{people * len(found)} sessions in {time.monotonic() - began:.0f} s")
    if out is not None:
        from stretchcore import _plot_trial

        _plot_trial.draw(tables, out)
        _door.say(out)
