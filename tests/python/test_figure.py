"""Exercises as pictures: what is drawn, on what, and which way it goes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import stretchcore as sc
from stretchcore import _figure_scene as scene
from stretchcore._figure import CAPTIONS
from stretchcore._figure_body import FOREARM, SHANK, SIGNS, THIGH, UPPER_ARM, body
from stretchcore._figure_moving import STICKS, moment, moving, traveller
from stretchcore._figure_place import placed
from stretchcore._figure_shapes import HEIGHT, WIDTH, shapes

ROOT = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"
EXERCISES = {
    path.stem: sc.Exercise.from_json(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "src" / "document" / "catalog").glob("*.json"))
}
SIDED = (sc.Sides.one, sc.Sides.alternating)
TOUCHES = 0.035  # of a body's height: angles are whole degrees

every_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)


def sides_of(exercise: sc.Exercise) -> tuple[sc.Side | None, ...]:
    return (None, *sc.Side) if exercise.movement.sides in SIDED else (None,)


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def numbers(element: ElementTree.Element) -> Iterator[tuple[float, float]]:
    """All places in a drawing."""
    for one in element.iter():
        if "points" in one.attrib:
            for pair in one.attrib["points"].split():
                x, y = pair.split(",")
                yield float(x), float(y)
        elif "cx" in one.attrib:
            yield float(one.attrib["cx"]), float(one.attrib["cy"])


# --- The drawing ----------------------------------------------------------------------------------------------------


@every_exercise
def test_every_exercise_is_drawn_whole_within_its_picture(exercise: sc.Exercise) -> None:
    for side in sides_of(exercise):
        drawing = parsed(sc.figure(exercise, side))
        left, top, width, height = map(float, drawing.attrib["viewBox"].split())
        places = list(numbers(drawing))
        assert len(places) > 100
        assert all(left <= x <= left + width and top <= y <= top + height for x, y in places)


@every_exercise
def test_nothing_in_it_runs_or_is_fetched(exercise: sc.Exercise) -> None:
    text = sc.figure(exercise)
    assert "nan" not in text and "inf" not in text.split("</desc>")[1]
    assert {one.tag.removeprefix(SVG) for one in parsed(text).iter()} <= {
        "svg", "title", "desc", "g", "polygon", "polyline", "circle", "text",
    }  # fmt: skip
    assert not re.search(r"href|url\(|style=|<script|on\w+=", text)


@every_exercise
def test_the_same_exercise_is_drawn_the_same(exercise: sc.Exercise) -> None:
    assert sc.figure(exercise) == sc.figure(sc.Exercise.from_json(exercise.to_json()))


@every_exercise
def test_the_right_side_is_the_mirror_of_the_left(exercise: sc.Exercise) -> None:
    panel = WIDTH / 2

    def mirror(x: float) -> float:
        return 2 * panel * (x > panel) + panel - x

    for left, right in zip(shapes(exercise), shapes(exercise, mirrored=True), strict=True):
        assert left._replace(points=()) == right._replace(points=())
        # The corners of an arrow are listed the other way round.
        expected = sorted((round(mirror(x), 4), round(y, 4)) for x, y in left.points)
        assert sorted((round(x, 4), round(y, 4)) for x, y in right.points) == pytest.approx(
            np.array(expected), abs=1e-3
        )


@every_exercise
def test_what_moves_is_marked_and_differs_between_start_and_end(exercise: sc.Exercise) -> None:
    drawing = parsed(sc.figure(exercise))
    marked = [one.attrib for one in drawing.iter() if one.attrib.get("class") == "moving"]
    half = len(marked) // 2
    assert half >= 1 and len(marked) == 2 * half
    in_first = {value for one in marked for key, value in one.items() if key == "points"}
    assert len(in_first) > half  # the second picture is another one, not the first one beside it
    start, end = moment(exercise, 0), moment(exercise, 1)
    joint = traveller(exercise, moving(exercise))
    assert joint is not None
    assert float(np.linalg.norm(end.points[joint] - start.points[joint])) > 0.01


def test_words_are_in_the_language_asked_for_and_ids_differ() -> None:
    seen: set[str] = set()
    for exercise in EXERCISES.values():
        drawing = parsed(sc.figure(exercise, language="de"))
        assert drawing.find(f"{SVG}title").text == exercise.name["de"]  # type: ignore[union-attr]
        assert exercise.summary["de"] in str(drawing.find(f"{SVG}desc").text)  # type: ignore[union-attr]
        assert [one.text for one in drawing.iter(f"{SVG}text")] == ["Beginn", "Ende"]
        ids = {one.attrib["id"] for one in drawing.iter() if "id" in one.attrib}
        assert len(ids) == 3 and not ids & seen
        seen |= ids


def test_words_of_anybody_stay_words() -> None:
    own = EXERCISES["neck-turn"].replace(name={"en": '<script>alert("&")</script>'})
    drawing = parsed(sc.figure(own))
    assert drawing.find(f"{SVG}title").text == '<script>alert("&")</script>'  # type: ignore[union-attr]
    language = '"><script>'
    assert parsed(sc.figure(own, language=language)).attrib["lang"] == language


def test_an_arrow_shows_the_way_and_two_heads_go_to_and_fro() -> None:
    def heads(name: str) -> int:
        drawing = parsed(sc.figure(EXERCISES[name]))
        return sum(one.tag == f"{SVG}polygon" and one.attrib.get("class") == "arrow" for one in drawing.iter())

    assert heads("neck-turn") == 1
    assert heads("leg-swings") == 2


def test_nothing_is_marked_or_shown_by_an_arrow_where_nothing_moves() -> None:
    pose = {"knee_flexion_left": 20.0}
    still = EXERCISES["leg-swings"].replace(figure=sc.StickFigure(start=pose, end=pose))
    assert "arrow" not in sc.figure(still)
    assert "moving" not in sc.figure(still)


# --- What is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("exercise", "side", "field", "words"),
    [
        (
            EXERCISES["neck-turn"].replace(figure=None),
            None,
            "figure",
            'neck-turn has no figure to draw it by; write {"view"',
        ),
        (EXERCISES["neck-turn"].replace(position=None), None, "position", 'one of its words, such as "chair"'),
        (EXERCISES["neck-turn"], "up", "side", '"up" is no side; write left or right'),
        (EXERCISES["pelvic-tilts"], "left", "side", "pelvic-tilts is done in the middle of the body"),
        (EXERCISES["wall-slide"], sc.Side.right, "side", "wall-slide is done with both sides together"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_the_reason(
    exercise: sc.Exercise, side: Any, field: str, words: str
) -> None:
    with pytest.raises(sc.InvalidModel) as refused:
        sc.figure(exercise, side)
    assert refused.value.field == field
    assert str(refused.value).startswith(f"{field}: ")
    assert words in str(refused.value)


# --- The body -------------------------------------------------------------------------------------------------------


def test_limbs_keep_their_lengths_in_every_pose() -> None:
    lengths = {"thigh": THIGH, "shank": SHANK, "upper_arm": UPPER_ARM, "forearm": FOREARM}
    for exercise in EXERCISES.values():
        found = moment(exercise, 0.5)
        for part, length in lengths.items():
            for side in SIGNS:
                first, last = STICKS[f"{part}_{side}"]
                assert np.linalg.norm(found.points[first] - found.points[last]) == pytest.approx(length)


@pytest.mark.parametrize(
    ("channel", "joint", "axis", "sign"),
    [
        ("hip_flexion_left", "knee_left", 0, 1),
        ("hip_abduction_left", "knee_left", 1, 1),
        ("hip_abduction_right", "knee_right", 1, -1),
        ("knee_flexion_left", "ankle_left", 0, -1),
        ("ankle_dorsiflexion_left", "toe_left", 2, 1),
        ("shoulder_flexion_right", "elbow_right", 0, 1),
        ("shoulder_abduction_right", "elbow_right", 1, -1),
        ("elbow_flexion_left", "wrist_left", 0, 1),
        ("spine_flexion", "neck", 0, 1),
        ("spine_side_bend", "neck", 1, 1),
        ("spine_rotation", "shoulder_left", 0, -1),
        ("neck_flexion", "head", 0, 1),
        ("neck_side_bend", "head", 1, 1),
        ("neck_rotation", "nose", 1, 1),
        ("pelvis_tilt", "neck", 0, 1),
        ("pelvis_list", "hip_left", 2, 1),
        ("pelvis_rotation", "hip_left", 0, 1),
    ],
)
def test_angles_have_their_clinical_signs(channel: str, joint: str, axis: int, sign: int) -> None:
    moved = body({channel: 20.0}).points[joint] - body({}).points[joint]
    assert sign * moved[axis] > 0.01


@pytest.mark.parametrize("side", SIGNS)
def test_internal_rotation_turns_a_bent_limb_to_the_other_side(side: str) -> None:
    outwards = SIGNS[side]
    bent = {f"knee_flexion_{side}": 90.0, f"elbow_flexion_{side}": 90.0}
    turned = {**bent, f"hip_rotation_{side}": 20.0, f"shoulder_rotation_{side}": 20.0}
    # The lower leg points back, the forearm ahead: the one swings outwards, the other inwards.
    for joint, way in (("ankle", outwards), ("wrist", -outwards)):
        moved = body(turned).points[f"{joint}_{side}"] - body(bent).points[f"{joint}_{side}"]
        assert way * moved[1] > 0.01


# --- The catalog's poses --------------------------------------------------------------------------------------------


@every_exercise
def test_no_part_of_a_body_goes_through_the_floor_or_the_wall(exercise: sc.Exercise) -> None:
    things = scene.furniture(exercise)
    for share in (0.0, 1.0):
        points = moment(exercise, share).points
        assert min(point[2] for point in points.values()) > -TOUCHES
        if exercise.position in (sc.Position.wall, sc.Position.legs_up_wall) and "door-frame" not in props(exercise):
            ((wall, _), _, _) = things[1]
            assert max(point[0] for point in points.values()) <= wall


def props(exercise: sc.Exercise) -> set[str]:
    return {prop.id for prop in exercise.setup.props}


@every_exercise
def test_what_carries_the_body_touches_it_at_the_start_and_at_the_end(exercise: sc.Exercise) -> None:
    assert exercise.position is not None
    for share in (0.0, 1.0):
        points = moment(exercise, share).points
        height = {joint: float(point[2]) for joint, point in points.items()}
        match exercise.position:
            case sc.Position.standing | sc.Position.wall:
                assert min(height["heel_right"], height["toe_right"]) < TOUCHES
            case sc.Position.back | sc.Position.legs_up_wall:
                assert max(height["neck"], height["pelvis"], height["head"]) < 0.06
            case sc.Position.hands_and_knees:
                assert max(height["knee_left"], height["ankle_left"], height["wrist_left"]) < 0.08
            case sc.Position.front:
                assert max(height["pelvis"], height["knee_left"], height["elbow_left"]) < 0.08
            case sc.Position.half_kneeling:
                assert max(height["knee_left"], height["heel_right"], height["toe_right"]) < 0.06
            case sc.Position.side:
                assert min(height["hip_right"], height["shoulder_right"]) < 0.07


@every_exercise
def test_what_is_drawn_is_the_movement_that_is_written(exercise: sc.Exercise) -> None:
    """The motion's own angle goes the way that its direction says."""
    movement, figure = exercise.movement, exercise.figure
    assert figure is not None
    if movement.motion is None or movement.direction == sc.MotionDirection.both:
        return
    midline = str(movement.motion).startswith(("spine", "neck", "pelvis"))
    channel = str(movement.motion) + ("" if midline else "_left")
    change = figure.end.get(channel, 0.0) - figure.start.get(channel, 0.0)
    wanted = 1 if movement.direction == sc.MotionDirection.positive else -1
    assert wanted * change > 5


def test_a_body_of_zeros_stands_upright() -> None:
    points = placed({}, sc.Position.standing).points
    assert points["heel_left"][2] == pytest.approx(0)
    assert points["neck"][2] == pytest.approx(0.818)


def test_captions_are_there_for_every_language_of_the_library() -> None:
    assert {tag.partition("-")[0] for tag in sc.phrase_languages()} <= set(CAPTIONS)


def test_the_picture_without_captions_holds_every_shape() -> None:
    for exercise in EXERCISES.values():
        for shape in shapes(exercise):
            assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in shape.points)
