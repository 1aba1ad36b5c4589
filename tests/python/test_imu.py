"""Quaternions of sensors in, angles out; a phone on a thigh; a folder of files."""

import math
import os
import pickle
from pathlib import Path

import numpy as np
import pytest
import stretchcore as sc

SEGMENTS = ["pelvis", "thigh_left", "thigh_right"]
NAN_ROW = [math.nan] * 4


def turn(degrees: float, axis: str) -> np.ndarray:
    """A quaternion in a room with z up: she faces x, and y is to her left."""
    half = math.radians(degrees) / 2
    quaternion = np.zeros(4)
    quaternion[0] = math.cos(half)
    quaternion[" xyz".index(axis)] = math.sin(half)
    return quaternion


def raising(knees: bool = True) -> sc.ImuRecording:
    """Standing still for 1.5 s, then raising one leg after the other, with sensors that are turned as the room is."""
    time = np.arange(0, 6, 0.02)
    orientations = np.tile(turn(0, "x"), (len(time), 3, 1))
    for row, t in enumerate(time):
        for place, start in ((1, 1.5), (2, 3.5)):
            if knees and start < t < start + 2:
                # Bending a hip forward lifts the knee to the front: a turn about her right, which is -y.
                orientations[row, place] = turn(-60 * math.sin((t - start) * math.pi / 2), "y")
    return sc.ImuRecording(time, SEGMENTS, orientations)


RIGHT = sc.Vector3(0, -1, 0)
RECORDING = raising()
TRACKER = sc.ImuTracker(sc.calibrate(RECORDING))


def test_quaternions_become_a_posture() -> None:
    posture = TRACKER.posture(1.25, np.array([turn(0, "x"), turn(-50, "y"), turn(20, "x")]))
    assert isinstance(posture, sc.Posture)
    assert posture.time == 1.25
    assert posture["hip_flexion_left"] == pytest.approx(50, abs=1e-9)
    assert posture["hip_abduction_left"] == pytest.approx(0, abs=1e-9)
    # A turn about the front brings a leg's lower end to her left: the right leg in, across the other.
    assert posture["hip_abduction_right"] == pytest.approx(-20, abs=1e-9)
    assert posture["pelvis_list"] == pytest.approx(0, abs=1e-9)
    assert "knee_flexion_left" not in posture
    assert TRACKER.why_absent("knee_flexion_left") == "no sensor on the left shank"
    assert TRACKER.why_absent("hip_abduction_left") == ""


def test_arrays_lists_and_orientations_are_the_same() -> None:
    rows = np.array([turn(3, "x"), turn(40, "y"), turn(20, "z")])
    posture = TRACKER.posture(0.0, rows)
    assert TRACKER.posture(0.0, rows.tolist()) == posture
    assert TRACKER.posture(0.0, np.asfortranarray(rows)) == posture
    assert TRACKER.posture(0.0, [sc.Orientation(*row) for row in rows.tolist()]) == posture


def test_what_was_not_seen_is_absent() -> None:
    rows = [turn(0, "x").tolist(), NAN_ROW, turn(0, "x").tolist()]
    posture = TRACKER.posture(0.0, rows)
    assert "hip_flexion_left" not in posture
    assert "hip_flexion_right" in posture
    assert TRACKER.posture(0.0, [sc.Orientation(), None, sc.Orientation()]) == posture
    assert list(TRACKER.posture(0.0, None)) == []
    assert list(TRACKER.posture(0.0, rows[:2])) == []


@pytest.mark.parametrize("wrong", ["rows", [[1, 0, 0]], [[["a"] * 4]], np.zeros((3, 3)), np.zeros((3, 4), bool), 3.0])
def test_what_is_no_table_of_quaternions_is_refused(wrong: object) -> None:
    with pytest.raises((TypeError, ValueError), match="sensors: expected rows of w, x, y, z, or Orientations, got "):
        TRACKER.posture(0.0, wrong)  # type: ignore[arg-type]


def test_a_calibration_can_be_kept() -> None:
    calibration = TRACKER.calibration
    assert [sensor.segment for sensor in calibration.sensors] == SEGMENTS
    assert calibration.right.x == pytest.approx(0, abs=1e-9)
    assert calibration.right.y == pytest.approx(-1)
    assert pickle.loads(pickle.dumps(calibration)) == calibration
    assert eval(repr(calibration), vars(sc)) == calibration
    with pytest.raises(sc.InvalidModel, match=r"^right: must be a direction"):
        calibration.replace(right=sc.Vector3())


def test_the_known_pose_may_be_on_the_back() -> None:
    standing = raising(knees=False)
    pose = sc.legs_up_the_wall(80)
    assert pose == sc.KnownPose(trunk="on_the_back", hip_flexion=80)
    tracker = sc.ImuTracker(sc.calibrate(standing, pose, right=(0, -1, 0)))
    assert tracker.posture(0, standing.orientations[0])["hip_flexion_left"] == pytest.approx(80)


def test_which_way_is_right_is_found_or_doubted() -> None:
    axis = sc.flexion_axis(RECORDING, sc.first_still(RECORDING), up=[0, 0, 1])
    assert axis.doubt == ""
    assert axis.moved == pytest.approx(60, abs=0.1)
    assert axis.spread == pytest.approx(0, abs=1e-3)
    with pytest.raises(sc.RecordingError, match="which way is right cannot be told: no thigh tipped by 20°"):
        sc.calibrate(raising(knees=False))
    assert sc.calibrate(raising(knees=False), right=RIGHT).right == RIGHT


