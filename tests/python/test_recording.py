"""Recordings by hand and from files."""

from __future__ import annotations

import copy
import gc
import math
import pickle
from pathlib import Path

import numpy as np
import pytest
import stretchcore as sc

TIME = np.arange(30) / 30.0
LEFT = np.linspace(0.0, 30.0, 30)


def small() -> sc.Recording:
    return sc.Recording(TIME, source="optical_markers", hip_abduction_left=LEFT, pelvis_list=np.full(30, np.nan))


def test_columns_are_copied_in_and_read_only_views_come_out() -> None:
    left = LEFT.copy()
    rec = sc.Recording(TIME, hip_abduction_left=left)
    left[:] = -1.0
    view = rec["hip_abduction_left"]
    np.testing.assert_array_equal(view, LEFT)
    assert view.dtype == rec.time.dtype == np.float64
    assert view.base is rec
    assert rec.time.base is rec
    assert np.shares_memory(view, rec["hip_abduction_left"])
    with pytest.raises(ValueError, match="read-only"):
        view[0] = 1.0
    with pytest.raises(ValueError, match="WRITEABLE"):
        view.flags.writeable = True


def test_a_view_keeps_the_recording_alive() -> None:
    view = sc.Recording(TIME, hip_abduction_left=LEFT)["hip_abduction_left"]
    gc.collect()
    np.testing.assert_array_equal(view, LEFT)


def test_what_is_in_it() -> None:
    rec = small()
    assert len(rec) == 30
    assert rec.channels == tuple(rec) == ("hip_abduction_left", "pelvis_list")
    assert "pelvis_list" in rec
    assert "neck_flexion" not in rec
    assert rec.source is sc.Source.optical_markers
    assert sc.Recording(TIME).source is None
    assert rec.posture(-1) == rec.posture(29) == sc.Posture(29 / 30, hip_abduction_left=30.0)
    for row in (30, -31):
        with pytest.raises(IndexError):
            rec.posture(row)
    assert repr(rec) == "<Recording: 30 rows over 0.97 s, hip_abduction_left, pelvis_list, by optical_markers>"
    assert len(sc.Recording([])) == 0
    assert sc.Recording([]).time.shape == (0,)


def test_a_channel_that_is_not_there() -> None:
    with pytest.raises(KeyError, match=r"neck_flexion.* it has hip_abduction_left, pelvis_list"):
        small()["neck_flexion"]
    with pytest.raises(KeyError, match=r"did you mean hip_abduction_left?"):
        small()["hip_abducton_left"]
    with pytest.raises(TypeError, match=r"did you mean hip_abduction_left?"):
        sc.Recording(TIME, hip_abducton_left=LEFT)


@pytest.mark.parametrize(
    "column",
    [
        list(range(30)),
        range(30),
        np.arange(30),
        np.arange(30, dtype=np.float32),
        np.arange(60)[::2] // 2,
        [*range(29), 29.0],
    ],
)
def test_whatever_numpy_reads_as_numbers_is_a_column(column: object) -> None:
    rec = sc.Recording(TIME, hip_abduction_left=column)  # type: ignore[arg-type]
    np.testing.assert_array_equal(rec["hip_abduction_left"], np.arange(30.0))


def test_none_in_a_column_is_not_seen() -> None:
    rec = sc.Recording([0.0, 1.0], pelvis_list=[None, 1.0])  # type: ignore[list-item]
    assert math.isnan(rec["pelvis_list"][0])
    assert rec.posture(0)["pelvis_list"] is None


@pytest.mark.parametrize("wrong", [["a"] * 30, [True] * 30, 3j * np.ones(30), object()])
def test_what_is_no_number_is_no_column(wrong: object) -> None:
    with pytest.raises(TypeError, match="hip_abduction_left"):
        sc.Recording(TIME, hip_abduction_left=wrong)  # type: ignore[arg-type]


def test_shapes_and_times_are_checked() -> None:
    with pytest.raises(ValueError, match="hip_abduction_left: expected one dimension, got 2"):
        sc.Recording(TIME, hip_abduction_left=np.zeros((30, 2)))
    with pytest.raises(sc.RecordingError, match="hip_abduction_left"):
        sc.Recording(TIME, hip_abduction_left=LEFT[:-1])
    with pytest.raises(sc.RecordingError, match="time"):
        sc.Recording([0.0, math.nan])
    with pytest.raises(ValueError, match=r"source|optical"):
        sc.Recording(TIME, source="camera")


