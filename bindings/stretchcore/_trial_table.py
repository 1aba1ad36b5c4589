"""How ``stretchcore trial`` tells how far it is, and prints its tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich import box
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from stretchcore import _door


@contextmanager
def bar(total: int) -> Iterator[Progress]:
    screen = _door.Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as shown:
        shown.add_task("people", total=total)
        yield shown


def print_rows(rows: list[dict[str, str]], markdown: bool, wrap: bool = False) -> None:
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