def test_a_recording_of_sensors_owns_its_numbers_and_shows_them() -> None:
    assert len(RECORDING) == 300
    assert RECORDING.segments == tuple(SEGMENTS)
    assert RECORDING.orientations.shape == (300, 3, 4)
    assert not RECORDING.orientations.flags.writeable
    assert RECORDING == sc.ImuRecording(RECORDING.time, RECORDING.segments, RECORDING.orientations)
    assert pickle.loads(pickle.dumps(RECORDING)) == RECORDING
    assert len(RECORDING.part(1, 2)) == 50
    assert repr(RECORDING) == "<ImuRecording: 300 rows, pelvis, thigh_left, thigh_right>"
    with pytest.raises(sc.RecordingError, match=r"norm 0\.5, expected 1"):
        sc.ImuRecording([0], ["pelvis"], [[[0.5, 0, 0, 0]]])
    with pytest.raises(ValueError, match="one number for each of the 1 rows"):
        sc.ImuRecording([0, 1], ["pelvis"], [[[1, 0, 0, 0]]])
    with pytest.raises(ValueError, match="expected 2 a row, one for each segment, got 1"):
        sc.ImuRecording([0], ["pelvis", "thigh_left"], [[[1, 0, 0, 0]]])
    with pytest.raises(ValueError, match="pelvi"):
        sc.ImuRecording([0], ["pelvi"], [[[1, 0, 0, 0]]])


def test_a_recording_of_sensors_becomes_one_of_angles() -> None:
    angles = sc.to_recording(RECORDING, TRACKER.calibration)
    assert angles.source == "imu_pair"
    assert max(angles["hip_flexion_left"]) == pytest.approx(60, abs=0.1)
    assert sc.analyse(angles, sc.catalog()["dynamic-inner-thigh-stretch"]).repetitions == ()


def test_an_axis_of_a_sensor_says_which_way_is_right() -> None:
    assert sc.Orientation(*turn(90, "z")).in_room((1, 0, 0)).y == pytest.approx(1)
    assert sc.Orientation(*turn(90, "z")).conjugate().in_room([0.0, 1.0, 0.0]).x == pytest.approx(1)
    with pytest.raises(ValueError, match="vector: expected a Vector3 or three numbers, got an array of shape"):
        sc.Orientation().in_room([1, 2])


def test_a_phone_on_a_thigh_is_an_inclinometer() -> None:
    phone = sc.Inclinometer(sc.ThighPhone(side="right", outward=sc.Vector3(1, 0, 0)), [0, 9.81, 0])
    opened = math.radians(35)
    gravity = np.array([-9.81 * math.sin(opened), 9.81 * math.cos(opened), 0])
    posture = phone.posture(2.0, gravity)
    assert list(posture) == ["hip_abduction_right"]
    assert posture["hip_abduction_right"] == pytest.approx(35, abs=1e-9)
    assert list(phone.posture(2.0, 1.5 * gravity)) == []
    assert phone.why_absent("hip_abduction_left") == "the phone is on the other thigh"
    with pytest.raises(sc.InvalidModel, match=r"legs_together: must be as long as gravity, 9.81 \(m/s²\) or 1 \(g\)"):
        sc.Inclinometer(sc.ThighPhone(), [0, 5, 0])
    assert repr(phone) == "<Inclinometer: on the right thigh>"


def test_a_folder_of_quaternion_files_is_read(tmp_path: Path) -> None:
    for name in ("pelvis", "Left_Upper_Leg", "Right_Upper_Leg"):
        (tmp_path / f"{name}_quaternion.csv").write_text("Timestamp (us),W,X,Y,Z\n0,1,0,0,0\n20000,1,0,0,0\n")
    recording = sc.read_imu_folder(tmp_path)
    assert recording.segments == tuple(SEGMENTS)
    assert recording.time.tolist() == [0.0, 0.02]
    (tmp_path / "pelvis_quaternion.csv").write_text("Timestamp (us),W,X,Y,Z\n0,1,0,0,0\n20000,0.5,0,0,0\n")
    with pytest.raises(sc.RecordingError, match=r"norm 0\.500000, expected 1") as refused:
        sc.read_imu_folder(tmp_path)
    assert (refused.value.line, refused.value.column) == (3, 2)
    (tmp_path / "pelvis_quaternion.csv").unlink()
    with pytest.raises(sc.RecordingError, match="has no CSV file for pelvis"):
        sc.read_imu_folder(tmp_path)
    assert sc.read_imu_folder(tmp_path, required=["thigh_left"]).segments == ("thigh_left", "thigh_right")


def test_a_real_recording_goes_all_the_way() -> None:
    beside = Path(__file__).resolve().parents[3] / "shared" / "recordings"
    folder = Path(os.environ.get("STRETCHCORE_RECORDINGS", beside)) / "xio_imu"
    if not folder.is_dir():
        pytest.skip(f"no recordings at {folder.parent}; set STRETCHCORE_RECORDINGS")
    imu = sc.read_imu_folder(folder)
    angles = sc.to_recording(imu, sc.calibrate(imu))
    assert 115 < np.nanmax(angles["knee_flexion_right"]) < 140
