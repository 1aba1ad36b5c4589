"""What could not be written down once: docs/evidence/gaps.md says what answers it now, and these show it.

The inputs are small and made here: a wave of a known height, so that what must be counted is known, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import stretchcore as sc
from test_lesson import ROOT, sentences

EXERCISES = sc.catalog()
WELL = {code: "no" for code in sc.condition_codes()}
TABLE = ROOT / "docs" / "evidence" / "gaps.md"
EXACT = sc.SessionOptions(source="optical_markers", error_model=sc.ErrorModel(repetition=0.5, session=1.0))
BEGINS = 2.0  # s of rest, so that home is seen

Angles = npt.NDArray[np.float64]
every_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=list(EXERCISES))


class Wave:
    """So many movements, one after the other: when, how far out (0 to 1), and which of them it is."""

    def __init__(self, count: int, seconds: float) -> None:
        self.time: Angles = np.arange(0.0, BEGINS + count * seconds + 1.0, 1 / 30)
        cycle = (self.time - BEGINS) / seconds
        self.moving = (cycle >= 0) & (cycle < count)
        self.out: Angles = np.where(self.moving, (1 - np.cos(2 * np.pi * cycle)) / 2, 0.0)
        self.both_ways: Angles = np.where(self.moving, np.sin(2 * np.pi * cycle), 0.0)
        self.number = np.floor(cycle)

    def still(self, angle: float) -> Angles:
        return np.full(len(self.time), angle)

    def repetitions(self, exercise: str, **angles: Any) -> list[sc.Repetition]:
        return list(sc.analyse(sc.Recording(self.time, **angles), EXERCISES[exercise], EXACT).repetitions)


def heard_by_feel(exercise: str) -> list[sc.Event]:
    session = sc.Session(EXERCISES[exercise], sc.Person(facts=WELL), sc.SessionOptions(sensor="none"))
    return list(sc.VirtualPerson(seed=1, rate=10.0, seen=False).follow(session))


# The table -------------------------------------------------------------------------------------------------------


def rows() -> dict[str, list[tuple[str, str]]]:
    """Gap → the tests that it names, each as its file and its name."""
    found = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"\| (G\d+) \|", line):
            found[match[1]] = re.findall(r'`(tests/[^`]+)`: "([^"]+)"', line)
    return found


def names_of_tests(file: Path) -> set[str]:
    if file.suffix == ".py":
        return set(re.findall(r"^def (test_\w+)\(", file.read_text(encoding="utf-8"), re.MULTILINE))
    return sentences(file)


def test_every_gap_names_a_test() -> None:
    assert list(rows()) == [f"G{number}" for number in range(1, 16)]
    for gap, named in rows().items():
        assert named, gap


@pytest.mark.parametrize("gap", rows())
def test_every_test_that_a_gap_names_exists(gap: str) -> None:
    for file, name in rows()[gap]:
        assert name in names_of_tests(ROOT / file), (file, name)


def test_a_gap_says_in_one_sentence_what_was_missing() -> None:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| G"):
            gap, missing, answer, *_ = (cell.strip() for cell in line.strip("|").split("|"))
            assert re.fullmatch(r"[A-Z][^.]*\.", missing), gap
            assert answer, gap


# G1, G2: direction, and two ends ---------------------------------------------------------------------------------


def test_a_hip_that_extends_counts_by_how_far_it_extends() -> None:
    """This gave six repetitions, each with a reach of 10 degrees: where it began."""
    wave = Wave(6, seconds=6.0)
    resting = wave.still(90.0)
    extending = wave.repetitions(
        "half-kneeling-hip-flexor", hip_flexion_left=10 - 35 * wave.out, hip_flexion_right=resting
    )
    assert len(extending) == 6
    for one in extending:
        assert one.side == "left"
        assert one.reach.left == pytest.approx(25.0, abs=0.5)  # beyond straight
        assert one.home.left == pytest.approx(-10.0, abs=0.5)  # as far from straight on the other side
    bending = {"hip_flexion_left": 10 + 35 * wave.out, "hip_flexion_right": resting}
    assert wave.repetitions("half-kneeling-hip-flexor", **bending) == []


def test_a_head_that_turns_both_ways_is_counted_both_ways() -> None:
    wave = Wave(10, seconds=5.0)
    to_the_left = wave.number % 2 == 0
    turning = wave.out * np.where(to_the_left, 60.0, -50.0)
    turns = wave.repetitions("neck-turn", neck_rotation=turning, spine_rotation=wave.still(0.0))
    assert [str(one.side) for one in turns] == ["left", "right"] * 5
    for one in turns:
        reach = one.reach.left if one.side == "left" else one.reach.right
        assert reach == pytest.approx(60.0 if one.side == "left" else 50.0, abs=0.5)


def test_a_back_between_two_ends_counts_by_the_whole_width() -> None:
    wave = Wave(4, seconds=6.0)
    cycles = wave.repetitions("cat-cow", spine_flexion=30 * wave.both_ways)
    assert len(cycles) == 4
    for one in cycles:
        assert one.side is None
        assert one.reach.left is not None
        assert one.home.left is not None
        assert one.reach.left - one.home.left == pytest.approx(60.0, abs=1.0)


# G3: by feel -----------------------------------------------------------------------------------------------------


def test_what_no_channel_shows_is_guided_by_feel_in_front_of_a_camera() -> None:
    by_feel = [id for id, exercise in EXERCISES.items() if exercise.movement.motion is None]
    assert {"chin-glide", "doorway-chest-hold", "cross-body-shoulder", "forearm-front-hold"} <= set(by_feel)
    for id in by_feel:
        session = sc.Session(EXERCISES[id], sc.Person(facts=WELL), sc.SessionOptions(source="phone_camera"))
        events = list(sc.VirtualPerson(seed=1, rate=10.0).follow(session))
        assert session.phase == "finished", id
        assert any(isinstance(event, sc.SetCompleted) for event in events), id
        assert not any(isinstance(event, (sc.RepetitionCompleted, sc.TargetChanged)) for event in events), id


# G4, G5: what is held elsewhere, and what rests ------------------------------------------------------------------


@pytest.mark.parametrize(("sinks", "counts_to"), [(0.0, 30.0), (8.0, 30.0), (40.0, None)])
def test_a_thigh_that_leaves_its_band_ends_what_counts(sinks: float, counts_to: float | None) -> None:
    """The knee straightens from 90 to 30 degrees; the thigh should stay between 80 and 100."""
    wave = Wave(4, seconds=4.0)
    repetitions = wave.repetitions(
        "active-knee-extension",
        knee_flexion_left=90 - 60 * wave.out,
        knee_flexion_right=wave.still(90.0),
        hip_flexion_left=90 - sinks * wave.out,
        hip_flexion_right=wave.still(0.0),
        pelvis_tilt=wave.still(0.0),
    )
    assert len(repetitions) == 4
    for one in repetitions:
        assert one.peak.left == pytest.approx(-30.0, abs=0.5)
        assert one.reach.left is not None
        if counts_to is None:
            assert one.reach.left < -60.0  # what came after it left the band does not count
        else:
            assert one.reach.left == pytest.approx(-counts_to, abs=0.5)


@pytest.mark.parametrize(("comes_along", "counts_to"), [(0.0, 120.0), (30.0, None)])
def test_a_resting_leg_that_comes_along_ends_what_counts(comes_along: float, counts_to: float | None) -> None:
    """One knee goes to the chest; the other leg should stay where it was."""
    wave = Wave(4, seconds=4.0)
    hips = {"hip_flexion_left": 80 + 40 * wave.out, "hip_flexion_right": 50 + comes_along * wave.out}
    repetitions = wave.repetitions("knee-to-chest", **hips)
    assert [str(one.side) for one in repetitions] == ["left"] * 4
    for one in repetitions:
        assert one.peak.left == pytest.approx(120.0, abs=0.5)
        assert one.reach.left is not None
        assert one.reach.left < 110.0 if counts_to is None else one.reach.left == pytest.approx(counts_to, abs=0.5)


# G6: changing sides ----------------------------------------------------------------------------------------------


@every_exercise
def test_every_exercise_of_one_side_has_its_own_words_for_changing_it(exercise: sc.Exercise) -> None:
    steps = [cue for cue in exercise.cues if cue.moment == "switch_side"]
    if exercise.movement.sides != "one":
        assert steps == []
        return
    for language in ("en", "de", "es"):
        assert any("{side}" in cue.text[language] for cue in steps), language


# G8, G9: staying, and pressing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("id", ["open-book", "prone-prop-press", "chin-glide"])
def test_a_stay_at_the_end_is_guided_for_its_seconds(id: str) -> None:
    effort = EXERCISES[id].movement.effort
    assert isinstance(effort, sc.Repeat)
    assert effort.stay > 0.0
    events = heard_by_feel(id)
    last = max(event.time for event in events if isinstance(event, sc.SetCompleted))
    (block,) = (e.time for e in events if isinstance(e, sc.PhaseChanged) and e.to == "stretching" and e.block == 1)
    guides = [event for event in events if isinstance(event, sc.Guide) and block < event.time < last]
    ways = [
        turn.time - home.time
        for home, turn in pairwise(guides)
        if home.kind == "home" and turn.kind == "turn" and turn.time - home.time < effort.out + effort.stay + 1.0
    ]
    assert len(ways) >= 3
    assert ways == pytest.approx([effort.out + effort.stay] * len(ways), abs=0.3)


def test_a_press_says_what_to_press_and_for_how_long() -> None:
    effort = EXERCISES["floor-butterfly"].movement.effort
    assert isinstance(effort, sc.ContractRelax)
    assert set(effort.press) == set(effort.against) == {"en", "de", "es"}
    said = [event for event in heard_by_feel("floor-butterfly") if isinstance(event, sc.CueGiven)]
    presses = [event for event in said if event.moment == "press"]
    assert len(presses) >= effort.holds_each_side
    assert "5 seconds" in presses[0].text
    assert "knees gently up into your hands" in presses[0].text
    for press in presses:  # then let go and hold, and come home before the next
        after = [event.moment for event in said if event.time > press.time][:2]
        assert after == ["hold", "come_back"]


# G10 to G13: who, with what, and how much ------------------------------------------------------------------------


def verdict(exercise: sc.Exercise, *conditions: str) -> sc.ScreeningVerdict:
    return sc.screen(sc.Person(facts={**WELL, **dict.fromkeys(conditions, "yes")}), exercise).verdict


@pytest.mark.parametrize(
    ("position", "condition", "expected"),
    [
        ("chair", "balance_problem", "cleared"),
        ("standing", "balance_problem", "modified"),
        ("half_kneeling", "balance_problem", "needs_clearance"),
        ("side", "pregnancy_second_half", "modified"),
        ("back", "pregnancy_second_half", "needs_clearance"),
        ("front", "pregnancy_second_half", "needs_clearance"),
        ("back", "vertigo", "modified"),
        ("legs_up_wall", "leg_artery_disease", "needs_clearance"),
    ],
)
def test_the_same_movement_in_another_position_is_for_other_people(
    position: str, condition: str, expected: str
) -> None:
    exercise = EXERCISES["cross-body-shoulder"].replace(position=position)
    assert verdict(exercise, condition) == expected


def test_a_prop_says_what_else_will_do() -> None:
    props = [prop for exercise in EXERCISES.values() for prop in exercise.setup.props]
    said = [prop for prop in props if prop.instead]
    assert len(said) > 20
    for prop in said:
        assert set(prop.instead) == {"en", "de", "es"}, prop.id


def test_no_word_of_anybody_lifts_never() -> None:
    tilts = EXERCISES["pelvic-tilts"]
    agreed = sc.Person(facts={**WELL, "vertigo": "yes"}, clearances=[sc.Clearance(code="vertigo")])
    for caution, expected in (("avoid", "modified"), ("never", "needs_clearance")):
        own = sc.Contraindication(
            code="vertigo", caution=caution, text={"en": "Vertigo."}, instead={"en": "Leave it out."}
        )
        exercise = tilts.replace(contraindications=[*tilts.contraindications, own])
        assert sc.screen(agreed, exercise).verdict == expected


@every_exercise
def test_a_lean_dose_is_no_more_than_the_full_one(exercise: sc.Exercise) -> None:
    lean, full = exercise.dose.lean, exercise.dose.full
    assert (lean is None) == (full is None)
    if lean is None or full is None:
        return
    for member in sc.BlockDose.__match_args__:
        less, more = getattr(lean, member), getattr(full, member)
        assert (less is None) == (more is None), member
        assert less is None or 0 < less <= more, member


# What is not built, or would do harm: refused, never ignored -----------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "members"),
    [
        pytest.param(sc.Movement, {"with_": []}, id="G4 two motions that count together"),
        pytest.param(sc.Dose, {"extra": 1}, id="G7 an extra hold"),
        pytest.param(sc.ContractRelax, {"cycles": 2}, id="G9 a second press out there"),
        pytest.param(sc.Clearance, {"code": "hip_replacement", "until": "2030-01-01"}, id="G11 an end of an agreement"),
        pytest.param(sc.Contraindication, {"code": "a", "instead_exercise": "b"}, id="G11 an exercise"),
        pytest.param(sc.Person, {"age": 68}, id="G13 an age"),
        pytest.param(sc.Dose, {"steps": []}, id="G13 steps"),
        pytest.param(sc.StopSymptom, {"stay": {"en": "Sit up."}}, id="G14 words of an author"),
    ],
)
def test_what_cannot_be_written_down_is_refused_by_name(kind: type, members: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=rf"{kind.__name__}\(\) has no argument {list(members)[-1]}"):
        kind(**members)


@pytest.mark.parametrize(
    ("place", "member"), [("movement", "with"), ("dose", "extra"), ("dose", "steps"), ("setup", "first_side")]
)
def test_a_document_with_a_member_nobody_reads_is_refused(place: str, member: str) -> None:
    document: dict[str, Any] = json.loads(EXERCISES["strap-hamstring-hold"].to_json())
    document[place][member] = {}
    with pytest.raises(sc.DocumentError, match=rf"^{place}\.{member}: unknown member"):
        sc.Exercise.from_json(json.dumps(document))


@pytest.mark.parametrize(
    ("write", "message"),
    [
        (lambda: sc.Repeat(stay=6.0), "stay: 6 s exceeds 5 s"),
        (lambda: sc.ContractRelax(effort=0.8), r"effort: 0\.8 exceeds 0\.75"),
        (lambda: sc.ContractRelax(effort=0.05), r"effort: 0\.05 is below 0\.1"),
    ],
)
def test_what_is_beyond_what_helps_is_refused_with_the_limit(write: Callable[[], object], message: str) -> None:
    with pytest.raises(sc.InvalidModel, match=message):
        write()


# G15: the virtual person -----------------------------------------------------------------------------------------


def channels(movement: sc.Movement) -> list[str]:
    """Left and right of what moves, or the one of the midline."""
    return [str(channel) for channel in sc.Channel if re.fullmatch(f"{movement.motion}(_left|_right)?", channel)]


@cache
def shown(id: str) -> dict[str, list[float]]:
    """What a good sensor sees of what moves, by channel, while a virtual person is guided."""
    session = sc.Session(EXERCISES[id], sc.Person(facts=WELL), EXACT)
    person = sc.VirtualPerson(seed=1, rate=10.0, sensor_noise=0.2)
    angles: dict[str, list[float]] = {channel: [] for channel in channels(EXERCISES[id].movement)}
    while not session.over and person.now < 600.0:
        person.step(session)
        for channel, seen in angles.items():
            if channel in person.posture and (angle := person.posture[channel]) is not None:
                seen.append(angle)
    return angles


moving = pytest.mark.parametrize("id", [id for id, exercise in EXERCISES.items() if exercise.movement.motion])


def in_the_figure(exercise: sc.Exercise, channel: str) -> tuple[float, float]:
    """Where the figure begins with what is shown in this channel, and where it ends."""
    assert exercise.figure is not None
    return exercise.figure.start.get(channel, 0.0), exercise.figure.end.get(channel, 0.0)


@moving
def test_a_virtual_person_begins_where_the_figure_does_and_goes_as_far(id: str) -> None:
    exercise = EXERCISES[id]
    channel = channels(exercise.movement)[0]  # the figure shows the left side moving
    start, end = in_the_figure(exercise, channel)
    angles = shown(id)[channel]
    assert np.median(angles[:20]) == pytest.approx(start, abs=3.0)
    furthest = max(angles) if end > start else min(angles)
    assert (furthest - start) / (end - start) == pytest.approx(1.0, abs=0.35)


@moving
def test_a_virtual_person_goes_no_further_than_anatomy(id: str) -> None:
    exercise = EXERCISES[id]
    movement = exercise.movement
    high, low = movement.anatomy, -(movement.anatomy_back if movement.anatomy_back is not None else 360.0)
    if movement.direction == "negative":
        high, low = -low, -high
    if movement.motion in ("neck_rotation", "neck_side_bend", "spine_rotation", "spine_side_bend"):
        low = -high  # to the other side as far
    for channel, angles in shown(id).items():
        assert max(angles) <= high + 1.0, channel
        assert min(angles) >= low - 1.0, channel