def test_it_can_be_pickled_copied_and_compared() -> None:
    rec = small()
    for other in (pickle.loads(pickle.dumps(rec)), copy.copy(rec), copy.deepcopy(rec), small()):
        assert other == rec
        assert other.source is rec.source
    assert rec != sc.Recording(TIME, hip_abduction_left=LEFT)
    assert rec != 3
    with pytest.raises(AttributeError):
        rec.source = None  # type: ignore[misc]


def test_a_file_with_other_words(tmp_path: Path) -> None:
    file = tmp_path / "lab.csv"
    file.write_text("t_s,hip_abd_L,tilt\n0.0,1.5,3\n0.1,,4\n")
    rec = sc.read_recording(
        file, columns={"time": "t_s", "hip_abduction_left": "hip_abd_L", "pelvis_tilt": "-tilt"}, source="goniometer"
    )
    assert rec == sc.read_recording(
        str(file), {"t_s": "time", "hip_abd_L": "hip_abduction_left", "pelvis_tilt": "-tilt"}, sc.Source.goniometer
    )
    assert rec.source is sc.Source.goniometer
    assert rec.channels == ("hip_abduction_left", "pelvis_tilt")
    np.testing.assert_array_equal(rec["hip_abduction_left"], [1.5, np.nan])
    np.testing.assert_array_equal(rec["pelvis_tilt"], [-3.0, -4.0])


def test_a_file_that_cannot_be_read_says_where(tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("time,hip_abduction_left\n0.0,1.5\n0.1,abc\n")
    with pytest.raises(sc.RecordingError, match="abc") as refused:
        sc.read_recording(file)
    assert (refused.value.line, refused.value.column) == (3, 2)
    with pytest.raises(sc.RecordingError, match=r"missing.csv"):
        sc.read_recording(tmp_path / "missing.csv")
    with pytest.raises(TypeError):
        sc.read_recording(3)  # type: ignore[arg-type]


def test_where_a_recording_is_not_to_be_trusted_is_told_with_the_reason() -> None:
    time = np.arange(0, 20, 1 / 30)
    noise = np.random.default_rng(5)
    left = 20 - 15 * np.cos(time) + noise.normal(0, 0.1, time.size)
    right = left + noise.normal(0, 0.1, time.size)
    left[(time > 5) & (time < 7)] = np.nan
    right[(time > 8) & (time < 18)] = 12.0
    spans = sc.signal_health(sc.Recording(time, hip_abduction_left=left, hip_abduction_right=right))
    assert [(span.channel, span.health) for span in spans] == [
        (sc.Channel.hip_abduction_left, sc.Health.absent),
        (sc.Channel.hip_abduction_right, sc.Health.frozen),
    ]
    assert spans[0].start == pytest.approx(5.0, abs=0.04) and spans[0].end == pytest.approx(7.0, abs=0.04)
    assert spans[1] == eval(repr(spans[1]), vars(sc))


def test_what_a_mask_hides_was_not_seen() -> None:
    masked = np.ma.array(LEFT, mask=False)
    masked[[3, 7]] = np.ma.masked
    expected = LEFT.copy()
    expected[[3, 7]] = np.nan
    whole = np.ma.array(np.arange(30), mask=[i in (3, 7) for i in range(30)])
    for given, wanted in (
        (masked, expected),
        (masked.tolist(None), expected),
        (whole, np.where(np.isin(np.arange(30), (3, 7)), np.nan, np.arange(30))),
        ([np.ma.masked if i in (3, 7) else value for i, value in enumerate(LEFT.tolist())], expected),
    ):
        rec = sc.Recording(TIME, hip_abduction_left=given)
        np.testing.assert_array_equal(rec["hip_abduction_left"], wanted)
        assert list(rec.posture(3)) == []
    assert sc.Posture(1.0, hip_abduction_left=np.ma.masked) == sc.Posture(1.0, hip_abduction_left=math.nan)
    with pytest.raises(TypeError, match="hip_abduction_left: expected a column of numbers, got <U"):
        sc.Recording(TIME, hip_abduction_left=np.ma.array(["a"] * 30, mask=True))
