"""A body of sticks in space: where its joints are, from the angles of a pose.

Lengths are fractions of the body's height. Axes: x to the front, y to the left, z up. Angles have their clinical signs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

# Segment lengths: Drillis and Contini (1966), as in Winter, Biomechanics and Motor Control of Human Movement (2009),
# figure 4.1.
HIP_HALF_WIDTH = 0.191 / 2
SHOULDER_HALF_WIDTH = 0.259 / 2
TRUNK = 0.818 - 0.530  # from the line of the hips to that of the shoulders
HEAD_HEIGHT = 1.0 - 0.870
HEAD_CENTRE = 0.870 + HEAD_HEIGHT / 2 - 0.818  # above the line of the shoulders
UPPER_ARM, FOREARM, HAND = 0.186, 0.146, 0.108
THIGH, SHANK = 0.530 - 0.285, 0.285 - 0.039
ANKLE_HEIGHT, FOOT = 0.039, 0.152
HEEL_BEHIND = 0.25 * FOOT  # chosen: Winter has no place of the ankle along the foot

SPINE_PARTS = 4  # chosen: the lowest one belongs to the pelvis, the others share what the spine bends
SIGNS = {"left": 1.0, "right": -1.0}
_AHEAD, _LEFT, _UP = np.eye(3)


def about_x(degrees: float) -> Matrix:
    s, c = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def about_y(degrees: float) -> Matrix:
    """A positive angle leans what stands upright to the front."""
    s, c = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def about_z(degrees: float) -> Matrix:
    """A positive angle turns what looks ahead to the left."""
    s, c = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


class Body(NamedTuple):
    """Places of the joints by name, and which way the pelvis, the chest and the lower legs are turned."""

    points: dict[str, Vector]
    frames: dict[str, Matrix]

    def moved(self, turn: Matrix, shift: Vector) -> Body:
        return Body(
            {name: turn @ point + shift for name, point in self.points.items()},
            {name: turn @ frame for name, frame in self.frames.items()},
        )


def _of_midline(part: str, angle: Mapping[str, float], share: float = 1.0) -> Matrix:
    """How a part of the midline is turned on the one below: it bends forward, then sideways, then turns."""
    bend, aside, turn = (share * angle.get(f"{part}_{way}", 0.0) for way in ("flexion", "side_bend", "rotation"))
    return about_y(bend) @ about_x(-aside) @ about_z(turn)


def _of_limb(joint: str, side: str, angle: Mapping[str, float]) -> Matrix:
    """Flexion about the axis across the trunk, then abduction, then rotation about the limb (Grood and Suntay 1983)."""
    flexion, abduction, internal = (
        angle.get(f"{joint}_{way}_{side}", 0.0) for way in ("flexion", "abduction", "rotation")
    )
    return about_y(-flexion) @ about_x(SIGNS[side] * abduction) @ about_z(-SIGNS[side] * internal)


def _add_leg(body: Body, side: str, angle: Mapping[str, float]) -> None:
    points, pelvis = body.points, body.frames["pelvis"]
    hip = points["pelvis"] + pelvis @ (SIGNS[side] * HIP_HALF_WIDTH * _LEFT)
    thigh = pelvis @ _of_limb("hip", side, angle)
    knee = hip - thigh @ (THIGH * _UP)
    shank = thigh @ about_y(angle.get(f"knee_flexion_{side}", 0.0))
    ankle = knee - shank @ (SHANK * _UP)
    foot = shank @ about_y(-angle.get(f"ankle_dorsiflexion_{side}", 0.0))
    heel = ankle - foot @ (HEEL_BEHIND * _AHEAD + ANKLE_HEIGHT * _UP)
    toe = heel + foot @ (FOOT * _AHEAD)
    body.frames[f"shank_{side}"] = shank
    for name, point in {"hip": hip, "knee": knee, "ankle": ankle, "heel": heel, "toe": toe}.items():
        points[f"{name}_{side}"] = point


def _add_arm(body: Body, side: str, angle: Mapping[str, float]) -> None:
    points, chest = body.points, body.frames["chest"]
    shoulder = points["neck"] + chest @ (SIGNS[side] * SHOULDER_HALF_WIDTH * _LEFT)
    upper = chest @ _of_limb("shoulder", side, angle)
    elbow = shoulder - upper @ (UPPER_ARM * _UP)
    fore = upper @ about_y(-angle.get(f"elbow_flexion_{side}", 0.0))
    wrist = elbow - fore @ (FOREARM * _UP)
    hand = wrist - fore @ (HAND * _UP)
    for name, point in {"shoulder": shoulder, "elbow": elbow, "wrist": wrist, "hand": hand}.items():
        points[f"{name}_{side}"] = point


def _add_trunk(body: Body, angle: Mapping[str, float]) -> None:
    points = body.points
    pelvis = (
        about_y(angle.get("pelvis_tilt", 0.0))
        @ about_x(angle.get("pelvis_list", 0.0))
        @ about_z(-angle.get("pelvis_rotation", 0.0))
    )
    part = pelvis
    place = points["pelvis"] = np.zeros(3)
    for number in range(SPINE_PARTS):
        part = pelvis @ _of_midline("spine", angle, number / (SPINE_PARTS - 1))
        place = place + part @ (TRUNK / SPINE_PARTS * _UP)
        points["neck" if number == SPINE_PARTS - 1 else f"spine_{number}"] = place
    body.frames.update(pelvis=pelvis, chest=part)


def _add_head(body: Body, angle: Mapping[str, float]) -> None:
    """The neck shares the way of the head: it goes half as far."""
    points, chest = body.points, body.frames["chest"]
    points["head"] = points["neck"] + chest @ _of_midline("neck", angle, 0.5) @ (HEAD_CENTRE * _UP)
    points["nose"] = points["head"] + chest @ _of_midline("neck", angle) @ (0.7 * HEAD_HEIGHT * _AHEAD)


def body(angle: Mapping[str, float]) -> Body:
    """The body in a pose, angles in degrees by channel, upright with its pelvis at the origin."""
    made = Body({}, {})
    _add_trunk(made, angle)
    _add_head(made, angle)
    for side in SIGNS:
        _add_leg(made, side, angle)
        _add_arm(made, side, angle)
    return made
