"""What the command line prints at the end: sentences first, then small tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from rich import box
from rich.console import Console
from rich.table import Table

import stretchcore as sc
from stretchcore import _end_words
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


Say = Callable[[str], str]


def _gain(gain: sc.Gain, say: Say = str) -> str:
    between = say("{} to {}").format(phrases.signed(gain.low), phrases.signed(gain.high))
    return f"{phrases.signed(gain.value)} ({between})"


def _estimate(value: sc.Estimate, say: Say) -> str:
    return phrases.estimate(value) if value.count else say("not measured")


def _ranges(console: Console, summary: sc.Summary, exercise: sc.Exercise, say: Say) -> None:
    before, after = summary.range_before, summary.range_after
    headers = ("after the break" if summary.measured_anew else "before", "after", "change")
    table = _table("", *map(say, headers))
    for side, name in phrases.sides_of(exercise).items():
        both = before[side].count and after[side].count
        change = _gain(summary.gain_by_side[side], say) if both else phrases.DASH
        table.add_row(say(name), _estimate(before[side], say), _estimate(after[side], say), change)
    console.print(table)
    console.print(say(MEASURED), style="dim")


def _holds(summary: sc.Summary, say: Say) -> list[tuple[str, str]]:
    """How often and how long: what was kept, and what was offered where nothing sees."""
    rows = []
    for offered, name in ((False, "holds"), (True, "holds offered")):
        holds = [hold for hold in summary.holds if hold.offered == offered]
        seconds = {side: sum(hold.kept for hold in holds if hold.side == side) for side in (*sc.Side, None)}
        each = [f"{say(side or 'both')} {time:.0f} s" for side, time in seconds.items() if time]
        if each:
            rows.append((say(name), f"{len(holds)}: {', '.join(each)}"))
    return rows


def _counts(summary: sc.Summary, say: Say) -> list[tuple[str, str]]:
    if summary.offered_openings:
        offered = say("{} were offered by tempo; what was done was not counted").format(summary.offered_openings)
        return [(say("openings"), offered), *_holds(summary, say)]
    held = sum(repetition.held for repetition in summary.repetitions)
    count = len(summary.repetitions)
    rows = [(say("repetitions"), say("{}: {} free, {} to the target").format(count, count - held, held))]
    more = summary.repetitions_total - count
    if more > 0:
        rows.append(("", say("and {} more to the target").format(more)))
    rows += _holds(summary, say)
    if summary.attempts_total:
        rows.append((say("not counted"), say("{} movements that were no repetition").format(summary.attempts_total)))
    over = sum(repetition.over_target for repetition in summary.repetitions)
    if over:
        rows.append((say("over target"), say("{} of {}").format(over, held)))
    return rows


def _sides(asymmetry: sc.Asymmetry, say: Say) -> str:
    if asymmetry.low == asymmetry.high == 0.0:
        return say(phrases.side_of(asymmetry))
    numbers = (phrases.signed(angle) for angle in (asymmetry.difference, asymmetry.low, asymmetry.high))
    between = say("right {} left is {}, between {} and {}").format(phrases.MINUS, *numbers)
    return f"{say(phrases.side_of(asymmetry))} ({between})"


def _felt(note: sc.SymptomNote, language: str, say: Say) -> str:
    """A symptom in the words of its button; an exercise's own by its id, which is all that a summary has of it."""
    if note.id == "not_told":
        return say("not told after a stop, treated as sharp pain")
    if note.id:
        return phrases.plain(note.id)
    names = next(stop.name for stop in sc.standard_symptoms() if stop.symptom == note.symptom)
    return names.get(_end_words.base(language), names["en"])


def summary(console: Console, summary: sc.Summary, exercise: sc.Exercise, language: str) -> None:
    say = _end_words.in_language(language)
    console.print()
    console.print(summary.text(language), style="bold", soft_wrap=not console.is_terminal)
    console.print()
    # Where range is not what it is done for, its table would answer a question that was not asked.
    about_range = summary.screening.goal == sc.Goal.gain_range
    if about_range and any(one.count for one in summary.range_before):
        _ranges(console, summary, exercise, say)
        console.print()
    reason = summary.end_reason
    facts = []
    two_sides = exercise.movement.sides != sc.Sides.midline
    if two_sides and any(one.count for one in summary.range_after):
        facts += [(say("both together"), f"{_gain(summary.gain, say)}: {say(phrases.plain(summary.gain.verdict))}")]
    if two_sides and any(one.count for one in summary.range_before):
        facts += [(say("stops first"), _sides(summary.asymmetry, say))]
    facts += _counts(summary, say)
    facts += [
        (say("watched"), say(phrases.parts(summary.coverage.watched))),
        (say("cued only"), say(phrases.parts(summary.coverage.cued_only))),
        (say("ended"), say("not yet" if reason is None else phrases.END_REASONS[reason])),
    ]
    for note in summary.symptoms:
        felt = say("{} at {}").format(_felt(note, language, say), phrases.clock(note.time))
        facts.append((say("felt"), felt))
    more = summary.symptoms_total - len(summary.symptoms)
    if more > 0:
        facts.append(("", say("and {} more").format(more)))
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
