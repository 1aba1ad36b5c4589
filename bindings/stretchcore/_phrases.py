"""Values as a person reads them."""

from __future__ import annotations

from collections.abc import Iterable

import stretchcore as sc

MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"

END_REASONS = {
    sc.EndReason.enough: "enough for today",
    sc.EndReason.felt_freer: "it felt freer",
    sc.EndReason.offer_accepted: "the offer to end was taken",
    sc.EndReason.cap: "as much as is good for one day",
    sc.EndReason.stopped_by_symptom: "something was felt that should not be",
    sc.EndReason.stopped_by_rule: "a safety rule stopped it",
    sc.EndReason.stopped_by_person: "you stopped it",
    sc.EndReason.signal_lost: "sight was lost for good",
    sc.EndReason.input_ended: "the recording ended",
    sc.EndReason.finished_by_app: "the program ended it",
    sc.EndReason.needs_clearance: "a professional must agree first",
    sc.EndReason.postponed: "another day is better",
    sc.EndReason.no_answer: "no answer came in a pause",
}


def clock(seconds: float) -> str:
    """Minutes and seconds, 1:04.6."""
    tenths = round(abs(seconds) * 10)
    sign = "-" if seconds < 0 and tenths else ""
    return f"{sign}{tenths // 600}:{tenths % 600 / 10:04.1f}"


def plain(word: str) -> str:
    """A word of a closed list, without its underscores."""
    return word.replace("_", " ")


def parts(channels: Iterable[str]) -> str:
    """Channels in the order of the body, both sides as one."""
    wanted = set(channels)
    motions = [c.removesuffix("_left").removesuffix("_right") for c in sc.Channel if c in wanted]
    return ", ".join(plain(motion) for motion in dict.fromkeys(motions)) or "nothing"


def sides_of(exercise: sc.Exercise) -> dict[sc.Side, str]:
    """The sides that are shown, with their names. A movement of the midline has one angle, kept as the left one."""
    if exercise.movement.sides == sc.Sides.midline:
        return {sc.Side.left: plain(exercise.movement.motion or "by feel")}
    return {side: str(side) for side in sc.Side}


def degrees(angle: float | None) -> str:
    return "not seen" if angle is None else f"{angle:.1f}°"


def signed(angle: float) -> str:
    """With its sign, a true minus, and no minus zero."""
    return f"{round(angle, 1) + 0.0:+.1f}°".replace("-", MINUS)


def both(values: sc.Bilateral[float | None]) -> str:
    return f"left {degrees(values.left)}, right {degrees(values.right)}"


def estimate(value: sc.Estimate) -> str:
    return f"{value.value:.1f}° ± {value.standard_error:.1f}°" if value.count else "not measured"


def side_of(asymmetry: sc.Asymmetry) -> str:
    return {
        sc.AsymmetryVerdict.left_tighter: "left",
        sc.AsymmetryVerdict.right_tighter: "right",
        sc.AsymmetryVerdict.balanced: "neither, both go about as far",
        sc.AsymmetryVerdict.undetermined: "undetermined",
    }[asymmetry.verdict]


def sides(asymmetry: sc.Asymmetry) -> str:
    """Which side stops first, named only where that is determined."""
    verdict = side_of(asymmetry)
    if asymmetry.low == asymmetry.high == 0.0:
        return verdict
    between = f"between {signed(asymmetry.low)} and {signed(asymmetry.high)}"
    return f"{verdict} (right {MINUS} left is {signed(asymmetry.difference)}, {between})"


def _on(side: sc.Side | None) -> str:
    return "" if side is None else f" {side}"


def limited_by(target: sc.Target, exercise: sc.Exercise) -> str:
    """What keeps a target from being wider. A movement of the midline has no side that could stop first."""
    midline = exercise.movement.sides == sc.Sides.midline
    if midline and target.limited_by == sc.Limit.side_that_stops_first:
        return "what is easy"
    return plain(target.limited_by)


def _target(event: sc.TargetChanged, exercise: sc.Exercise) -> str:
    if event.target is None:
        return f"none{_on(event.side)}, free"
    return f"{event.target.angle:.1f}°{_on(event.side)}, limited by {limited_by(event.target, exercise)}"


