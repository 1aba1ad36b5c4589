"""What the exercises say: complete in each language, short, honest about what was seen, and in words of their own.

The exercises are read as plain JSON here, so that a mistake shows even where nothing has been built.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOG = sorted((ROOT / "src" / "document" / "catalog").glob("*.json"))
TEST_DATA = sorted((ROOT / "tests" / "data").glob("*.json"))
LANGUAGES = {"en", "de", "es"}  # of the catalog; test data may speak English only

# Of a plural, the words for most numbers: "{count, plural, one {…} other {…}}".
PLURAL = re.compile(r"\{count, plural,(?: (?:\w+|=\d+) \{[^{}]*\})* other \{([^{}]*)\}\}")
PLACEHOLDERS = {"side", "count", "parts"}
MOVING = {
    "tempo", "go_out", "hold", "press", "come_back", "confirm", "over_target", "ease_off", "last_ones", "practice",
    "ask_stretch",
}  # fmt: skip
NEVER_SAID = json.loads((ROOT / "tests" / "data" / "words" / "never_said.json").read_text())
CLAIMS = NEVER_SAID.pop("claims without a sensor")
NEVER = {language: [phrase for kind in NEVER_SAID.values() for phrase in kind[language]] for language in LANGUAGES}

# SHA-256 (first four bytes) of every run of five words of the lesson that started it all: enough to find a sentence
# that was copied, without keeping one.
RUN = 5
LESSON = set(
    """
    008ab0ab 00c849c5 00e50ecf 0247db36 0274a9b9 02c32a0d 03953809 04cad6c9 0594eafa 06fcb794 071fe656 07687b48
    089cd39b 08c0144f 09bea9a9 09fe6646 0acd1eae 0b67d53f 0b94967f 0c5f2934 0c7cbc7d 0e522a86 0f3243e4 108276c3
    111e1ddc 1127a7a9 114b54a6 11b55098 11d01cf7 11f01dc9 12242447 12705510 12838083 128d999f 12b99d3e 12e83444
    137eabbe 13c5c74a 13d6f586 13eec517 14d6d9e6 151d1ca1 15797f3b 16e9c206 17169308 1817acf6 18c7dd26 1a07724c
    1c3e325e 1c61bdf5 1dc44112 1df46c7d 1ede2dbf 1f8b06d8 2036d1d3 204df959 20b6c849 20dca906 214633a1 23698fa9
    23b1853b 2462cbfc 25e8d29f 25e9976e 26365998 272ab963 27741331 27927884 27a7ddb8 28278038 282c2866 28473720
    29f3fdd7 2bf8106f 2cbf289f 2ccc50b6 2cde5cd4 2d56e25a 2e3ecc31 2f1f8b40 2fbd8d52 2fdc663d 3218cb0f 330cc48f
    34a0b51e 350bf2ca 35c80452 36e8f763 38492bda 39ab480f 3a114814 3b3ac66c 3beb04db 3c0e4f7a 3cb49ffb 3d2d5a77
    3d3df98d 3dfefa6e 3ea8de97 3edcce3c 3efc5dd2 3f352f9a 3f47644d 3fa361ff 406b53f8 40c6aa54 4138e6b8 417ff7ef
    41c278b7 4210b620 422dc473 42861706 4391659e 43a055de 43d6f964 444d7f04 45d7f9ec 45f6a070 45fac19e 473c7c4c
    4765e553 476a17eb 48d028b5 494aaa18 494c0008 4960504f 499eee31 49a0b3d9 49a30753 4a5aad12 4a8106bd 4ae7c7de
    4b007b7b 4b264b2d 4bcc8ab8 4c159b06 4cf3f17b 4dfe1e18 4efef768 4f0a520d 4f9f9d1d 50113fe2 50316b32 5138808c
    535ed4b0 547738c7 54a94bb9 562a6074 563e7f64 568f69d4 57581343 5976ce59 59abcd92 59b324ad 59e30278 5a2e55a0
    5ad2328b 5b069e68 5b4b1968 5bd79703 5ce95778 5cf0df1c 5d70b88e 5dabb72d 5dc92abb 5dd4ad49 5f60e40e 5fb28d5c
    5fd94bf0 6014c3dd 60506458 60a6fa7a 622d3b72 62330905 624e59b7 63542c51 64122ad6 647dc2ff 64dad01a 658143d5
    65b06acc 66e62183 68208f7e 68441489 68bb8d37 69490c50 6af2893b 6afd9812 6b88e385 6c4c9c9d 6c8c07c8 6d536f3f
    6d5f68c2 6e23941c 6e526a0d 6eba0f34 70afff02 70b755c6 71bb7579 723208e9 72797915 73125033 735dbf5d 73a5321a
    73abd2b0 759320ec 759373b3 76371133 76ded747 77021a17 77250bfe 778ddc49 797db41f 7a5b687b 7b07e9ba 7b53b02d
    7b88be80 7c8ea190 7cfa7ec8 7cfe6b77 7e3dd909 7f66e951 7f8288b7 80e9d92b 825721a4 82d3c22c 833ed9b3 8504a1f5
    85786660 85f60619 85fd3115 862d71e9 870577d7 8717931b 8760f026 87a1e56b 881cb435 89315a7f 8b692838 8bac942b
    8c6440a8 8cb2301e 8d013a69 8d4b69bb 8e030b4e 8e0fb958 8e736e48 8f9f4522 90642b21 912f9aea 936e1e7f 952d32f9
    954b1bea 95f6f08f 96024d96 96505942 972c21f0 97577695 9760d17a 98008efd 987db402 98a0b949 99218588 99b83378
    99f21c15 9a35f9d7 9a689769 9abced54 9b4f721a 9b89a269 9bb6a388 9c3b1881 9c794a3e 9d580f1e 9d911242 9d92106e
    a0ff336d a1079ed9 a19524c8 a1c7436b a2af4e2a a2c31c78 a2efca9d a38535dd a3fbc5ea a4490655 a4736df5 a49b1b48
    a5d3422f a6ebf7fb a7cb48aa a8534146 a88c456d a8daf706 a8dba15b a916ee17 a99800e8 a9ad3a17 a9f80d02 ab13e676
    ab4082b6 ab9a9461 ac9a5ea4 aca11c10 ace46cd8 adc8aa25 ae096ad3 ae73a293 af88b9de affbc59a b003e679 b062520b
    b0d9d69f b35e7e0d b36bd6df b3d02919 b515986b b5884912 b79b23d2 b7c700c6 b7c9d945 b7d7ca29 b8b06d1c b968946b
    b9c1810d b9c36114 bb2464b5 bbaf32c3 bbc4740e bc806d3d bd2827b2 bd6477e6 be735012 bf68b94f bf9697f0 bf9a9b05
    c00c07d9 c098fee2 c0b6191b c1e60573 c1e7b670 c1f924ac c2481d2e c2c78b25 c370a79c c3c12f53 c3e94e3d c40351a9
    c405ecc3 c4b90e72 c500848a c50d6102 c53b9fff c5d9b2b5 c5e9dc3b c83e7526 c946ac30 c9cfd131 ca53bf7d cb38a4af
    cb6a58ff cc275da0 cc91280e cd49ff5f cec4721a cfdefcb7 d0a1d955 d1424c33 d22d36a0 d2535853 d2670fda d2878321
    d34c7f33 d3e76bbb d3f3b960 d40bb73a d495c79f d51786d7 d518b57f d56ab846 d63c0d7d d7bc2f1d d811afd2 d8b99c49
    d8cabf9e d9188483 d94ac8cc d962b841 d9b79073 da0e562b da1c7f23 da31cc1f da3ee860 da3f18b3 da42033c dafc5a1d
    dbcfe0b5 dbe73721 dc7a5474 dca94926 dd33a4de ddb1d7e9 ddc4ca12 ddca5ca2 deb29072 df74959a e00a1347 e0a1da0c
    e0c5b501 e11fc9be e13735df e14c2130 e181e80b e1e0f02c e211b077 e279d8ae e4b786fb e509747a e52cae54 e5541da1
    e586361a e5918e60 e7f6bca5 e7f9c392 e864e583 e8ca0973 e941bdf4 e97cdb8b e9f4e0e1 eaab3c1c eafc3824 eb1dcabe
    ec199a70 ec58a1cf ece07723 ecf8f834 ed467bf3 edb3c6da ee783e16 eff8732d eff8b2c0 f144218d f2179f67 f2544886
    f2724a6d f3a3ea2c f46f6f6c f47b01f8 f4e4d256 f730b262 f7d919ba f83c6a7b f8774d61 f98fe07e fa0185d9 fa3bbe6b
    fa620801 fb5b184f fc2961ab fd8d1102 fe9407b5 fef30548 ffb42fcb
    """.split()
)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))


def says(text: str, phrase: str) -> bool:
    return f" {phrase} " in f" {' '.join(words(text))} "


def fingerprint(run: list[str]) -> str:
    return hashlib.sha256(" ".join(run).encode()).hexdigest()[:8]


def copied_runs(text: str, fingerprints: set[str]) -> list[str]:
    spoken = words(text)
    runs = [spoken[i : i + RUN] for i in range(len(spoken) - RUN + 1)]
    return [" ".join(run) for run in runs if fingerprint(run) in fingerprints]


def texts(value: Any, place: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every text of a document with its place; strings outside texts count as English."""
    if isinstance(value, dict):
        if "en" in value:
            yield place, value
        else:
            for name, member in value.items():
                yield from texts(member, f"{place}.{name}")
    elif isinstance(value, list):
        for i, element in enumerate(value):
            yield from texts(element, f"{place}[{i}]")
    elif isinstance(value, str):
        yield place, {"en": value}


