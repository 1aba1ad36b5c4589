"""Recordings and landmarks from files of every format, as Python reads them."""

from __future__ import annotations

import math
import os
import threading
import time
import warnings
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
import stretchcore as sc

LEGS = ("left_hip", "right_hip", "left_knee", "right_knee")
MARKERS = {  # millimetres: x to her left, y to the back, z up
    "LASI": (120, 40, 950), "RASI": (-120, 40, 950), "LPSI": (45, 190, 960), "RPSI": (-45, 190, 960),
    "LKNE": (140, 120, 530), "RKNE": (-140, 120, 530), "LANK": (150, 120, 120), "RANK": (-150, 120, 120),
}  # fmt: skip


def landmark_csv(path: Path, rows: int = 3) -> Path:
    header = "time," + ",".join(f"{name}_{axis}" for name in LEGS for axis in "xyz")
    row = "0.1,0.9,0,-0.1,0.9,0,0.2,0.5,0,-0.2,0.5,0"
    path.write_text("\n".join([header, *(f"{i / 50},{row}" for i in range(rows))]) + "\n", encoding="utf-8")
    return path


def test_landmarks_are_read_as_they_are_and_as_the_angles_they_show(tmp_path: Path) -> None:
    file = landmark_csv(tmp_path / "legs.csv")
    landmarks = sc.read_landmarks(file, units="metres")
    assert isinstance(landmarks, sc.LandmarkRecording)
    assert len(landmarks) == 3
    place = landmarks.skeleton.names.index("left_hip")
    np.testing.assert_array_equal(landmarks.landmarks[0, place], (0.1, 0.9, 0.0, 1.0))
    angles = sc.read_recording(file, units=sc.FileUnits.metres)
    assert angles == sc.joint_angles(landmarks)
    assert angles["hip_abduction_left"][0] == pytest.approx(math.degrees(math.atan2(0.1, 0.4)))


def test_what_a_file_does_not_say_is_asked_for(tmp_path: Path) -> None:
    file = landmark_csv(tmp_path / "legs.csv")
    with pytest.raises(sc.RecordingError, match=r"image_size=\(w, h\) or --image-size WxH, else say units="):
        sc.read_recording(file)
    with pytest.raises(ValueError, match="feet"):
        sc.read_recording(file, units="feet")
    with pytest.raises(sc.InvalidModel, match="is not one of mediapipe-33"):
        sc.read_landmarks(file, skeleton="stick figure")
    with pytest.raises(sc.RecordingError, match="frame_rate: expected more than 0"):
        sc.read_landmarks(file, units="metres", frame_rate=-1)
    with pytest.raises(TypeError, match="image_size"):
        sc.read_landmarks(file, image_size="1280x720")  # type: ignore[arg-type]


def test_options_reach_the_reader(tmp_path: Path) -> None:
    text = landmark_csv(tmp_path / "legs.csv").read_text(encoding="utf-8").replace("time,", "frame,")
    file = tmp_path / "frames.csv"
    file.write_text(text, encoding="utf-8")
    read = sc.read_landmarks(file, frame_rate=25, units="centimetres", source="multi_camera")
    np.testing.assert_allclose(read.time, [0.0, 0.04, 0.08])
    assert read.source is sc.Source.multi_camera
    place = read.skeleton.names.index("right_knee")
    np.testing.assert_allclose(read.landmarks[0, place], (-0.002, 0.005, 0.0, 1.0))
    mirrored = sc.read_recording(file, frame_rate=25, units="metres", mirrored=True)
    assert mirrored == sc.joint_angles(sc.read_landmarks(file, frame_rate=25, units="metres"), mirrored=True)


