"""What pictures of sessions and of recordings share. The sides differ by line and mark, never by colour alone."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator

import stretchcore as sc
from stretchcore import _phrases as phrases
from stretchcore._files import Writer

WIDTH, HEIGHT, DPI = 16.0, 9.0, 100  # 1600x900
INK = "#222222"
FAINT = "#8a8a8a"
GRID = "#e6e6e6"
REPETITION = "#dcebf7"
STALE = 0.5  # [s] nothing for longer than this breaks a line
# Colours that stay apart for colour-blind eyes, and lines and marks that do without them.
LINES = {
    sc.Side.left: {"color": "#0b5fa5", "linestyle": "-", "linewidth": 1.8},
    sc.Side.right: {"color": "#d1660b", "linestyle": (0, (3.2, 1.2)), "linewidth": 1.8},
}
MARKS = {sc.Side.left: "<", sc.Side.right: ">"}
STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 11,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "hatch.linewidth": 0.7,
    "text.parse_math": False,
    "xtick.color": INK,
    "ytick.color": INK,
}

Numbers = Sequence[float]


def figure(title: str, subtitle: str) -> Figure:
    figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DPI, facecolor="white")
    FigureCanvasAgg(figure)
    figure.text(0.05, 0.955, title, fontsize=19, fontweight="bold", color=INK, va="center")
    figure.text(0.05, 0.915, textwrap.shorten(subtitle, 170, placeholder=" …"), fontsize=12.5, color=INK, va="center")
    return figure


def minutes(axes: Any, start: float, end: float) -> None:
    steps = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600]
    step = next((s for s in steps if (end - start) / s <= 14), 7200)
    first = math.ceil(start / step) * step
    axes.set_xlim(start, end)
    axes.set_xticks([first + n * step for n in range(int((end - first) / step) + 1)])
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: phrases.clock(x)[: None if step < 1 else -2]))


def broken(time: Numbers, values: Numbers) -> tuple[list[float], list[float]]:
    """A line with a gap wherever nothing came for too long."""
    times: list[float] = []
    broken: list[float] = []
    for at, value in zip(time, values, strict=True):
        if times and at - times[-1] > STALE:
            times.append(times[-1])
            broken.append(math.nan)
        times.append(at)
        broken.append(value)
    return times, broken


def openings(axes: Any, time: Numbers, values: sc.Bilateral[Numbers], exercise: sc.Exercise) -> None:
    for side, name in phrases.sides_of(exercise).items():
        axes.plot(*broken(time, values[side]), label=name, zorder=3, solid_capstyle="round", **LINES[side])
    axes.set_ylabel(f"{phrases.plain(exercise.movement.motion or 'by feel')} [°]")
    axes.grid(axis="y", color=GRID, zorder=0)
    axes.yaxis.set_major_locator(MaxNLocator(7, steps=[1, 2, 5, 10]))
    axes.set_axisbelow(True)


def peaks(axes: Any, repetitions: Iterable[sc.Repetition], numbers: Iterable[int], exercise: sc.Exercise) -> None:
    """A mark at the peak of each side that moved, and the number of the repetition above them."""
    shown = phrases.sides_of(exercise)
    look = {"markersize": 7, "markeredgecolor": "white", "markeredgewidth": 0.6, "zorder": 5}
    for repetition, number in zip(repetitions, numbers, strict=True):
        marks = []
        for side in shown:
            peak = repetition.peak[side]
            if peak is not None and repetition.side in (None, side):
                marks.append((repetition.peak_time[side], peak))
                axes.plot(*marks[-1], MARKS[side], color=LINES[side]["color"], **look)
        if marks:
            above = (sum(at for at, _ in marks) / len(marks), max(peak for _, peak in marks))
            axes.annotate(str(number), above, (0, 7), textcoords="offset points", ha="center", fontsize=10, color=INK)


def legend(axes: Any, handles: Sequence[Any], *, above: float) -> None:
    """Above the drawing, out of the way of it."""
    axes.legend(
        handles=handles,
        loc="lower right",
        bbox_to_anchor=(1.0, above),
        ncols=6,
        frameon=False,
        fontsize=11,
        handlelength=2.8,
        borderaxespad=0.0,
    )


def shaded(label: str, colour: str) -> Any:
    return Patch(facecolor=colour, label=label)


def hatched(label: str, colour: str, hatch: str) -> Any:
    return Patch(facecolor="none", edgecolor=colour, hatch=hatch, label=label, linewidth=0)


def writer(draw: Callable[[], Figure]) -> Writer:
    """Draws when it is time to write, in our style whatever the user's own is."""

    def write(path: Path) -> None:
        with matplotlib.rc_context(STYLE):
            draw().savefig(path, format="png", dpi=DPI, metadata={"Software": f"stretchcore {sc.__version__}"})

    return write
