"""What two hundred lines of your own get wrong: naive rules and stretchcore on the same virtual people.

Prints four rows for the README. ``python tests/benchmarks/two_hundred_lines.py [SESSIONS]``
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from itertools import pairwise

import stretchcore as sc

EXERCISE = sc.catalog()["dynamic-inner-thigh-stretch"]


def guided(seed: int, **traits: object) -> tuple[list[sc.Posture], list[object], sc.Summary]:
    """One session: the postures that were seen, all events, the summary."""
    person = sc.VirtualPerson(seed, **traits)
    session = sc.Session(EXERCISE, options=sc.SessionOptions(source="optical_markers"))
    postures, events = [], []
    while not session.over:
        events.extend(person.step(session))
        postures.append(person.posture)
    return postures, events, session.summary()


def phases(events: list[object]) -> Iterator[tuple[float, float, sc.Phase]]:
    changes = [e for e in events if isinstance(e, sc.PhaseChanged)]
    for change, following in pairwise(changes):
        yield change.time, following.time, change.to


def crossings(postures: list[sc.Posture], start: float, end: float, threshold: float = 20.0) -> int:
    """The usual counter: one leg, one angle, one threshold."""
    count, above = 0, False
    for posture in postures:
        angle = posture["hip_abduction_left"]
        if angle is None or not start <= posture.time < end:
            continue
        if angle > threshold and not above:
            count += 1
        above = angle > threshold
    return count


def miscounted(sessions: int) -> tuple[float, float]:
    """Share of sessions in which the count of the held block is wrong, with the noise of a phone camera (2.5°)."""
    naive = ours = 0
    for seed in range(sessions):
        postures, events, _ = guided(seed, sensor_noise=2.5)
        start, end = next((a, b) for a, b, phase in phases(events) if phase == "stretching")
        naive += crossings(postures, start, end) != 10
        done = [e for e in events if isinstance(e, sc.RepetitionCompleted) and start < e.time <= end]
        truth = sum(1 for e in events if isinstance(e, sc.SetCompleted))
        ours += len(done) != 10 * truth
    return naive / sessions, ours / sessions


def false_gain(sessions: int) -> tuple[float, float]:
    """Share of sessions that hear "you gained" though nothing changed."""
    naive = ours = 0
    for seed in range(sessions):
        _, _, summary = guided(seed, gain=0, spread=2)
        reaches = [(r.reach.left + r.reach.right) / 2 for r in summary.repetitions if not r.held and r.reach.left > 28]
        first = reaches[:4]
        for end in range(len(first) + 4, len(reaches) + 1):  # look again after each opening
            latest = reaches[end - 4 : end]
            error = ((statistics.variance(first) + statistics.variance(latest)) / 4) ** 0.5
            if statistics.fmean(latest) - statistics.fmean(first) > 1.645 * error:
                naive += 1
                break
        ours += summary.gain.verdict == "increased"
    return naive / sessions, ours / sessions


def blind_seconds() -> tuple[float, float]:
    """Seconds until a signal that was lost in mid-stretch is noticed, of thirty."""
    person = sc.VirtualPerson(seed=1)
    session = sc.Session(EXERCISE)
    while session.phase != "stretching":
        person.step(session)
    lost_at, now, last = person.now, person.now, person.posture["hip_abduction_left"]
    noticed = None
    naive_ok = 0.0
    while now < lost_at + 30:
        now += 1 / 30
        angle = None  # what the tracker has to say
        last = last if angle is None else angle  # "keep the latest value"
        naive_ok += 1 / 30 if last < 60 else 0
        session.observe(sc.Posture(now))
        if noticed is None and session.phase == "paused":
            noticed = now - lost_at
    assert noticed is not None
    return naive_ok, noticed


def overshoot(sessions: int) -> tuple[float, float]:
    """Share of held repetitions whose target lies more than 2° beyond what is easy for the side that stops first."""
    naive_beyond = beyond = targets = 0
    for seed in range(sessions):
        easy = 38.0
        _, events, summary = guided(seed, easy_left=easy, easy_right=43, gain=0, spread=2)
        best = max(max(r.reach.left, r.reach.right) for r in summary.repetitions if not r.held)
        for event in events:
            if isinstance(event, sc.TargetChanged) and event.target is not None:
                targets += 1
                beyond += event.target.angle > easy + 2
                naive_beyond += best > easy + 2
    return naive_beyond / targets, beyond / targets


def percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def rows(sessions: int) -> list[str]:
    count, gain, blind, far = miscounted(sessions), false_gain(sessions), blind_seconds(), overshoot(sessions)
    return [
        "| what | the usual two hundred lines | stretchcore |",
        "|---|---|---|",
        f"| a set of ten counted wrong (one leg against one threshold) | {percent(count[0])} of sets | {percent(count[1])} |",
        f'| "you gained" where nothing changed (looked at after each opening) | {percent(gain[0])} of sessions | {percent(gain[1])} |',
        f"| the signal is lost for 30 s (the latest value is kept) | called ok for {blind[0]:.0f} s | paused after {blind[1]:.1f} s |",
        f"| a target beyond easy for the side that stops first (the best of both sides) | {percent(far[0])} of targets | {percent(far[1])} |",
    ]


if __name__ == "__main__":
    print("\n".join(rows(int(sys.argv[1]) if len(sys.argv) > 1 else 200)))
