"""Postures by hand."""

from __future__ import annotations

import copy
import math
import pickle

import numpy as np
import pytest
import stretchcore as sc
from hypothesis import given
from hypothesis import strategies as st

CHANNELS = [str(channel) for channel in sc.Channel]
channels = st.dictionaries(st.sampled_from(CHANNELS), st.none() | st.floats())


def test_what_is_given_is_there_and_the_rest_is_absent() -> None:
    p = sc.Posture(1.25, hip_abduction_left=31.0, hip_abduction_right=29, pelvis_list=None)
    assert p.time == 1.25
    assert p["hip_abduction_left"] == 31.0
    assert p["hip_abduction_right"] == 29.0
    assert p[sc.Channel.hip_abduction_left] == 31.0
    assert p["pelvis_list"] is None
    assert p["spine_flexion"] is None
    assert "hip_abduction_left" in p
    assert "pelvis_list" not in p
    assert "spine_flexion" not in p
    assert list(p) == ["hip_abduction_left", "hip_abduction_right"]


def test_nan_is_absent_and_remembered() -> None:
    p = sc.Posture(0.0, pelvis_tilt=math.nan, pelvis_list=1.0)
    assert p["pelvis_tilt"] is None
    assert list(p) == ["pelvis_list"]
    assert p.not_a_number == {"pelvis_tilt"}
    assert p != sc.Posture(0.0, pelvis_list=1.0)
    assert "nan" in repr(p)


def test_an_unknown_channel_is_refused_with_a_suggestion() -> None:
    with pytest.raises(
        TypeError, match=r"Posture.. has no channel hip_abducton_left; did you mean hip_abduction_left?"
    ):
        sc.Posture(0.0, hip_abducton_left=3.0)
    with pytest.raises(KeyError, match=r"hip_abducton_left.* did you mean hip_abduction_left?"):
        sc.Posture(0.0)["hip_abducton_left"]
    assert "hip_abducton_left" not in sc.Posture(0.0)
    assert 3 not in sc.Posture(0.0)


@pytest.mark.parametrize("wrong", ["31", True, np.bool_(True), [31.0]])
def test_what_is_no_number_is_no_angle(wrong: object) -> None:
    with pytest.raises(TypeError, match="hip_abduction_left: expected degrees as a number, or None, got"):
        sc.Posture(0.0, hip_abduction_left=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [np.float64(31), np.float32(31), np.int64(31), 31])
def test_numbers_of_numpy_are_numbers(number: float) -> None:
    assert sc.Posture(np.float64(1.5), hip_abduction_left=number) == sc.Posture(1.5, hip_abduction_left=31.0)


@given(st.floats(-1e6, 1e6), channels)
def test_a_posture_evaluates_pickles_and_reads_back(time: float, angles: dict[str, float | None]) -> None:
    p = sc.Posture(time, **angles)
    seen = {name for name, angle in angles.items() if angle is not None and not math.isnan(angle)}
    assert set(p) == seen
    assert all(p[name] == angles[name] for name in seen)
    assert eval(repr(p), vars(sc)) == p
    assert pickle.loads(pickle.dumps(p)) == p
    assert copy.deepcopy(p) == p
    assert p.mirrored().mirrored() == p.replace(**dict.fromkeys(p.not_a_number))


@given(st.floats(-1e6, 1e6), st.dictionaries(st.sampled_from(CHANNELS), st.floats(-400, 400)))
def test_a_posture_is_a_document(time: float, angles: dict[str, float]) -> None:
    p = sc.Posture(time, **angles)
    assert sc.Posture.from_json(p.to_json()) == p


def test_replace_and_mirror() -> None:
    p = sc.Posture(1.0, hip_abduction_left=31.0, pelvis_list=2.0)
    assert p.replace(time=2) == sc.Posture(2.0, hip_abduction_left=31.0, pelvis_list=2.0)
    assert p.replace(pelvis_list=None, neck_flexion=1) == sc.Posture(1.0, hip_abduction_left=31.0, neck_flexion=1.0)
    assert p.mirrored() == sc.Posture(1.0, hip_abduction_right=31.0, pelvis_list=-2.0)
    with pytest.raises(AttributeError):
        p.time = 2.0  # type: ignore[misc]
