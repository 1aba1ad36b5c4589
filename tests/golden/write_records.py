"""Writes the records of the present schema that every later version must read: tests/golden/records_<schema>/.

Each is there twice: its bytes as hexadecimal text, and the document of the same value; beside them the journal of a session
and its events. What a released version wrote is never written again. Until then `--again` writes the records anew after
their layout changed, and `--journal` the one journal whose events are held to the present engine. `--history` writes a history
of the present schema, as the SQL that makes it, and what it exports.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import struct
import sys
import tempfile
from pathlib import Path

import stretchcore as sc

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "python"))
from golden_events import golden_line  # noqa: E402


def exercise(name: str) -> sc.Exercise:
    return sc.Exercise.from_json((TESTS / "data" / f"{name}.json").read_text())


def person() -> sc.Person:
    return sc.Person(
        key="k-17",
        profile="cautious",
        limits=[sc.MotionLimit(at_most=41.5, kind="prescription")],
        pain_limits=sc.PainLimits(amber_from=2, red_from=5),
        immobile_side=None,
        facts={"hip_replacement": sc.Fact.no, "pregnancy": sc.Fact.unknown},
        clearances=[sc.Clearance(code="hip_replacement")],
        questionnaires={"parq": sc.Questionnaire(answers=("no", "nein", "いいえ"), clear=sc.Fact.yes)},
    )


def session() -> sc.Session:
    """In the middle of a block."""
    error = sc.error_model("phone_camera")
    options = sc.SessionOptions(language="de", error_model=error)
    session = sc.Session(exercise("leg_swings"), sc.Person(key="k-17"), options)
    someone = sc.VirtualPerson(seed=3, rate=10.0)
    while session.phase != "stretching" or session.view().repetitions < 3:
        someone.step(session)
    return session


def values() -> dict[str, sc.Archived]:
    now = session()
    nan = float("nan")
    recording = sc.Recording(
        [0.0, 0.1, 0.2], source="imu_pair", knee_flexion_left=[1.0, nan, -0.0], pelvis_tilt=[0.1, 5e-324, nan]
    )
    return {
        "exercise": exercise("leg_swings"),
        "person": person(),
        "options": sc.SessionOptions(
            language="de-AT", watched={"pelvis_list", "hip_abduction_left"}, neutral=sc.Neutral(tilt=1.25)
        ),
        "recording": recording,
        "summary": now.summary(),
        "state": now.state(),
        "session": now,
    }


def document(value: sc.Archived) -> str:
    if isinstance(value, sc.Session):
        parts = {"exercise": value.exercise, "person": value.person, "options": value.options}
        return json.dumps({name: json.loads(part.to_json(-1)) for name, part in parts.items()}, indent=1) + "\n"
    if isinstance(value, sc.SessionState):
        return ""
    if isinstance(value, sc.Recording):
        return (
            json.dumps(
                {"source": value.source, "time": list(value.time), **{c: list(value[c]) for c in value.channels}},
                indent=1,
            )
            + "\n"
        )
    return value.to_json() + "\n"  # type: ignore[union-attr]


def journal(steps: int) -> tuple[bytes, str]:
    """So many postures of a session that is paused and gone on with, and that nobody closed; its events as documents, one a line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal"
        stretch = exercise("leg_swings")
        kept = sc.JournaledSession(path, stretch, sc.Person(key="k-17"), checkpoint_every=30.0)
        plain, someone = sc.Session(stretch, sc.Person(key="k-17")), sc.VirtualPerson(seed=3, rate=5.0, answers=True)
        kept.report(sc.Command(0.0, sc.Action.start))
        plain.report(sc.Command(0.0, sc.Action.start))
        told = list(kept.session.events)
        for i in range(steps):
            someone.step(plain)
            told += kept.observe(someone.posture)
            if i % 5 == 0:
                told += kept.tick(someone.now)
            if i in (200, 220):
                told += kept.report(sc.Command(None, sc.Action.pause if i == 200 else sc.Action.resume))
        told += kept.report(sc.FeltStretch(None, sc.Stretch.comfortable))
        kept.sync()
        del kept
        return path.read_bytes(), "".join(golden_line(plain, event) for event in told)


def write_history() -> None:
    whole = session().summary()
    ranges = {
        side: sc.Estimate(value=value, standard_error=1.25, within_session=0.5, count=6)
        for side, value in (("left", 31.5), ("right", 40.1))
    }
    short = sc.Summary(
        exercise="dynamic-inner-thigh-stretch",
        started=1.0,
        ended=200.25,
        end_reason="felt_freer",
        range_before=sc.Bilateral(**ranges),
        range_after=sc.Bilateral(**ranges),
        gain=sc.Gain(value=4.5, low=3.1, high=5.9, verdict="increased"),
        asymmetry=sc.Asymmetry(difference=8.6, low=6.0, high=11.2, verdict="left_tighter", tighter_side="left"),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history"
        with sc.History(path) as history:
            history.add("k-17", 1.8e9, whole)
            history.add("k-17", 1.8e9 + 86400.5, short)
            history.add("k-18", 1.8e9, short.replace(end_reason=None))
            exported = history.export_json("k-17") + history.export_json("k-18")
        database = sqlite3.connect(path)
        numbers = {
            name: database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        }
        lines = [*(f"PRAGMA {name} = {number};" for name, number in numbers.items()), *database.iterdump()]
        database.close()
    beside = Path(__file__).parent
    (beside / f"history_{numbers['user_version']}.sql").write_text("\n".join(lines) + "\n")
    (beside / f"history_{numbers['user_version']}.jsonl").write_text(exported)


def write_hex(path: Path, content: bytes) -> None:
    digits = content.hex()
    path.write_text("".join(digits[i : i + 120] + "\n" for i in range(0, len(digits), 120)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--journal", action="store_true")
    parser.add_argument("--history", action="store_true")
    asked = parser.parse_args()
    if asked.history:
        write_history()
        return
    if not asked.journal:
        write_records(asked.again)
    written, events = journal(400)
    write_hex(Path(__file__).parent / "session_journal.hex", written)
    (Path(__file__).parent / "session_journal.txt").write_text(events)


def write_records(again: bool) -> None:
    (schema,) = struct.unpack_from("<I", sc.to_archive(person()), 16)
    folder = Path(__file__).parent / f"records_{schema}"
    folder.mkdir(exist_ok=again)
    (folder / "layout.json").write_text(sc.archive_layout())
    for name, value in values().items():
        write_hex(folder / f"{name}.hex", sc.to_archive(value))
        if text := document(value):  # a state has none: what is in it is the library's own affair
            (folder / f"{name}.json").write_text(text)
    write_hex(folder / "journal.hex", journal(60)[0])


if __name__ == "__main__":
    main()
