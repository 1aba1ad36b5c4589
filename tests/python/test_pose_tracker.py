"""Landmarks in, angles out: the same through arrays and objects, and never an error for what a camera does."""

import math
from functools import partial
from types import SimpleNamespace

import numpy as np
import pytest
import stretchcore as sc
from hypothesis import given
from hypothesis import strategies as st

# Centimetres from the middle of the hips as the camera sees her: x to the right of the picture, y down.
STANDING = {"shoulder": (18, -50), "elbow": (48, -50), "wrist": (73, -50), "hip": (10, 0)}
THIGH, SHANK = 42, 40
SIDES = ("left", "right")


def table(skeleton: sc.Skeleton, left: float = 30.0, right: float = 20.0, scale: float = 2.0) -> np.ndarray:
    """Her facing the camera, legs opened by degrees, in pixels around (640, 360)."""
    points = np.full((len(skeleton.names), 3), (640.0, 360.0, 0.0))
    for side, opening, out in (("left", left, 1), ("right", right, -1)):
        joints = dict(STANDING)
        down = (math.sin(math.radians(opening)), math.cos(math.radians(opening)))
        joints["knee"] = (10 + THIGH * down[0], THIGH * down[1])
        joints["ankle"] = (10 + (THIGH + SHANK) * down[0], (THIGH + SHANK) * down[1])
        for joint, (x, y) in joints.items():
            points[skeleton.names.index(f"{side}_{joint}")] += (out * x * scale, y * scale, 0.0)
    return points


def normalised(points: np.ndarray, width: int = 1280, height: int = 720) -> np.ndarray:
    return points / (width, height, width)


def objects(points: np.ndarray, visibility: float | None = 0.9) -> list[SimpleNamespace]:
    return [SimpleNamespace(x=x, y=y, z=z, visibility=visibility) for x, y, z in points.tolist()]


PICTURE = sc.skeleton("mediapipe-33")
TRACKER = sc.PoseTracker(PICTURE, mirrored=False, image_size=(1280, 720))


def test_landmarks_become_a_posture() -> None:
    posture = TRACKER.posture(1.25, normalised(table(PICTURE)))
    assert isinstance(posture, sc.Posture)
    assert posture.time == 1.25
    # Straight knees do not show turned thighs, arms straight out to the side no flexion; her feet are all in one place.
    not_shown = {
        f"{motion}_{side}" for motion in ("hip_rotation", "shoulder_flexion", "ankle_dorsiflexion") for side in SIDES
    }
    assert set(posture) == PICTURE.channels - not_shown
    assert posture["hip_abduction_left"] == pytest.approx(30, abs=1e-9)
    assert posture["hip_abduction_right"] == pytest.approx(20, abs=1e-9)
    assert posture["pelvis_list"] == pytest.approx(0, abs=1e-9)
    assert "pelvis_tilt" not in posture


def test_arrays_lists_and_objects_are_the_same() -> None:
    points = normalised(table(PICTURE))
    posture = TRACKER.posture(0.0, points)
    assert TRACKER.posture(0.0, points.tolist()) == posture
    assert TRACKER.posture(0.0, [tuple(row) for row in points]) == posture
    assert TRACKER.posture(0.0, np.column_stack([points, np.full(33, 0.8)])) == posture
    assert TRACKER.posture(0.0, np.asfortranarray(points)) == posture
    assert TRACKER.posture(0.0, objects(points)) == posture
    assert TRACKER.posture(0.0, objects(points, visibility=None)) == posture
    in_plane = sc.PoseTracker(PICTURE.in_plane(), image_size=(1280, 720))
    flat = tuple(SimpleNamespace(x=x, y=y) for x, y, _ in points.tolist())
    assert in_plane.posture(0.0, flat) == in_plane.posture(0.0, points)
    assert TRACKER.posture(0.0, points.astype(np.float32))["hip_abduction_left"] == pytest.approx(30, abs=1e-3)