def long_csv(path: Path, rows: int = 200_000) -> Path:
    lines = ["time,pelvis_tilt,pelvis_list", *(f"{i / 60:.4f},{i % 90},{i % 7}.5" for i in range(rows))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_progress_is_told_at_most_a_hundred_times_and_may_stop_the_reading(tmp_path: Path) -> None:
    file = long_csv(tmp_path / "long.csv")
    told: list[float] = []
    rows = sc.read_recording(file, progress=told.append)
    assert len(rows) == 200_000
    assert 10 < len(told) <= 100
    assert told == sorted(told)
    assert 0.0 < told[0] < told[-1] <= 1.0

    class Enough(Exception):
        pass

    def stop(fraction: float) -> None:
        raise Enough

    with pytest.raises(Enough):
        sc.read_recording(file, progress=stop)


def test_others_run_while_a_file_is_read(tmp_path: Path) -> None:
    file = long_csv(tmp_path / "long.csv", 400_000)
    turns = 0
    done = threading.Event()

    def count() -> None:
        nonlocal turns
        while not done.is_set():
            turns += 1
            time.sleep(0.0005)

    other = threading.Thread(target=count)
    other.start()
    before = turns
    sc.read_recording(file)
    during = turns - before
    done.set()
    other.join()
    assert during > 5


# --- C3D ------------------------------------------------------------------------------------------------------------


def write_c3d(path: Path, frames: np.ndarray, labels: list[str], units: str = "mm", rate: float = 100.0) -> Path:
    """Frames x points x (x, y, z), NaN where a point was not seen."""
    c3d = pytest.importorskip("c3d", reason="c3d is not installed: pip install 'stretchcore[c3d]'")
    writer = c3d.Writer(point_rate=rate, point_scale=-1.0, point_units=units)
    writer.set_point_labels(labels)
    for frame in frames:
        points = np.zeros((len(labels), 5))
        points[:, :3] = np.nan_to_num(frame)
        points[:, 3] = np.where(np.isnan(frame).any(axis=1), -1.0, 0.0)
        writer.add_frames([(points, np.zeros((0, 0)))])
    with open(path, "wb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that there are no analog channels
        writer.write(file)
    return path


def marked(frames: int = 20) -> np.ndarray:
    body = np.array(list(MARKERS.values()), dtype=float)
    moving = np.repeat(body[np.newaxis], frames, axis=0)
    moving[:, 4, 0] += np.linspace(0, 150, frames)  # the left knee goes outwards
    return moving


def test_c3d_is_read_by_its_content(tmp_path: Path) -> None:
    frames = marked()
    frames[3, 5] = np.nan
    file = write_c3d(tmp_path / "markers.dat", frames, list(MARKERS))
    read = sc.read_landmarks(file)
    assert read.skeleton.id == "plug-in-gait"
    assert read.source is sc.Source.optical_markers
    np.testing.assert_allclose(read.time, np.arange(20) / 100.0)
    for point, name in enumerate(MARKERS):
        seen = read.landmarks[:, read.skeleton.names.index(name)]
        expected = np.nan_to_num(frames[:, point])
        np.testing.assert_allclose(seen[:, :3], expected, rtol=1e-6)
        np.testing.assert_array_equal(seen[:, 3], np.where(np.isnan(frames[:, point, 0]), 0.0, 1.0))
    angles = sc.read_recording(file, source="multi_camera")
    assert angles.source is sc.Source.multi_camera
    assert angles["hip_abduction_left"][-1] > angles["hip_abduction_left"][0] + 10


def test_c3d_says_its_units_or_is_asked_for_them(tmp_path: Path) -> None:
    metres = write_c3d(tmp_path / "m.c3d", marked() / 1000.0, list(MARKERS), units="m")
    assert sc.read_landmarks(metres).skeleton.units is sc.LandmarkUnits.metres
    unsaid = write_c3d(tmp_path / "x.c3d", marked(), list(MARKERS), units="ft")
    with pytest.raises(sc.RecordingError, match=r"^x\.c3d: the file does not say what its points are in"):
        sc.read_landmarks(unsaid)
    assert sc.read_landmarks(unsaid, units="millimetres").skeleton.units is sc.LandmarkUnits.millimetres


def test_c3d_cut_off_anywhere_or_with_other_bytes_is_refused_or_read(tmp_path: Path) -> None:
    whole = write_c3d(tmp_path / "whole.c3d", marked(), list(MARKERS)).read_bytes()
    broken = tmp_path / "broken.c3d"
    data_ends = len(whole) - len(whole) % 512
    for length in range(0, data_ends - 512, 97):
        broken.write_bytes(whole[:length])
        with pytest.raises(sc.RecordingError):
            sc.read_recording(broken)
    random = np.random.default_rng(5)
    for _ in range(100):
        changed = bytearray(whole)
        for at in random.integers(2, len(whole), 6):
            changed[at] = random.integers(256)
        broken.write_bytes(changed)
        try:
            sc.read_recording(broken)
        except sc.RecordingError as error:
            assert str(error).startswith("broken.c3d")


def test_c3d_without_its_library_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "markers.c3d"
    file.write_bytes(b"\x02\x50" + bytes(510))
    monkeypatch.setitem(__import__("sys").modules, "c3d", None)
    with pytest.raises(sc.RecordingError, match=r"pip install 'stretchcore\[c3d\]'"):
        sc.read_recording(file)


# --- The bar of the command line ------------------------------------------------------------------------------------


def test_a_bar_appears_only_for_what_takes_longer_than_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rich")
    from rich.console import Console
    from stretchcore import _progress

    def shown(moment: float, *, terminal: bool = True) -> str:
        monkeypatch.setattr(_progress, "A_MOMENT", moment)
        screen = StringIO()
        console = Console(file=screen, force_terminal=terminal, width=80)
        with _progress.reading("walk.bvh", console) as tell:
            for part in (0.2, 0.5, 1.0):
                tell(part)
        return screen.getvalue()

    assert "reading walk.bvh" in shown(0.0)
    assert shown(60.0) == ""
    assert shown(0.0, terminal=False) == ""


# --- The real ones --------------------------------------------------------------------------------------------------


def recordings() -> Path:
    beside = Path(__file__).resolve().parents[3] / "shared" / "recordings"
    folder = Path(os.environ.get("STRETCHCORE_RECORDINGS", beside))
    if not folder.is_dir():
        pytest.skip(f"no recordings at {folder}; set STRETCHCORE_RECORDINGS")
    return folder


@pytest.mark.parametrize(
    ("file", "options", "rows", "source"),
    [
        ("opencap/squats1_videoAndMocap.mot", {}, 801, None),
        ("bvh/131_01.bvh", {}, 994, None),
        ("keraal/G3-Kinect-RTK-P1T1-Unknown-C-0.txt", {"frame_rate": 30}, 193, "depth_camera"),
        ("keraal/G3-BP-RTK-P1T1-Unknown-C-0.json", {"frame_rate": 30, "image_size": (1920, 1080)}, 194, "phone_camera"),
        ("xio_imu", {}, 900, "imu_pair"),
    ],
)
def test_the_real_files_of_each_format_are_read(
    file: str, options: dict[str, object], rows: int, source: str | None
) -> None:
    recording = sc.read_recording(recordings() / file, **options)  # type: ignore[arg-type]
    assert len(recording) == rows
    assert recording.source == source
    assert "hip_abduction_left" in recording
