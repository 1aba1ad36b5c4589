"""An hour at 60 Hz as CSV: read by stretchcore and by pandas' default engine, in one run; the numbers are compared.

    python tests/benchmarks/read_csv.py

Two files of 216,000 rows: one with a time and seven angles, and the same beside forty columns that nobody asked for. Pandas is
also told which columns are wanted, which spares it the others.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import stretchcore as sc
from timing import best

try:
    import pandas as pd
except ImportError:
    sys.exit("skipped: pandas is not here to compare with (pip install pandas)")

ROWS, RATE = 216_000, 60.0
ANGLES = [f"hip_abduction_{side}" for side in ("left", "right")]
ANGLES += [f"knee_flexion_{side}" for side in ("left", "right")]
ANGLES += ["pelvis_tilt", "pelvis_list", "pelvis_rotation"]


def write(path: Path, other_columns: int) -> None:
    """Angles as laboratories write them, with four decimals, and coordinates in millimetres."""
    noise = np.random.default_rng(1)
    t = np.arange(ROWS) / RATE
    opening = 20 - 18 * np.cos(2 * np.pi * t / 5)
    columns = {"time": t} | {angle: opening + noise.normal(0, 0.5, ROWS) for angle in ANGLES}
    columns |= {f"marker_{i}": noise.normal(0, 500, ROWS) for i in range(other_columns)}
    pd.DataFrame(columns).to_csv(path, index=False, float_format="%.4f")


def main() -> None:
    slowest = float("inf")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "hour.csv"
        for other_columns in (0, 40):
            write(file, other_columns)
            ours, recording = best(lambda: sc.read_recording(file))
            theirs, frame = best(lambda: pd.read_csv(file))
            chosen, _ = best(lambda: pd.read_csv(file, usecols=["time", *ANGLES]))
            differs = max(float(np.abs(recording[a] - frame[a]).max()) for a in ANGLES)
            size = file.stat().st_size / 1e6
            print(
                f"{len(recording)} rows, {len(frame.columns)} columns, {size:.0f} MB; differ by {differs:.0e} at most"
            )
            print(f"  stretchcore       {ours:8.1f} ms")
            print(f"  pandas            {theirs:8.1f} ms   {theirs / ours:.1f} times as long")
            print(f"  pandas, usecols   {chosen:8.1f} ms   {chosen / ours:.1f} times as long")
            slowest = min(slowest, theirs / ours)
    print(f"stretchcore reads at least {slowest:.1f} times as fast as pandas.read_csv")


if __name__ == "__main__":
    main()
