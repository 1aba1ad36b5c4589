"""One battery over every described type that Python knows."""

from __future__ import annotations

import copy
import pickle
from enum import Enum
from typing import Any

import pytest
import stretchcore as sc
from hypothesis import given
from hypothesis import strategies as st

ENGLISH = {"en": "Rest."}
STRETCH = sc.Exercise(id="a-stretch", name=ENGLISH)
SLOT = sc.Slot(exercise="a-stretch", dose=sc.BlockDose(per_block=4))
# What has no sensible default, for the types that cannot do without.
NEEDED: dict[type, dict[str, Any]] = {
    sc.Cue: {"id": "rest", "text": ENGLISH},
    sc.SpokenFile: {"file": "rest.ogg", "length": 1.5},
    sc.Phrase: {"text": "Rest."},
    sc.Rule: {"id": "pelvis-quiet", "when": "abs(pelvis_list) > 5 deg"},
    sc.Contraindication: {"code": "hip_surgery", "text": ENGLISH},
    sc.Clearance: {"code": "hip_surgery"},
    sc.Exercise: {"id": "a-stretch", "name": ENGLISH},
    sc.Prescription: {"by": "physio"},
    sc.Slot: {"exercise": "a-stretch", "dose": sc.BlockDose(per_block=4)},
    sc.Routine: {"id": "a-routine", "name": ENGLISH, "slots": [SLOT]},
    sc.FittedChange: {"before": SLOT},
    sc.FittedSlot: {"slot": SLOT, "exercise": STRETCH},
    sc.Skeleton: {name: getattr(sc.skeleton("coco-17"), name) for name in sc.Skeleton.__match_args__},
    sc.ImuCalibration: {"sensors": [sc.PlacedSensor()], "right": sc.Vector3(0, -1, 0)},
}
EVENTS = sc.Event.__args__
INPUTS = tuple(kind for kind in sc.Input.__args__ if kind is not sc.Posture)
BY_POSITION = (*EVENTS, *INPUTS, sc.Orientation, sc.Vector3)
TYPES = [
    value
    for value in vars(sc).values()
    if isinstance(value, type) and hasattr(value, "replace") and hasattr(value, "__match_args__")
    if not issubclass(value, Enum) and value is not sc.Bilateral
]

every_type = pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)


def plain(kind: type) -> Any:
    return kind(**NEEDED.get(kind, {}))


def members(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__match_args__}


def alternative(value: Any) -> Any:
    """Something else of the same kind, or None where nothing is known."""
    if isinstance(value, Enum):
        return list(type(value))[-1]
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    if isinstance(value, dict):
        return {"de": "Ruhe."}
    if isinstance(value, frozenset):
        return frozenset({"pelvis_tilt", "hip_abduction_left", "neck_rotation"})
    return None


def changed(value: Any) -> list[Any]:
    """Values that differ in one member, as far as the limits allow."""
    others = []
    for name, member in members(value).items():
        other = alternative(member)
        if other is None or other == member:
            continue
        try:
            others.append(value.replace(**{name: other}))
        except (TypeError, ValueError):
            continue  # beyond a limit, or a dict of something else
    return others


def test_the_battery_meets_them_all() -> None:
    assert len(TYPES) >= 60
    assert set(BY_POSITION) < set(TYPES)


@every_type
def test_a_value_equals_its_like_and_nothing_else(kind: type) -> None:
    value = plain(kind)
    assert value == plain(kind)
    assert value != 1
    assert value is not None
    for other in changed(value):
        assert other != value
        assert other == other.replace()
    with pytest.raises(TypeError, match="unhashable"):
        hash(value)


@every_type
def test_the_repr_evaluates_back(kind: type) -> None:
    for value in (plain(kind), *changed(plain(kind))):
        if kind in (sc.Summary, sc.Analysis):  # what came of a person belongs into no log
            assert repr(value).startswith(f"<{kind.__name__}: ")
        else:
            assert eval(repr(value), vars(sc)) == value


@every_type
def test_it_can_be_pickled_and_copied(kind: type) -> None:
    for value in (plain(kind), *changed(plain(kind))):
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(value, protocol)) == value
        assert copy.copy(value) == value
        assert copy.deepcopy(value) == value


@every_type
def test_it_cannot_be_changed(kind: type) -> None:
    value = plain(kind)
    for name, member in members(value).items():
        with pytest.raises(AttributeError):
            setattr(value, name, member)


@every_type
def test_an_unknown_argument_is_refused_with_a_suggestion(kind: type) -> None:
    name = kind.__match_args__[-1]
    typo = name[:-1] + "xx"
    for make in (kind, plain(kind).replace):
        with pytest.raises(TypeError, match=rf"{kind.__name__}\(\) has no argument {typo}"):
            make(**{typo: 1})
    if len(name) > 4:
        with pytest.raises(TypeError, match=f"did you mean {name}"):
            kind(**{name + "s": 1})


@every_type
def test_a_value_of_the_wrong_kind_is_refused_by_name(kind: type) -> None:
    for name in kind.__match_args__:
        with pytest.raises(TypeError, match=rf"^{kind.__name__}\.{name}: expected "):
            kind(**{name: object()})