def test_confidence_closes_the_gate() -> None:
    rows = np.column_stack([normalised(table(PICTURE)), np.ones(33)])
    knee = PICTURE.joints.left.knee
    for confidence, seen in ((0.5, True), (0.49, False), (math.nan, False)):
        rows[knee, 3] = confidence
        assert ("hip_abduction_left" in TRACKER.posture(0.0, rows)) is seen
        marks = objects(rows[:, :3])
        marks[knee].visibility = confidence
        assert ("hip_abduction_left" in TRACKER.posture(0.0, marks)) is seen


@pytest.mark.parametrize(
    "nobody", [None, [], (), np.empty((0, 3)), np.empty((0, 4)), np.zeros((33, 3)), np.full((33, 4), np.nan)]
)
def test_nobody_is_a_posture_without_angles(nobody: object) -> None:
    assert list(TRACKER.posture(2.0, nobody)) == []


def test_without_depth_the_third_number_is_the_confidence() -> None:
    coco = sc.skeleton("coco-17")
    tracker = sc.PoseTracker(coco)
    points = table(coco)
    points[:, 2] = 0.9
    posture = tracker.posture(0.0, points)
    assert set(posture) == coco.channels
    assert tracker.posture(0.0, points[:, :2]) == posture
    points[coco.joints.right.knee, 2] = 0.1
    assert set(tracker.posture(0.0, points)) == coco.channels - {"hip_abduction_right"}
    fractions = sc.PoseTracker(coco.replace(units="normalised"), image_size=(1280, 720))
    assert fractions.posture(0.0, normalised(table(coco))[:, :2])["hip_abduction_left"] == pytest.approx(30, abs=1e-9)


def test_a_mirrored_picture_gives_her_own_sides() -> None:
    points = normalised(table(PICTURE))
    shown = points[list(PICTURE.mirror)]
    shown[:, 0] = 1 - shown[:, 0]
    posture = sc.PoseTracker(PICTURE, mirrored=True, image_size=(1280, 720)).posture(0.0, shown)
    assert posture["hip_abduction_left"] == pytest.approx(30, abs=1e-9)
    assert posture["hip_abduction_right"] == pytest.approx(20, abs=1e-9)
    assert TRACKER.posture(0.0, shown)["hip_abduction_left"] == pytest.approx(20, abs=1e-9)


@given(st.lists(st.tuples(*[st.floats()] * 4), min_size=33, max_size=33))
def test_no_numbers_are_an_error_or_a_wrong_number(rows: list[tuple[float, ...]]) -> None:
    posture = TRACKER.posture(0.0, rows)
    assert not posture.not_a_number
    assert all(-180 <= posture[channel] <= 180 for channel in posture)


def test_wrong_landmarks_say_what_was_expected() -> None:
    with pytest.raises(ValueError, match=r"rows of x, y, z or x, y, z, confidence, got an array of shape \(33, 2\)"):
        TRACKER.posture(0.0, np.zeros((33, 2)))
    with pytest.raises(ValueError, match=r"rows of x, y or x, y, confidence, got an array of shape \(17, 5\)"):
        sc.PoseTracker(sc.skeleton("coco-17")).posture(0.0, np.zeros((17, 5)))
    for shape in ((99,), (1, 33, 3), (33, 6), (33, 1)):
        with pytest.raises(ValueError, match=r"got an array of shape .*; mediapipe-33 has 33 landmarks"):
            TRACKER.posture(0.0, np.zeros(shape))
    with pytest.raises(TypeError, match="landmarks: expected numbers"):
        TRACKER.posture(0.0, [["a", "b", "c"]] * 33)
    with pytest.raises(TypeError, match=r"landmarks\[0\]: expected x, got str"):
        TRACKER.posture(0.0, [SimpleNamespace(x="1", y=0.0)] * 33)
    with pytest.raises(TypeError, match=r"landmarks\[1\]: expected an object with x and y, got int"):
        TRACKER.posture(0.0, [SimpleNamespace(x=1, y=0.0, z=0.0), 3])


