"""The same event streams as C++: the lines that tests/session/same_events_test.cpp is held to, computed from Python."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import stretchcore as sc
from golden_events import golden_end, golden_line

EXERCISE = sc.catalog()["dynamic-inner-thigh-stretch"]
GOLDEN = Path(__file__).parents[1] / "golden"
POSTURES = 100_000


def person_of(seed: int) -> sc.VirtualPerson:
    return sc.VirtualPerson(
        seed,
        gain=float(seed % 5),
        rate=30.0 if seed % 2 == 0 else 60.0,
        sees_pelvis=seed % 3 == 0,
        answers=seed % 4 != 0,
        sensor_noise=0.25 * (seed % 4),
        symptom=sc.Symptom.tingling if seed % 7 == 0 else None,
        symptom_at=120.0,
    )


def session_of(seed: int) -> sc.Session:
    source = sc.Source.phone_camera if seed % 2 == 0 else sc.Source.optical_markers
    return sc.Session(EXERCISE, options=sc.SessionOptions(source=source))


def film(postures: list[sc.Posture]) -> sc.Recording:
    """What a sensor saw, as the columns of a recording."""
    seen = [str(c) for c in sc.Channel if any(c in posture for posture in postures)]
    columns = {c: np.array([p[c] for p in postures], dtype=float) for c in seen}
    return sc.Recording(np.array([p.time for p in postures]), **columns)


def test_python_hears_what_cpp_hears_to_the_last_bit() -> None:
    guided: list[str] = []
    ran: list[str] = []
    seed, count = 0, 0
    while count < POSTURES:
        seed += 1
        session, person = session_of(seed), person_of(seed)
        postures: list[sc.Posture] = []
        while not session.over and count < POSTURES:
            guided += [golden_line(session, event) for event in person.step(session)]
            postures.append(person.posture)
            count += 1
        guided.append(golden_end(session))

        one, other = session_of(seed), session_of(seed)
        recording = film(postures)
        one.report(sc.Command(None, "start"))
        other.report(sc.Command(None, "start"))
        told = one.run(recording)
        assert told == tuple(event for posture in postures for event in other.observe(posture))
        assert one.state() == other.state()
        ran += [golden_line(one, event) for event in told]
        ran.append(golden_end(one))
    assert "".join(guided) == (GOLDEN / "session_events.txt").read_text()
    assert "".join(ran) == (GOLDEN / "run_events.txt").read_text()
