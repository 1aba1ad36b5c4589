"""Rules over a stream, without a session."""

from __future__ import annotations

import copy
import pickle

import numpy as np
import pytest
import stretchcore as sc

RULE = "abs(pelvis_list) > 5 deg for 0.4 s"


def tilting() -> sc.Recording:
    t = np.arange(300) / 30.0
    pelvis_list = 8.0 * np.sin(t)
    pelvis_list[100:150] = np.nan
    return sc.Recording(t, pelvis_list=pelvis_list, knee_flexion_left=np.full(300, 4.0), knee_flexion_right=t)


def test_a_condition() -> None:
    c = sc.parse_rule(RULE)
    assert c.text == RULE
    assert c.side is None
    assert c.channels == {"pelvis_list"}
    assert c == sc.parse_rule(RULE) != sc.parse_rule("pelvis_list > 5 deg")
    assert eval(repr(c), vars(sc)) == c
    assert pickle.loads(pickle.dumps(c)) == c
    assert copy.copy(c) == c


def test_a_rule_about_a_pair_stands_for_both_sides() -> None:
    left, right = sc.parse_rule_by_side("knee_flexion < 5 deg")
    assert (left.side, right.side) == ("left", "right")
    assert left.channels == {"knee_flexion_left"}
    for one in (left, right):
        assert eval(repr(one), vars(sc)) == one
        assert pickle.loads(pickle.dumps(one)) == one
    assert sc.Monitor(["knee_flexion < 5 deg", sc.parse_rule(RULE)]).conditions == (left, right, sc.parse_rule(RULE))


def test_a_rule_that_is_none_says_where() -> None:
    with pytest.raises(sc.RuleError) as refused:
        sc.parse_rule("abs(pelvis_lst) > 5 deg")
    assert refused.value.position == 4
    with pytest.raises(sc.RuleError):
        sc.Monitor(["pelvis_list >"])


@pytest.mark.parametrize("wrong", [RULE, 3, None, [3], [sc.Rule(id="a", when=RULE)]])
def test_what_is_no_list_of_rules(wrong: object) -> None:
    with pytest.raises(TypeError, match="expected a"):
        sc.Monitor(wrong)  # type: ignore[arg-type]


def test_verdicts_in_order() -> None:
    m = sc.Monitor(["pelvis_list > 5 deg", "pelvis_tilt > 5 deg"])
    assert m.observe(sc.Posture(0.0, pelvis_list=1.0, pelvis_tilt=9.0)) == ("ok", "violated")
    assert m.observe(sc.Posture(0.1, pelvis_list=6.0)) == (sc.RuleVerdict.violated, sc.RuleVerdict.unknown)
    assert m.tick(10.0) == ("unknown", "unknown")


def test_a_table_of_a_recording_is_its_rows() -> None:
    rec = tilting()
    rules = [RULE, "knee_flexion < 5 deg", "neck_flexion > 3 deg"]
    table = sc.Monitor(rules).run(rec)
    assert table.dtype == np.int8
    assert table.shape == (300, 4)
    one = sc.Monitor(rules)
    codes = {"ok": 0, "violated": 1, "unknown": 2}
    rows = [[codes[verdict] for verdict in one.observe(rec.posture(row))] for row in range(len(rec))]
    np.testing.assert_array_equal(table, rows)
    assert set(table[:, 0]) == {0, 1, 2}
    assert set(table[100:150, 0]) == {2}
    assert set(table[:, 3]) == {2}


def test_a_run_starts_afresh_and_leaves_the_monitor_as_it_was() -> None:
    rec = tilting()
    m = sc.Monitor([RULE])
    for time in (0.0, 0.5):
        m.observe(sc.Posture(time, pelvis_list=7.0))
    np.testing.assert_array_equal(m.run(rec), sc.Monitor([RULE]).run(rec))
    assert m.observe(sc.Posture(0.6, pelvis_list=7.0)) == ("violated",)
    assert sc.Monitor([RULE]).run(sc.Recording([])).shape == (0, 1)
    assert sc.Monitor([]).run(rec).shape == (300, 0)
