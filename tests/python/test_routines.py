"""Routines: what is built in, how one is checked, fitted and shown."""

from __future__ import annotations

import json
import pickle

import pytest

pytest.importorskip("typer")
import stretchcore as sc
from stretchcore._commands import app
from typer.testing import CliRunner

WELL = sc.Person(facts=dict.fromkeys(sc.condition_codes(), "no"))
ROUTINES = sc.routines()


def having(*conditions: str) -> sc.Person:
    return sc.Person(facts={**WELL.facts, **dict.fromkeys(conditions, "yes")})


def exercises(fitted: sc.Fitted) -> set[str]:
    return {slot.exercise.id for slot in fitted.slots}


def said(*arguments: str) -> str:
    return CliRunner().invoke(app, ["routines", *arguments]).output


def test_ten_routines_are_built_in() -> None:
    assert {
        "desk-break", "hips-inner-thighs", "back-ease", "desk-neck-shoulders", "after-run", "morning", "evening",
        "hamstrings", "whole-body", "gentle-older",
    } <= set(ROUTINES)  # fmt: skip
    with pytest.raises(KeyError, match="did you mean desk-break"):
        ROUTINES["desk-brake"]


@pytest.mark.parametrize("id", ROUTINES)
def test_a_routine_is_read_back_as_it_was_written(id: str) -> None:
    routine = ROUTINES[id]
    assert sc.Routine.from_json(routine.to_json()) == routine
    assert pickle.loads(pickle.dumps(routine)) == routine
    assert all(finding.severity != "error" for finding in sc.check(routine))


def test_the_schema_of_a_routine_describes_every_member() -> None:
    schema = json.loads(sc.routine_schema())
    assert schema["required"] == ["schema", "id", "name", "slots"]
    assert all("description" in member for member in schema["properties"].values())
    assert all("description" in member for member in schema["$defs"]["Slot"]["properties"].values())


def test_an_order_that_breaks_a_rule_is_found_at_its_place() -> None:
    routine = ROUTINES["back-ease"]
    turned = routine.replace(slots=list(reversed(routine.slots)))
    found = [finding for finding in sc.check(turned) if finding.severity == "error"]
    assert found
    assert all(finding.path.startswith("slots") for finding in found)
    with pytest.raises(sc.InvalidModel):
        sc.fit(turned, WELL)


def test_own_exercises_can_stand_in_a_routine() -> None:
    own = sc.catalog()["neck-turn"].replace(id="my-turn")
    slot = sc.Slot(exercise="my-turn", dose=sc.BlockDose(per_block=4))
    last = sc.Slot(exercise="chair-cat-cow", dose=sc.BlockDose(per_block=4))
    routine = sc.Routine(id="mine", name={"en": "Mine"}, minutes=3, slots=[slot, last])
    assert "my-turn" in sc.check(routine)[0].message
    fitted = sc.fit(routine, WELL, exercises=[own, sc.catalog()["chair-cat-cow"]])
    assert [one.exercise.id for one in fitted.slots] == ["my-turn", "chair-cat-cow"]


def test_fitted_to_three_minutes_on_a_chair() -> None:
    fitted = sc.fit(ROUTINES["desk-break"], WELL, minutes=3, places=("chair",))
    assert fitted.seconds <= 3.3 * 60
    assert fitted.seconds == sum(one.seconds + one.slot.rest for one in fitted.slots)
    assert {change.why for change in fitted.changes} == {"minutes"}
    assert pickle.loads(pickle.dumps(fitted)) == fitted


@pytest.mark.parametrize("language", ["en", "de", "es"])
@pytest.mark.parametrize("id", ROUTINES)
def test_every_routine_fits_its_minutes_within_a_tenth_in_each_language_or_says_so(id: str, language: str) -> None:
    fitted = sc.fit(ROUTINES[id], WELL, options=sc.SessionOptions(language=language))
    assert fitted.too_long or fitted.seconds <= 66 * ROUTINES[id].minutes


# Scenarios of single persons ------------------------------------------------------------------------------------------


def test_1_a_desk_worker_of_whom_nothing_is_known_is_asked_first_and_keeps_the_routine() -> None:
    questions = sc.prepare(ROUTINES["desk-break"])
    assert 0 < len(questions) <= 5
    fitted = sc.fit(ROUTINES["desk-break"], minutes=5, places=("chair",))
    assert "neck-turn" in exercises(fitted)
    assert all(slot.frame.measure == "never" for slot in fitted.slots)


def test_2_in_the_24th_week_nothing_on_the_back_is_left_and_the_chair_is_offered() -> None:
    person = having("pregnancy", "pregnancy_second_half")
    fitted = sc.fit(ROUTINES["hips-inner-thighs"], person, minutes=12, places=("chair", "floor", "wall"))
    assert {slot.exercise.position for slot in fitted.slots} <= {"chair", "side", "standing"}
    assert "seated-inner-thigh-stretch" in exercises(fitted)
    assert exercises(fitted).isdisjoint({"bent-knee-fallout", "pelvic-tilts"})


def test_3_with_osteoporosis_no_bend_of_the_back_is_held() -> None:
    fitted = sc.fit(ROUTINES["gentle-older"], having("osteoporosis"), places=("chair",), at_least_65=True)
    assert exercises(fitted).isdisjoint({"childs-pose", "knee-to-chest"})
    assert fitted.slots


def test_4_a_new_hip_without_a_word_leaves_what_is_far_from_it() -> None:
    fitted = sc.fit(ROUTINES["desk-break"], having("hip_replacement"), places=("chair",))
    assert "neck-turn" in exercises(fitted)
    assert "chair-figure-four" not in exercises(fitted)


def test_19_whoever_fell_stays_on_the_chair() -> None:
    person = having("balance_problem", "floor_is_hard_to_reach")
    for id in ROUTINES:
        fitted = sc.fit(ROUTINES[id], person, minutes=10, places=("chair",))
        assert {slot.exercise.position for slot in fitted.slots} <= {"chair", "standing"}
        assert exercises(fitted).isdisjoint({"standing-quad-hold", "leg-swings"})


def test_20_with_half_the_minutes_and_no_wall_the_routine_is_not_squeezed() -> None:
    fitted = sc.fit(ROUTINES["hips-inner-thighs"], WELL, minutes=6, places=("floor",))
    assert "dynamic-inner-thigh-stretch" not in exercises(fitted)
    assert exercises(fitted) & {"supine-butterfly", "bent-knee-fallout"}
    assert fitted.seconds <= 1.1 * 360


# The command ----------------------------------------------------------------------------------------------------------


def test_the_command_lists_shows_and_refuses() -> None:
    assert "desk-break" in said()
    assert "Pause am Schreibtisch" in said("--language", "de")
    shown = said("desk-break", "--minutes", "3", "--place", "chair")
    assert "left out, because there are too few minutes" in shown
    assert json.loads(said("desk-break", "--json"))["id"] == "desk-break"
    assert json.loads(said("schema"))["title"] == "Routine"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("desk-brake",), "did you mean desk-break"),
        (("desk-break", "--minutes", "0"), "0 is below 1"),
        (("desk-break", "--minutes", "-4"), "-4 is below 1"),
        (("desk-break", "--place", "kitchen"), "is not one of chair, floor, wall, bed, field"),
        (("--minutes", "3"), "say which"),
    ],
)
def test_what_the_command_refuses_it_says_why(arguments: tuple[str, ...], words: str) -> None:
    result = CliRunner().invoke(app, ["routines", *arguments])
    assert result.exit_code != 0
    assert words in f"{result.output}{result.exception}"
