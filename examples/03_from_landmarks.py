"""Landmarks of a pose estimator in, words out: a camera faces the wall that her legs are up against."""

from math import cos, pi, sin
from types import SimpleNamespace

import stretchcore as sc

PICTURE = sc.skeleton("mediapipe-33").in_plane()  # its depth is guessed, and not needed here


def camera(t: float) -> list[SimpleNamespace]:
    """In your app: what MediaPipe makes of the picture. She lies still, and from 20 s on opens both legs every 6 s."""
    points = [SimpleNamespace(x=0.0, y=0.0, visibility=0.0) for _ in range(33)]
    share = 0 if t < 20 else (1 - cos(2 * pi * (t - 20) / 6)) / 2
    for at, out, most in ((PICTURE.joints.left, -1, 40), (PICTURE.joints.right, 1, 34)):
        angle = (2 + most * share) * pi / 180
        knee = (60 + 170 * sin(angle), 420 - 170 * cos(angle))
        ankle = (60 + 330 * sin(angle), 420 - 330 * cos(angle))
        for place, (x, y) in ((at.shoulder, (110, 640)), (at.hip, (60, 420)), (at.knee, knee), (at.ankle, ankle)):
            points[place] = SimpleNamespace(x=(640 + out * x) / 1280, y=y / 720, visibility=0.9)
    return points


tracker = sc.PoseTracker(PICTURE, mirrored=False, image_size=(1280, 720))
session = sc.Session(
    sc.catalog()["dynamic-inner-thigh-stretch"], options=sc.SessionOptions(source=sc.Source.phone_camera)
)
session.report(sc.Command(0, sc.Action.start))
for frame in range(1, 180 * 30 + 1):
    for event in session.observe(tracker.posture(frame / 30, camera(frame / 30))):
        if isinstance(event, sc.CueGiven):
            print(f"{event.time:6.1f}  {event.text}")
print(session.finish(180).text("en"))