def test_landmarks_without_the_z_that_their_skeleton_measures_are_refused_with_the_remedy() -> None:
    flat = [
        [{"x": 0.5, "y": 0.5, "visibility": 1.0}] * 33,
        [{"x": 0.5, "y": 0.5, "z": None}] * 33,
        [SimpleNamespace(x=0.5, y=0.5)] * 33,
        SimpleNamespace(landmark=[SimpleNamespace(x=0.5, y=0.5, z=None)] * 33),
        [[{"x": 0.5, "y": 0.5}] * 33],
        np.full((33, 2), 0.5),
        np.full((33, 2), 0.5).tolist(),
    ]
    for skeleton in (PICTURE, sc.skeleton("mediapipe-33-world")):
        tracker = sc.PoseTracker(skeleton, image_size=(1280, 720))
        in_plane = sc.PoseTracker(skeleton.in_plane(), image_size=(1280, 720))
        for landmarks in flat:
            for read in (partial(tracker.posture, 0.0), tracker.reference):
                with pytest.raises(
                    (TypeError, ValueError), match=r"z.*, and .* its copy skeleton\.in_plane\(\) ignores"
                ):
                    read(landmarks)
            in_plane.posture(0.0, landmarks)
        with pytest.raises(ValueError, match=r"got 2 numbers a landmark; z is missing, and .*in_plane\(\) ignores z"):
            sc.LandmarkRecording(skeleton, [0.0], np.zeros((1, 33, 2)))
        sc.LandmarkRecording(skeleton.in_plane(), [0.0], np.zeros((1, 33, 2)))
    sc.LandmarkRecording(sc.skeleton("coco-17"), [0.0], np.zeros((1, 17, 2)))  # there never was one
    late = [{"x": 0.5, "y": 0.5, "z": 0.0}] * 20 + [{"x": 0.5, "y": 0.5}] * 13
    with pytest.raises(TypeError, match=r"landmarks\[20\]: has no z, and mediapipe-33 is read with depth"):
        TRACKER.posture(0.0, late)
    seen = [{"x": 0.5, "y": 0.5, "z": math.nan}] * 33  # a number that says that it was not seen
    assert list(TRACKER.posture(0.0, seen)) == []


def test_another_number_of_landmarks_is_refused_with_whose_it_is() -> None:
    for landmarks in (np.zeros((17, 3)), np.zeros((17, 4)).tolist(), objects(np.zeros((17, 3)))):
        with pytest.raises(ValueError, match="expected the 33 of mediapipe-33, got 17, as coco-17 has"):
            TRACKER.posture(0.0, landmarks)
        with pytest.raises(ValueError, match="got 17, as coco-17 has"):
            TRACKER.reference(landmarks)
    coco = sc.PoseTracker(sc.skeleton("coco-17"))
    with pytest.raises(ValueError, match="got 33, as mediapipe-33 and mediapipe-33-world have"):
        coco.posture(0.0, np.zeros((33, 3)))
    with pytest.raises(ValueError, match="got 18, which no known skeleton has"):
        coco.posture(0.0, np.zeros((18, 2)))
    with pytest.raises(ValueError, match="expected those of one person, got 2 people"):
        TRACKER.posture(0.0, [objects(np.zeros((33, 3)))] * 2)


def test_what_mediapipe_gives_is_taken_as_it_is() -> None:
    points = normalised(table(PICTURE))
    knee = PICTURE.joints.left.knee
    visibility = np.full(33, 0.8)
    visibility[knee] = 0.2
    posture = TRACKER.posture(0.0, np.column_stack([points, visibility]))
    assert "hip_abduction_left" not in posture and "hip_abduction_right" in posture
    marks = objects(points)
    for mark, seen in zip(marks, visibility, strict=True):
        mark.visibility, mark.presence = seen, 0.0  # what is not filled in is 0
    dicts = [vars(mark) for mark in marks]
    for shown in (
        np.column_stack([points, visibility, np.zeros(33)]),
        np.column_stack([points, visibility, np.zeros(33)]).tolist(),
        marks,
        [marks],  # one person of a list
        SimpleNamespace(landmark=marks),
        dicts,
        [{key: value for key, value in each.items() if key != "presence"} for each in dicts],
    ):
        assert TRACKER.posture(0.0, shown) == posture
    with pytest.raises(TypeError, match=r'landmarks\[0\]: has no "y"'):
        TRACKER.posture(0.0, [{"x": 0.5}] * 33)


