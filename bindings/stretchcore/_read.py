"""Recordings from files: what the library reads itself, and C3D with the help of another."""

from __future__ import annotations

import os
from collections.abc import Callable

from stretchcore import _c3d, _core


def read_recording(
    path: str | os.PathLike[str],
    columns: dict[str, str] | None = None,
    source: _core.Source | str | None = None,
    *,
    frame_rate: float | None = None,
    image_size: tuple[int, int] | None = None,
    mirrored: bool = False,
    skeleton: str | None = None,
    units: _core.FileUnits | str | None = None,
    progress: Callable[[float], object] | None = None,
) -> _core.Recording:
    """Reads a recording; what is in a file decides its format, not its name.

    CSV, MOT and STO, TRC, BVH, C3D, JSON of OpenPose and MediaPipe, Kinect text; a folder with a CSV file an IMU, or
    with an OpenPose file a frame. Angles are read where a file has angles, else worked out from its landmarks or
    markers.

    Parameters
    ----------
    path
        the file or folder
    columns
        our word to theirs or theirs to ours: ``{"time": "t_s", "pelvis_tilt": "-tilt"}``; a minus turns the sign
    source
        what measured it, a Source or its word; else what the file itself shows
    frame_rate
        frames a second, of a file that has no times
    image_size
        (width, height) in pixels; landmarks in fractions of a picture need it
    mirrored
        the picture was a mirror, as selfie cameras make them
    skeleton
        the id of the skeleton whose landmarks they are, where their names do not show it
    units
        what the file's numbers are in, where it does not say: a FileUnits or its word
    progress
        called with how much is read, from 0 to 1, at most 100 times; not for small files

    Returns
    -------
    Recording

    Raises
    ------
    RecordingError
        with the line and column of what cannot be read, and the option that helps

    Examples
    --------
    >>> read_recording("walk.json", frame_rate=30, image_size=(1280, 720))  # doctest: +SKIP
    """
    if _c3d.is_c3d(path):
        return _core.joint_angles(_c3d.landmarks(path, skeleton, units, source, progress))
    return _core._read_recording(path, columns, source, frame_rate, image_size, mirrored, skeleton, units, progress)


def read_landmarks(
    path: str | os.PathLike[str],
    columns: dict[str, str] | None = None,
    source: _core.Source | str | None = None,
    *,
    frame_rate: float | None = None,
    image_size: tuple[int, int] | None = None,
    mirrored: bool = False,
    skeleton: str | None = None,
    units: _core.FileUnits | str | None = None,
    progress: Callable[[float], object] | None = None,
) -> _core.LandmarkRecording:
    """Reads the landmarks or markers of a file as they are, or of a folder of OpenPose.

    The parameters are those of ``read_recording``. Raises RecordingError, also for a file that has none.
    """
    if _c3d.is_c3d(path):
        return _c3d.landmarks(path, skeleton, units, source, progress)
    return _core._read_landmarks(path, columns, source, frame_rate, image_size, mirrored, skeleton, units, progress)
