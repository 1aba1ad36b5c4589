"""The page for authors: every member is described, its example is accepted, its generated parts are up to date."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import stretchcore as sc

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "authoring"
PAGE = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
DESCRIPTIONS = ROOT / "src" / "document" / "descriptions.json"

needs_counted = pytest.mark.skipif(not hasattr(sc.Plan, "counted"), reason="needs the rebuilt module: Plan.counted")


def _script() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("authoring", str(SCRIPT))
    spec = importlib.util.spec_from_loader("authoring", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = written
    return module


authoring = _script()


def described() -> dict[str, str]:
    """The descriptions; a key that is there twice is refused."""

    def once(pairs: list[tuple[str, str]]) -> dict[str, str]:
        names = [name for name, _ in pairs]
        assert len(set(names)) == len(names), sorted({name for name in names if names.count(name) > 1})
        return dict(pairs)

    found: dict[str, str] = json.loads(DESCRIPTIONS.read_text(encoding="utf-8"), object_pairs_hook=once)
    return found


# --- Descriptions -----------------------------------------------------------------------------------------------------


def test_each_member_and_each_word_of_the_schema_is_described_and_nothing_else() -> None:
    wanted = authoring.keys(json.loads(sc.exercise_schema())) | authoring.keys(json.loads(sc.routine_schema()))
    assert sorted(wanted - described().keys()) == []
    assert sorted(described().keys() - wanted) == []


def test_the_schema_is_looked_through_to_its_ends() -> None:
    wanted = authoring.keys(json.loads(sc.exercise_schema()))
    assert {"Exercise", "Exercise.schema", "Hold.duration", "ContractRelax.kind", "Motion.hip_abduction"} <= wanted


def test_descriptions_are_sorted_one_a_line() -> None:
    written = json.dumps(described(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert DESCRIPTIONS.read_text(encoding="utf-8") == written


def test_a_description_is_a_short_sentence() -> None:
    def poor(text: str) -> bool:
        return (
            len(text.split()) < 3 or not text.endswith(".") or len(text) > 200 or "|" in text or "see " in text.lower()
        )

    assert {key: text for key, text in described().items() if poor(text)} == {}


@pytest.mark.parametrize(
    ("type_name", "default"),
    [
        ("Movement", sc.Movement()),
        ("Repeat", sc.Repeat()),
        ("Hold", sc.Hold()),
        ("ContractRelax", sc.ContractRelax()),
        ("Dose", sc.Dose()),
        ("Guard", sc.Guard()),
        ("Cue", sc.Cue(id="a", text={"en": "Rest."})),
        ("Rule", sc.Rule(id="a", when="pelvis_list > 5 deg")),
    ],
)
def test_a_default_number_or_word_is_said_as_it_is(type_name: str, default: Any) -> None:
    said = described()
    wrong = {}
    for key, text in said.items():
        owner, _, member = key.partition(".")
        found = re.search(r"(?:^|[;,.] )([\w.]+) if left out", text)
        if owner != type_name or not found:
            continue
        value = getattr(default, "from_" if member == "from" and hasattr(default, "from_") else member, None)
        shown = f"{value:g}" if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value).lower()
        if found[1] not in (shown, "repeat"):
            wrong[key] = (found[1], shown)
    assert wrong == {}


SMALL: dict[str, Any] = {"schema": 2, "id": "a-b", "name": {"en": "A"}, "dose": {"goal": "move_easily"}}
OPENING = {"motion": "hip_abduction"}
CUE = {"id": "a", "text": {"en": "Rest."}}


def with_effort(kind: str, member: str) -> Callable[[float], dict[str, Any]]:
    return lambda value: {"movement": {"effort": {"kind": kind, member: value}, "shortest_repetition": 0.5}}


def with_dose(member: str) -> Callable[[float], dict[str, Any]]:
    return lambda value: {"dose": {"goal": "move_easily", member: value}}


def with_block(member: str) -> Callable[[float], dict[str, Any]]:
    return lambda value: {"dose": {"goal": "move_easily", "lean": {member: value}}}


# What an exercise accepts: the least and the greatest value, and a step beyond either.
LIMITS: dict[str, tuple[Callable[[float], dict[str, Any]], float, float, float]] = {
    "Repeat.out": (with_effort("repeat", "out"), 0.5, 30, 0.01),
    "Repeat.back": (with_effort("repeat", "back"), 0.5, 30, 0.01),
    "Repeat.stay": (with_effort("repeat", "stay"), 0, 5, 0.01),
    "Hold.duration": (with_effort("hold", "duration"), 1, 300, 0.01),
    "Hold.holds_each_side": (with_effort("hold", "holds_each_side"), 1, 10, 1),
    "ContractRelax.contract": (with_effort("contract_relax", "contract"), 1, 30, 0.01),
    "ContractRelax.hold": (with_effort("contract_relax", "hold"), 1, 300, 0.01),
    "ContractRelax.holds_each_side": (with_effort("contract_relax", "holds_each_side"), 1, 10, 1),
    "ContractRelax.effort": (with_effort("contract_relax", "effort"), 0.1, 0.75, 0.01),
    "Movement.floor_amplitude": (lambda v: {"movement": {**OPENING, "floor_amplitude": v}}, 1, 180, 0.1),
    "Movement.anatomy": (lambda v: {"movement": {**OPENING, "anatomy": v}}, -90, 180, 0.1),
    "Movement.anatomy_back": (
        lambda v: {
            "movement": {
                "motion": "pelvis_tilt",
                "direction": "both",
                "sides": "midline",
                "counted_by": "leading",
                "anatomy_back": v,
            }
        },
        0,
        180,
        0.1,
    ),
    "Guard.tolerance": (lambda v: {"guards": [{"tolerance": v}]}, 1, 90, 0.1),
    "Dose.per_block": (with_dose("per_block"), 1, 30, 1),
    "Dose.most_blocks": (with_dose("most_blocks"), 1, 4, 1),
    "Dose.cap_repetitions": (with_dose("cap_repetitions"), 1, 60, 1),
    "Dose.cap_moving": (with_dose("cap_moving"), 1, 600, 0.01),
    "Dose.cap_in_position": (with_dose("cap_in_position"), 1, 3600, 0.01),
    "Dose.rest": (with_dose("rest"), 0, 300, 0.01),
    "BlockDose.per_block": (with_block("per_block"), 1, 30, 1),
    "BlockDose.holds_each_side": (with_block("holds_each_side"), 1, 10, 1),
    "BlockDose.duration": (with_block("duration"), 1, 300, 0.01),
    "Cue.then_wait": (lambda v: {"cues": [{**CUE, "then_wait": v}]}, 0, 120, 0.01),
    "Cue.cooldown": (lambda v: {"cues": [{**CUE, "cooldown": v}]}, 0, 3600, 0.01),
    "Cue.at_most": (lambda v: {"cues": [{**CUE, "at_most": v}]}, 1, 100, 1),
    "SpokenFile.length": (
        lambda v: {"cues": [{**CUE, "spoken": {"en": {"file": "a.wav", "length": v}}}]},
        0.1,
        60,
        0.01,
    ),
    "Rule.unknown_after": (
        lambda v: {"rules": [{"id": "a", "when": "pelvis_list > 5 deg", "unknown_after": v}]},
        0,
        60,
        0.01,
    ),
    "Contraindication.most_of_easy": (
        lambda v: {"contraindications": [{"code": "a", "caution": "modify", "text": {"en": "A."}, "most_of_easy": v}]},
        0.1,
        1,
        0.01,
    ),
    "StickFigure.start": (lambda v: {"figure": {"start": {"pelvis_tilt": v}}}, -180, 180, 0.1),
}


@pytest.mark.parametrize("key", LIMITS)
def test_a_limit_is_said_as_it_is_kept(key: str) -> None:
    document, least, most, step = LIMITS[key]

    def accepted(value: float) -> bool:
        try:
            sc.Exercise.from_json(json.dumps({**SMALL, **document(value)}))
        except sc.DocumentError:
            return False
        return True

    assert accepted(least) and accepted(most)
    assert not accepted(least - step) and not accepted(most + step)
    said = re.findall(r"-?\d+(?:\.\d+)?", described()[key])
    assert f"{least:g}" in said and f"{most:g}" in said, described()[key]


# --- The example ------------------------------------------------------------------------------------------------------


def example() -> str:
    found = re.findall(r"<!-- example -->\n\n```json\n(.*?)\n```", PAGE, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def test_the_example_is_accepted_without_an_error_or_a_warning() -> None:
    exercise = sc.Exercise.from_json(example())
    assert [each for each in sc.check(exercise) if each.severity != sc.Severity.note] == []
    assert {each.path for each in sc.check(exercise)} == {"reviewed_by.en", "reviewed_by.de", "reviewed_by.es"}


def test_the_example_is_a_session_that_names_both_sides_and_leads_out() -> None:
    exercise = sc.Exercise.from_json(example())
    assert exercise.id not in sc.catalog() and set(exercise.alternatives) <= set(sc.catalog())
    lines = [line.text for line in sc.script(exercise, 240).lines]
    assert sum("toes of your left foot" in line for line in lines) == 1
    assert sum("toes of your right foot" in line for line in lines) == 1
    assert lines.count("Stay 20 seconds, and breathe.") == 4
    assert "Stand up slowly if you like, a hand on the chair." in lines


def test_each_member_of_the_example_is_explained() -> None:
    section = PAGE.split("What each member does", 1)[1].split("## Choosing", 1)[0]
    explained = set(re.findall(r"\*\*`(\w+)`\*\*", section))
    assert explained == set(json.loads(example()))


def test_what_follows_from_the_demands_of_the_example_is_what_the_page_says() -> None:
    section = PAGE.split("<!-- follows -->", 1)[1].split("<!-- end of follows -->", 1)[0]
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \| `(\w+)` \|$", section, re.MULTILINE)
    follows = sc.with_conditions(sc.Exercise.from_json(example())).contraindications
    assert rows == [(each.code, str(each.caution), str(each.unknown_means)) for each in follows]


# --- What is refused --------------------------------------------------------------------------------------------------

REFUSED: list[dict[str, Any]] = [
    {"schema": None},
    {"movment": {}},
    {"movement": {"effort": {"duration": 30}}},
    {"movement": {"motion": "hip_flexion", "direction": "negative", "sides": "one"}},
    {"movement": {"motion": "hip_flexion", "sides": "midline"}},
    {"movement": {"motion": "neck_rotation"}},
    {"movement": {"motion": "pelvis_tilt", "sides": "alternating", "counted_by": "leading"}},
    {"movement": {**OPENING, "sides": "one", "counted_by": "leading", "anatomy": 40, "floor_level": 60}},
    {"movement": OPENING, "guards": [OPENING]},
    {"guards": [{"motion": "knee_flexion", "from": "band", "low": 5}]},
    {"guards": [{"motion": each} for each in ("knee_flexion", "ankle_dorsiflexion", "hip_flexion", "pelvis_list")]},
    {"rules": [{"id": "still", "when": "pelvis_list > 5", "words": {"en": "Still."}}]},
    {"cues": [{"id": "stay", "moment": "hold", "text": {"en": "Stay {seconds} seconds."}}]},
    {"cues": [{"id": "call", "moment": "call", "text": {"en": "Call."}}]},
    {
        "position": "chair",
        "demands": ["wrist_end"],
        "contraindications": [{"code": "wrist_pain", "caution": "fine", "text": {"en": "A sore wrist."}}],
    },
    {"movement": OPENING, "dose": {"cap_repetitions": 20}},
    {"position": "chair", "setup": {"body": "lying"}},
]


def messages() -> list[str]:
    table = PAGE.split("| message | write |", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^\| `(.*?)` \| ", table, re.MULTILINE)


def test_the_page_has_a_message_for_each_case_here() -> None:
    assert len(messages()) == len(REFUSED)


@pytest.mark.parametrize(("wrong", "message"), list(zip(REFUSED, messages(), strict=False)))
def test_a_message_is_what_the_page_says(wrong: dict[str, Any], message: str) -> None:
    document = {key: value for key, value in {**SMALL, **wrong}.items() if value is not None}
    with pytest.raises(sc.DocumentError) as refused:
        sc.Exercise.from_json(json.dumps(document))
    assert str(refused.value).split("\n", 1)[0] == message


def test_the_rows_of_directions_are_accepted() -> None:
    table = PAGE.split("| the person | `motion` |", 1)[1].split("\n\n", 1)[0]
    rows = re.findall(r"^\| [^|`]+ \| `(\w+)` \| (?:`(\w+)`|leave it out) \| `(\w+)` \|$", table, re.MULTILINE)
    assert len(rows) == table.count("\n") - 1
    for motion, direction, sides in rows:
        movement = {"motion": motion, "sides": sides, "counted_by": "sum" if sides == "together" else "leading"}
        if direction:
            movement["direction"] = direction
        dose = {"goal": "move_easily"} if direction == "both" else {}
        if direction == "both":
            movement["anatomy_back"] = 20
        sc.Exercise.from_json(json.dumps({**SMALL, "movement": movement, "dose": dose}))


# --- Generated parts --------------------------------------------------------------------------------------------------


def checked(section: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check", section], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


def test_the_tables_of_members_are_as_they_would_be_written() -> None:
    assert checked("members") == (0, "")


@needs_counted
def test_the_table_of_sources_is_as_it_would_be_written() -> None:
    assert checked("seen") == (0, "")


def test_the_table_of_sources_has_a_row_for_each_exercise() -> None:
    section = PAGE.split("<!-- begin: seen -->", 1)[1].split("<!-- end: seen -->", 1)[0]
    named = re.findall(r"^\| [\w ]+ \| `([\w-]+)` \| ", section, re.MULTILINE)
    assert sorted(named) == sorted(sc.catalog())
    assert {column.source for column in authoring.columns()} == set(sc.Source)


def test_each_command_of_the_page_exists() -> None:
    typer = pytest.importorskip("typer")
    pytest.importorskip("rich")
    from stretchcore._commands import app

    commands = typer.main.get_command(app).commands
    named = set(re.findall(r"`stretchcore ([a-z]+)", PAGE))
    if "new" not in commands:
        pytest.skip("needs the command new")
    assert named <= set(commands)
    options = {option for each in commands["catalog"].params for option in each.opts}
    assert "--sheet" in options
