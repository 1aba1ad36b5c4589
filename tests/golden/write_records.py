"""Writes the records of the present schema that every later version must read: tests/golden/records_<schema>/.

Each is there twice: its bytes as hexadecimal text, and the document of the same value. Run it once, when a schema
begins; what is there is never written again.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

import stretchcore as sc

TESTS = Path(__file__).resolve().parents[1]


def exercise(name: str) -> sc.Exercise:
    return sc.Exercise.from_json((TESTS / "data" / f"{name}.json").read_text())


def person() -> sc.Person:
    return sc.Person(
        key="k-17",
        profile="cautious",
        prescription=41.5,
        pain_limits=sc.PainLimits(amber_from=2, red_from=5),
        immobile_side=None,
        facts={"hip_surgery": sc.Fact.no, "pregnancy": sc.Fact.unknown},
        clearances=[sc.Clearance(code="hip_surgery", limit=20.0)],
        questionnaires={"parq": sc.Questionnaire(answers=("no", "nein", "いいえ"), clear=sc.Fact.yes)},
    )


def session() -> sc.Session:
    """In the middle of a block."""
    session = sc.Session(exercise("leg_swings"), sc.Person(key="k-17"), sc.SessionOptions(language="de"))
    someone = sc.VirtualPerson(seed=3, rate=10.0)
    while session.phase != "stretching" or session.view().repetitions < 3:
        someone.step(session)
    return session


def values() -> dict[str, sc.Archived]:
    now = session()
    nan = float("nan")
    recording = sc.Recording([0.0, 0.1, 0.2], source="imu_pair", knee_flexion_left=[1.0, nan, -0.0], pelvis_tilt=[0.1, 5e-324, nan])
    return {
        "exercise": exercise("leg_swings"),
        "person": person(),
        "options": sc.SessionOptions(language="de-AT", watched={"pelvis_list", "hip_abduction_left"}, neutral=sc.Neutral(tilt=1.25)),
        "recording": recording,
        "summary": now.summary(),
        "state": now.state(),
        "session": now,
    }


def document(value: sc.Archived) -> str:
    if isinstance(value, sc.Session):
        parts = {"exercise": value.exercise, "person": value.person, "options": value.options, "state": value.state()}
        return json.dumps({name: json.loads(part.to_json(-1)) for name, part in parts.items()}, indent=1) + "\n"
    if isinstance(value, sc.Recording):
        return json.dumps({"source": value.source, "time": list(value.time), **{c: list(value[c]) for c in value.channels}}, indent=1) + "\n"
    return value.to_json() + "\n"  # type: ignore[union-attr]


def main() -> None:
    (schema,) = struct.unpack_from("<I", sc.to_archive(person()), 16)
    folder = Path(__file__).parent / f"records_{schema}"
    folder.mkdir()
    (folder / "layout.json").write_text(sc.archive_layout())
    for name, value in values().items():
        digits = sc.to_archive(value).hex()
        lines = [digits[i : i + 120] for i in range(0, len(digits), 120)]
        (folder / f"{name}.hex").write_text("\n".join(lines) + "\n")
        (folder / f"{name}.json").write_text(document(value))


if __name__ == "__main__":
    main()
