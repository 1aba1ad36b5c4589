"""What moves in the figure of an exercise: its sticks at each moment, which of them are marked, and along which way."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from stretchcore._core import Exercise, Motion, MotionDirection, Position, Region, Sides, StickFigure
from stretchcore._figure_body import HAND, SIGNS, Body, Vector
from stretchcore._figure_place import placed

LEAST_TURN = 4.0  # [deg] chosen: less cannot be seen
CARRIED = 20.0  # [deg] chosen: a limb that turns further than this is carried along by the spine
STEPS = 12  # of the way that the arrow follows
HANGS = 60.0  # [deg] chosen: how far a held hand is bent. There is no channel of the wrist.

# Sticks by name: the joints that each connects.
STICKS: dict[str, tuple[str, str]] = {
    "spine_0": ("pelvis", "spine_0"),
    "spine_1": ("spine_0", "spine_1"),
    "spine_2": ("spine_1", "spine_2"),
    "spine_3": ("spine_2", "neck"),
    "hips": ("hip_right", "hip_left"),
    "shoulders": ("shoulder_right", "shoulder_left"),
    "head": ("head", "nose"),
    **{
        f"{name}_{side}": (f"{upper}_{side}", f"{lower}_{side}")
        for side in SIGNS
        for name, upper, lower in (
            ("thigh", "hip", "knee"),
            ("shank", "knee", "ankle"),
            ("foot", "heel", "toe"),
            ("upper_arm", "shoulder", "elbow"),
            ("forearm", "elbow", "wrist"),
            ("hand", "wrist", "hand"),
        )
    },
}
_TRUNK = ("spine", "hips", "shoulders", "head")
LEG = ("thigh", "shank", "foot")
_ARM = ("upper_arm", "forearm", "hand")
# Which sticks show a motion, by its joint, or by the region where no motion is named. Others that go along are not
# marked, so that the eye finds what matters.
_SHOWN_BY = {
    "hip": (*LEG, *_TRUNK),
    "knee": ("shank", "foot", "head"),
    "ankle": LEG,
    "shoulder": _ARM,
    "elbow": _ARM,
    "pelvis": ("spine", "hips"),
    "spine": _TRUNK,
    "neck": ("head",),
    "shoulders": _ARM,
    "chest": (*_ARM, "spine"),
    "arms": _ARM,
}


def figure_of(exercise: Exercise) -> tuple[StickFigure, Position]:
    """What `sc.figure` has made sure of."""
    assert exercise.figure is not None
    assert exercise.position is not None
    return exercise.figure, exercise.position


def _with_held_hand(found: Body, share: float) -> Body:
    """The other hand guides the fingers of the left one down."""
    wrist, hand = found.points["wrist_left"], found.points["hand_left"]
    bend = np.radians(HANGS * share)
    along = (hand - wrist) / np.linalg.norm(hand - wrist)
    lower = wrist + HAND * (np.cos(bend) * along - np.sin(bend) * np.array([0.0, 0.0, 1.0]))
    return Body({**found.points, "hand_left": lower}, found.frames)


def moment(exercise: Exercise, share: float) -> Body:
    """The body between the start, 0, and the end of the movement, 1."""
    figure, position = figure_of(exercise)
    channels = sorted({*figure.start, *figure.end})
    pose: Mapping[str, float] = {
        channel: (1 - share) * figure.start.get(channel, 0.0) + share * figure.end.get(channel, 0.0)
        for channel in channels
    }
    found = placed(pose, position)
    of_wrist = exercise.region == Region.arms and exercise.movement.motion is None
    return _with_held_hand(found, share) if of_wrist else found


def _turned(start: Body, end: Body, first: str, last: str) -> float:
    """By how many degrees the line between two joints turns in space."""
    before, after = (found.points[last] - found.points[first] for found in (start, end))
    cosine = before @ after / (np.linalg.norm(before) * np.linalg.norm(after))
    return float(np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0))))


def _joint(exercise: Exercise) -> str:
    """That of the motion, or the region where the motion has no channel."""
    motion = exercise.movement.motion
    return str(exercise.region) if motion is None else str(motion).partition("_")[0]


def moving(exercise: Exercise) -> frozenset[str]:
    """The sticks to mark: those that turn in space and show the motion, of the working side if there is one."""
    start, end = moment(exercise, 0), moment(exercise, 1)
    turned = {stick: _turned(start, end, *joints) for stick, joints in STICKS.items()}
    turned["head"] = max(turned["head"], _turned(start, end, "neck", "head"))
    joint = _joint(exercise)
    named = _SHOWN_BY.get(joint, tuple(STICKS))
    shown = {stick for stick in STICKS if stick.startswith(named) and turned[stick] > LEAST_TURN}
    if joint == "spine":
        shown |= {stick for stick in STICKS if turned[stick] > CARRIED}
    elif exercise.movement.sides in (Sides.one, Sides.alternating):
        shown = {stick for stick in shown if not stick.endswith("_right")}
    legs = {stick for stick in shown if stick.startswith(LEG)}
    return frozenset((legs if joint == "hip" and legs else shown) or {stick for stick in STICKS if turned[stick] > 0})


def traveller(exercise: Exercise, marked: frozenset[str]) -> str | None:
    """The joint at the ends of what moves that travels farthest; the nose shows only how the head turns."""
    start, end = moment(exercise, 0), moment(exercise, 1)
    motion = exercise.movement.motion
    of_trunk = motion == Motion.spine_flexion  # arms only make room for it
    sticks = [stick for stick in marked if not of_trunk or stick.startswith(_TRUNK)]
    turning = motion == Motion.neck_rotation
    joints = sorted({joint for stick in sticks for joint in STICKS[stick] if turning or joint != "nose"})
    travelled = {joint: float(np.linalg.norm(end.points[joint] - start.points[joint])) for joint in joints}
    return max(joints, key=lambda joint: round(travelled[joint], 6), default=None)


def way(exercise: Exercise, joint: str) -> list[Vector]:
    """Of a joint from the start to the end."""
    return [moment(exercise, step / STEPS).points[joint] for step in range(STEPS + 1)]


def to_and_fro(exercise: Exercise) -> bool:
    return exercise.movement.direction == MotionDirection.both
