"""Two sides that differ: what is measured, how far both go, and what may be claimed, in one session and over nine."""

import stretchcore as sc

traits = {"easy_left": 34, "easy_right": 43, "gain": 5, "gain_openings": 10}
session = sc.Session(
    sc.catalog()["dynamic-inner-thigh-stretch"], options=sc.SessionOptions(source="imu_pair", precision="careful")
)
for event in sc.VirtualPerson(1, **traits).follow(session):
    if isinstance(event, sc.TargetChanged) and event.target and event.target.limited_by == "side_that_stops_first":
        print(session.explain(event.target, "en"))


def tell(what: str, value: float, low: float, high: float, verdict: str) -> None:
    print(f"{what:<10} {value:5.1f}  ({low:.1f} to {high:.1f})  {verdict}")


summary = session.summary()
for side in sc.Side:
    measured = summary.range_before[side]
    interval = sc.interval(measured)
    tell(side, measured.value, interval.low, interval.high, "")
sides, gain = summary.asymmetry, summary.gain
tell("difference", sides.difference, sides.low, sides.high, sides.verdict)
tell("gain", gain.value, gain.low, gain.high, gain.verdict)

# One session of one person proves little. Over many, a camera that always stands at the same place may be off by the
# same angle in each, so that agreement proves nothing; markers are off by less than this difference.
mornings = [sc.VirtualPerson(seed, **traits) for seed in range(1, 10)]
for source in ("phone_camera", "optical_markers"):
    rows = sc.run_trial(mornings, session.exercise, sc.SessionOptions(source=source))
    found = sc.consistency(rows["difference"], sc.error_model(source))
    named = found.tighter_side or "neither"
    print(f"{source}: left {found.left} of 9, beyond its own error {found.beyond_left}: {named}")
