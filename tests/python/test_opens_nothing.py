"""What the operating system is asked for: no file but those that were named, and what lies beside them; no socket at all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# Everything twice: the first time Python itself still opens modules. A file that is not there marks where a part begins.
PROGRAM = """
import os, pickle, sys
from pathlib import Path
import numpy as np
import stretchcore as sc

EXERCISE = sc.catalog()["dynamic-inner-thigh-stretch"]
PERSON = sc.Person(facts={one.code: "no" for one in EXERCISE.contraindications})

def guided(session, samples=3000):
    session.report(sc.Command(0.0, "start"))
    for i in range(samples):
        t = i / 30
        opening = 20 - 18 * np.cos(2 * np.pi * t / 5)
        angles = {"hip_abduction_left": opening, "hip_abduction_right": opening + 1, "knee_flexion_left": 9.0}
        for event in session.observe(sc.Posture(t, **angles)):
            if isinstance(event, sc.CueGiven):
                (session if isinstance(session, sc.Session) else session.session).text(event)
    return session

def core(folder):
    session = guided(sc.Session(EXERCISE, PERSON))
    pickle.loads(pickle.dumps(session)).finish(200.0)
    sc.from_archive(sc.to_archive(session.summary()))
    sc.Exercise.from_json(EXERCISE.to_json())
    sc.check(EXERCISE)
    sc.run_trial([sc.VirtualPerson(seed) for seed in range(4)], EXERCISE, threads=2)
    session.summary().text("de")

def save(folder):
    sc.save(PERSON, folder / "person.sc")
    sc.save(PERSON, folder / "person.sc")
    sc.load(folder / "person.sc")

def journal(folder):
    kept = guided(sc.JournaledSession(folder / "a.journal", EXERCISE, PERSON), 600)
    kept.sync()
    del kept
    kept = sc.resume(folder / "a.journal", away=60.0)
    kept.finish(200.0)
    sc.replay(folder / "a.journal")

def history(folder):
    with sc.History(folder / "a.history") as past:
        past.add("k-1", 1e9, guided(sc.Session(EXERCISE, PERSON)).summary())
        past.add("k-2", 1e9, guided(sc.Session(EXERCISE, PERSON)).summary())
        past.progress("k-1", EXERCISE.id)
        past.import_json(past.export_json("k-1"))
        past.erase("k-1")
        past.check()

for run in ("first", "second"):
    folder = Path(sys.argv[1]) / run
    folder.mkdir()
    for part in (core, save, journal, history):
        if run == "second":
            Path("part-" + part.__name__).exists()
        part(folder)
Path("part-end").exists()
"""

# Whatever has a path in it, and the network; those that this machine does not have are left out by the question mark.
CALLS = ",".join(
    "?" + call
    for call in (
        "open openat openat2 creat stat newfstatat rename renameat renameat2 link linkat symlink symlinkat unlink unlinkat "
        "mkdir mkdirat execve execveat fork vfork"
    ).split()
)
TRACE = ["strace", "-f", "-qq", "-s", "4096", "-e", f"trace={CALLS},%network"]

# SQLite draws random numbers, as does whoever makes a salt where the processor has none; trials ask how many processors
# there are.
HARMLESS = re.compile(r"/dev/u?random|/sys/devices/system/cpu/online")


def asked_of_the_system(folder: Path) -> dict[str, list[str]]:
    """By part: the paths that were opened, made, renamed or taken away, and what was asked of the network."""
    log = folder / "log"
    subprocess.run([*TRACE, "-o", log, sys.executable, "-c", PROGRAM, folder], check=True, timeout=300)
    asked: dict[str, list[str]] = {}
    part = ""
    for line in log.read_text().splitlines():
        call = line.split("(", 1)[0].split()[-1]
        paths = re.findall(r'"((?:[^"\\]|\\.)*)"', line)
        marker = re.search(r'"part-(\w+)"', line)
        if marker:
            part = marker[1]
            asked[part] = []
        elif part and "resumed>" not in line and call not in ("stat", "newfstatat"):
            asked[part] += paths or [line]
    return asked


def can_trace() -> bool:
    return shutil.which("strace") is not None and subprocess.run([*TRACE, "true"], capture_output=True).returncode == 0


@pytest.mark.skipif(not can_trace(), reason="strace is not here, or may not look into processes")
def test_nothing_is_opened_that_was_not_asked_for(tmp_path: Path) -> None:
    asked = asked_of_the_system(tmp_path)
    own = re.escape(str(tmp_path / "second"))
    allowed = {
        "core": "(?!)",
        "save": rf"{own}(/person\.sc(\.1|\.tmp\.[\d.]+)?)?",
        "journal": rf"{own}(/a\.journal(\.tmp\.[\d.]+)?)?",
        "history": rf"{own}(/a\.history(-wal|-shm|-journal)?)?",
    }
    assert list(asked) == [*allowed, "end"]
    for part, pattern in allowed.items():
        others = [p for p in asked[part] if not re.fullmatch(pattern, p) and not HARMLESS.fullmatch(p)]
        assert others == [], part
        assert asked[part] or part == "core", part  # the trace sees what it looks for