def test_in_a_plane_z_is_not_read_whatever_it_is() -> None:
    for skeleton, points, size in (
        (PICTURE, normalised(table(PICTURE)), (1280, 720)),
        (sc.skeleton("mediapipe-33-world"), table(PICTURE, scale=0.01) - (640.0, 360.0, 0.0), None),
    ):
        tracker = sc.PoseTracker(skeleton.in_plane(), image_size=size)
        posture = tracker.posture(0.0, points[:, :2])
        assert posture["hip_abduction_left"] == pytest.approx(30, abs=1e-6)
        reference = tracker.reference(points[:, :2])
        seen = np.full(33, 0.9)
        noise = np.random.default_rng(3)
        for z in (np.full(33, np.nan), np.full(33, np.inf), noise.normal(0, 1e6, 33), noise.random(33), seen * 0):
            rows = points.copy()
            rows[:, 2] = z
            confident = np.column_stack([rows, seen])
            for shown in (rows, rows.tolist(), confident, objects(rows), np.column_stack([confident, seen])):
                assert tracker.posture(0.0, shown) == posture
                assert tracker.reference(shown) == reference
            recording = sc.LandmarkRecording(skeleton.in_plane(), [0.0], rows[None])
            angles = sc.joint_angles(recording, image_size=size)
            assert angles["hip_abduction_left"][0] == pytest.approx(posture["hip_abduction_left"])
        confident[skeleton.joints.left.knee, 3] = 0.1
        assert "hip_abduction_left" not in tracker.posture(0.0, confident)
    z_only = np.zeros((33, 3))
    z_only[:, 2] = 5.0
    assert list(sc.PoseTracker(sc.skeleton("mediapipe-33-world").in_plane()).posture(0.0, z_only)) == []


def test_what_a_mask_hides_was_not_seen() -> None:
    points = np.column_stack([normalised(table(PICTURE)), np.ones(33)])
    knee = PICTURE.joints.left.knee
    expected = points.copy()
    expected[knee] = np.nan
    posture = TRACKER.posture(0.0, expected)
    assert "hip_abduction_left" not in posture
    for columns in ((0, 1, 2, 3), (0,), (1,), (3,)):
        masked = np.ma.array(points, mask=False)
        masked[knee, list(columns)] = np.ma.masked
        assert TRACKER.posture(0.0, masked) == posture
        assert TRACKER.posture(0.0, list(masked)) == posture
        rounded = TRACKER.posture(0.0, expected.astype(np.float32).astype(float))
        assert TRACKER.posture(0.0, masked.astype(np.float32).astype(float)) == rounded
        recording = sc.LandmarkRecording(PICTURE, [0.0, 0.1], [np.ma.array(points), masked])
        assert np.isnan(recording.landmarks[1, knee, columns[0]])
        assert not np.isnan(recording.landmarks[0]).any()
        assert np.isnan(sc.joint_angles(recording, image_size=(1280, 720))["hip_abduction_left"][1])
    whole = np.ma.array(np.full((33, 3), 7), mask=True)
    assert list(TRACKER.posture(0.0, whole)) == []


def test_a_tracker_that_cannot_be_is_refused() -> None:
    with pytest.raises(sc.InvalidModel, match="image_size") as refused:
        sc.PoseTracker(PICTURE)
    assert refused.value.field == "camera.image_size"
    with pytest.raises(sc.InvalidModel, match="mediapipe-33, mediapipe-33-world, coco-17"):
        sc.skeleton("blazepose")
    with pytest.raises(sc.InvalidModel, match="image_size"):
        sc.PoseTracker(PICTURE, image_size=(0, 720))
    for size in (1280, (1280,), "ab", (1280.5, 720), (True, 720)):
        with pytest.raises(TypeError, match="image_size"):
            sc.PoseTracker(PICTURE, image_size=size)
    with pytest.raises(sc.InvalidModel, match="knee_flexion_left"):
        sc.skeleton("coco-17").replace(channels=["knee_flexion_left"])


