"""How far the reading of a file has come, in a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from stretchcore import _door

A_MOMENT = 0.5  # [s] what takes less needs no bar


@contextmanager
def reading(name: str, console: Console | None = None) -> Iterator[Callable[[float], None]]:
    """What is to be told how much is read, from 0 to 1. The bar appears once it takes longer than a moment.

    It stands on stderr and is gone when the file is read; without a terminal there is none.
    """
    screen = console or _door.Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=screen,
        transient=True,
        disable=not screen.is_terminal,
    )
    task = bar.add_task(f"reading {name}", total=1.0)
    began = time.monotonic()

    def tell(fraction: float) -> None:
        if time.monotonic() - began >= A_MOMENT:
            bar.start()  # again and again does nothing
            bar.update(task, completed=fraction)

    try:
        yield tell
    finally:
        bar.stop()
