"""The live view of a session in a terminal."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from types import TracebackType

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.padding import Padding
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

import stretchcore as sc
from stretchcore import _phrases as phrases

REDRAW_EVERY = 0.1  # [s] never quicker, so that nothing flickers
READABLE = 2.5  # [s] words stay bright for at least so long, however fast the session runs
LINES_KEPT = 4
WIDEST = 100
SMALLEST_SCALE = 45.0  # [°] the whole bar

# Digits of three rows, half a block high each.
DIGITS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
}


def big(number: int) -> list[str]:
    return [" ".join(DIGITS[digit][row] for digit in str(number)) for row in range(3)]


class LiveView:
    """Phase, both sides against the target, count, words, question and progress."""

    def __init__(self, exercise: sc.Exercise, language: str, speed: float, console: Console) -> None:
        self._title = sc.in_language(exercise.name, language)
        self._exercise = exercise
        self._sides = phrases.sides_of(exercise)
        self._speed = speed
        self._console = console
        self._live = Live(console=console, auto_refresh=False, transient=True)
        self._drawn = 0.0
        self._scale = SMALLEST_SCALE
        self._said: deque[tuple[float, float, str]] = deque(maxlen=LINES_KEPT)  # wall clock, session clock, words
        self._asked: sc.QuestionAsked | None = None

    def __enter__(self) -> LiveView:
        self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.stop()

    def show(self, session: sc.Session, events: Sequence[sc.Event]) -> None:
        now = time.monotonic()
        for event in events:
            if isinstance(event, sc.CueGiven):
                self._said.append((now, event.time, event.text))
            elif isinstance(event, sc.QuestionAsked):
                self._asked = event
        if now - self._drawn >= REDRAW_EVERY:
            self._drawn = now
            self._live.update(self._picture(session.view(), now), refresh=True)

    def _picture(self, view: sc.View, now: float) -> RenderableType:
        width = min(self._console.width - 3, WIDEST)  # room for the ^C that a terminal shows
        phase = Text(phrases.plain(view.phase), style="bold")
        if view.block and view.phase in (sc.Phase.stretching, sc.Phase.remeasuring):
            phase.append(f", block {view.block}")
        body = Group(
            phase,
            Text(),
            self._bars(view, width - 6),
            Text(),
            self._count(view),
            Text(),
            *self._words(now, width - 6),
            Text(),
            self._question(view),
            self._progress(view, width - 6),
            Text(f"waiting for: {view.waiting_for}" if view.waiting_for else "", style="dim", no_wrap=True),
        )
        speed = f"{self._speed:g} times real time" if self._speed else "as fast as possible"
        return Panel(
            Padding(body, (0, 1)),
            title=f"{self._title} · {phrases.clock(view.time)[:-2]}",
            subtitle=f"{speed} · Ctrl-C stops, with the way out",
            width=width,
        )

    def _bars(self, view: sc.View, width: int) -> RenderableType:
        """One bar a side; the target is a mark in both and a line of words."""
        seen = [angle for angle in view.opening if angle is not None]
        aim = None if view.target is None else view.target.angle
        self._scale = max(self._scale, *(1.15 * angle for angle in (*seen, aim or 0.0)))
        labels = max(map(len, self._sides.values())) + 1
        length = max(width - labels - 12, 10)
        rows = Table.grid(padding=(0, 1))
        rows.add_column(width=labels)
        rows.add_column(width=length)
        rows.add_column(width=9, justify="right")
        for side, name in self._sides.items():
            angle = view.opening[side]
            idle = view.active_side is not None and view.active_side != side
            label = Text(name, style="dim" if idle else "bold")
            rows.add_row(
                label, self._bar(angle, aim, length), Text(phrases.degrees(angle), style="dim" if idle else "")
            )
        if view.target is None:
            note = "no target: free" if seen else "nothing is seen: by tempo and feel" if self._unseen(view) else ""
        else:
            note = f"target {view.target.angle:.1f}°, limited by {phrases.limited_by(view.target, self._exercise)}"
        rows.add_row("", Text(note, style="dim", no_wrap=True), "")
        return rows

    def _unseen(self, view: sc.View) -> bool:
        return view.phase not in (sc.Phase.ready, sc.Phase.setting_up) and not view.coverage.watched

    def _bar(self, angle: float | None, aim: float | None, length: int) -> Text:
        filled = 0 if angle is None else round(max(0.0, angle) / self._scale * length)
        mark = None if aim is None else min(round(aim / self._scale * length), length - 1)
        bar = Text()
        for cell in range(length):
            if cell == mark:
                bar.append("┃", style="bold yellow")
            elif cell < filled:
                over = mark is not None and cell > mark
                bar.append("▒" if over else "█", style="yellow" if over else "cyan")
            else:
                bar.append("·", style="dim")
        return bar

    def _count(self, view: sc.View) -> RenderableType:
        """The big count. Without a sensor nothing is counted."""
        if not view.coverage.watched or not (view.repetitions or view.repetitions_wanted):
            return Text("\n\n")
        of = f"  of {view.repetitions_wanted}" if view.repetitions_wanted else ""
        first, second, last = big(view.repetitions)
        return Text.assemble((first + "\n", "bold"), (second, "bold"), (of + "\n", "dim"), (last, "bold"), no_wrap=True)

    def _words(self, now: float, width: int) -> list[RenderableType]:
        """The latest words last and bright, on two lines; they fade after a time and stay readable."""
        lines = [
            Text(f"{phrases.clock(when)[:-2]:>5}  {text}", style="dim", no_wrap=True, overflow="ellipsis")
            for _, when, text in list(self._said)[:-1]
        ]
        lines = [Text()] * (LINES_KEPT - 1 - len(lines)) + lines
        if not self._said:
            return [*lines, Text(), Text()]
        wall, when, text = self._said[-1]
        bright = now - wall < READABLE
        latest = Text(f"“{text}”" if bright else text, style="bold" if bright else "dim").wrap(self._console, width - 7)
        margin = [f"{phrases.clock(when)[:-2]:>5}  ", " " * 7]
        lines += [Text.assemble((before, "dim"), line) for before, line in zip(margin, latest, strict=False)]
        return [*lines, *[Text()] * (2 - len(latest))]

    def _question(self, view: sc.View) -> RenderableType:
        if view.question is None or self._asked is None or self._asked.id != view.question.id:
            return Text()
        choices = "  ".join(f"[{phrases.plain(choice)}]" for choice in self._asked.choices)
        left = max(0.0, view.question.answer_by - view.time)
        return Text(f"question: {choices}  {left:.0f} s left", style="bold magenta", no_wrap=True)

    def _progress(self, view: sc.View, width: int) -> RenderableType:
        row = Table.grid(padding=(0, 1))
        row.add_row(ProgressBar(total=1.0, completed=view.progress, width=width - 6), f"{view.progress:4.0%}")
        return row