def line(event: sc.Event, exercise: sc.Exercise) -> tuple[str, str]:
    """What kind of event it is and what it says."""
    match event:
        case sc.PhaseChanged():
            return "phase", plain(event.to) + (f", block {event.block}" if event.to == sc.Phase.stretching else "")
        case sc.CueGiven():
            return "says", event.text
        case sc.CueDropped():
            return "unsaid", f"{plain(event.moment)} ({plain(event.reason)})"
        case sc.QuestionAsked():
            choices = ", ".join(plain(choice) for choice in event.choices)
            named = f" of {', '.join(map(plain, event.codes))}" if event.codes else ""
            return "asks", f"{plain(event.kind)}{named}: {choices} (until {clock(event.answer_by)})"
        case sc.CoverageSet():
            doubt = {
                sc.SideCheck.mirrored: "; the picture is mirrored",
                sc.SideCheck.unclear: "; sides are in doubt",
                sc.SideCheck.exchanged: "; the sides may have been exchanged",
            }
            return "watches", f"{parts(event.watched)}; cued only: {parts(event.cued_only)}{doubt.get(event.sides, '')}"
        case sc.RepetitionCompleted():
            over = ", over target" if event.repetition.over_target else ""
            return "repetition", f"{event.number}{_on(event.repetition.side)}: {both(event.repetition.reach)}{over}"
        case sc.AttemptRejected():
            return "attempt", f"{plain(event.attempt.reason)}{_on(event.attempt.side)}: {both(event.attempt.peak)}"
        case sc.ReachDropped():
            return "less far", f"{event.by:.1f}° less than before{_on(event.side)}"
        case sc.HoldCompleted():
            return "hold", f"kept for {event.kept:.1f} s{_on(event.side)}"
        case sc.SideChanged():
            return "side", str(event.side)
        case sc.SetCompleted():
            return "block", f"{event.block} done, {event.repetitions} repetitions"
        case sc.TargetChanged():
            return "target", _target(event, exercise)
        case sc.Guide():
            return "tone", plain(event.kind) + _on(event.side)
        case sc.RuleChanged():
            rule = exercise.rules[event.rule]
            response = f", {event.response}" if event.verdict == sc.RuleVerdict.violated else ""
            return "rule", f"{rule.id}{_on(event.side)}: {plain(event.verdict)}{response}"
        case sc.SignalLost():
            return "lost", f"{parts(event.channels)} ({event.health})"
        case sc.SignalRestored():
            return "found", parts(event.channels)
        case sc.SampleRejected():
            return "rejected", plain(event.reason) + ("" if event.channel is None else f" ({event.channel})")
        case sc.SymptomHeard():
            own = exercise.stop_symptoms[event.listed].id if event.listed >= 0 else ""
            follows = "rest" if event.response == sc.Response.pause else plain(event.urgency)
            return "symptom", f"{plain(own or event.symptom)}{_on(event.side)} ({follows})"
        case sc.CommandRefused():
            return "refused", f"{event.action}: {plain(event.reason)}"
        case sc.Screened():
            return "screened", f"{plain(event.verdict)}; {event.reasons} to mind, {event.unknown} not known"
        case sc.RuleWidened():
            return (
                "widened",
                f"{exercise.rules[event.rule].id}: judged from {event.limit:.1f}° on, for the sensor's error",
            )
        case sc.Emergency():
            return "call", f"{plain(event.symptom)}{_on(event.side)}: {event.number}, said {event.times_said}x"
        case sc.ClockAdopted():
            way = "ahead" if event.by >= 0 else "back"
            return "clock", f"that of {event.clock} had jumped {abs(event.by):.1f} s {way}, and is read anew"
        case sc.SessionEnded():
            return "ended", END_REASONS[event.reason]
        case sc.NobodyAnswers():
            return "nobody", f"no sign of life since {clock(event.since)}, while {plain(event.phase)}"
        case sc.NeutralMoved():
            return "rests", f"{plain(event.channel)} at {event.to:.1f}°, no longer at {event.from_:.1f}°"


def log_line(event: sc.Event, exercise: sc.Exercise) -> str:
    kind, text = line(event, exercise)
    return f"{clock(event.time):>7}  {kind:<10}  {text}"
