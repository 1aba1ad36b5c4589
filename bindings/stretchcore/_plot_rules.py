"""The picture of a rule over a recording: what it watches, how far that is from its limits, and the verdicts."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Patch

import stretchcore as sc
from stretchcore import _core
from stretchcore import _phrases as phrases
from stretchcore import _plot as plot
from stretchcore._files import Writer
from stretchcore._problems import Rule

VIOLATED = "#b2182b"
# Told apart by hatching and height as well as by colour.
VERDICTS: dict[sc.RuleVerdict, tuple[str, float, dict[str, Any]]] = {
    sc.RuleVerdict.ok: ("ok", 0.25, {"facecolor": "#9ecae1", "edgecolor": "#9ecae1"}),
    sc.RuleVerdict.violated: ("violated", 0.8, {"facecolor": VIOLATED, "edgecolor": VIOLATED}),
    sc.RuleVerdict.unknown: ("unknown", 0.5, {"facecolor": "white", "edgecolor": "#7a7a7a", "hatch": "/////"}),
}
LIMIT: dict[str, Any] = {"color": VIOLATED, "linestyle": (0, (1, 1.5)), "linewidth": 1.4}
BESIDE: dict[str, Any] = {
    "xytext": (4, 0),
    "textcoords": "offset points",
    "va": "center",
    "fontsize": 10,
    "color": VIOLATED,
}
UNITS = {"deg": "°", "deg/s": "°/s", "1": "ratio"}


@dataclass
class Watched:
    """A rule, once for each side it stands for, at every posture of a recording."""

    conditions: tuple[sc.Condition, ...]
    verdicts: list[tuple[sc.RuleVerdict, ...]]
    margins: list[tuple[float | None, ...]]
    spans: list[list[tuple[float, float, sc.RuleVerdict]]]


def _spans(time: plot.Numbers, verdicts: Sequence[sc.RuleVerdict]) -> list[tuple[float, float, sc.RuleVerdict]]:
    """From one change to the next. A verdict lasts until the next posture, but no longer than a signal stays fresh."""
    pieces: list[tuple[float, float, sc.RuleVerdict]] = []
    for at, until, verdict in zip(time, [*time[1:], time[-1]], verdicts, strict=True):
        fresh = min(until, at + plot.STALE)
        pieces += [(at, fresh, verdict), (fresh, until, sc.RuleVerdict.unknown)]
    joined: list[tuple[float, float, sc.RuleVerdict]] = []
    for start, end, verdict in pieces:
        if end <= start:
            continue
        if joined and joined[-1][2] == verdict:
            start = joined.pop()[0]
        joined.append((start, end, verdict))
    return joined


def watch(text: str, rows: sc.Recording) -> Watched:
    monitor = sc.Monitor([text])
    verdicts, margins = [], []
    for row in range(len(rows)):
        verdicts.append(monitor.observe(rows.posture(row)))
        margins.append(monitor.margins)
    time = rows.time.tolist()
    spans = [_spans(time, of_one) for of_one in zip(*verdicts, strict=True)]
    return Watched(monitor.conditions, verdicts, margins, spans)


def _side(condition: sc.Condition) -> str:
    return "" if condition.side is None else f"{condition.side}: "


def outcome(watched: Watched) -> str:
    """For how long it was what, "left: violated for 1.2 s, unknown for 0.4 s; right: ok"."""
    said = []
    for condition, spans in zip(watched.conditions, watched.spans, strict=True):
        lasted = {kind: sum(end - start for start, end, verdict in spans if verdict == kind) for kind in VERDICTS}
        doubts = [
            f"{kind} for {lasted[kind]:.1f} s"
            for kind in (sc.RuleVerdict.violated, sc.RuleVerdict.unknown)
            if lasted[kind] > 0.0
        ]
        said.append(_side(condition) + (", ".join(doubts) or "ok"))
    return "; ".join(said)


def _look(channel: str, styles: Any) -> dict[str, Any]:
    side = next((side for side in sc.Side if channel.endswith(f"_{side}")), None)
    return plot.LINES[side] if side is not None else {"color": plot.INK, "linestyle": next(styles), "linewidth": 1.5}


def _signals(axes: Any, watched: Watched, rows: sc.Recording) -> None:
    wanted = {str(channel) for condition in watched.conditions for channel in condition.channels}
    styles = cycle(("-", "--", ":", "-."))
    time = rows.time.tolist()
    for channel in (str(one) for one in sc.Channel if str(one) in wanted):
        name = phrases.plain(channel)
        if channel in rows:
            axes.plot(*plot.broken(time, rows[channel].tolist()), label=name, zorder=3, **_look(channel, styles))
        else:
            axes.plot([], [], label=f"{name}: not in the recording", color="none")
    limits = sorted({value for condition in watched.conditions for _, value in _core._limits(condition)})
    for number, limit in enumerate(limits):
        axes.axhline(limit, label=None if number else "limit", zorder=2, **LIMIT)
        axes.annotate(
            f"{limit:g}°".replace("-", phrases.MINUS), (1.0, limit), xycoords=axes.get_yaxis_transform(), **BESIDE
        )
    low, high = axes.get_ylim()
    room = 0.12 * (high - low) + max(0.0, 2.0 - (high - low) / 2)  # noise is not to look like movement
    axes.set_ylim(low - room, high + room)
    axes.set_ylabel("angle [°]")
    axes.grid(axis="y", color=plot.GRID, zorder=0)
    plot.legend(axes, axes.get_legend_handles_labels()[0], above=1.01)


def _margins(axes: Any, watched: Watched, rows: sc.Recording) -> None:
    """Below the zero line the limit is passed."""
    time = rows.time.tolist()
    for number, condition in enumerate(watched.conditions):
        values = [math.nan if of[number] is None else float(of[number] or 0.0) for of in watched.margins]
        look = plot.LINES[condition.side] if condition.side is not None else {"color": plot.INK, "linewidth": 1.5}
        line = plot.broken(time, values)
        axes.plot(*line, zorder=3, **look)
        axes.fill_between(*line, 0.0, where=[value < 0.0 for value in line[1]], color=VIOLATED, alpha=0.18, lw=0)
    axes.axhline(0.0, zorder=2, **LIMIT)
    axes.annotate("limit", (1.0, 0.0), xycoords=axes.get_yaxis_transform(), **BESIDE)
    unit = UNITS[watched.conditions[0].margin_unit or "1"]
    axes.set_ylabel(f"margin [{unit}]")
    axes.margins(y=0.15)
    axes.grid(axis="y", color=plot.GRID, zorder=0)


def _lane(axes: Any, watched: Watched) -> None:
    for number, spans in enumerate(watched.spans):
        for kind, (_, height, look) in VERDICTS.items():
            bars = [(start, end - start) for start, end, verdict in spans if verdict == kind]
            axes.broken_barh(bars, (number + 0.9 - height, height), lw=0.3, **look)
    names = [f"verdict {condition.side or ''}".strip() for condition in watched.conditions]
    axes.set_ylim(len(names), 0)
    axes.set_yticks([number + 0.5 for number in range(len(names))], names)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    patches = [Patch(lw=0.3, label=word, **look) for word, _, look in VERDICTS.values()]
    plot.legend(axes, patches, above=1.02)


def draw_rule(rule: Rule, watched: Watched, rows: sc.Recording, recording: str) -> Figure:
    title = textwrap.shorten(f"{rule.name}: {rule.text}", 110, placeholder=" …")
    figure = plot.figure(title, sc.explain(rule.text))
    figure.text(0.05, 0.878, f"{recording}: {outcome(watched)}", fontsize=12.5, color=plot.INK, va="center")
    with_margins = any(margin is not None for of in watched.margins for margin in of)
    heights = [5.0, *([2.6] if with_margins else []), 0.3 + 0.45 * len(watched.conditions)]
    grid = figure.add_gridspec(
        len(heights), 1, height_ratios=heights, left=0.07, right=0.955, top=0.83, bottom=0.075, hspace=0.24
    )
    first = figure.add_subplot(grid[0])
    panels = [first, *(figure.add_subplot(grid[i], sharex=first) for i in range(1, len(heights)))]
    _signals(first, watched, rows)
    if with_margins:
        _margins(panels[1], watched, rows)
    _lane(panels[-1], watched)
    for panel in panels[:-1]:
        panel.tick_params(axis="x", labelbottom=False)
    time = rows.time.tolist()
    plot.minutes(first, time[0], max(time[-1], time[0] + 1.0))
    panels[-1].set_xlabel("time [min:s]")
    return figure


def rule_writer(rule: Rule, watched: Watched, rows: sc.Recording, recording: str) -> Writer:
    return plot.writer(lambda: draw_rule(rule, watched, rows, recording))
