"""A body of sticks in the position of an exercise: lying, sitting, kneeling or standing, on what carries it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from stretchcore._core import Position
from stretchcore._figure_body import ANKLE_HEIGHT, HAND, SHANK, SIGNS, Body, Matrix, about_y, body

FLESH = 0.03  # chosen: from a joint to the surface of the body, in heights; a stick is twice as thick
PAD = 0.01  # chosen: how high a pad is under a knee
BLOCK = 0.07  # chosen: a seat on the floor
SEAT = SHANK + ANKLE_HEIGHT  # of the hips above the floor, with feet flat

# Columns: where front, left and head of the body point to. Feet of those who lie point to positive x.
_UPRIGHT = np.eye(3)
_LEVEL = np.array([1.0, 1.0, 0.0])
_ON_BACK = np.array([[0, 0, -1], [0, 1, 0], [1, 0, 0]], dtype=float)
_ON_FRONT = np.array([[0, 0, 1], [0, 1, 0], [-1, 0, 0]], dtype=float)
_ON_RIGHT_SIDE = np.array([[0, 0, 1], [1, 0, 0], [0, 1, 0]], dtype=float)
_TURNS = {
    Position.back: _ON_BACK,
    Position.legs_up_wall: _ON_BACK,
    Position.front: _ON_FRONT,
    Position.side: _ON_RIGHT_SIDE,
}
# What stays where it is from the start of the movement to its end, and how high; None: as high as lets the lowest part
# of the body touch the floor. The left side is the one that moves.
_ANCHORS: dict[Position, tuple[str, float | None]] = {
    Position.chair: ("pelvis", SEAT),
    Position.standing: ("heel_right", None),
    Position.wall: ("heel_right", None),
    Position.back: ("neck", FLESH),
    Position.legs_up_wall: ("pelvis", FLESH),
    Position.side: ("pelvis", None),
    Position.hands_and_knees: ("knee_left", FLESH + PAD),
    Position.front: ("pelvis", FLESH),
    Position.half_kneeling: ("knee_left", FLESH + PAD),
    Position.floor_sitting: ("pelvis", FLESH + BLOCK),
}


def _turn(found: Body, position: Position) -> Matrix:
    turn = _TURNS.get(position, _UPRIGHT)
    if position == Position.back:
        # The chest lies still, and the pelvis may roll on the floor.
        return turn @ found.frames["chest"].T
    if position == Position.hands_and_knees:
        # The lower legs lie on the floor, and all else stands on them.
        shin = found.points["ankle_left"] - found.points["knee_left"]
        return about_y(float(np.degrees(np.arctan2(-shin[2], -shin[0]))))
    return turn


def lowest(found: Body) -> float:
    """How high the lowest part of the body is. Soles have no flesh."""
    return min(
        float(point[2]) - (0.0 if name.startswith(("heel", "toe", "nose")) else FLESH)
        for name, point in found.points.items()
    )


def _hands_flat(found: Body) -> Body:
    """A hand that would go through the floor lies flat on it, its fingers to where the arm and the head point."""
    points = dict(found.points)
    ahead = (found.points["neck"] - found.points["pelvis"]) * _LEVEL
    for side in SIGNS:
        wrist, hand = points[f"wrist_{side}"], points[f"hand_{side}"]
        if hand[2] < FLESH / 2:
            along = (hand - wrist) * _LEVEL + ahead
            points[f"hand_{side}"] = (
                (wrist * _LEVEL) + HAND * along / max(float(np.linalg.norm(along)), 1e-9) + [0, 0, FLESH / 2]
            )
    return Body(points, found.frames)


def placed(pose: Mapping[str, float], position: Position) -> Body:
    """The body in a pose on the floor, z = 0, or on a seat."""
    found = body(pose)
    found = found.moved(_turn(found, position), np.zeros(3))
    anchor, height = _ANCHORS[position]
    shift = -found.points[anchor]
    shift[2] = -lowest(found) if height is None else shift[2] + height
    return _hands_flat(found.moved(_UPRIGHT, shift))
