"""An hour at 60 Hz: smoothed and analysed, against the same steps with scipy, in one run.

    python tests/benchmarks/hour_recording.py

With scipy an analysis has three steps: filtering every column (`filtfilt`), counting the openings of both legs
(`find_peaks`), and what an opening is described with: start, end, peaks and their times, reach with a quiet pelvis, speed,
tempo. `analyse` does all three, with a live filter of its own. What it does besides (the gate, signal health, neutral, ranges
with their errors) has no counterpart in scipy and is in our time only. `smooth` is the same filter as `filtfilt`, for
pictures; the results are compared. Rules judged in time have no counterpart either: what they add is told below.
"""

from __future__ import annotations

import sys

import numpy as np
import stretchcore as sc
from timing import in_turns

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
    theirs = smoothed(columns)
    peaks = counted(theirs)
    ours, analysis, openings = (
        sc.smooth(recording, CUTOFF),
        sc.analyse(recording, WITHOUT_RULES),
        described(t, theirs, peaks),
    )
    inner = slice(int(2 * RATE), -int(2 * RATE))
    differs = max(float(np.abs(ours[c] - theirs[c])[inner].max()) for c in columns)
    spent = in_turns(
        {
            "smooth": lambda: sc.smooth(recording, CUTOFF),
            "analyse": lambda: sc.analyse(recording, WITHOUT_RULES),
            "with rules": lambda: sc.analyse(recording, EXERCISE),
            "filtfilt": lambda: smoothed(columns),
            "find_peaks": lambda: counted(theirs),
            "describing": lambda: described(t, theirs, peaks),
        }
    )
    scipy = spent["filtfilt"] + spent["find_peaks"] + spent["describing"]
    compared = {
        "smooth against filtfilt": (spent["smooth"], spent["filtfilt"]),
        "analyse against all three": (spent["analyse"], scipy),
        "analyse, and smooth for pictures": (spent["analyse"] + spent["smooth"], scipy),
    }
    print(f"{len(recording)} rows, {len(columns)} columns, medians of {spent['smooth'].size} turns")
    print(f"the smoothed columns differ by {differs:.0e} degrees at most")
    print(f"openings: {len(analysis.repetitions)} stretchcore, {len(openings)} scipy")
    print(f"{'':34} stretchcore      scipy    times as fast")
    for step, (our, other) in compared.items():
        print(f"{step:34} {np.median(our):8.1f} ms {np.median(other):7.1f} ms {np.median(other / our):8.1f}")
    print(f"analyse with the {len(EXERCISE.rules)} rules of the exercise: {np.median(spent['with rules']):.1f} ms")


if __name__ == "__main__":
    main()
