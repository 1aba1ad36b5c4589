"""An exercise as a picture: two bodies of sticks, at its start and at its end, as plain SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from stretchcore import _figure_scene as scene
from stretchcore._core import Exercise, Side, Sides, in_language
from stretchcore._errors import InvalidModel
from stretchcore._figure_body import HEAD_HEIGHT, HIP_HALF_WIDTH, Body, Vector
from stretchcore._figure_moving import STICKS, figure_of, moment, moving, to_and_fro, traveller, way

Point = tuple[float, float]

PANEL = 240.0  # [px] width and height of each of the two pictures
MARGIN = 20.0
CAPTION = 22.0
WIDTH, HEIGHT = 2 * PANEL, PANEL + CAPTION
LARGEST = 260.0  # [px] a whole body; what takes little room is not drawn larger
STROKE = 0.045  # of a limb, in heights of the body

INK, FAR, MARK, THING, EDGE, FLOOR = "#26323b", "#97a3ab", "#c2410c", "#e4dfd3", "#b9b09c", "#f1eee6"
ARROW_ASIDE = 16.0  # [px]
CAPTIONS = {
    "en": ("Start", "End"),
    "de": ("Beginn", "Ende"),
    "es": ("Inicio", "Final"),
}


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
    to_left = found.points["hip_left"] - found.points["hip_right"]
    turned = float(eye.near @ to_left) / (2 * HIP_HALF_WIDTH)
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


def _body(exercise: Exercise, found: Body, sheet: _Sheet, panel: int) -> Iterator[Shape]:
    """What is nearer to the eye is drawn later."""
    marked = moving(exercise)

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
    return Shape(tuple((float(x), float(y)) for x, y in corners), fill=MARK, mark="arrow")


def _aside(points: Sequence[Point], middle: Point) -> list[Point]:
    """A little further from the middle of the body than what moves, so that the one does not hide the other."""
    places = np.array(points)
    away = places - np.array(middle)
    apart = np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1.0)
    return [(float(x), float(y)) for x, y in places + ARROW_ASIDE * away / apart]


def _arrow(exercise: Exercise, found: Body, sheet: _Sheet) -> Iterator[Shape]:
    joint = traveller(exercise)
    middle = found.points[next((root for part, root in _TURNS_ABOUT.items() if joint.startswith(part)), "pelvis")]
    points = _aside([sheet.at(place, 1) for place in way(exercise)], sheet.at(middle, 1))
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
    drawn: list[Shape] = []
    for panel, found in enumerate(bodies):
        hiding = [scene.hides(thing, bodies[0], sheet.eye) for thing in things]
        drawn += [_thing(thing, sheet, panel, number == 0) for number, thing in enumerate(things) if not hiding[number]]
        drawn += _body(exercise, found, sheet, panel)
        # Of what is before the body there are only the edges.
        drawn += [_thing(thing, sheet, panel)._replace(fill="") for thing, hides in zip(things, hiding, strict=True) if hides]
    return [*drawn, *_arrow(exercise, bodies[1], sheet)]


# --- SVG ------------------------------------------------------------------------------------------------------------


def _written(shape: Shape) -> str:
    look = f' fill="{shape.fill or "none"}"'
    if shape.stroke:
        look += f' stroke="{shape.stroke}" stroke-width="{shape.width:.1f}"'
    if shape.mark:
        look += f' class="{shape.mark}"'
    if shape.radius:
        ((x, y),) = shape.points
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{shape.radius:.1f}"{look}/>'
    kind = "polygon" if shape.fill else "polyline"
    return f'<{kind} points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in shape.points)}"{look}/>'


def _require_figure(exercise: Exercise) -> None:
    for field, value, instead in (
        ("figure", exercise.figure, '{"view": "side", "start": {…}, "end": {…}} with angles in degrees by channel'),
        ("position", exercise.position, 'one of its words, such as "chair"'),
    ):
        if value is None:
            raise _wrong(field, f"{exercise.id} has no {field} to draw it by; write {instead}")


def _wrong(field: str, message: str) -> InvalidModel:
    error = InvalidModel(f"{field}: {message}")
    error.field = field
    return error


def _is_mirrored(exercise: Exercise, side: Side | str | None) -> bool:
    """The left side is the one that is written down; the right one is its mirror image."""
    if side is None:
        return False
    if side not in tuple(Side):
        raise _wrong("side", f'"{side}" is no side; write left or right, or leave it out')
    sides = exercise.movement.sides
    if sides not in (Sides.one, Sides.alternating):
        raise _wrong("side", f"{exercise.id} is done {_how(sides)}, so it cannot be drawn on the {side}; leave it out")
    return side == Side.right


def _how(sides: Sides) -> str:
    return "with both sides together" if sides == Sides.together else "in the middle of the body"


def figure(exercise: Exercise, side: Side | str | None = None, language: str = "en") -> str:
    """Draws an exercise as SVG: its start on the left, its end on the right, and an arrow along the way.

    Parameters
    ----------
    exercise
        One with a ``figure`` and a ``position``.
    side
        The side that works, of an exercise that has sides; the left one if nothing is given.
    language
        Of its title, its description and its captions.

    Returns
    -------
    str
        An ``svg`` element with nothing in it that runs or is fetched.

    Raises
    ------
    InvalidModel
        Where there is nothing to draw it by, or no such side.
    """
    _require_figure(exercise)
    name = f"figure-{exercise.id}" + ("" if side is None else f"-{side}")
    mirrored = _is_mirrored(exercise, side)
    title, about = in_language(exercise.name, language), in_language(exercise.summary, language)
    captions = in_language({tag: "|".join(words) for tag, words in CAPTIONS.items()}, language).split("|")
    text = "".join(
        f'<text x="{(panel + 0.5) * PANEL:.0f}" y="{HEIGHT - 8:.0f}">{escape(words)}</text>'
        for panel, words in enumerate(captions)
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" id={quoteattr(name)} viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}"'
            f' role="img" lang={quoteattr(language)} aria-labelledby="{name}-title {name}-desc">',
            f'<title id="{name}-title">{escape(title)}</title>',
            f'<desc id="{name}-desc">{escape(f"{about} {in_language(exercise.setup.position, language)}".strip())}</desc>',
            '<g stroke-linecap="round" stroke-linejoin="round">',
            *map(_written, shapes(exercise, mirrored)),
            "</g>",
            f'<g font-family="sans-serif" font-size="13" text-anchor="middle" fill="{INK}">{text}</g>',
            "</svg>",
        ]
    )