@every_type
def test_arguments_are_given_by_keyword_or_in_order(kind: type) -> None:
    values = list(members(plain(kind)).values())
    if kind in BY_POSITION:
        assert kind(*values) == plain(kind)
        with pytest.raises(TypeError, match="at most"):
            kind(*values, 1)
        with pytest.raises(TypeError, match="twice"):
            kind(values[0], **{kind.__match_args__[0]: values[0]})
    else:
        with pytest.raises(TypeError, match="keyword"):
            kind(*values)


@every_type
def test_every_member_is_documented(kind: type) -> None:
    assert kind.__doc__
    assert kind.__module__ == "stretchcore"
    for name in kind.__match_args__:
        assert getattr(kind, name).__doc__.strip()
        assert f"\n{name} : default " in kind.__doc__


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_every_event_has_a_time_and_is_a_document(kind: type) -> None:
    event = kind(time=12.5)
    assert event.time == 12.5
    assert sc.event_from_json(event.to_json()) == event


@pytest.mark.parametrize("kind", INPUTS, ids=lambda kind: kind.__name__)
def test_every_input_is_a_document(kind: type) -> None:
    given_ = kind(time=12.5)
    assert sc.input_from_json(given_.to_json(indent=-1)) == given_


@pytest.mark.parametrize("kind", [kind for kind in TYPES if hasattr(kind, "from_json")], ids=lambda kind: kind.__name__)
def test_documents_read_back(kind: type) -> None:
    value = sc.catalog()["dynamic-inner-thigh-stretch"] if kind is sc.Exercise else plain(kind)
    assert kind.from_json(value.to_json()) == value
    assert kind.from_json(value.to_json(indent=-1)) == value
    with pytest.raises(sc.DocumentError):
        kind.from_json('{"schema": 1, "nonsense": 3}')


def test_from_is_a_keyword_of_python() -> None:
    event = sc.PhaseChanged(1.0, from_="ready", to="setting_up")
    assert event.from_ is sc.Phase.ready
    assert '"from"' in event.to_json()


@given(st.integers(-(2**50), 2**50))
def test_nanoseconds_cross_and_come_back(nanoseconds: int) -> None:
    seconds = nanoseconds / 1e9
    assert sc.Tick(seconds).time == seconds
    assert sc.input_from_json(sc.Tick(seconds).to_json()) == sc.Tick(seconds)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_degrees_cross_unchanged(angle: float) -> None:
    target = sc.Target(angle=angle)
    assert target.angle == angle
    assert eval(repr(target), vars(sc)) == target


def test_whole_numbers_do_for_seconds_and_degrees() -> None:
    assert sc.Tick(2) == sc.Tick(2.0)
    assert sc.Target(angle=30).angle == 30.0


@pytest.mark.parametrize("wrong", [True, "1", None, [1.0]])
def test_what_is_no_number_is_no_time(wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"Tick.time: expected seconds as a number, got"):
        sc.Tick(wrong)


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), -float("inf"), 1e10, -1e300])
def test_what_is_no_moment_is_no_time(wrong: float) -> None:
    with pytest.raises(ValueError, match=r"Tick.time: expected seconds"):
        sc.Tick(wrong)


def test_limits_are_named() -> None:
    with pytest.raises(sc.InvalidModel, match="30") as refused:
        sc.Dose(per_block=31)
    assert refused.value.field == "per_block"
    with pytest.raises(sc.InvalidModel):
        sc.PainRating(1.0, 11)
    with pytest.raises(sc.InvalidModel):
        sc.Dose().replace(per_block=31)


def test_the_place_of_a_wrong_part_is_named() -> None:
    with pytest.raises(TypeError, match=r"Exercise.guards\[1\]: expected Guard, got int"):
        sc.Exercise(id="a", name=ENGLISH, guards=[sc.Guard(), 3])  # type: ignore[list-item]
    with pytest.raises(TypeError, match=r"Movement.effort: expected Repeat or Hold or ContractRelax, got Dose"):
        sc.Movement(effort=sc.Dose())  # type: ignore[arg-type]
    with pytest.raises(
        ValueError, match=r"SessionOptions.watched: .hip_abduction. is not a channel; did you mean hip_"
    ):
        sc.SessionOptions(watched=["hip_abduction"])


def test_sequences_and_words_cannot_be_changed_from_outside() -> None:
    exercise = sc.catalog()["dynamic-inner-thigh-stretch"]
    assert isinstance(exercise.cues, tuple)
    exercise.name["en"] = "Something else"
    assert exercise.name["en"] != "Something else"


def test_events_match_by_pattern() -> None:
    match sc.RepetitionCompleted(3.0, 2, sc.Repetition(start=1.0)):
        case sc.RepetitionCompleted(time, number, sc.Repetition(start=start)):
            assert (time, number, start) == (3.0, 2, 1.0)
        case _:
            pytest.fail("no match")


def test_a_question_knows_its_choices() -> None:
    asked = sc.QuestionAsked(1.0, kind="change")
    assert asked.choices == ("freer", "same", "tighter")
    assert asked.choices[0] is sc.Choice.freer
    for kind in sc.QuestionKind:
        rated = kind == sc.QuestionKind.pain  # answered with a number
        assert bool(sc.QuestionAsked(kind=kind).choices) != rated
