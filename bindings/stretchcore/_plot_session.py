"""The picture of a session."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from matplotlib.figure import Figure

import stretchcore as sc
from stretchcore import _phrases as phrases
from stretchcore import _plot as plot
from stretchcore._files import Writer
from stretchcore._guide import Course

TARGET = "#1b7837"
ALARM = "#b2182b"
LEAST_ROWS, MOST_ROWS = 9, 15  # of words
PHASES = {
    sc.Phase.setting_up: "#f1f1f1",
    sc.Phase.measuring: "#dcebf7",
    sc.Phase.stretching: "#d5ecd8",
    sc.Phase.remeasuring: "#dcebf7",
    sc.Phase.coming_out: "#f1f1f1",
    sc.Phase.paused: "#f6d9b8",
    sc.Phase.stopped: "#f0c4c0",
}


def _gaps(values: Iterable[float | None]) -> list[float]:
    return [math.nan if value is None else value for value in values]


def _bands(events: Iterable[sc.Event], end: float) -> list[tuple[float, float, sc.PhaseChanged]]:
    changes = [event for event in events if isinstance(event, sc.PhaseChanged)]
    ends = [change.time for change in changes[1:]] + [end]
    return [
        (change.time, until, change)
        for change, until in zip(changes, ends, strict=True)
        if until > change.time and change.to in PHASES
    ]


def _phase_band(axes: Any, bands: Iterable[tuple[float, float, sc.PhaseChanged]], length: float) -> None:
    axes.set_ylim(0, 1)
    axes.set_axis_off()
    for start, end, change in bands:
        axes.axvspan(start, end, color=PHASES[change.to], lw=0)
        axes.axvline(start, color="white", lw=2)
        name = phrases.plain(change.to)
        if change.to == sc.Phase.stretching and change.block > 1:
            name += f" {change.block}"
        room = (end - start) / length * 165  # letters
        if room >= len(name) / 1.3:
            size = 11.5 if room >= len(name) else 9
            axes.text((start + end) / 2, 0.47, name, ha="center", va="center", fontsize=size, color=plot.INK)


def _target(axes: Any, course: Course, events: Iterable[sc.Event]) -> None:
    """One line, absent where the person is free; where an opening went over it for too long it is hatched."""
    aims = _gaps(course.target)
    if all(math.isnan(aim) for aim in aims):
        return
    axes.plot(course.time, aims, color=TARGET, linewidth=2.6, label="target", zorder=4, drawstyle="steps-post")
    for before, aim, time in zip(aims, [*aims[1:], math.nan], course.time, strict=True):
        if math.isnan(aim) and not math.isnan(before):
            at_the_edge = time > course.time[-1] - 0.04 * (course.time[-1] - course.time[0])
            axes.annotate(
                f"{before:.0f}°",
                (time, before),
                (-2, 10) if at_the_edge else (7, 0),
                textcoords="offset points",
                va="center",
                ha="right" if at_the_edge else "left",
                fontsize=12,
                fontweight="bold",
                color=TARGET,
                zorder=6,
                bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 1.0},
            )
    widest = [max((v for v in pair if v is not None), default=math.nan) for pair in course.opening]
    over = [e.repetition for e in events if isinstance(e, sc.RepetitionCompleted) and e.repetition.over_target]
    for repetition in over:
        rows = [i for i, t in enumerate(course.time) if repetition.start <= t <= repetition.end]
        at = [course.time[i] for i in rows]
        axes.fill_between(
            at,
            [aims[i] for i in rows],
            [widest[i] for i in rows],
            where=[widest[i] > aims[i] for i in rows],
            interpolate=True,
            facecolor="none",
            edgecolor=plot.INK,
            hatch="////////",
            linewidth=0,
            zorder=2,
        )


def _label(event: sc.Event) -> tuple[float, str, bool] | None:
    """Time, words, and whether it is something else than a cue."""
    match event:
        case sc.CueGiven():
            return event.time, event.text, False
        case sc.SymptomHeard():
            return event.time, f"felt: {phrases.plain(event.symptom)}", True
        case sc.SignalLost():
            return event.time, "sight lost", True
        case sc.SignalRestored():
            return event.time, "seen again", True
    return None


def _short(text: str, most: int) -> str:
    """Whole words, with an ellipsis for the rest."""
    if len(text) <= most:
        return text
    return textwrap.shorten(text, most, placeholder="").rstrip(".,;:!?… ") + "…"


def _places(events: Iterable[sc.Event], start: float, end: float) -> list[tuple[int, float, float, str, bool]]:
    """Row, time, left edge, short words and whether they are no cue: each in the first row with room for it."""
    letter = (end - start) / 190.0  # at this size
    free: list[float] = []
    places = []
    for event in events:
        label = _label(event)
        if label is None:
            continue
        time, text, other = label
        short = _short(text, 36)
        length = (len(short) + 2) * letter
        left = max(start, min(time, end - length))
        row = next((r for r, until in enumerate(free) if until <= left), len(free))
        free[row:] = [left + length, *free[row + 1 :]]
        places.append((row, time, left, short, other))
    return places


def _words(axes: Any, events: Sequence[sc.Event], start: float, end: float) -> None:
    """On top the voice: a bar while it speaks, a gap for silence. Below the words, each hung from its bar."""
    places = [place for place in _places(events, start, end) if place[0] < MOST_ROWS]
    rows = max([LEAST_ROWS, *(place[0] + 1 for place in places)])
    axes.set_ylim(rows + 0.2, -1.6)
    axes.set_yticks([])
    axes.axhspan(-1.45, -0.55, color="#f4f4f4", lw=0, zorder=0)
    axes.spines["left"].set_visible(False)
    spoken = [
        (event.time, max(0.4, min(sc.spoken_length(event.text), end - event.time)))
        for event in events
        if isinstance(event, sc.CueGiven)
    ]
    axes.broken_barh(spoken, (-1.45, 0.9), color=plot.INK, lw=0, zorder=2)
    for row, time, left, short, other in places:
        axes.plot([time, time], [-0.55, row + 0.15], color=ALARM if other else plot.GRID, lw=1, zorder=0)
        axes.text(
            left,
            row + 0.5,
            short,
            fontsize=9.5,
            va="center",
            color=ALARM if other else plot.INK,
            fontweight="bold" if other else "normal",
            zorder=3,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6},
        )


def draw(course: Course, summary: sc.Summary, exercise: sc.Exercise, language: str) -> Figure:
    """Both sides over time, the target, repetitions, phases, and the words with their silences."""
    events = course.events
    start = summary.started
    end = max([start + 1.0, *course.time[-1:], summary.ended])
    figure = plot.figure(sc.in_language(exercise.name, language), summary.text(language))
    seen = any(value is not None for pair in course.opening for value in pair)
    heights = [0.5, 6.0, 4.2] if seen else [0.5, 1.2, 6.0]
    band, main, lane = figure.subplots(
        3,
        1,
        sharex=True,
        gridspec_kw={
            "height_ratios": heights,
            "hspace": 0.06,
            "left": 0.05,
            "right": 0.985,
            "top": 0.85,
            "bottom": 0.065,
        },
    )
    bands = _bands(events, end)
    _phase_band(band, bands, end - start)
    for since, until, change in bands:
        main.axvspan(since, until, color=PHASES[change.to], alpha=0.35, lw=0, zorder=0)
    handles = []
    if seen:
        left, right = (_gaps(pair[side] for pair in course.opening) for side in sc.Side)
        plot.openings(main, course.time, sc.Bilateral(left, right), exercise)
        _target(main, course, events)
        completed = [event for event in events if isinstance(event, sc.RepetitionCompleted)]
        plot.peaks(main, [event.repetition for event in completed], [event.number for event in completed], exercise)
        main.set_ylim(bottom=min(0.0, main.get_ylim()[0]), top=main.get_ylim()[1] * 1.06)
        if any(event.repetition.over_target for event in completed):
            handles.append(plot.hatched("over target", plot.INK, "////////"))
    else:
        main.set_yticks([])
        main.spines["left"].set_visible(False)
        main.text(
            (start + end) / 2,
            0.5,
            "nothing was seen: by tempo and feel",
            ha="center",
            va="center",
            fontsize=13,
            color=plot.FAINT,
            transform=main.get_xaxis_transform(),
        )
    handles.append(plot.shaded("the voice speaks", plot.INK))
    plot.legend(band, [*main.get_legend_handles_labels()[0], *handles], above=1.05)
    main.tick_params(axis="x", length=0, labelbottom=False)
    main.spines["bottom"].set_visible(False)
    _words(lane, events, start, end)
    plot.minutes(lane, start, end)
    lane.set_xlabel("time [min:s]")
    return figure


def writer(course: Course, summary: sc.Summary, exercise: sc.Exercise, language: str) -> Writer:
    return plot.writer(lambda: draw(course, summary, exercise, language))
