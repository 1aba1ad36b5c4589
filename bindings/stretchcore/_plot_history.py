"""The picture of a history: each side's range from session to session, and the difference of the sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure

import stretchcore as sc
from stretchcore import _phrases as phrases
from stretchcore import _plot as plot
from stretchcore._files import Writer
from stretchcore._history_command import DAY, day

NINETY_FIVE = 1.96


def _ranges(axes: Any, points: Sequence[sc.ProgressPoint]) -> None:
    for place, side in enumerate(sc.Side):
        known = [point for point in points if point.range[side].count]
        if not known:
            continue
        # A little apart, so that the bars of both sides can be told from each other.
        shift = (place - 0.5) * 0.006 * (points[-1].at - points[0].at)
        axes.errorbar(
            [day(point.at + shift) for point in known],
            [point.range[side].value for point in known],
            yerr=[NINETY_FIVE * point.range[side].standard_error for point in known],
            label=str(side),
            marker=plot.MARKS[side],
            capsize=3,
            elinewidth=0.9,
            **plot.LINES[side],
        )
    axes.set_ylabel("range before stretching [°]")
    axes.grid(axis="y", color=plot.GRID)


def _differences(axes: Any, points: Sequence[sc.ProgressPoint]) -> None:
    known = [point.asymmetry for point in points if point.asymmetry != sc.Asymmetry()]
    at = [day(point.at) for point in points if point.asymmetry != sc.Asymmetry()]
    values = [one.difference for one in known]
    error = [
        [one.difference - one.low for one in known],
        [one.high - one.difference for one in known],
    ]
    axes.axhline(0, color=plot.FAINT, linewidth=1)
    axes.errorbar(at, values, yerr=error, color=plot.INK, marker="o", linestyle="none", capsize=3, elinewidth=0.9)
    axes.set_ylabel(f"right {phrases.MINUS} left [°]")
    axes.grid(axis="y", color=plot.GRID)


def _subtitle(progress: sc.Progress) -> str:
    told = [
        f"{side}: {phrases.signed(30 * trend.slope)} a month ({phrases.signed(30 * trend.low)} to"
        f" {phrases.signed(30 * trend.high)})"
        for side, trend in zip(sc.Side, progress.trend, strict=True)
        if trend is not None
    ]
    return ". ".join([*told, "Bars: where the true value lies, 95 %, the sensor's own error included."])


def draw(progress: sc.Progress) -> Figure:
    points = progress.points
    title = sc.in_language(sc.catalog()[progress.exercise].name, "en") if progress.exercise in sc.catalog() else ""
    figure = plot.figure(title or progress.exercise, _subtitle(progress))
    if not points:
        figure.text(0.5, 0.5, "nothing was measured", ha="center", fontsize=13, color=plot.FAINT)
        return figure
    ranges, differences = figure.subplots(2, 1, sharex=True, gridspec_kw={"height_ratios": [2.4, 1], "hspace": 0.08})
    figure.subplots_adjust(left=0.06, right=0.975, top=0.85, bottom=0.07)
    _ranges(ranges, points)
    _differences(differences, points)
    margin = max(DAY, 0.03 * (points[-1].at - points[0].at))
    ranges.set_xlim(day(points[0].at - margin), day(points[-1].at + margin))
    plot.legend(ranges, ranges.get_legend_handles_labels()[0], above=1.01)
    return figure


def writer(progress: sc.Progress) -> Writer:
    return plot.writer(lambda: draw(progress))
