"""What is raised, what it is, and what it knows of the place."""

from __future__ import annotations

import pickle

import pytest
import stretchcore as sc


@pytest.mark.parametrize(
    "kind", [sc.InvalidModel, sc.DocumentError, sc.RuleError, sc.RecordingError, sc.RecordError, sc.CorruptRecord]
)
def test_every_error_is_ours_and_a_value_error(kind: type[sc.Error]) -> None:
    assert issubclass(kind, sc.Error)
    assert issubclass(kind, ValueError)
    assert issubclass(kind, Exception)
    assert kind.__module__ == "stretchcore"
    assert kind.__doc__


def test_a_document_error_has_the_path() -> None:
    with pytest.raises(sc.DocumentError, match=r"movement.sides: .*booth") as refused:
        sc.Exercise.from_json('{"schema": 1, "id": "a", "name": {"en": "A"}, "movement": {"sides": "booth"}}')
    assert refused.value.path == "movement.sides"
    with pytest.raises(sc.DocumentError) as refused:
        sc.Exercise.from_json("[]")
    assert refused.value.path == ""


def test_a_rule_error_has_the_position() -> None:
    with pytest.raises(sc.RuleError, match="pelvis_list") as refused:
        sc.parse_rule("abs(pelvis_lst) > 5 deg")
    assert refused.value.position == 4


def test_a_limit_has_the_field() -> None:
    with pytest.raises(sc.InvalidModel) as refused:
        sc.VirtualPerson(rate=1.0)
    assert refused.value.field == "rate"


def test_errors_can_be_pickled_with_what_they_know() -> None:
    with pytest.raises(sc.RuleError) as refused:
        sc.parse_rule("abs(pelvis_lst) > 5 deg")
    again = pickle.loads(pickle.dumps(refused.value))
    assert (str(again), again.position) == (str(refused.value), refused.value.position)


def test_an_unknown_exercise() -> None:
    with pytest.raises(KeyError, match="did you mean dynamic-inner-thigh-stretch"):
        sc.catalog()["dynamic-inner-thigh"]
    assert "nothing" not in sc.catalog()
    with pytest.raises(TypeError):
        sc.catalog()["mine"] = sc.catalog()["dynamic-inner-thigh-stretch"]  # type: ignore[index]


def test_a_finding_is_a_value_and_never_raised() -> None:
    exercise = sc.catalog()["dynamic-inner-thigh-stretch"]
    assert not [finding for finding in sc.check(exercise) if finding.severity == "error"]
    wrong = exercise.replace(rules=[sc.Rule(id="odd", when="pelvis_lst > 5 deg")])
    findings = [finding for finding in sc.check(wrong) if finding.severity is sc.Severity.error]
    assert any(finding.path == "rules[0].when" for finding in findings)
    with pytest.raises(sc.RuleError):
        sc.Session(wrong)
