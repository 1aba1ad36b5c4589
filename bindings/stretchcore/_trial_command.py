"""``stretchcore trial``: thousands of virtual people through whole sessions, and what was claimed of them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich import box
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

import stretchcore as sc
from stretchcore import _compare, _door, _files, _trial


@contextmanager
def _bar(total: int) -> Iterator[Progress]:
    screen = _door.Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        bar.add_task("people", total=total)
        yield bar


def _print(rows: list[dict[str, str]], markdown: bool, wrap: bool = False) -> None:
    headers = list(rows[0])
    if markdown:
        _door.say("| " + " | ".join(headers) + " |")
        _door.say("|" + "---|" * len(headers))
        for row in rows:
            _door.say("| " + " | ".join(row.values()) + " |")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=0)
    for header in headers:
        table.add_column(header, no_wrap=not wrap)
    for row in rows:
        table.add_row(*(value.replace(" (", "\n(") for value in row.values()))
    _door.Console().print(table)


def _tell(tables: dict[_trial.Condition, _trial.Table], guards: bool, markdown: bool) -> None:
    if guards:
        _door.say("When less was asked for, and after how many openings in which they guarded:\n")
        _print([_trial.answered(each, table) for each, table in tables.items()], markdown)
        return
    _door.say("What was said of them; targets over the limit at which the pelvis of the tighter side stays quiet:\n")
    _print([_trial.who(each) | _trial.said(each, table) for each, table in tables.items()], markdown)
    _door.say("\nHow often the truth lies in the 95 % interval that was told; the target as a share of that limit:\n")
    _print([_trial.who(each) | _trial.holds(each, table) for each, table in tables.items()], markdown)


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
) -> None:
    """Guides virtual people whose ranges are known, and tells how often what is said of them is right."""
    given = (noise, likeness, gain, difference, guards, source, out)
    if compare is not None and any(one is not None for one in given):
        raise _files.Refused("--compare: goes with --people, --seed and --markdown; the people are its own")
    if guards and (gain or difference or out):
        raise _files.Refused("--guards: goes with neither --gain nor --difference, and has no picture")
    if source is not None and known:
        raise _files.Refused("--known: a source brings an error model of its own; give one of the two")
    if compare is not None:
        with _bar(people) as bar:
            rows = _compare.rows(people, seed, lambda n: bar.advance(bar.task_ids[0], n))
        _print(rows, markdown, wrap=True)
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
    with _bar(people * len(found)) as bar:
        for condition in found:
            tables[condition] = _trial.run(condition, method, people, seed, lambda n: bar.advance(bar.task_ids[0], n))
    one = "one block" if blocks == 1 else f"{blocks} blocks"
    _door.say(f"{people} people in each row, {precision} measuring, {one}. Shares in %, with 95 % intervals.\n")
    _tell(tables, bool(guards), markdown)
    _door.say(f"\n{people * len(found)} sessions in {time.monotonic() - began:.0f} s")
    if out is not None:
        from stretchcore import _plot_trial

        _plot_trial.draw(tables, out)
        _door.say(out)
