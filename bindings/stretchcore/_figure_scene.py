"""What is around a body of sticks: floor, chair, wall and what it holds. And the eye that sees it all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from stretchcore._core import Exercise, FigureView, Position
from stretchcore._figure_body import SIGNS, Body, Vector
from stretchcore._figure_moving import figure_of, moment
from stretchcore._figure_place import BLOCK, FLESH, PAD, SEAT

Box = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]  # from and to, along x, y and z

ROOM = 0.06  # chosen: of floor around the body
SEAT_HALF, SEAT_THICK, BACKREST = 0.13, 0.025, 0.22  # chosen: of a chair
CHAIR_BACK = 0.52  # chosen: height of the back of a chair to hold on to
WALL_HEIGHT = 1.08  # chosen: what is seen of it
LYING = (Position.back, Position.legs_up_wall, Position.side, Position.front)


class Eye(NamedTuple):
    """Looks from far away. `right` and `up` are those of the picture, `near` points to the eye."""

    right: Vector
    up: Vector
    near: Vector

    def at(self, point: Vector) -> tuple[float, float]:
        return float(self.right @ point), float(self.up @ point)


def eye(view: FigureView, position: Position) -> Eye:
    """From the left side, from ahead, or from above; a little aside and from above, so that depth can be seen."""
    from_left = view == FigureView.side or (view == FigureView.top and position in LYING)
    around = 180.0 if position == Position.legs_up_wall else 0.0
    if from_left:
        around = 90.0 if view == FigureView.top else 78.0
    above = {FigureView.side: 9.0, FigureView.front: 12.0, FigureView.top: 78.0 if from_left else 62.0}[view]
    if position == Position.legs_up_wall:
        above = 35.0
    a, e = np.radians(around), np.radians(above)
    near = np.array([np.cos(e) * np.cos(a), np.cos(e) * np.sin(a), np.sin(e)])
    right = np.array([-np.sin(a), np.cos(a), 0.0])
    return Eye(right, np.cross(near, right), near)


def _corners(box: Box) -> list[Vector]:
    return [np.array([x, y, z]) for x in box[0] for y in box[1] for z in box[2]]


def outline(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The convex hull (Andrew 1979)."""

    def half(ordered: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        hull: list[tuple[float, float]] = []
        for x, y in ordered:
            while len(hull) > 1:
                (ax, ay), (bx, by) = hull[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 1e-9:
                    break
                hull.pop()
            hull.append((x, y))
        return hull[:-1]

    ordered = sorted(set(points))
    return half(ordered) + half(ordered[::-1])


def seen(box: Box, eye: Eye) -> list[tuple[float, float]]:
    return outline([eye.at(corner) for corner in _corners(box)])


def hides(box: Box, exercise: Exercise, start: Body, eye: Eye) -> bool:
    """Whether a thing to hold on to stands between the body and the eye."""
    _, position = figure_of(exercise)
    ahead = np.mean(_corners(box), axis=0) - start.points["pelvis"]
    return position in (Position.standing, Position.wall) and float(eye.near[:2] @ ahead[:2]) > 0.1


# --- Furniture ------------------------------------------------------------------------------------------------------


def _chair(x: float, y: float, seat: float, back: float) -> list[Box]:
    """Its back is at x, its seat in front of it."""
    legs: list[Box] = [
        ((x + ahead, x + ahead + 0.015), (y + aside, y + aside + 0.015), (0, seat))
        for ahead in (0, 2 * SEAT_HALF - 0.015)
        for aside in (-SEAT_HALF, SEAT_HALF - 0.015)
    ]
    return [
        *legs,
        ((x, x + 2 * SEAT_HALF), (y - SEAT_HALF, y + SEAT_HALF), (seat - SEAT_THICK, seat)),
        ((x - 0.015, x), (y - SEAT_HALF, y + SEAT_HALF), (seat, back)),
    ]


def _box_under(point: Vector, half: float, top: float) -> Box:
    x, y, _ = point
    return ((x - half, x + half), (y - half, y + half), (0, top))


def _bounds(bodies: Sequence[Body]) -> tuple[Vector, Vector]:
    points = np.array([point for found in bodies for point in found.points.values()])
    return points.min(axis=0), points.max(axis=0)


def _floor(low: Vector, high: Vector, things: Sequence[Box]) -> Box:
    corners = np.array([low - ROOM, high + ROOM, *(corner for thing in things for corner in _corners(thing))])
    (x0, y0, _), (x1, y1, _) = corners.min(axis=0), corners.max(axis=0)
    return (float(x0), float(x1)), (float(y0), float(y1)), (-0.006, 0)


def _chair_to_hold(start: Body) -> list[Box]:
    """Its back is beneath the right hand, or in the middle where both hands reach for it."""
    left, right, pelvis = (start.points[joint] for joint in ("wrist_left", "wrist_right", "pelvis"))
    both = min(left[0], right[0]) > pelvis[0] + 0.1
    y = (left[1] + right[1]) / 2 if both else right[1]
    return _chair(float(right[0]), float(y), SEAT, CHAIR_BACK)


def _standing_props(start: Body, props: set[str], low: Vector, high: Vector) -> list[Box]:
    if "wall" in props:
        return [
            ((high[0] + 0.01, high[0] + 0.03), (low[1] - ROOM, high[1] + ROOM), (0, max(WALL_HEIGHT, high[2] + 0.05)))
        ]
    if "door-frame" in props:
        x = start.points["wrist_left"][0] + FLESH
        y = start.points["wrist_left"][1]
        posts: list[Box] = [((x, x + 0.03), (s * y - 0.025, s * y + 0.025), (0, WALL_HEIGHT)) for s in SIGNS.values()]
        return [*posts, ((x, x + 0.03), (-y - 0.025, y + 0.025), (WALL_HEIGHT, WALL_HEIGHT + 0.05))]
    return _chair_to_hold(start) if "chair" in props else []


def furniture(exercise: Exercise) -> list[Box]:
    """What carries the body and what it holds on to, from the floor up; the same at the start and at the end."""
    _, position = figure_of(exercise)
    start, end = moment(exercise, 0), moment(exercise, 1)
    props = {prop.id for prop in exercise.setup.props if not prop.optional}
    low, high = _bounds((start, end))
    found: list[Box] = []
    if position == Position.chair:
        found += _chair(-SEAT_HALF + 0.02, 0, SEAT - FLESH, SEAT - FLESH + BACKREST)
    elif position in (Position.standing, Position.wall):
        found += _standing_props(start, props, low, high)
    elif position == Position.legs_up_wall:
        found.append(((high[0], high[0] + 0.02), (low[1] - ROOM, high[1] + ROOM), (0, high[2] + ROOM)))
    elif position == Position.half_kneeling:
        found += [_box_under(start.points["knee_left"], 0.07, PAD)]
        x, y, _ = start.points["wrist_right"]
        found += _chair(x - SEAT_HALF, y, SEAT - 0.05, CHAIR_BACK) if "chair" in props else []
    elif position == Position.hands_and_knees:
        found += [_box_under(start.points[f"knee_{side}"], 0.07, PAD) for side in SIGNS]
    elif position == Position.floor_sitting:
        found.append(_box_under(start.points["pelvis"], 0.12, BLOCK))
    if "pillow" in props and position == Position.side:
        found.append(_box_under(end.points["head"], 0.09, float(end.points["head"][2]) - 2 * FLESH))
    if "pillow" in props and position == Position.hands_and_knees:
        found.append(_box_under(end.points["spine_2"], 0.11, float(end.points["spine_2"][2]) - FLESH))
    if "pillows" in props:
        found += [
            _box_under(end.points[f"knee_{side}"], 0.07, float(end.points[f"knee_{side}"][2]) - FLESH) for side in SIGNS
        ]
    return [_floor(low, high, found), *found]


def held(exercise: Exercise, found: Body) -> list[tuple[Vector, Vector]]:
    """A stick between the hands, or a strap from a hand to the foot that it draws."""
    props = {prop.id for prop in exercise.setup.props if not prop.optional}
    points = found.points
    if "stick" in props:
        across = points["wrist_left"] - points["wrist_right"]
        return [(points["wrist_right"] - 0.3 * across, points["wrist_left"] + 0.3 * across)]
    if "strap" in props:
        _, position = figure_of(exercise)
        tied = points["ankle_left"] if position == Position.side else (points["heel_left"] + points["toe_left"]) / 2
        hands = ("left",) if position == Position.side else tuple(SIGNS)
        return [(points[f"hand_{side}"], tied) for side in hands]
    return []
