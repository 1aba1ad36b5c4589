"""Recordings analysed and coached; sides and ranges compared."""

from __future__ import annotations

import pickle
import sys

import numpy as np
import pytest
import stretchcore as sc

EXERCISE = sc.catalog()["dynamic-inner-thigh-stretch"]


def opening(left: float, right: float, count: int = 8) -> sc.Recording:
    """Somebody who opens as far as the two angles, slightly differently each time."""
    t = np.arange(int((count * 5 + 4) * 30)) / 30.0
    phase = np.clip(t - 2.0, 0.0, count * 5.0)
    shape = 0.5 - 0.5 * np.cos(2.0 * np.pi * phase / 5.0)
    sway = 1.0 + 0.02 * np.sin(phase * 1.3)
    return sc.Recording(
        t,
        source="optical_markers",
        hip_abduction_left=left * shape * sway,
        hip_abduction_right=right * shape * sway,
        pelvis_list=0.1 * np.sin(t),
        pelvis_tilt=0.1 * np.cos(t),
    )


def test_an_analysis() -> None:
    a = sc.analyse(opening(30.0, 42.0), EXERCISE)
    assert len(a.repetitions) == 8
    assert a.source is sc.Source.optical_markers
    assert a.asymmetry.verdict is sc.AsymmetryVerdict.left_tighter
    assert a.asymmetry.tighter_side is sc.Side.left
    assert a.asymmetry.low < a.asymmetry.difference < a.asymmetry.high
    assert a.ranges.left.value < a.ranges.right.value
    assert a.ranges["left"].known
    assert "hip_abduction_left" in a.coverage.watched
    assert a.text()
    assert repr(a) == "<Analysis: dynamic-inner-thigh-stretch>"
    assert pickle.loads(pickle.dumps(a)) == a
    assert sc.Analysis.from_json(a.to_json()) == a


def test_a_repetition_says_how_fast_each_side_went() -> None:
    for repetition in sc.analyse(opening(30.0, 42.0), EXERCISE).repetitions:
        assert repetition.peak_speed.left == pytest.approx(30 * np.pi / 5, rel=0.06)
        assert repetition.peak_speed.right == pytest.approx(42 * np.pi / 5, rel=0.06)


def test_smoothing_takes_the_noise_and_keeps_the_movement() -> None:
    clean = opening(30.0, 42.0)
    noise = np.random.default_rng(1).normal(0, 1, len(clean))
    left = clean["hip_abduction_left"] + noise
    left[100:110] = np.nan
    noisy = sc.Recording(clean.time, source="optical_markers", hip_abduction_left=left)
    smooth = sc.smooth(noisy, cutoff=2)
    assert smooth.source is sc.Source.optical_markers
    assert np.array_equal(smooth.time, noisy.time)
    off = smooth["hip_abduction_left"] - clean["hip_abduction_left"]
    assert np.isnan(off[100:110]).all()
    assert np.nanstd(off) < 0.5
    for cutoff in (0.0, -1.0, np.nan):
        with pytest.raises(sc.InvalidModel, match="cutoff"):
            sc.smooth(noisy, cutoff=cutoff)


def test_an_analysis_as_a_table() -> None:
    pandas = pytest.importorskip("pandas")
    a = sc.analyse(opening(30.0, 42.0), EXERCISE)
    frame = a.to_frame()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.index) == list(range(1, 9))
    assert list(frame["reach_left"]) == [repetition.reach.left for repetition in a.repetitions]
    assert list(frame["peak_speed_right"]) == [repetition.peak_speed.right for repetition in a.repetitions]
    assert frame["reach_left"].dtype == np.float64
    assert (
        len(sc.analyse(sc.Recording([0.0], hip_abduction_left=[1], hip_abduction_right=[1]), EXERCISE).to_frame()) == 0
    )


def test_without_pandas_the_message_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match="pip install pandas"):
        sc.analyse(opening(30.0, 42.0), EXERCISE).to_frame()


def test_coaching_a_recording() -> None:
    outcome = sc.coach(opening(30.0, 42.0, count=20), EXERCISE)
    assert isinstance(outcome.summary, sc.Summary)
    assert outcome.summary.repetitions
    cues = [event for event in outcome.events if isinstance(event, sc.CueGiven)]
    assert cues
    assert all(cue.text for cue in cues)
    assert outcome == sc.coach(opening(30.0, 42.0, count=20), EXERCISE)
    assert pickle.loads(pickle.dumps(outcome)) == outcome
    german = sc.coach(
        opening(30.0, 42.0, count=20), EXERCISE, options=sc.SessionOptions(language="de", precision="quick")
    )
    assert [event.text for event in german.events if isinstance(event, sc.CueGiven)] != [cue.text for cue in cues]


def test_a_recording_without_the_movement_is_refused() -> None:
    with pytest.raises(sc.RecordingError, match="hip_abduction_right"):
        sc.analyse(sc.Recording([0.0, 1.0], hip_abduction_left=[1.0, 2.0]), EXERCISE)


def test_comparing() -> None:
    error = sc.error_model("optical_markers")
    narrow = sc.analyse(opening(30.0, 42.0), EXERCISE).repetitions
    wide = sc.analyse(opening(40.0, 52.0), EXERCISE).repetitions
    before, after = sc.ranges(narrow, error), sc.ranges(wide, error)
    assert sc.compare_sides(narrow, error).tighter_side is sc.Side.left
    assert sc.compare_ranges(before.left, after.left).verdict is sc.GainVerdict.increased
    assert sc.compare_ranges(after.left, before.left).verdict is sc.GainVerdict.decreased
    assert sc.compare_ranges(before.left, before.left).verdict is sc.GainVerdict.no_detectable_change
    assert sc.compare_ranges(sc.Estimate(), before.left).verdict is sc.GainVerdict.undetermined
    of_both = sc.compare_ranges(narrow, wide, error)
    assert of_both == sc.compare_ranges(sc.mean_range(narrow, error), sc.mean_range(wide, error), error)
    assert of_both.value > 8.0
    one, four = (sc.compare_ranges(before.left, after.left, looks=looks) for looks in (1, 4))
    assert four.high - four.low > one.high - one.low
    with pytest.raises(TypeError):
        sc.compare_ranges(narrow, wide)  # type: ignore[call-overload]
    with pytest.raises(TypeError, match=r"\[1\]: expected Repetition, got int"):
        sc.compare_sides([narrow[0], 3], error)  # type: ignore[list-item]