def test_a_skeleton_is_data() -> None:
    fewer = PICTURE.replace(channels=PICTURE.channels - {"knee_flexion_left", "knee_flexion_right"})
    tracker = sc.PoseTracker(fewer, image_size=(1280, 720))
    assert "knee_flexion_left" not in tracker.posture(0.0, normalised(table(PICTURE)))
    assert tracker.why_absent("knee_flexion_left")
    assert tracker.why_absent("hip_abduction_left") == ""
    assert TRACKER.why_absent("pelvis_tilt") == PICTURE.why_absent(sc.Channel.pelvis_tilt) != ""
    assert PICTURE.mirror[PICTURE.joints.left.hip] == PICTURE.joints.right.hip
    assert sc.skeleton("mediapipe-33") == PICTURE


def test_a_tracker_compares_with_a_body_at_rest() -> None:
    world = sc.skeleton("mediapipe-33-world")
    points = table(world, scale=0.01) + np.array([0.0, 0.0, 2.0])
    rest = sc.PoseTracker(world).reference(points)
    assert rest.limbs.left.thigh == pytest.approx(THIGH * 0.01)
    assert rest == eval(repr(rest), vars(sc)) and rest.pelvis is None
    tracker = sc.PoseTracker(world, reference=rest)
    assert tracker.compared_with == rest
    assert "hip_abduction_left" in tracker.posture(0.0, points)
    points[world.joints.left.knee, 1] *= 1.3
    longer = tracker.posture(0.0, points)
    assert "hip_abduction_left" not in longer and "hip_abduction_right" in longer


def test_every_skeleton_is_known_by_its_id() -> None:
    for skeleton in sc.skeletons():
        assert sc.skeleton(skeleton.id) == skeleton
        assert skeleton.in_plane().channels <= skeleton.channels
    assert sc.skeleton("body-25").midline.neck == 1
    with pytest.raises(sc.InvalidModel, match="plug-in-gait"):
        sc.skeleton("blazepose")


def test_a_recording_of_landmarks_becomes_angles() -> None:
    coco = sc.skeleton("coco-17")
    rows = np.stack([table(coco, left=float(opening)) for opening in range(10, 40)])[:, :, :2]
    rows[3, coco.joints.left.knee] = np.nan
    recording = sc.LandmarkRecording(coco, np.arange(len(rows)) / 30, rows, "phone_camera")
    assert len(recording) == 30 and recording.landmarks.shape == (30, 17, 4)
    angles = sc.joint_angles(recording)
    assert angles.source == sc.Source.phone_camera
    expected = np.arange(10.0, 40.0)
    expected[3] = np.nan
    np.testing.assert_allclose(angles["hip_abduction_left"], expected)
    assert repr(recording) == "<LandmarkRecording: 30 rows of coco-17>"
    with pytest.raises(sc.RecordingError, match="expected 17 for each of the 30 times"):
        sc.LandmarkRecording(coco, np.arange(30), rows[:, :16])
    with pytest.raises(sc.RecordingError, match=r"shape \(30, 33, 2\), as mediapipe-33 and"):
        sc.LandmarkRecording(coco, np.arange(30), np.zeros((30, 33, 2)))
    with pytest.raises(sc.RecordingError, match=r"17 for each of the 30 times, got an array of shape \(17, 30, 2\)"):
        sc.LandmarkRecording(coco, np.arange(30), rows.transpose(1, 0, 2))
    with pytest.raises(ValueError, match="x, y and perhaps confidence, got 1"):
        sc.LandmarkRecording(coco, np.arange(30), rows[:, :, :1])
    with pytest.raises(sc.InvalidModel, match="image_size"):
        sc.joint_angles(sc.LandmarkRecording(PICTURE, [0.0], np.zeros((1, 33, 3))))


def test_a_tracker_says_what_it_is() -> None:
    assert repr(TRACKER) == "<PoseTracker: mediapipe-33, 1280 x 720>"
    assert repr(sc.PoseTracker(sc.skeleton("coco-17"), mirrored=True)) == "<PoseTracker: coco-17, mirrored>"
    assert (TRACKER.skeleton, TRACKER.mirrored, TRACKER.image_size) == (PICTURE, False, (1280, 720))
