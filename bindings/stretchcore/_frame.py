"""Tables for notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

    from stretchcore._core import Analysis


def to_frame(analysis: Analysis) -> pandas.DataFrame:
    """One row a repetition; seconds and degrees, NaN where nothing was seen."""
    try:
        import pandas
    except ImportError as missing:
        raise ImportError("Analysis.to_frame() needs pandas: pip install pandas") from missing
    rows: list[dict[str, Any]] = []
    for number, repetition in enumerate(analysis.repetitions, start=1):
        rows.append(
            {
                "repetition": number,
                "side": None if repetition.side is None else str(repetition.side),
                "start": repetition.start,
                "end": repetition.end,
                "peak_time_left": repetition.peak_time.left,
                "peak_time_right": repetition.peak_time.right,
                "reach_left": repetition.reach.left,
                "reach_right": repetition.reach.right,
                "peak_left": repetition.peak.left,
                "peak_right": repetition.peak.right,
                "peak_speed_left": repetition.peak_speed.left,
                "peak_speed_right": repetition.peak_speed.right,
                "pelvis_seen": repetition.pelvis_seen,
                "neutral_assumed": repetition.neutral_assumed,
                "over_target": repetition.over_target,
                "out": repetition.tempo.out,
                "hold": repetition.tempo.hold,
                "back": repetition.tempo.back,
            }
        )
    return pandas.DataFrame(rows, columns=_COLUMNS).set_index("repetition").astype(dict.fromkeys(_NUMBERS, "float64"))


_NUMBERS = [
    "start",
    "end",
    "peak_time_left",
    "peak_time_right",
    "reach_left",
    "reach_right",
    "peak_left",
    "peak_right",
    "peak_speed_left",
    "peak_speed_right",
    "out",
    "hold",
    "back",
]
_COLUMNS = ["repetition", "side", *_NUMBERS[:10], "pelvis_seen", "neutral_assumed", "over_target", *_NUMBERS[10:]]
