"""Markers of C3D files, which another library reads: https://pypi.org/project/c3d."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from stretchcore import _core
from stretchcore._errors import RecordingError

_HEADER = 512  # bytes
_KEY = 0x50


def is_c3d(path: str | os.PathLike[str]) -> bool:
    """By the key in the second byte. What cannot be opened is for the library to say, and a pipe is read only once."""
    try:
        if not os.path.isfile(os.fspath(path)):
            return False
        with open(path, "rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return False
    return len(header) == _HEADER and header[0] >= 2 and header[1] == _KEY


def landmarks(
    path: str | os.PathLike[str],
    skeleton: str | None,
    units: _core.FileUnits | str | None,
    source: _core.Source | str | None,
    progress: Callable[[float], object] | None,
) -> _core.LandmarkRecording:
    try:
        import c3d
    except ImportError:
        raise RecordingError(
            f"{os.fspath(path)}: C3D needs the package c3d, which is not installed: pip install 'stretchcore[c3d]'"
        ) from None
    name = Path(path).name
    with open(path, "rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of missing analog channels and the like
        try:
            reader = c3d.Reader(file)
            labels = [str(label).strip() for label in reader.point_labels]
            rate = float(reader.point_rate)
            claimed = int(reader.last_frame) - int(reader.first_frame) + 1
            unit = reader.get("POINT:UNITS")
            said = unit.string_value.strip().lower() if unit else ""
            frames = _frames(reader, claimed, progress)
        except _Cancelled as cancelled:
            raise cancelled.reason from None
        except Exception as error:  # whatever a broken file makes of the library
            raise RecordingError(f"{name}: cannot be read as C3D: {error}") from None
    if frames.shape[0] != claimed:
        raise RecordingError(
            f"{name}: the header says {claimed} frames, the file has {frames.shape[0]}: it was cut off"
        )
    if not rate > 0.0:
        raise RecordingError(f"{name}: POINT:RATE: expected frames a second above 0, got {rate:g}")
    if frames.shape[1:2] != (len(labels),):
        raise RecordingError(f"{name}: POINT:LABELS: has {len(labels)} names for {frames.shape[1]} points")
    time = np.arange(frames.shape[0]) / rate
    return _core._landmarks_of_markers(labels, _UNITS.get(said), time, frames, skeleton, units, source, name)


_UNITS = {"mm": "millimetres", "cm": "centimetres", "m": "metres"}


class _Cancelled(Exception):
    """What the caller's own ``progress`` raised is not the file's fault."""

    def __init__(self, reason: BaseException) -> None:
        self.reason = reason


def _frames(reader: Any, claimed: int, progress: Callable[[float], object] | None) -> np.ndarray:
    """Frames x points x (x, y, z); NaN where a point was not seen, which is a residual below 0."""
    frames = []
    step = max(claimed // 100 + 1, 1000)
    for count, (_, points, _) in enumerate(reader.read_frames(copy=False), start=1):
        frame = points[:, :3].astype(float)
        frame[points[:, 3] < 0] = np.nan
        frames.append(frame)
        if progress is not None and count % step == 0:
            try:
                progress(min(1.0, count / claimed))
            except BaseException as error:
                raise _Cancelled(error) from None
    return np.array(frames) if frames else np.empty((0, len(reader.point_labels), 3))
