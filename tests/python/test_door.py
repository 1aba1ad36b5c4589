"""What the command line prints comes from anybody's files, and a terminal must not obey it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("typer")
pytest.importorskip("rich")
import stretchcore as sc
from stretchcore import _door
from stretchcore._commands import app
from typer.testing import CliRunner

PACKAGE = Path(sc.__file__).parent
EXERCISE = "dynamic-inner-thigh-stretch"
# A title, a colour, a link, a cleared screen, the one-byte forms of these, an overwritten line, text turned around.
HOSTILE = (
    "\x1b]0;owned\x07\x1b[31mred\x1b[0m\x1b]8;;http://x\x1b\\link\x1b[2J\x9b1mC1\x9d0;t\x9c\rover\b\x7f\x00\u202etxt"
)
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def run(*arguments: object) -> Any:
    outcome = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit), outcome.exception
    assert not OBEYED.search(outcome.stdout), repr(outcome.stdout)
    assert not OBEYED.search(outcome.stderr), repr(outcome.stderr)
    return outcome


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")


def with_hostile_words(value: Any, key: str = "") -> Any:
    """The same document with something to obey in each text for people."""
    if isinstance(value, dict):
        return {each: with_hostile_words(one, each) for each, one in value.items()}
    if isinstance(value, list):
        return [with_hostile_words(one, key) for one in value]
    return (
        value + HOSTILE.replace("\x00", "") if isinstance(value, str) and key in ("en", "de", "es", "source") else value
    )


def hostile_exercise() -> Path:
    document = with_hostile_words(json.loads(sc.catalog()[EXERCISE].to_json()))
    path = Path("exercise.json")
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_nothing_that_a_terminal_obeys_is_left() -> None:
    assert _door.plain(HOSTILE) == "redlinkC1overtxt"
    assert _door.plain("Öffne beide Beine\n\t½ 34°, ¿más?") == "Öffne beide Beine\n\t½ 34°, ¿más?"
    for code in range(0x2100):
        text = _door.plain(f"a{chr(code)}b")
        assert text in (f"a{chr(code)}b", "ab", "a")
        assert not OBEYED.search(text)


def test_words_of_an_exercise_are_not_obeyed() -> None:
    path = hostile_exercise()
    page = run("catalog", path)
    assert "red" in page.stdout
    run("check", path)
    run("script", path, "--minutes", "4")
    outcome = run("coach", "--exercise", path, "--plain", "--seed", "1")
    assert outcome.exit_code == 0, outcome.output
    document = run("catalog", path, "--json")
    assert sc.Exercise.from_json(document.stdout) == sc.Exercise.from_json(path.read_text(encoding="utf-8"))


def test_names_columns_and_contents_of_recordings_are_not_obeyed() -> None:
    hostile = HOSTILE.replace("\x00", "").replace("/", "")
    for name, content in (
        (f"{hostile}.csv", "time,hip_abduction_left\n0,1\n"),
        ("columns.csv", f"time,{hostile}\n0,1\n"),
        ("cells.csv", f"time,hip_abduction_left\n0,{hostile}\n"),
        ("table.trc", f"PathFileType\t4\t{hostile}\n{hostile}\n"),
        ("motion.mot", f"{hostile}\nnRows=1\nendheader\ntime\t{hostile}\n0\t{hostile}\n"),
        ("body.bvh", f"HIERARCHY\nROOT {hostile}\n"),
        ("points.json", json.dumps({hostile: [hostile]})),
        ("none.xyz", hostile),
    ):
        Path(name).write_text(content, encoding="utf-8")
        run("analyse", name)
        run("show", name, "--out", "picture.png")
    run("analyse", f"no{hostile}such.csv")


def test_what_is_wrong_with_a_document_is_quoted_and_not_obeyed() -> None:
    words = HOSTILE.replace("\x00", "")
    Path("rules.rules").write_text(f"pelvis_list > {words} deg\n{words}\n", encoding="utf-8")
    assert run("check", "rules.rules").exit_code == 1
    for wrong in ({"id": HOSTILE}, {HOSTILE: 1}, {"id": "x", "movement": {"sides": HOSTILE}}, HOSTILE):
        Path("wrong.json").write_text(json.dumps(wrong, ensure_ascii=False), encoding="utf-8")
        assert run("check", "wrong.json").exit_code == 1
        assert run("coach", "--exercise", "wrong.json").exit_code == 2


def test_a_file_without_end_is_refused() -> None:
    outcome = run("check", "/dev/zero")
    assert outcome.exit_code == 2 and "/dev/zero: is longer than" in outcome.stderr


def test_keys_of_persons_and_words_of_journals_are_not_obeyed() -> None:
    key = HOSTILE.replace("\x00", "")
    exercise = sc.Exercise.from_json(hostile_exercise().read_text(encoding="utf-8"))
    journal = sc.JournaledSession("journal", exercise)
    journal.report(sc.Command(0.0, sc.Action.start))
    for second in range(1, 60):
        journal.tick(float(second))
    summary = journal.finish(60.0)
    assert run("replay", "journal").exit_code == 0
    assert run("replay", "journal", "--json").exit_code == 0
    with sc.History("history") as history:
        history.add(key, 1.8e9, summary)
        history.add("other", 1.8e9, summary)
        kept = history.export_json(key)
    assert run("history", "history").exit_code == 2
    assert run("history", "history", "--person", key).exit_code == 0
    assert [json.loads(line) for line in run("history", "history", "--person", key, "--json").stdout.splitlines()] == [
        json.loads(line) for line in kept.splitlines()
    ]


def test_everything_goes_through_the_door() -> None:
    for path in PACKAGE.glob("*.py"):
        if path.name in ("_door.py", "cli.py"):
            continue
        text = path.read_text(encoding="utf-8")
        found = re.search(r"(?<![\w.])print\(|typer\.s?echo\(|(?<![\w.])Console\(|sys\.std(out|err)\.write", text)
        assert found is None, f"{path.name}: {found[0]}"
