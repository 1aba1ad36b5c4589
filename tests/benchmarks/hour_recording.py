"""An hour at 60 Hz: smoothed and analysed, against the same steps with scipy, in one run.

    python tests/benchmarks/hour_recording.py

Three steps, each by both: smoothing every column (the same filter; the results are compared), counting the openings of both
legs, and what an opening is described with: start, end, peaks and their times, reach with a quiet pelvis, speed, tempo. What
`analyse` does besides (the gate, a live filter of its own, signal health, neutral, ranges with their errors) has no
counterpart in scipy and is in our time only. Rules judged in time have none either: they are left out of the comparison, and
what they add is told below it.
"""

from __future__ import annotations

import sys

import numpy as np
import stretchcore as sc
from timing import best

try:
    from scipy.signal import butter, filtfilt, find_peaks
except ImportError:
    sys.exit("skipped: scipy is not here to compare with (pip install scipy)")

RATE, HOURS, CUTOFF = 60.0, 1.0, 4.0
EXERCISE = sc.catalog()["dynamic-inner-thigh-stretch"]
WITHOUT_RULES = EXERCISE.replace(rules=())
LEFT, RIGHT = "hip_abduction_left", "hip_abduction_right"
TOLERANCE = {"pelvis_list": 5.0, "pelvis_rotation": 5.0, "pelvis_tilt": 8.0}


def hour() -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Openings of five seconds with the noise of a sensor, and a pelvis and knees that stay where they are."""
    noise = np.random.default_rng(1)
    t = np.arange(int(HOURS * 3600 * RATE)) / RATE
    opening = 20 - 18 * np.cos(2 * np.pi * t / 5)
    columns = {LEFT: opening + noise.normal(0, 0.5, t.size), RIGHT: 1.1 * opening + noise.normal(0, 0.5, t.size)}
    columns |= {c: noise.normal(0, 0.3, t.size) for c in TOLERANCE}
    columns |= {f"knee_flexion_{side}": 9 + noise.normal(0, 0.3, t.size) for side in ("left", "right")}
    return t, columns


def smoothed(columns: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    b, a = butter(2, CUTOFF / 0.802 / (RATE / 2))
    return {c: filtfilt(b, a, values) for c, values in columns.items()}


def counted(columns: dict[str, np.ndarray]) -> np.ndarray:
    both = columns[LEFT] + columns[RIGHT]
    peaks, _ = find_peaks(both, height=28, prominence=12, distance=int(RATE))
    return np.asarray(peaks)


def described(t: np.ndarray, columns: dict[str, np.ndarray], peaks: np.ndarray) -> list[dict[str, object]]:
    """The openings as `analyse` describes them, one after the other."""
    both = columns[LEFT] + columns[RIGHT]
    quiet = np.all([np.abs(columns[c]) <= tolerance for c, tolerance in TOLERANCE.items()], axis=0)
    speed = {c: np.abs(np.gradient(columns[c], t)) for c in (LEFT, RIGHT)}
    edges = np.concatenate(([0], peaks, [t.size - 1]))
    found = []
    for before, peak, after in zip(edges, peaks, edges[2:], strict=False):
        start = before + int(np.argmin(both[before : peak + 1]))
        end = peak + int(np.argmin(both[peak : after + 1]))
        span = slice(start, end + 1)
        near = np.flatnonzero(both[span] >= both[peak] - 0.1 * (both[peak] - both[start]))
        opening: dict[str, object] = {
            "start": t[start],
            "end": t[end],
            "hold": t[near[-1]] - t[near[0]] if near.size else 0.0,
        }
        for c in (LEFT, RIGHT):
            at = start + int(np.argmax(columns[c][span]))
            reach = float(np.max(columns[c][span], initial=-np.inf, where=quiet[span]))
            opening[c] = (t[at], columns[c][at], reach, speed[c][span].max())
        found.append(opening)
    return found


def main() -> None:
    t, columns = hour()
    recording = sc.Recording(t, source="imu_pair", **columns)
    our_smoothing, ours = best(lambda: sc.smooth(recording, CUTOFF))
    our_analysis, analysis = best(lambda: sc.analyse(recording, WITHOUT_RULES))
    with_rules, _ = best(lambda: sc.analyse(recording, EXERCISE))
    smoothing, theirs = best(lambda: smoothed(columns))
    counting, peaks = best(lambda: counted(theirs))
    describing, openings = best(lambda: described(t, theirs, peaks))

    inner = slice(int(2 * RATE), -int(2 * RATE))
    differs = max(float(np.abs(ours[c] - theirs[c])[inner].max()) for c in columns)
    print(
        f"{len(recording)} rows, {len(columns)} columns; the smoothed columns differ by {differs:.0e} degrees at most"
    )
    print(f"openings: {len(analysis.repetitions)} stretchcore, {len(openings)} scipy")
    print("                    stretchcore     scipy")
    print(f"smoothing           {our_smoothing:8.1f} ms {smoothing:8.1f} ms")
    print(f"counting            {'':8}    {counting:8.1f} ms")
    print(f"describing          {our_analysis:8.1f} ms {describing:8.1f} ms   (stretchcore: analyse, no rules)")
    total, other = our_smoothing + our_analysis, smoothing + counting + describing
    print(f"together            {total:8.1f} ms {other:8.1f} ms   {other / total:.1f} times as fast as scipy")
    print(f"analyse with the {len(EXERCISE.rules)} rules of the exercise: {with_rules:.1f} ms")


if __name__ == "__main__":
    main()
