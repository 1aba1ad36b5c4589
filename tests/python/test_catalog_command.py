"""The commands `catalog` and `new`: lists, pictures, sheets to review, and copies to begin from."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("typer")
import stretchcore as sc
from stretchcore import _sheet
from stretchcore._commands import app
from typer.testing import CliRunner

EXERCISE = "neck-turn"
every_exercise = pytest.mark.parametrize("name", list(sc.catalog()))


def run(*arguments: object) -> Any:
    outcome = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit), outcome.exception
    return outcome


def refused(*arguments: object) -> str:
    outcome = run(*arguments)
    assert outcome.exit_code == 2, outcome.output
    assert outcome.stdout == ""
    (line,) = outcome.stderr.splitlines()
    return str(line.removeprefix("stretchcore: "))


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    yield tmp_path


def listed(*arguments: object) -> set[str]:
    return {line for line in run("catalog", *arguments).stdout.splitlines() if line and not line.startswith(" ")}


# --- catalog: the list ----------------------------------------------------------------------------------------------


def test_filters_leave_what_fits_all_of_them() -> None:
    every = sc.catalog().values()
    assert listed() == set(sc.catalog())
    assert listed("--region", "hips") == {one.id for one in every if one.region == "hips"}
    assert listed("--region", "hips", "--position", "chair") == {"chair-figure-four"}
    both = {one.id for one in every if one.region in ("hips", "neck") and one.position == "chair"}
    assert listed("--region", "hips", "--region", "neck", "--position", "chair") == both
    assert listed("--region", "neck", "--position", "front") == {"there is no exercise for neck in the position front"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--region", "hip"), '--region "hip": there is no such word; did you mean hips?'),
        (("--position", "chairs"), '--position "chairs": there is no such word; did you mean chair?'),
        (("--region", "xyz"), "there are neck, shoulders"),
        ((EXERCISE, "--region", "neck"), "--region and --position are for the list"),
        ((EXERCISE, "--json", "--sheet"), "give one of them"),
        (("--sheet",), "are for one exercise; say which"),
        ((EXERCISE, "--side", "left"), "give --figure, too"),
        (("neck-trun", "--sheet"), "did you mean neck-turn?"),
        ((EXERCISE, "--sheet", "--language", "fr"), "speaks de, en, es"),
        ((EXERCISE, "--figure", "--side", "up"), 'side: "up" is no side; write left or right'),
        (("pelvic-tilts", "--figure", "--side", "left"), "is done in the middle of the body"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_remedy(arguments: tuple[str, ...], words: str) -> None:
    assert words in refused("catalog", *arguments)


def test_a_figure_is_printed_as_it_is_drawn() -> None:
    drawn = run("catalog", "--figure", EXERCISE, "--side", "right", "--language", "de").stdout
    assert drawn == sc.figure(sc.catalog()[EXERCISE], "right", "de") + "\n"


# --- catalog: the sheet ---------------------------------------------------------------------------------------------


def texts(value: Any, language: str) -> Iterator[str]:
    """Every text of a document in a language."""
    if isinstance(value, list):
        for one in value:
            yield from texts(one, language)
    elif isinstance(value, dict) and "en" in value and all(isinstance(one, str) for one in value.values()):
        yield value[language]
    elif isinstance(value, dict):
        for member in value.values():
            yield from texts(member, language)


@every_exercise
def test_a_sheet_has_every_text_of_the_exercise(name: str) -> None:
    exercise = sc.catalog()[name]
    document = json.loads(exercise.to_json())
    for language in ("en", "de", "es"):
        page = _sheet.sheet(exercise, language)
        for text in texts(document, language):
            assert text in page, text


@every_exercise
def test_a_sheet_has_all_that_speaks_against_it_and_all_symptoms(name: str) -> None:
    exercise = sc.catalog()[name]
    lines = [line for _, group in _sheet.sections(exercise, "en") for line in group]
    for one in sc.with_conditions(exercise).contraindications:
        (line,) = [line for line in lines if line.note.startswith(f"{one.code},")]
        assert line.safety and line.words.startswith(one.text["en"])
        assert line.name == str(one.caution).replace("_", " ")
    for stop in sc.heard_symptoms(exercise):
        assert any(line.safety and line.words == f"{stop.name['en']} → {stop.advice['en']}" for line in lines)


def test_a_sheet_goes_through_the_moments_of_a_session_each_once() -> None:
    moments = " ".join(_sheet.MOMENTS.values()).split()
    assert sorted(moments) == sorted(map(str, sc.Moment))
    assert _sheet.OF_SAFETY <= set(moments)
    titles = [title for title, _ in _sheet.sections(sc.catalog()[EXERCISE], "en")]
    assert titles.index("Getting into place") < titles.index("Moving") < titles.index("When something is wrong")


@every_exercise
def test_a_sheet_marks_the_same_words_of_safety_as_the_library(name: str) -> None:
    """A note of the check lists the cues of safety that nobody is said to have read."""
    exercise = sc.catalog()[name]
    note = next(one.message for one in sc.check(exercise) if one.path == "reviewed_by.en")
    listed = set()
    for first, last in re.findall(r"cues\[(\d+)(?:\.\.(\d+))?\]", note):
        listed |= set(range(int(first), int(last or first) + 1))
    unread = [number for number, cue in enumerate(exercise.cues) if not cue.reviewed_by.get("en")]
    assert {number for number in unread if exercise.cues[number].moment in _sheet.OF_SAFETY} == listed


def test_a_sheet_can_be_ticked_and_says_what_it_is_of() -> None:
    exercise = sc.catalog()[EXERCISE]
    page = run("catalog", "--sheet", EXERCISE, "--language", "de").stdout
    lines = [line for _, group in _sheet.sections(exercise, "de") for line in group]
    assert page.startswith("# Kopf langsam drehen\n")
    assert page.count("- [ ] ") == len(lines)
    assert page.count("- [ ] **SAFETY** ") == sum(line.safety for line in lines)
    assert "Status: draft: 0 of" in page
    assert "{side}" not in re.sub(r"`[^`]*`", "", page)


def test_the_hash_of_a_sheet_changes_with_any_of_its_words() -> None:
    exercise = sc.catalog()[EXERCISE]

    def hash_of(one: sc.Exercise, language: str = "en") -> str:
        (found,) = re.findall(r"hash ([0-9a-f]{16})", _sheet.sheet(one, language))
        return str(found)

    assert hash_of(exercise) == hash_of(exercise)
    assert hash_of(exercise) != hash_of(exercise, "de")
    assert hash_of(exercise) != hash_of(exercise.replace(breathing={**exercise.breathing, "en": "Breathe."}))
    assert hash_of(exercise, "de") == hash_of(
        exercise.replace(breathing={**exercise.breathing, "en": "Breathe."}), "de"
    )


def test_who_has_read_a_line_is_said_beside_it() -> None:
    exercise = sc.catalog()[EXERCISE]
    rules = [rule.replace(reviewed_by={"en": "A. Reader"}) for rule in exercise.rules]
    page = _sheet.sheet(exercise.replace(rules=rules), "en")
    assert page.count("read by A. Reader") == len(rules)
    assert f"draft: {len(rules)} of" in page


# --- new ------------------------------------------------------------------------------------------------------------


@every_exercise
def test_a_copy_to_begin_from_passes_the_check(name: str) -> None:
    said = run("new", "--like", name).stdout
    path = Path(f"my-{name}.json")
    assert said.startswith(f"{path}: my-{name}, a copy of {name}, not yet reviewed\n")
    text = path.read_text(encoding="utf-8")
    own, model = sc.Exercise.from_json(text), sc.catalog()[name]
    assert "reviewed_by" not in text
    assert list(json.loads(text))[:3] == ["$schema", "schema", "id"]
    assert own.id == f"my-{name}" and own.version == 1
    assert [cue.text for cue in own.cues] == [cue.text for cue in model.cues]
    assert [one for one in sc.check(own) if one.severity != sc.Severity.note] == [
        one for one in sc.check(model) if one.severity != sc.Severity.note
    ]
    assert run("check", path).exit_code == 0


def test_a_copy_may_have_a_name_and_a_file_of_its_own_and_one_of_a_copy() -> None:
    run("new", "--like", EXERCISE, "--id", "desk-turn", "here.json")
    assert sc.Exercise.from_json(Path("here.json").read_text(encoding="utf-8")).id == "desk-turn"
    run("new", "there.json", "--like", "here.json")
    assert sc.Exercise.from_json(Path("there.json").read_text(encoding="utf-8")).id == "my-desk-turn"


def test_a_copy_has_nothing_that_was_read() -> None:
    exercise = sc.catalog()[EXERCISE]
    read = exercise.replace(rules=[rule.replace(reviewed_by={"en": "A. Reader"}) for rule in exercise.rules])
    Path("read.json").write_text(read.to_json(), encoding="utf-8")
    run("new", "--like", "read.json", "--id", "fresh")
    fresh = Path("fresh.json").read_text(encoding="utf-8")
    assert "A. Reader" not in fresh
    assert sc.Exercise.from_json(fresh).rules == exercise.rules


def test_a_file_is_never_overwritten() -> None:
    Path("kept.json").write_text("kept", encoding="utf-8")
    before = hashlib.sha256(Path("kept.json").read_bytes()).digest()
    assert "is already there, and is not overwritten" in refused("new", "--like", EXERCISE, "kept.json")
    assert hashlib.sha256(Path("kept.json").read_bytes()).digest() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--like", "neck-trun"), "did you mean neck-turn?"),
        (("--like", EXERCISE, "--id", "open-book"), "--id open-book: the catalog has an exercise of that name"),
        (("--like", EXERCISE, "--id", "Not Kebab"), "id"),
        (("--like", EXERCISE, "mine.txt"), "expected a name that ends in .json"),
        (("--like", EXERCISE, "nowhere/mine.json"), "nowhere/mine.json: "),
    ],
)
def test_what_cannot_be_begun_is_refused_and_nothing_written(arguments: tuple[str, ...], words: str) -> None:
    assert words in refused("new", *arguments)
    assert list(Path().iterdir()) == []
