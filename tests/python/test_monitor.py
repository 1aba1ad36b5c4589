"""Rules over a stream, without a session."""

from __future__ import annotations

import copy
import pickle
import re
from pathlib import Path

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


def test_margins_are_degrees_inside_the_limit_and_nothing_where_nothing_was_seen() -> None:
    rules = ["pelvis_list > 5 deg", "abs(rate(pelvis_list)) > 40 deg/s", "hip_abduction > 60 deg"]
    m = sc.Monitor(rules)
    assert m.margins == (None, None, None, None)
    m.observe(sc.Posture(0.0, pelvis_list=1.0, hip_abduction_left=65.0))
    assert m.margins == (4.0, None, -5.0, None)
    m.observe(sc.Posture(0.5, pelvis_list=2.0))
    assert m.margins == (3.0, 38.0, None, None)
    assert [c.margin_unit for c in m.conditions] == ["deg", "deg/s", "deg", "deg"]
    assert sc.parse_rule("pelvis_list > 5 deg or rate(pelvis_list) > 1 deg/s").margin_unit is None
    assert sc.parse_rule("hip_abduction_left / hip_abduction_right > 2").margin_unit == "1"


def test_memory_does_not_grow_with_the_window() -> None:
    assert sc.Monitor([RULE]).memory == sc.Monitor([RULE.replace("0.4 s", "599 s")]).memory


def tables() -> list[list[list[str]]]:
    """The tables of docs/rules.md that show a rule over time: rows of cells."""
    text = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| time \[s\](?:.*\n)(?:\|.*\n)+", text, re.MULTILINE)
    return [[[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()] for table in found]


@pytest.mark.parametrize("table", tables())
def test_the_tables_of_the_rule_language_are_what_it_does(table: list[list[str]]) -> None:
    times, _, *rows = table
    angles = {row[0].split("`")[1]: row[1:] for row in rows if "[°]" in row[0]}
    channels = {
        name: [np.nan if cell == "*absent*" else float(cell) for cell in cells] for name, cells in angles.items()
    }
    recording = sc.Recording([float(time) for time in times[1:]], **channels)
    rules = [row for row in rows if "[°]" not in row[0]]
    assert rules
    for rule, *verdicts in rules:
        found = sc.Monitor([rule.strip("`")]).run(recording)[:, 0]
        assert [("ok", "violated", "unknown")[each] for each in found] == verdicts, rule


def test_the_examples_of_the_rule_language_are_rules() -> None:
    text = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    examples = text.split("## Examples")[1].split("## Messages")[0]
    found = re.findall(r"^\| `([^`]+)`", examples, re.MULTILINE)
    assert len(found) > 8
    for rule in found:
        assert sc.parse_rule_by_side(rule)


def test_explain_in_python() -> None:
    assert sc.explain("knee_flexion < 0 deg") == "On either side: violated while the knee flexion is below 0°."
    left, _ = sc.parse_rule_by_side("knee_flexion < 0 deg")
    assert sc.explain(left) == "Violated while the left knee flexion is below 0°."
    with pytest.raises(sc.RuleError):
        sc.explain("pelvsi > 5 deg")
    with pytest.raises(TypeError):
        sc.explain(3)  # type: ignore[arg-type]


def test_docs_explain_rules_as_the_library_does() -> None:
    text = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(.+)` \| (Violated .*\.|On either .*\.) \|$", text, re.MULTILINE)
    assert len(rows) >= 5
    for rule, sentence in rows:
        assert sc.explain(rule) == sentence
