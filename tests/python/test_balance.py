"""Sides, gains and trials from Python."""

import copy

import numpy as np
import pytest
import stretchcore as sc

EXERCISE = sc.catalog()["dynamic-inner-thigh-stretch"]
WITHOUT_ERROR = sc.SessionOptions(error_model=sc.ErrorModel(session=0))


def opened(left: float, right: float) -> sc.Repetition:
    reach = sc.Bilateral(left, right)
    return sc.Repetition(reach=reach, peak=reach)


def test_two_measurings_say_more_of_the_sides_than_one() -> None:
    before = [opened(30 + d, 40 - d) for d in (0, 1, -1, 0.5)]
    after = [opened(33 + d, 43 - d) for d in (0.5, -1, 1, 0)]
    error = sc.ErrorModel(repetition=1, session=0)
    one, both = sc.compare_sides(before, error), sc.compare_sides(before, after, error)
    assert one.tighter_side == both.tighter_side == "left"
    assert both.high - both.low < one.high - one.low
    assert both.difference == pytest.approx(10, abs=1)


def test_a_known_error_is_given_with_its_correlation() -> None:
    known = sc.ErrorModel(repetition=2, session=0, correlation=0.5)
    estimate = sc.ranges([opened(30, 40)] * 4, known).left
    assert estimate.error_known
    interval = sc.interval(estimate)
    assert 30 in interval
    assert interval.high - interval.low == pytest.approx(2 * 1.96 * 2 * (2.0625 / 4) ** 0.5, rel=1e-3)
    with pytest.raises(sc.InvalidModel, match="correlation"):
        sc.Session(EXERCISE, options=sc.SessionOptions(error_model=sc.ErrorModel(correlation=0.99)))


def test_indices_have_names_formulas_and_limits() -> None:
    found = sc.indices(40, 50)
    assert found["LSI"] == pytest.approx(80)
    assert found["SI"] == pytest.approx(22.22, abs=0.01)
    assert list(found) == list(sc.index_formulas())
    assert all(formula and source for formula, source in sc.index_formulas().values())
    with pytest.raises(sc.InvalidModel, match="opposite sign"):
        sc.indices(-20, 30)
    with pytest.raises(sc.InvalidModel, match="compare degrees"):
        sc.indices(4, 5)


def test_sessions_are_by_consistency_trend_and_the_smallest_change_that_can_be_seen() -> None:
    differences = [9, 8, 7, 9, 10, 8, 9, 9, 8]
    markers = sc.error_model("optical_markers")
    assert sc.consistency(differences, markers).tighter_side == "left"
    assert sc.consistency(differences[1:], markers).tighter_side is None
    assert sc.consistency(differences * 20, sc.error_model("phone_camera")).tighter_side is None
    sessions = [sc.Asymmetry(difference=each, sensor_error=2.0) for each in differences]
    assert sc.consistency(sessions).tighter_side == "left"
    assert sc.consistency([each.replace(sensor_error=None) for each in sessions]).tested == 0
    trend = sc.trend([0, 1, 2, 3, 4], [10, 11, 12, 13, 14])
    assert trend is not None
    assert trend.slope == pytest.approx(1)
    assert not sc.plateau(trend)
    assert sc.trend([0, 1], [10, 11]) is None
    with pytest.raises(sc.InvalidModel, match="values"):
        sc.trend([0, 1, 2], [10, 11])
    first = sc.Estimate(value=40, standard_error=2.2, within_session=0.5, count=6)
    assert sc.compare_sessions(first, first.replace(value=46.2)).verdict == "increased"
    assert sc.compare_sessions(first, first.replace(value=46)).verdict == "undetermined"


def test_a_trial_puts_claims_beside_the_truth() -> None:
    people = [sc.VirtualPerson(seed, easy_left=34, easy_right=44, gain=0, settles_in=3) for seed in range(1, 9)]
    rows = sc.run_trial(people, EXERCISE, WITHOUT_ERROR)
    assert {len(column) for column in rows.values()} == {8}
    assert rows["easy_before_left"] == pytest.approx(np.full(8, 34))
    assert (rows["sides"] == "left_tighter").all()
    assert (rows["change"] != "increased").all()
    again = sc.run_trial(people, EXERCISE, WITHOUT_ERROR, threads=1)
    for name, column in rows.items():
        np.testing.assert_array_equal(column, again[name])


def test_a_trial_leaves_the_people_as_they_were() -> None:
    person = sc.VirtualPerson(3, easy_left=30)
    before = copy.copy(person)
    sc.run_trial([person], EXERCISE)
    assert person.now == before.now == 0
    assert person.easy == before.easy
    assert person.limit.left == person.easy.left + person.traits.beyond


def test_people_and_threads_that_cannot_be_are_refused() -> None:
    with pytest.raises(TypeError):
        sc.run_trial([1], EXERCISE)  # type: ignore[list-item]
    with pytest.raises(sc.InvalidModel, match="threads"):
        sc.run_trial([], EXERCISE, threads=-1)
    assert all(len(column) == 0 for column in sc.run_trial([], EXERCISE).values())