def is_text(value: dict[str, str], place: str) -> bool:
    if place == ".position":
        return False  # a word of a list
    return place.endswith((".text", ".name", ".summary", ".position", ".why", ".words", ".frequency", ".breathing",
                           ".advice", ".instead"))  # fmt: skip


def load(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def names(paths: list[Path]) -> list[Any]:
    return [pytest.param(load(path), id=path.stem) for path in paths]


every_exercise = pytest.mark.parametrize("exercise", names(CATALOG + TEST_DATA))
guided_exercise = pytest.mark.parametrize("exercise", [p for p in names(CATALOG + TEST_DATA) if "cues" in p.values[0]])
catalog_exercise = pytest.mark.parametrize("exercise", names(CATALOG))


def test_there_is_something_to_read() -> None:
    assert len(CATALOG) >= 42
    assert {path.stem for path in CATALOG} >= {
        "dynamic-inner-thigh-stretch", "pelvic-tilts", "bent-knee-fallout", "seated-inner-thigh-stretch",
        "strap-hamstring-hold",
    }  # fmt: skip
    assert {path.stem for path in TEST_DATA} >= {"leg_swings", "cat_cow", "squat", "side_lunge",
                                                 "jumping_jack"}  # fmt: skip


@every_exercise
def test_a_document_begins_with_its_schema(exercise: dict[str, Any]) -> None:
    assert list(exercise)[:2] == ["schema", "id"]
    assert exercise["schema"] in (1, 2)  # the test data are of schema 1, to be read for ever


@every_exercise
def test_ids_differ(exercise: dict[str, Any]) -> None:
    for members, key in [("cues", "id"), ("rules", "id"), ("stop_symptoms", "symptom"), ("contraindications", "code")]:
        ids = [member.get("id") or member[key] for member in exercise.get(members, [])]
        assert len(ids) == len(set(ids))


@catalog_exercise
def test_every_text_speaks_every_language(exercise: dict[str, Any]) -> None:
    found = 0
    for place, text in texts(exercise):
        if is_text(text, place):
            found += 1
            assert set(text) == LANGUAGES, place
            assert all(spoken.strip() == spoken and spoken for spoken in text.values()), place
            assert len(set(text.values())) == len(LANGUAGES), f"{place} is not translated"
    assert found > 25


@every_exercise
def test_placeholders_are_known_and_the_same_in_every_language(exercise: dict[str, Any]) -> None:
    for place, text in texts(exercise):
        found = {language: set(placeholders(spoken)) for language, spoken in text.items()}
        assert found["en"] <= PLACEHOLDERS, place
        assert all(names == found["en"] for names in found.values()), place
        if ".cues[" not in place:
            assert not found["en"], f"{place} is not filled in"


def placeholders(spoken: str) -> list[str]:
    return re.findall(r"\{([^{}]*)\}", PLURAL.sub("{count}", spoken))


@guided_exercise
def test_words_are_short_and_shortest_while_the_person_moves(exercise: dict[str, Any]) -> None:
    for cue in exercise["cues"]:
        for spoken in (*cue["text"].values(), *cue.get("brief", {}).values()):
            most = 8 if cue["moment"] in MOVING else 20
            assert 1 <= len(words(PLURAL.sub(r"\1", spoken))) <= most, f"{cue['id']}: {spoken}"
    for rule in exercise.get("rules", []):
        for spoken in rule["words"].values():
            assert 1 <= len(words(spoken)) <= 8, f"{rule['id']}: {spoken}"


@guided_exercise
def test_without_a_sensor_nothing_is_praised_counted_or_claimed(exercise: dict[str, Any]) -> None:
    for cue in exercise["cues"]:
        if cue.get("sensing", "any") == "seen":
            continue
        for language, spoken in cue["text"].items():
            assert "°" not in spoken
            for phrase in CLAIMS[language]:
                assert not says(spoken, phrase), f"{cue['id']}: {spoken}"


def test_the_search_for_forbidden_words_finds_whole_words_only() -> None:
    assert says("I see you. Good!", "i see")
    assert says("Perfect.", "perfect")
    assert not says("Goodness, perfectly so", "good")


@every_exercise
def test_nothing_is_diagnosed_promised_or_shamed(exercise: dict[str, Any]) -> None:
    for place, text in texts(exercise):
        if is_text(text, place):
            for language, spoken in text.items():
                for phrase in NEVER[language]:
                    assert not says(spoken, phrase), f"{place}: {spoken}"


@catalog_exercise
def test_no_run_of_five_words_is_the_lessons(exercise: dict[str, Any]) -> None:
    assert len(LESSON) > 400
    for place, text in texts(exercise):
        for spoken in text.values():
            assert copied_runs(spoken, LESSON) == [], place


def test_a_copied_run_is_found_whatever_its_case_and_punctuation() -> None:
    known = {fingerprint("the quick brown fox jumps".split())}
    assert copied_runs("See: The QUICK, brown fox jumps!", known) == ["the quick brown fox jumps"]
    assert copied_runs("The quick brown dog jumps.", known) == []


def test_the_founding_exercise_guides_in_its_own_words_in_every_kind_of_session() -> None:
    """For each way to see and to answer, the moments that such a session comes to have words. Other exercises leave
    what has nothing to do with them to the standard words."""
    exercise = load(ROOT / "src/document/catalog/dynamic-inner-thigh-stretch.json")
    always = {"settle", "symptom_notice", "practice", "measure", "block", "ease_off", "last_ones", "block_done",
              "symptom_check", "ask_stretch", "ask_change", "remeasure", "ask_more", "pause", "resume", "come_out",
              "stop", "farewell"}  # fmt: skip
    seen = {"seen", "side_check", "be_still", "coverage", "side_determined", "target_set", "confirm", "over_target",
            "pause_lost", "pause_rule", "found", "ask_by_feel"}  # fmt: skip
    unseen = {"by_feel", "ask_ready", "ask_side", "side_felt", "tempo", "go_out", "come_back"}
    for sensing, moments in [("seen", always | seen), ("unseen", always | unseen)]:
        for answering in ["possible", "impossible"]:
            spoken = {
                cue["moment"]
                for cue in exercise["cues"]
                if cue.get("sensing", "any") in ("any", sensing) and cue.get("answering", "any") in ("any", answering)
            }
            assert moments <= spoken, (sensing, answering)


@catalog_exercise
def test_settling_neither_sees_nor_fails_to_see(exercise: dict[str, Any]) -> None:
    # It is spoken before it is known whether a sensor sees the person.
    settling = [cue for cue in exercise["cues"] if cue["moment"] == "settle"]
    assert settling
    for cue in settling:
        assert cue.get("sensing", "any") == "any"
        for language, verbs in {"en": ["see", "view"], "de": ["sehe", "blick"], "es": ["veo", "vista"]}.items():
            assert not any(says(cue["text"][language], verb) for verb in verbs)


@every_exercise
def test_no_exercise_leaves_out_the_four_of_the_lesson_or_what_cannot_wait(exercise: dict[str, Any]) -> None:
    if "stop_symptoms" not in exercise:
        return  # the standard ones
    listed = {stop["symptom"] for stop in exercise["stop_symptoms"]}
    assert listed >= {"numbness", "tingling", "burning", "sharp_pain", "something_wrong", "calf_pain_or_swelling",
                      "chest_pain_or_breathlessness", "saddle_numbness_or_bladder"}  # fmt: skip


@catalog_exercise
def test_every_step_of_every_way_out_is_the_exercises_own(exercise: dict[str, Any]) -> None:
    for moment, least in [("settle", 2), ("block_done", 1), ("pause", 1), ("come_out", 2), ("stop", 3), ("stay", 2)]:
        assert sum(cue["moment"] == moment for cue in exercise["cues"]) >= least, moment
    rising = ["get up", "stand up", "to your feet"]
    for cue in exercise["cues"]:
        if cue["moment"] == "stay" and any(says(cue["text"]["en"], words) for words in rising):
            assert says(cue["text"]["en"], "help"), cue["id"]


def test_a_condition_is_called_the_same_in_every_exercise_and_every_exercise_considers_it() -> None:
    texts_of: dict[str, dict[str, str]] = {}
    for exercise in map(load, CATALOG):
        assert "demands" in exercise, exercise["id"]
        for one in exercise.get("contraindications", []):
            assert texts_of.setdefault(one["code"], one["text"]) == one["text"], (exercise["id"], one["code"])
            assert (one["caution"] == "fine") != bool(one.get("instead")), (exercise["id"], one["code"])
            for spoken in one.get("instead", {}).values():  # it is said before getting down
                assert len(words(spoken)) <= 20, (exercise["id"], one["code"])
    registry = load(ROOT / "src/safety/conditions.json")
    known = {one["code"]: one["text"] for one in registry["conditions"]}
    assert list(known) == sorted(known)
    assert {code: text for code, text in texts_of.items() if known.get(code, text) != text} == {}
    assert {row["condition"] for row in registry["matrix"]} == set(known)
    for row in registry["matrix"]:
        assert set(row["instead"]) == LANGUAGES or row["caution"] == "fine", row
        assert all(len(words(spoken)) <= 20 for spoken in row["instead"].values()), row


def test_the_ladder_goes_up_as_it_goes_down() -> None:
    exercises = {exercise["id"]: exercise for exercise in map(load, CATALOG)}
    steps = {(easier, one) for one, exercise in exercises.items() for easier in exercise.get("easier", [])}
    assert steps == {(one, harder) for one, exercise in exercises.items() for harder in exercise.get("harder", [])}
    ladder = ["pelvic-tilts", "bent-knee-fallout", "supine-butterfly", "dynamic-inner-thigh-stretch"]
    assert set(pairwise(ladder)) <= steps
    for exercise in exercises.values():  # what is offered instead is there
        assert set(exercise.get("alternatives", [])) <= set(exercises) - {exercise["id"]}


@guided_exercise
def test_the_way_out_leaves_time_to_rest_before_getting_up(exercise: dict[str, Any]) -> None:
    steps = [cue for cue in exercise["cues"] if cue["moment"] == "come_out"]
    assert len(steps) >= 2
    assert sum(step.get("then_wait", 0) for step in steps) >= 8


def test_the_founding_exercise_lets_the_person_rest_on_the_side() -> None:
    exercise = load(ROOT / "src/document/catalog/dynamic-inner-thigh-stretch.json")
    steps = [cue for cue in exercise["cues"] if cue["moment"] == "come_out"]
    assert any(12 <= step["then_wait"] <= 15 for step in steps)
    assert all(step["then_wait"] > 0 for step in steps)
    stop = [cue for cue in exercise["cues"] if cue["moment"] == "stop"]
    assert len(stop) >= 3
    assert len(words(stop[0]["text"]["en"])) <= 12


def test_the_founding_exercise_keeps_the_numbers_of_its_counting() -> None:
    movement = load(ROOT / "src/document/catalog/dynamic-inner-thigh-stretch.json")["movement"]
    assert movement == {
        "motion": "hip_abduction",
        "sides": "together",
        "effort": {"kind": "repeat", "out": 2.5, "back": 2.5},
        "counted_by": "sum",
        "floor_amplitude": 12,
        "floor_level": 28,
        "shortest_repetition": 1,
        "anatomy": 85,
    }


@catalog_exercise
def test_a_benefit_is_what_the_lesson_says_with_how_well_it_is_supported(exercise: dict[str, Any]) -> None:
    assert exercise["benefits"]
    for benefit in exercise["benefits"]:
        if exercise["id"] == "dynamic-inner-thigh-stretch":
            assert words(benefit["text"]["en"])[:2] == ["the", "lesson"]
        else:  # stretching is not recommended against these
            assert not any(claim in benefit["text"]["en"].lower() for claim in ("posture", "injur", "sore"))
        assert benefit["source"]
        assert benefit["support"] in ("lesson", "mixed", "supported", "design")
    for evidence in exercise["evidence"]:
        assert evidence["source"]
