"""An hour at 60 Hz kept and read again: records, plain Boost archives, JSON, pickle and journals in one table.

    cmake --preset release && cmake --build --preset release
    python tests/benchmarks/record_table.py [build/release/tests/benchmarks/stretchcore_record_benchmark]

A plain Boost archive and pickle believe whatever is in their bytes; a record is checked, and so is what it holds.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

import stretchcore as sc
from timing import best

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "build/release/tests/benchmarks/stretchcore_record_benchmark"


def pickled(what: str, how: str, value: object, times: int) -> tuple[str, str, float, float, int]:
    kept, data = best(lambda: pickle.dumps(value), times)
    read, again = best(lambda: pickle.loads(data), times)
    if isinstance(value, sc.Recording) and again != value:
        sys.exit("what was read is not what was kept")
    return what, how, kept, read, len(data)


def main() -> None:
    program = Path(sys.argv[1]) if len(sys.argv) > 1 else PROGRAM
    if not program.exists():
        sys.exit(f"{program} is not there: build the preset release first")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "hour.sc"
        printed = subprocess.run([program, file], check=True, capture_output=True, text=True).stdout
        rows: list[tuple[str, str, float, float, int]] = []
        for line in printed.splitlines():
            what, how, kept, read, size = line.split("|")
            rows.append((what, how, float(kept), float(read), int(size)))
        hour = sc.load(file)
        rows.append(pickled("hour", "pickle, of the recording", hour, 7))
        postures = [hour.posture(row) for row in range(len(hour))]
        rows.append(pickled("hour", "pickle, of its postures", postures, 1))
        rows.append(pickled("state", "pickle, of the session", sc.load(f"{file}-session"), 50))
    for wanted in ("hour", "state"):
        plain = next(row for row in rows if row[:2] == (wanted, "record"))
        print(f"{wanted:30} {'keep':>10} {'read':>10} {'size':>12}   beside the record: keep, read, size")
        for what, how, kept, read, size in rows:
            if what != wanted:
                continue
            ratios = "  ".join(f"{a / b:7.2f}" for a, b in zip((kept, read, size), plain[2:], strict=True))
            print(f"  {how:28} {kept:7.2f} ms {read:7.2f} ms {size:12,}   {ratios}")


if __name__ == "__main__":
    main()
