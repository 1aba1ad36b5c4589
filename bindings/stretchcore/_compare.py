"""``stretchcore trial --compare naive``: the coach of examples/naive beside stretchcore.

Both see the same samples of the same people. It is stretchcore that guides them: what the other would have said does
not reach them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import stretchcore as sc
from stretchcore._naive_coach import Coach
from stretchcore._trial import EXERCISE

NOISE = {"spread": 2.0, "sensor_noise": 1.0}  # of people and sensor, wherever nothing else is said
LOST_FOR = 30.0  # [s]
RATE = 30.0  # samples a second

LEFT, RIGHT = "hip_abduction_left", "hip_abduction_right"


@dataclass
class Tally:
    """How often one of the two was wrong."""

    miscounted: int = 0  # sets
    gained: int = 0  # sessions that heard of a gain
    beyond: int = 0  # targets more than 2 degrees beyond easy
    targets: int = 0

    def aim(self, target: float, easy: float) -> None:
        self.targets += 1
        self.beyond += target > easy + 2


def _guide(person: sc.VirtualPerson, naive: Tally, ours: Tally) -> int:
    """One session, seen by both; how many sets it had."""
    session = sc.Session(sc.catalog()[EXERCISE], options=sc.SessionOptions(source="optical_markers"))
    coach = Coach()
    easy = min(person.traits.easy_left, person.traits.easy_right)
    sets = done = counted = completed = 0
    while not session.over:
        events = person.step(session)
        coach.see(person.now, person.posture[LEFT], person.posture[RIGHT])
        for event in events:
            if isinstance(event, sc.CueGiven) and event.moment == "measure":
                coach = Coach()  # what came before was practice
            elif isinstance(event, sc.PhaseChanged) and event.to == "stretching":
                done, counted, completed = person.turned, coach.count, 0
            elif isinstance(event, sc.RepetitionCompleted):
                completed += event.repetition.held
            elif isinstance(event, sc.SetCompleted):
                sets += 1
                naive.miscounted += coach.count - counted != person.turned - done
                ours.miscounted += completed != person.turned - done
            elif isinstance(event, sc.TargetChanged) and event.target is not None:
                ours.aim(event.target.angle, easy)
    naive.gained += coach.gain is not None
    ours.gained += session.summary().gain.verdict == "increased"
    if coach.target is not None:
        naive.aim(coach.target, easy)
    return sets


def _blind() -> tuple[float, float]:
    """A signal that is lost in mid-stretch: how long the coach calls it safe, and until the session pauses [s]."""
    person = sc.VirtualPerson(seed=1)
    session = sc.Session(sc.catalog()[EXERCISE])
    coach = Coach()
    while session.phase != "stretching":
        person.step(session)
        coach.see(person.now, person.posture[LEFT], person.posture[RIGHT])
    lost = now = person.now
    safe, paused = 0.0, LOST_FOR
    while now < lost + LOST_FOR:
        now += 1 / RATE
        coach.see(now, None, None)
        safe += 1 / RATE if coach.safe else 0
        session.observe(sc.Posture(now))
        if paused == LOST_FOR and session.phase == "paused":
            paused = now - lost
    return safe, paused


def rows(people: int, seed: int, tell: Callable[[int], None] = lambda _: None) -> list[dict[str, str]]:
    """What both got wrong of so many people without a gain. `tell` hears how many more are done."""
    naive, ours = Tally(), Tally()
    sets = 0
    for number in range(people):
        sets += _guide(sc.VirtualPerson(seed * 1_000_003 + number, gain=0.0, **NOISE), naive, ours)
        tell(1)

    def row(what: str, of_naive: str, of_ours: str) -> dict[str, str]:
        return {"what": what, "the usual coach": of_naive, "stretchcore": of_ours}

    def share(hits: int, of: int, what: str = "") -> str:
        return f"{100 * hits / max(of, 1):.0f} %{what}"

    safe, paused = _blind()
    return [
        row(
            "a set counted wrong (the peaks of one leg)",
            share(naive.miscounted, sets, " of sets"),
            share(ours.miscounted, sets),
        ),
        row(
            "told of a gain where there is none (the first five against the last five)",
            share(naive.gained, people, " of sessions"),
            share(ours.gained, people),
        ),
        row(
            "a target beyond easy for the side that stops first (the best so far)",
            share(naive.beyond, naive.targets, " of targets"),
            share(ours.beyond, ours.targets),
        ),
        row(
            f"the signal is lost for {LOST_FOR:.0f} s (the latest value is kept)",
            f"called safe for {safe:.0f} s",
            f"paused after {paused:.1f} s",
        ),
    ]
