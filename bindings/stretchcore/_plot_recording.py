"""Pictures of a recording and of what was found in it."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from itertools import cycle
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Patch

import stretchcore as sc
from stretchcore import _phrases as phrases
from stretchcore import _plot as plot
from stretchcore._files import Writer


def _names(exercise: sc.Exercise) -> list[str]:
    motion = str(exercise.movement.motion)
    return [motion] if exercise.movement.sides == sc.Sides.midline else [f"{motion}_{side}" for side in sc.Side]


def _columns(recording: sc.Recording, exercise: sc.Exercise) -> sc.Bilateral[plot.Numbers]:
    motion = exercise.movement.motion

    def column(side: sc.Side) -> plot.Numbers:
        name = str(motion) if exercise.movement.sides == sc.Sides.midline else f"{motion}_{side}"
        return [float(angle) for angle in recording[name]] if name in recording else [math.nan] * len(recording)

    return sc.Bilateral(column(sc.Side.left), column(sc.Side.right))


# Why a channel could not be trusted: told apart by hatching as well as by shade.
DOUBTS: dict[sc.Health, tuple[str, dict[str, Any]]] = {
    sc.Health.absent: ("not seen", {"facecolor": "#7a7a7a"}),
    sc.Health.stale: ("nothing came", {"facecolor": "#c9c9c9"}),
    sc.Health.frozen: ("stuck", {"facecolor": "white", "hatch": "|||||"}),
    sc.Health.implausible: ("impossible", {"facecolor": "white", "hatch": "xxxxx"}),
    sc.Health.jumping: ("jumping", {"facecolor": "white", "hatch": "/////"}),
    sc.Health.too_slow: ("too slow", {"facecolor": "white", "hatch": "....."}),
}


def _health(lane: Any, spans: Sequence[sc.HealthSpan], names: dict[str, str]) -> None:
    """A row for each channel that was in doubt at some time."""
    rows = [name for name in names if any(str(span.channel) == name for span in spans)]
    for span in spans:
        if str(span.channel) not in rows:
            continue
        _, look = DOUBTS[span.health]
        place = (rows.index(str(span.channel)) + 0.15, 0.7)
        lane.broken_barh([(span.start, span.end - span.start)], place, edgecolor="#7a7a7a", lw=0.3, **look)
    lane.set_ylim(len(rows), 0)
    lane.set_yticks([row + 0.5 for row in range(len(rows))], [names[name] for name in rows], fontsize=9)
    lane.tick_params(axis="y", length=0)
    lane.spines["left"].set_visible(False)
    kinds = dict.fromkeys(span.health for span in spans if str(span.channel) in rows)
    patches = [Patch(edgecolor="#7a7a7a", lw=0.3, label=DOUBTS[kind][0], **DOUBTS[kind][1]) for kind in kinds]
    lane.legend(
        handles=patches,
        loc="lower right",
        bbox_to_anchor=(1.0, 0.97),
        ncols=5,
        frameon=False,
        fontsize=9.5,
        borderaxespad=0.1,
    )


LATE = 0.6  # [s] by which a channel is doubted after its first wild number


def _trusted(recording: sc.Recording, names: Sequence[str], spans: Sequence[sc.HealthSpan]) -> tuple[float, float]:
    """The lowest and the highest angle that was to be trusted: a wild number is not to make all others small."""
    trusted = [
        angle
        for name in names
        if name in recording
        for at, angle in zip(recording.time.tolist(), recording[name].tolist(), strict=True)
        if not math.isnan(angle) and not any(s.start - LATE <= at <= s.end for s in spans if str(s.channel) == name)
    ]
    return (min(trusted), max(trusted)) if trusted else (0.0, 1.0)


def _recording(
    figure: Figure, place: Any, recording: sc.Recording, analysis: sc.Analysis, exercise: sc.Exercise
) -> None:
    angles = _columns(recording, exercise)
    time = recording.time.tolist()
    guards = [str(g.motion) for g in exercise.guards if str(g.motion) in recording]
    used = dict(zip(_names(exercise), phrases.sides_of(exercise).values(), strict=True))
    used |= {name: phrases.plain(name) for name in guards}
    spans = [span for span in sc.signal_health(recording) if str(span.channel) in used]
    doubted = len({span.channel for span in spans})
    heights = [6.0] + ([2.2] if guards else []) + ([0.35 + 0.3 * doubted] if doubted else [])
    grid = place.subgridspec(len(heights), 1, height_ratios=heights, hspace=0.16)
    main = figure.add_subplot(grid[0])
    panels = [main, *(figure.add_subplot(grid[i], sharex=main) for i in range(1, len(heights)))]
    plot.openings(main, time, angles, exercise)
    for panel in panels[: 2 if guards else 1]:
        for one in analysis.repetitions:
            panel.axvspan(one.start, one.end, facecolor=plot.REPETITION, edgecolor="white", alpha=0.8, lw=2, zorder=0)
        for attempt in analysis.attempts:
            panel.axvspan(
                attempt.start, attempt.end, facecolor="none", edgecolor="#b9b9b9", hatch="///", lw=0, zorder=0
            )
    plot.peaks(main, analysis.repetitions, range(1, len(analysis.repetitions) + 1), exercise)
    low, high = _trusted(recording, _names(exercise), spans)
    main.set_ylim(min(0.0, low - 0.03 * (high - low)), high + 0.14 * (high - low))
    for attempt in analysis.attempts:
        main.text(
            (attempt.start + attempt.end) / 2,
            0.98,
            phrases.plain(attempt.reason),
            fontsize=9,
            color=plot.INK,
            ha="center",
            va="top",
            rotation=90,
            transform=main.get_xaxis_transform(),
        )
    if guards:
        for name, style in zip(guards, cycle(("-", "--", ":", "-.")), strict=False):
            line = plot.broken(time, recording[name].tolist())
            panels[1].plot(*line, color=plot.INK, linestyle=style, lw=1.1, label=phrases.plain(name))
        low, high = _trusted(recording, guards, spans)
        room = 0.05 * (high - low) + max(0.0, 3.0 - (high - low) / 2)  # noise is not to look like movement
        panels[1].set_ylim(low - room, high + room)
        panels[1].set_ylabel("kept quiet [°]")
        panels[1].grid(axis="y", color=plot.GRID)
        panels[1].legend(
            loc="lower right", bbox_to_anchor=(1.0, 0.97), ncols=4, frameon=False, fontsize=9.5, borderaxespad=0.1
        )
    if doubted:
        _health(panels[-1], spans, used)
    for panel in panels[:-1]:
        panel.tick_params(axis="x", labelbottom=False)
    plot.minutes(main, time[0], max(time[-1], time[0] + 1.0))
    panels[-1].set_xlabel("time [min:s]")
    handles, _ = main.get_legend_handles_labels()
    if analysis.repetitions:
        handles.append(plot.shaded("repetition", plot.REPETITION))
    if analysis.attempts:
        handles.append(plot.hatched("not counted", "#8a8a8a", "///"))
    plot.legend(main, handles, above=1.01)


def draw_recording(
    rows: sc.Recording, analysis: sc.Analysis, exercise: sc.Exercise, name: str, language: str
) -> Figure:
    """Angles over time, repetitions shaded, attempts hatched, absences dark."""
    figure = plot.figure(name, f"{sc.in_language(exercise.name, language)}: {analysis.text(language)}")
    grid = figure.add_gridspec(1, 1, left=0.06, right=0.985, top=0.845, bottom=0.075)
    _recording(figure, grid[0], rows, analysis, exercise)
    return figure


def _reaches(axes: Any, analysis: sc.Analysis, exercise: sc.Exercise) -> None:
    """Each repetition's reach, and each side's range with its error beside them."""
    axes.grid(axis="y", color=plot.GRID)
    count = len(analysis.repetitions)
    for place, (side, name) in enumerate(phrases.sides_of(exercise).items()):
        colour = plot.LINES[side]["color"]
        shown = [
            (n, one.reach[side])
            for n, one in enumerate(analysis.repetitions, 1)
            if one.reach[side] is not None and one.side in (None, side)
        ]
        axes.plot(
            [n for n, _ in shown],
            [reach for _, reach in shown],
            marker=plot.MARKS[side],
            markersize=7,
            **(plot.LINES[side] | {"linewidth": 0.8}),
        )
        range_of = analysis.ranges[side]
        if range_of.count:
            at = count + 2.0 + 1.9 * place
            axes.errorbar(
                [at],
                [range_of.value],
                yerr=[range_of.standard_error],
                fmt=plot.MARKS[side],
                color=colour,
                markersize=11,
                capsize=6,
                lw=2,
            )
            axes.annotate(
                f"{name}\n{range_of.value:.1f}°\n± {range_of.standard_error:.1f}°",
                (at, range_of.value + range_of.standard_error),
                (0, 6),
                textcoords="offset points",
                ha="center",
                fontsize=11,
                color=plot.INK,
            )
    axes.axvline(count + 0.7, color=plot.FAINT, lw=0.8)
    axes.set_xlim(0.4, count + 5.0)
    step = max(1, math.ceil(count / 10))
    axes.set_xticks([*range(1, count + 1, step), count + 2.95], [*map(str, range(1, count + 1, step)), "range"])
    axes.margins(y=0.25)
    axes.set_xlabel("repetition")
    axes.set_ylabel("reach [°]")


def draw_analysis(rows: sc.Recording, found: sc.Analysis, exercise: sc.Exercise, name: str, language: str) -> Figure:
    """The recording, and beside it the reach of each repetition with the ranges and their errors."""
    figure = plot.figure(name, f"{sc.in_language(exercise.name, language)}: {found.text(language)}")
    ratios = [2.6, 1] if found.repetitions else [1]
    grid = figure.add_gridspec(
        1, len(ratios), width_ratios=ratios, left=0.06, right=0.985, top=0.845, bottom=0.075, wspace=0.16
    )
    _recording(figure, grid[0], rows, found, exercise)
    if found.repetitions:
        axes = figure.add_subplot(grid[1])
        _reaches(axes, found, exercise)
        if exercise.movement.sides != sc.Sides.midline:
            title = textwrap.fill(f"Stops first: {phrases.sides(found.asymmetry)}", 44)
            axes.set_title(title, fontsize=11.5, loc="left", color=plot.INK)
    return figure


def recording_writer(rows: sc.Recording, found: sc.Analysis, exercise: sc.Exercise, name: str, language: str) -> Writer:
    return plot.writer(lambda: draw_recording(rows, found, exercise, name, language))


def analysis_writer(rows: sc.Recording, found: sc.Analysis, exercise: sc.Exercise, name: str, language: str) -> Writer:
    return plot.writer(lambda: draw_analysis(rows, found, exercise, name, language))
