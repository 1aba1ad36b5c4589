"""What the command line prints at the end: sentences first, then small tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rich import box
from rich.console import Console
from rich.table import Table

import stretchcore as sc
from stretchcore import _phrases as phrases

MEASURED = "±: one standard error, the sensor's own included. In brackets: where a change may lie."


def _table(*headers: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, header in enumerate(headers):
        table.add_column(header, overflow="fold", no_wrap=number == 0)
    return table


def _facts(console: Console, facts: Sequence[tuple[str, str]]) -> None:
    table = Table.grid(padding=(0, 3))
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    for name, value in facts:
        table.add_row(name, value)
    console.print(table)


def _gain(gain: sc.Gain) -> str:
    return f"{phrases.signed(gain.value)} ({phrases.signed(gain.low)} to {phrases.signed(gain.high)})"


def _ranges(console: Console, summary: sc.Summary, exercise: sc.Exercise) -> None:
    before, after = summary.range_before, summary.range_after
    table = _table("", "after the break" if summary.measured_anew else "before", "after", "change")
    for side, name in phrases.sides_of(exercise).items():
        change = _gain(summary.gain_by_side[side]) if before[side].count and after[side].count else phrases.DASH
        table.add_row(name, phrases.estimate(before[side]), phrases.estimate(after[side]), change)
    console.print(table)
    console.print(MEASURED, style="dim")


def _holds(summary: sc.Summary) -> list[tuple[str, str]]:
    """How often and how long: what was kept, and what was offered where nothing sees."""
    rows = []
    for offered, name in ((False, "holds"), (True, "holds offered")):
        holds = [hold for hold in summary.holds if hold.offered == offered]
        seconds = {side: sum(hold.kept for hold in holds if hold.side == side) for side in (*sc.Side, None)}
        each = [f"{side or 'both'} {time:.0f} s" for side, time in seconds.items() if time]
        if each:
            rows.append((name, f"{len(holds)}: {', '.join(each)}"))
    return rows


def _counts(summary: sc.Summary) -> list[tuple[str, str]]:
    if summary.offered_openings:
        offered = f"{summary.offered_openings} were offered by tempo; nobody counted what was done"
        return [("openings", offered), *_holds(summary)]
    held = sum(repetition.held for repetition in summary.repetitions)
    free = len(summary.repetitions) - held
    rows = [("repetitions", f"{len(summary.repetitions)}: {free} free, {held} to the target")]
    more = summary.repetitions_total - len(summary.repetitions)
    if more > 0:
        rows.append(("", f"and {more} more to the target"))
    rows += _holds(summary)
    if summary.attempts_total:
        rows.append(("not counted", f"{summary.attempts_total} movements that were no repetition"))
    over = sum(repetition.over_target for repetition in summary.repetitions)
    if over:
        rows.append(("over target", f"{over} of {held}"))
    return rows


def summary(console: Console, summary: sc.Summary, exercise: sc.Exercise, language: str) -> None:
    console.print()
    console.print(summary.text(language), style="bold", soft_wrap=not console.is_terminal)
    console.print()
    # Where range is not what it is done for, its table would be about something that nobody asked.
    about_range = summary.screening.goal == sc.Goal.gain_range
    if about_range and any(one.count for one in summary.range_before):
        _ranges(console, summary, exercise)
        console.print()
    reason = summary.end_reason
    facts = []
    two_sides = exercise.movement.sides != sc.Sides.midline
    if two_sides and any(one.count for one in summary.range_after):
        facts += [("both together", f"{_gain(summary.gain)}: {phrases.plain(summary.gain.verdict)}")]
    if two_sides and any(one.count for one in summary.range_before):
        facts += [("stops first", phrases.sides(summary.asymmetry))]
    facts += _counts(summary)
    facts += [
        ("watched", phrases.parts(summary.coverage.watched)),
        ("cued only", phrases.parts(summary.coverage.cued_only)),
        ("ended", "not yet" if reason is None else phrases.END_REASONS[reason]),
    ]
    facts += [("felt", f"{phrases.plain(note.symptom)} at {phrases.clock(note.time)}") for note in summary.symptoms]
    more = summary.symptoms_total - len(summary.symptoms)
    if more > 0:
        facts.append(("", f"and {more} more"))
    _facts(console, facts)


# --- Analysis -------------------------------------------------------------------------------------------------------


def _repetitions(console: Console, analysis: sc.Analysis) -> None:
    table = _table("repetition", "from", "to", "left", "right", "")
    for number, one in enumerate(analysis.repetitions, start=1):
        notes = [] if one.side is None else [f"{one.side} leads"]
        notes += [] if one.pelvis_seen else ["pelvis not seen"]
        notes += ["neutral assumed"] if one.neutral_assumed else []
        reaches = [
            phrases.degrees(reach)
            + ("" if reach is None or peak is None or peak - reach < 0.05 else f" of {peak:.1f}°")
            for reach, peak in zip(one.reach, one.peak, strict=True)
        ]
        table.add_row(str(number), phrases.clock(one.start), phrases.clock(one.end), *reaches, ", ".join(notes))
    console.print(table)


def _attempts(console: Console, analysis: sc.Analysis) -> None:
    table = _table("not counted", "from", "to", "left", "right")
    for one in analysis.attempts:
        peaks = [phrases.degrees(peak) for peak in one.peak]
        table.add_row(phrases.plain(one.reason), phrases.clock(one.start), phrases.clock(one.end), *peaks)
    console.print(table)


def _rules(console: Console, analysis: sc.Analysis) -> None:
    table = _table("rule", "side", "worst", "ok", "violated", "unknown", "times")
    for row in analysis.rule_table:
        spent = [f"{seconds:.1f} s" for seconds in (row.ok, row.violated, row.unknown)]
        if row.worst == sc.RuleVerdict.cued_only:
            spent = [phrases.DASH] * 3
        name = row.rule if row.widened_to is None else f"{row.rule} (from {row.widened_to:.1f}°)"
        table.add_row(name, row.side or "", phrases.plain(row.worst), *spent, str(row.violations or ""))
    console.print(table)


def analysis(console: Console, analysis: sc.Analysis, language: str, found: str) -> None:
    """The whole analysis; `found` says how its source was found."""
    error = sc.error_model(analysis.source)
    console.print(analysis.text(language), style="bold", soft_wrap=not console.is_terminal)
    console.print()
    _facts(
        console,
        [
            ("stops first", phrases.sides(analysis.asymmetry)),
            ("range left", phrases.estimate(analysis.ranges.left)),
            ("range right", phrases.estimate(analysis.ranges.right)),
            ("source", f"{phrases.plain(analysis.source)}, {found}"),
            (
                "its error",
                f"{error.repetition:.1f}° from one repetition to the next, {error.session:.1f}° from one set-up to the"
                " next (standard errors of one side)",
            ),
            ("watched", phrases.parts(analysis.coverage.watched)),
            ("cannot be seen", phrases.parts(analysis.coverage.cued_only)),
            ("samples", f"{analysis.samples}, of which {analysis.samples_rejected} were not taken"),
        ],
    )
    for rows, show in (
        (analysis.repetitions, _repetitions),
        (analysis.attempts, _attempts),
        (analysis.rule_table, _rules),
    ):
        if rows:
            console.print()
            show(console, analysis)


# --- History --------------------------------------------------------------------------------------------------------


def _past(console: Console, sessions: Sequence[sc.PastSession]) -> None:
    table = _table("day", "left", "right", f"right {phrases.MINUS} left", "gain", "repetitions", "ended")
    for session in sessions:
        one = session.summary
        aside = one.asymmetry
        # A number with its interval, and nothing where nothing was compared.
        told = f"{phrases.signed(aside.difference)} ({phrases.signed(aside.low)} to {phrases.signed(aside.high)})"
        table.add_row(
            datetime.fromtimestamp(session.at).strftime("%Y-%m-%d %H:%M"),
            # As everywhere in a history: ranges from before anything was stretched.
            *(phrases.DASH if one.measured_anew else phrases.estimate(side) for side in one.range_before),
            phrases.DASH if aside == sc.Asymmetry() else told,
            phrases.DASH if one.gain == sc.Gain() else _gain(one.gain),
            f"{one.offered_openings} offered"
            if one.offered_openings
            else str(max(one.repetitions_total, len(one.repetitions))),
            "not yet" if one.end_reason is None else phrases.plain(one.end_reason),
        )
    console.print(table)
    console.print(MEASURED, style="dim")


def _trend(trend: sc.Trend | None) -> str:
    if trend is None:
        return "too few measurements"
    slope, low, high = (phrases.signed(30 * each) for each in (trend.slope, trend.low, trend.high))
    return f"{slope} a month ({low} to {high})"


def history(
    console: Console, sessions: Sequence[sc.PastSession], progress: sc.Progress, adherence: sc.Adherence
) -> None:
    """Sessions of one exercise, in order, and what they say together."""
    _past(console, sessions)
    console.print()
    facts = []
    for side in sc.Side:
        if any(point.range[side].count for point in progress.points):
            change = progress.change[side]
            since = "" if change == sc.Gain() else f"; since the first {_gain(change)}: {phrases.plain(change.verdict)}"
            facts.append((str(side), _trend(progress.trend[side]) + since))
    sides = progress.sides
    if sides.left or sides.right:
        named = "undetermined" if sides.tighter_side is None else str(sides.tighter_side)
        facts.append(("stops first", f"{named} (left in {sides.left} sessions, right in {sides.right})"))
        facts.append((f"right {phrases.MINUS} left", _trend(progress.difference_trend)))
    facts.append(("sessions", f"{adherence.sessions}, {adherence.a_week:.1f} a week"))
    _facts(console, facts)
