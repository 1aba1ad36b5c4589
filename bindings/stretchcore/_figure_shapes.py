"""An exercise as shapes: two bodies of sticks, at its start and at its end, and what is around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from stretchcore import _figure_scene as scene
from stretchcore._core import Exercise
from stretchcore._figure_body import HEAD_HEIGHT, Body, Vector
from stretchcore._figure_moving import LEG, STICKS, figure_of, moment, moving, to_and_fro, traveller, way

Point = tuple[float, float]

PANEL = 240.0  # [px] width and height of each of the two pictures
MARGIN = 20.0
WIDTH, HEIGHT = 2 * PANEL, PANEL  # of both
LARGEST = 260.0  # [px] a whole body; what takes little room is not drawn larger
STROKE = 0.045  # of a limb, in heights of the body

INK, FAR, MARK, THING, EDGE, FLOOR = "#26323b", "#97a3ab", "#c2410c", "#e4dfd3", "#b9b09c", "#f1eee6"
ARROW_ASIDE = 14.0  # [px] of an arrow from what moves


# An arrow keeps away from where its joint turns about; others from the pelvis.
_TURNS_ABOUT = {"nose": "head", "hip": "neck", "pelvis": "neck", "spine": "neck"}


class Shape(NamedTuple):
    """A line, an area or, where there is a radius, a disc; in pixels of the whole picture."""

    points: tuple[Point, ...]
    stroke: str = ""
    width: float = 0.0
    fill: str = ""
    radius: float = 0.0
    mark: str = ""  # "moving" or "arrow"


class _Sheet(NamedTuple):
    """Where places in space come to lie in the pictures."""

    eye: scene.Eye
    scale: float  # pixels for a body's height
    centre: Point
    mirrored: bool

    def at(self, point: Vector, panel: int) -> Point:
        return self.on(self.eye.at(point), panel)

    def on(self, place: Point, panel: int) -> Point:
        x, y = (self.scale * (value - middle) for value, middle in zip(place, self.centre, strict=True))
        return panel * PANEL + PANEL / 2 + (-x if self.mirrored else x), PANEL / 2 - y


def _sheet(exercise: Exercise, bodies: Sequence[Body], things: Sequence[scene.Box], mirrored: bool) -> _Sheet:
    figure, position = figure_of(exercise)
    eye = scene.eye(figure.view, position)
    places = [eye.at(point) for found in bodies for point in found.points.values()]
    places += [corner for thing in things for corner in scene.seen(thing, eye)]
    places += [place for found in bodies for line in scene.held(exercise, found) for place in map(eye.at, line)]
    low, high = np.min(places, axis=0) - HEAD_HEIGHT / 2, np.max(places, axis=0) + HEAD_HEIGHT / 2
    scale = min(LARGEST, *((PANEL - 2 * MARGIN) / (high - low)))
    x, y = (low + high) / 2
    return _Sheet(eye, float(scale), (float(x), float(y)), mirrored)


def _colour(stick: str, found: Body, eye: scene.Eye, marked: frozenset[str]) -> str:
    """Limbs of the side that is turned away are paler, so that left and right can be told apart where they overlap."""
    if stick in marked:
        return MARK
    girdle = "hip" if stick.startswith(LEG) else "shoulder"
    to_left = found.points[f"{girdle}_left"] - found.points[f"{girdle}_right"]
    turned = float(eye.near @ to_left / np.linalg.norm(to_left))
    away = "_right" if turned > 0.5 else "_left" if turned < -0.5 else "_neither"
    return FAR if stick.endswith(away) else INK


def _stick(stick: str, found: Body, sheet: _Sheet, panel: int, marked: frozenset[str]) -> list[Shape]:
    first, last = STICKS[stick]
    colour, mark = _colour(stick, found, sheet.eye, marked), "moving" if stick in marked else ""
    width = sheet.scale * STROKE * (1.2 if stick in marked else 1.0)
    ends = tuple(sheet.at(found.points[joint], panel) for joint in (first, last))
    if stick == "head":
        neck = (sheet.at(found.points["neck"], panel), ends[0])
        radius = sheet.scale * HEAD_HEIGHT / 2
        return [
            Shape(neck, colour, width, mark=mark),
            Shape(ends, colour, 0.6 * width, mark=mark),
            Shape(ends[:1], "#ffffff", 1.5, colour, radius, mark),
        ]
    if stick.startswith("foot"):
        ankle = sheet.at(found.points[stick.replace("foot", "ankle")], panel)
        return [Shape((*ends, ankle, ends[0]), colour, 0.5 * width, colour, mark=mark)]
    if stick.startswith("hand"):
        return [Shape(ends, colour, 0.7 * width, mark=mark)]
    return [Shape(ends, colour, width, mark=mark)]


def _body(exercise: Exercise, found: Body, sheet: _Sheet, panel: int, marked: frozenset[str]) -> Iterator[Shape]:
    """What is nearer to the eye is drawn later."""

    def nearness(stick: str) -> float:
        first, last = (found.points[joint] for joint in STICKS[stick])
        return round(float(sheet.eye.near @ (first + last)), 6)

    for stick in sorted(STICKS, key=nearness):
        yield from _stick(stick, found, sheet, panel, marked)
    for first, last in scene.held(exercise, found):
        yield Shape((sheet.at(first, panel), sheet.at(last, panel)), EDGE, 2.5)


def _head_of_arrow(points: Sequence[Point]) -> Shape:
    tip = np.array(points[-1])
    back = next((np.array(one) for one in reversed(points) if np.linalg.norm(tip - one) > 6), np.array(points[0]))
    along = (tip - back) / max(float(np.linalg.norm(tip - back)), 1e-9)
    across = np.array([-along[1], along[0]])
    corners = (tip + 3 * along, tip - 8 * along + 5.5 * across, tip - 8 * along - 5.5 * across)
    return Shape(tuple((float(x), float(y)) for x, y in corners), "#ffffff", 1.0, MARK, mark="arrow")


def _aside(points: Sequence[Point], middle: Point, by: float) -> list[Point]:
    """A little further from the middle of the body than what moves, so that the one does not hide the other."""
    places = np.array(points)
    away = places - np.array(middle)
    distance = np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1.0)
    return [(float(x), float(y)) for x, y in places + by * away / distance]


def _arrow(exercise: Exercise, found: Body, sheet: _Sheet, marked: frozenset[str]) -> Iterator[Shape]:
    joint = traveller(exercise, marked)
    if joint is None:
        return
    middle = found.points[next((root for part, root in _TURNS_ABOUT.items() if joint.startswith(part)), "pelvis")]
    apart = ARROW_ASIDE + (sheet.scale * HEAD_HEIGHT / 2 if joint == "head" else 0.0)
    points = _aside([sheet.at(place, 1) for place in way(exercise, joint)], sheet.at(middle, 1), apart)
    yield Shape(tuple(points), "#ffffff", 5.0)
    yield Shape(tuple(points), MARK, 2.2, mark="arrow")
    yield _head_of_arrow(points)
    if to_and_fro(exercise):
        yield _head_of_arrow(points[::-1])


def _thing(thing: scene.Box, sheet: _Sheet, panel: int, is_floor: bool = False) -> Shape:
    corners = tuple(sheet.on(corner, panel) for corner in scene.seen(thing, sheet.eye))
    if is_floor:
        return Shape(corners, fill=FLOOR)
    return Shape((*corners, corners[0]), EDGE, 0.8, THING)


def shapes(exercise: Exercise, mirrored: bool = False) -> list[Shape]:
    """Both pictures, in the order in which they are painted."""
    bodies = [moment(exercise, share) for share in (0.0, 1.0)]
    things = scene.furniture(exercise)
    sheet = _sheet(exercise, bodies, things, mirrored)
    marked = moving(exercise)
    before = [False, *(scene.hides(thing, exercise, bodies[0], sheet.eye) for thing in things[1:])]
    drawn: list[Shape] = []
    for panel, found in enumerate(bodies):
        seen = [_thing(thing, sheet, panel, number == 0) for number, thing in enumerate(things)]
        drawn += [shape for shape, hides in zip(seen, before, strict=True) if not hides]
        drawn += _body(exercise, found, sheet, panel, marked)
        # Of what stands before the body there are only the edges.
        drawn += [shape._replace(fill="") for shape, hides in zip(seen, before, strict=True) if hides]
    return [*drawn, *_arrow(exercise, bodies[1], sheet, marked)]
