"""`stretchcore check`: all that is wrong in exercises and rule files, at its place, and what the rules say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("typer")
pytest.importorskip("rich")
import stretchcore as sc
from hypothesis import given, settings
from hypothesis import strategies as st
from stretchcore import _core, _json_places, _problems
from stretchcore._commands import app
from typer.testing import CliRunner

EXERCISE = sc.catalog()["dynamic-inner-thigh-stretch"].to_json()
SIDE_BEND = """\
{
  "schema": 1,
  "id": "side-bend",
  "name": {"en": "Easy side bend"},
  "summary": {"en": "Bend slowly to the left and back."},
  "movement": {
    "motion": "spine_side_bend",
    "sides": "midline",
    "effort": {"kind": "repeat", "out": 3, "back": 3},
    "counted_by": "leading",
    "floor_amplitude": 8,
    "floor_level": 10,
    "anatomy": 35
  },
  "dose": {"goal": "move_easily", "per_block": 8},
  "rules": [{"id": "level", "when": "abs(pelvis_list) > 5 deg", "words": {"en": "Level."}}]
}
"""


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def run(*arguments: object) -> Any:
    outcome = CliRunner().invoke(app, ["check", *(str(argument) for argument in arguments)])
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit), outcome.exception
    return outcome


NOT_READ = "no reader is named for these words of safety"


def checked(text: str | bytes, name: str = "mine.rules") -> tuple[int, list[str]]:
    """The exit code and the lines that are said of a file."""
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
    outcome = run(name)
    assert outcome.stderr == ""
    return outcome.exit_code, [line for line in outcome.stdout.splitlines() if NOT_READ not in line]


def errors(text: str | bytes, name: str = "mine.json") -> list[str]:
    """What is wrong and where, without source lines and carets."""
    code, lines = checked(text, name)
    said = [line.removeprefix(f"{name}:") for line in lines if re.match(rf"{re.escape(name)}:\d+:\d+: error: ", line)]
    assert code == (1 if said else 0)
    return said


def changed(*pairs: tuple[str, str]) -> str:
    text = SIDE_BEND
    for before, after in pairs:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


# --- Rule files -----------------------------------------------------------------------------------------------------


def test_a_rule_file_is_read_line_by_line() -> None:
    text = "# the pelvis\nabs(pelvis_list) > 5 deg for 0.4 s\n\n  knee_flexion < 0 deg  # either side\n"
    assert checked(text) == (0, ["mine.rules: all well"])


def test_every_mistake_is_told_as_a_compiler_does() -> None:
    assert checked("abs(pelvsi) > 5 deg\npelvis_tilt > 5 deg\n  pelvis_tilt > 5\n") == (
        1,
        [
            'mine.rules:1:5: error: "pelvsi" is not the name of a channel',
            "  abs(pelvsi) > 5 deg",
            "      ^",
            "  the nearest name is pelvis_tilt",
            'mine.rules:3:17: error: "5" has no unit',
            "    pelvis_tilt > 5",
            "                  ^",
            "  write 5 deg",
            "mine.rules: 2 errors",
        ],
    )


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("\tpelvis_tilt > 5", 16, "\t              ^"),
        ("pelvis_tilt\t> 5", 15, "           \t  ^"),
        ("ü > 5 deg", 1, "^"),
        ("pelvis_tilt > 5 deg ünd", 21, "                    ^"),
        ("pelvis_tilt > 5 deg and 骨盤 > 5 deg", 25, "                        ^"),
        ("pelvis_tilt > 5 deg and (pelvis_list > ü)", 40, "                                       ^"),
        ("pelvis_tilt >", 14, "             ^"),
    ],
)
def test_the_caret_stands_under_the_place(line: str, column: int, under: str) -> None:
    _, lines = checked(line + "\n")
    assert lines[0].startswith(f"mine.rules:1:{column}: error: ")
    assert lines[1:3] == ["  " + line, "  " + under]


def test_wide_letters_before_the_caret_take_two_columns() -> None:
    _, lines = checked('{"骨盤": 1, "id": 3, "schema": 1}', "mine.json")
    at = next(i for i, line in enumerate(lines) if "id: 3 is not" in line)
    assert lines[at].startswith("mine.json:1:17: ")
    assert lines[at + 2] == "  " + " " * (16 + 2) + "^"


def test_a_long_line_is_shown_around_the_place() -> None:
    _, lines = checked("pelvis_tilt > 5 deg or " * 8 + "pelvsi > 5 deg or " + "pelvis_tilt > 5 deg or " * 20)
    assert lines[0].startswith("mine.rules:1:185: ")
    assert lines[1].startswith("  …") and lines[1].endswith("…") and len(lines[1]) < 190
    assert lines[1][lines[2].index("^") :].startswith("pelvsi")


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems(ends: str) -> None:
    assert checked(f"pelvis_tilt > 5 deg{ends}pelvsi > 5 deg{ends}")[1][:3] == [
        'mine.rules:2:1: error: "pelvsi" is not the name of a channel',
        "  pelvsi > 5 deg",
        "  ^",
    ]
    windows = changed(("abs(pelvis_list)", "abs(pelvis_lits)")).replace("\n", ends)
    assert errors(windows)[0].startswith("16:42: ")


def test_a_byte_order_mark_is_none_of_the_text() -> None:
    assert checked("\ufeffpelvis_tilt > 5\n")[1][0].startswith("mine.rules:1:15: error: ")
    assert errors("\ufeff" + changed(('"side-bend"', "3"))) == ["3:9: error: id: 3 is not a text in quotes"]


def test_nothing_that_a_terminal_obeys_is_printed() -> None:
    assert "\x1b" not in "".join(checked("pelvis_tilt > 5 \x1b[31m deg")[1])


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n"])
def test_a_file_without_a_rule_protects_nobody(text: str) -> None:
    code, lines = checked(text)
    assert (code, lines[0]) == (1, "mine.rules:1:1: error: there is no rule in this file")


# --- Exercises ------------------------------------------------------------------------------------------------------


def test_an_exercise_without_a_mistake() -> None:
    assert checked(SIDE_BEND, "mine.json") == (0, ["mine.json: all well"])
    assert checked(EXERCISE, "mine.json") == (0, ["mine.json: all well"])


def test_words_of_safety_that_nobody_has_read_are_listed_by_language() -> None:
    Path("mine.json").write_text(SIDE_BEND)
    lines = run("mine.json").stdout.splitlines()
    assert lines[0] == "mine.json: all well"
    assert lines[1].startswith(f"  in de, es: {NOT_READ}: standard-") or NOT_READ in lines[1]
    reader = f'"reviewed_by": {{"en": "A. Reader {sc.review_mark("Level.")}"}}'
    read = changed(('"words": {"en": "Level."}', f'"words": {{"en": "Level."}}, {reader}'))
    assert "rules[0]" in "".join(said_of(SIDE_BEND))
    assert "rules[0]" not in "".join(said_of(read))


def said_of(text: str) -> list[str]:
    Path("mine.json").write_text(text)
    return [line for line in run("mine.json").stdout.splitlines() if NOT_READ in line]


def test_all_mistakes_of_an_exercise_are_told_in_the_order_of_the_file() -> None:
    text = changed(
        ('"sides": "midline"', '"sides": "booth"'),
        ('"out": 3', '"out": "3"'),
        ('"per_block": 8', '"per_block": 800, "rest": 9999, "blocks": 3'),
        ('"id": "level", "when": "abs(pelvis_list) > 5 deg"', '"id": "level", "when": "abs(pelvis_lits) > 5"'),
        ('{"en": "Level."}}', '{"en": ""}}, {"id": "level", "when": "pelvis_tilt >"}'),
    )
    assert [line.partition(";")[0].partition(", which has")[0] for line in errors(text)] == [
        '8:14: error: movement.sides: "booth" is not one of together, alternating, one, midline',
        '9:41: error: movement.effort.out: "3" is not a number of seconds',
        "15:48: error: dose.per_block: 800 exceeds 30",
        "15:61: error: dose.rest: 9999 s exceeds 300 s",
        "15:67: error: dose.blocks: unknown member of Dose",
        '16:42: error: rules[0].when: "pelvis_lits" is not the name of a channel',
        "16:77: error: rules[0].words.en: is empty",
        '16:90: error: rules[1].id: "level" is already that of rules[0]',
        "16:121: error: rules[1].when: the rule ends too early",
    ]


def test_mistakes_that_only_follow_from_others_are_not_told() -> None:
    assert errors(changed(('"spine_side_bend"', '"spine_side_bnd"'))) == [
        '7:15: error: movement.motion: "spine_side_bnd" is not one of '
        + ", ".join(sc.Motion.__members__)
        + '; did you mean "spine_side_bend"?'
    ]
    assert len(errors(changed(('"kind": "repeat"', '"kind": "repat"')))) == 1


def test_what_is_missing_is_told_where_it_should_be() -> None:
    assert [line.partition(";")[0] for line in errors('{"rules": [{"id": "a", "when": "pelvsi > 5 deg"}]}')] == [
        "1:1: error: schema: is missing",
        '1:1: error: id: "" is not an id like "knees-soft"',
        '1:1: error: name: has no words in any language, like {"en": "Rest."}',
        '1:33: error: rules[0].when: "pelvsi" is not the name of a channel',
    ]


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ('"abs(pelvsi) > 5 deg"', 5),
        (r'"abs(\u0070elvsi) > 5 deg"', 5),
        (r'"abs(\tpelvsi) > 5 deg"', 7),
        (r'"\n\n abs(pelvsi) > 5 deg"', 10),
        (r'"\u0061bs(pelvsi) > 5 deg"', 10),
        (r'"pelvis_tilt > 5 deg or \ud83e\uddb4 > 5 deg"', 24),
        (r'"pelvis_tilt > 5 deg or\u0020\u0062\u0061 > 5 deg"', 29),
        ('"pelvis_tilt > 5 deg ü"', 21),
        ('"pelvis_tilt >"', 14),
        ('"pelvis_tilt > "', 15),
    ],
)
def test_the_place_in_a_rule_is_found_behind_escapes(written: str, column: int) -> None:
    (said,) = errors(changed(('"abs(pelvis_list) > 5 deg"', written)))
    assert said.startswith(f"16:{37 + column}: error: rules[0].when: ")


def test_warnings_are_told_and_do_not_fail() -> None:
    code, lines = checked(changed((', "words": {"en": "Level."}', "")), "mine.json")
    assert code == 0
    assert lines[0].startswith('mine.json:16:13: warning: rules[0].words: is empty: the response "correct"')
    assert lines[-1] == "mine.json: 1 warning"


def test_a_long_name_hides_nothing_behind_it() -> None:
    name = "ü" * 40
    said = errors(changed(('"id": "side-bend"', f'"{name}": 1, "id": 3'), ('"anatomy": 35', '"anatomy": "wide"')))
    assert [line.partition(": error")[0] for line in said] == ["3:3", "3:56", "13:16"]


def test_what_is_no_json_is_told_at_its_place() -> None:
    code, lines = checked('{"id": "ü",\n "name" 3}', "mine.json")
    assert code == 1
    assert lines[0].startswith("mine.json:2:9: error: ")
    for text in ("", "{", '{"id": "a", "id": "b"', "[" * 10_000, "pelvis_tilt > 5 deg", '{"id": "\\ud800"}'):
        assert len(errors(text)) == 1, text


@pytest.mark.parametrize("text", ["[]", "3", '"exercise"', "null", "[1, 2]"])
def test_json_of_something_else(text: str) -> None:
    (said,) = errors(text)
    assert said.startswith("1:1: error: ") and "object" in said


def test_another_document_is_no_exercise() -> None:
    assert any("unknown member of Exercise" in line for line in errors(sc.Person().to_json()))


def test_a_member_that_is_there_twice_is_told_at_the_second() -> None:
    assert errors(changed(('"id": "side-bend"', '"id": "side-bend", "id": "b"'))) == ["3:22: error: id: is there twice"]


@settings(deadline=None)
@given(st.data())
def test_an_exercise_with_something_wrong_anywhere_is_told_and_nothing_hangs(data: st.DataObject) -> None:
    root = _json_places.read(EXERCISE)
    nodes = [root]
    for node in nodes:
        nodes += node.parts
    wrong = data.draw(st.lists(st.sampled_from(nodes[1:]), min_size=1, max_size=4))
    for node in wrong:
        node.raw, node.bracket = (
            data.draw(st.sampled_from(['"?"', "-7", "[]", "{}", "null", "1e300", '[{"x": 1}]'])),
            "",
        )
    text = root.text()
    found = _problems.in_exercise(text)
    told = [problem for problem in found.problems if problem.severity == sc.Severity.error]
    try:
        sc.Exercise.from_json(text)
    except sc.DocumentError as error:
        assert told
        assert any(error.path in problem.message for problem in told)
    else:
        assert not told
    assert all(0 <= problem.place <= len(text) for problem in found.problems)


@given(st.text())
def test_a_place_of_a_letter_is_where_it_is_written(text: str) -> None:
    for ascii_only in (True, False):
        try:
            written = json.dumps(text, ensure_ascii=ascii_only)
            node = _json_places.read(f"[{written}]").parts[0]
        except UnicodeEncodeError:
            continue
        assert node.words() == text
        for number, letter in enumerate(text):
            start = node.place_of_letter(number) - node.start
            end = node.place_of_letter(number + 1) - node.start
            assert json.loads(f'"{node.raw[start:end]}"') == letter


# --- Files ----------------------------------------------------------------------------------------------------------


def test_a_name_that_says_nothing_is_told_by_its_content() -> None:
    assert checked("  \n" + SIDE_BEND, "mine.txt") == (0, ["mine.txt: all well"])
    assert checked("pelvis_tilt > 5 deg\n", "mine.txt") == (0, ["mine.txt: all well"])
    assert checked("pelvis_tilt > 5 deg\n", "mine.json")[0] == 1
    assert checked(SIDE_BEND, "mine.rules")[0] == 1


def test_several_files_are_all_checked_and_one_that_cannot_be_read_stops_none() -> None:
    Path("good.rules").write_text("pelvis_tilt > 5 deg\n", encoding="utf-8")
    Path("bad.rules").write_text("pelvis_tilt > 5\n", encoding="utf-8")
    Path("folder.json").mkdir()
    Path("latin.rules").write_bytes("# Hüfte\n".encode("latin-1"))
    Path("binary.rules").write_bytes(b"\x00\x01")
    outcome = run("absent.json", "folder.json", "latin.rules", "binary.rules", "bad.rules", "good.rules")
    assert outcome.exit_code == 2
    assert outcome.stderr.splitlines() == [
        "stretchcore: absent.json: no such file or directory",
        "stretchcore: folder.json: is a directory",
        "stretchcore: latin.rules: expected UTF-8 text, but byte 3 is none",
        "stretchcore: binary.rules: expected text, but letter 0 is a zero byte",
    ]
    assert outcome.stdout.splitlines()[-2:] == ["bad.rules: 1 error", "good.rules: all well"]
    assert run("bad.rules", "good.rules").exit_code == 1
    assert run("good.rules").exit_code == 0
    assert run().exit_code == 2


# --- What the rules say ---------------------------------------------------------------------------------------------


def test_explain_says_each_rule_that_is_one() -> None:
    Path("mine.rules").write_text(
        "abs(pelvis_list) > 5 deg for 0.4 s\npelvsi > 5 deg\nknee_flexion < 0 deg\n", encoding="utf-8"
    )
    assert run("mine.rules", "--explain").stdout.splitlines()[-4:] == [
        "line 1: abs(pelvis_list) > 5 deg for 0.4 s",
        "  Violated while the pelvis list, either way, has been above 5° for 0.4 s.",
        "line 3: knee_flexion < 0 deg",
        "  On either side: violated while the knee flexion is below 0°.",
    ]
    Path("mine.json").write_text(SIDE_BEND, encoding="utf-8")
    assert run("mine.json", "--explain").stdout.splitlines()[-2:] == [
        "level: abs(pelvis_list) > 5 deg",
        "  Violated while the pelvis list, either way, is above 5°.",
    ]


def swaying() -> None:
    t = np.arange(0, 12, 1 / 30)
    lists = [f"{9 * np.sin(at):.3f}" if not 7 < at < 8.5 else "" for at in t]
    rows = [f"{at:.4f},{tilt},{20 - 3 * at:.3f},30" for at, tilt in zip(t, lists, strict=True)]
    header = "time,pelvis_list,knee_flexion_left,knee_flexion_right"
    Path("swaying.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


def test_each_rule_is_drawn_over_a_recording() -> None:
    pytest.importorskip("matplotlib")
    swaying()
    Path("mine.rules").write_text(
        "abs(pelvis_list) > 5 deg for 0.4 s\nknee_flexion < 0 deg\npelvsi > 5 deg\n"
        "pelvis_tilt > 5 deg\npelvis_list > 5 deg or rate(pelvis_list) > 5 deg/s\n",
        encoding="utf-8",
    )
    outcome = run("mine.rules", "--recording", "swaying.csv", "--source", "optical_markers", "--out", "kept")
    assert outcome.exit_code == 1
    drawn = [line for line in outcome.stdout.splitlines() if line.startswith("mine-line-")]
    assert [line.partition(":")[0] for line in drawn] == [f"mine-line-{n}.png" for n in (1, 2, 4, 5)]
    assert {path.name for path in Path("kept").iterdir()} == {f"mine-line-{n}.png" for n in (1, 2, 4, 5)}
    assert all(path.read_bytes().startswith(b"\x89PNG\r\n") for path in Path("kept").iterdir())
    assert drawn[1] == "mine-line-2.png: left: violated for 5.3 s; right: ok"
    assert drawn[2] == "mine-line-4.png: unknown for 12.0 s"


@pytest.mark.parametrize(
    ("rule", "limits"),
    [
        ("pelvis_list > 5 deg for 1 s", (("pelvis_list", 5.0),)),
        ("abs(pelvis_list) > 5 deg", (("pelvis_list", 5.0), ("pelvis_list", -5.0))),
        ("pelvis_list > 5 deg clears when pelvis_list < 2 deg", (("pelvis_list", 5.0), ("pelvis_list", 2.0))),
        ("rate(pelvis_list) > 5 deg/s or pelvis_list / pelvis_tilt > 2 or -pelvis_list > 5 deg", ()),
    ],
)
def test_limits_to_draw(rule: str, limits: tuple[tuple[str, float], ...]) -> None:
    assert _core._limits(sc.parse_rule(rule)) == limits


def test_what_a_recording_needs_is_said() -> None:
    swaying()
    Path("mine.rules").write_text("pelvis_list > 5 deg\n", encoding="utf-8")
    for arguments, expected in (
        (("--recording", "swaying.csv"), "--recording and --out go together"),
        (("--out", "kept"), "--recording and --out go together"),
        (("--frame-rate", "30"), "are for --recording"),
        (("--recording", "absent.csv", "--out", "kept"), "absent.csv: no such file"),
    ):
        outcome = run("mine.rules", *arguments)
        assert (outcome.exit_code, expected in outcome.stderr) == (2, True)
        assert not Path("kept").exists()
