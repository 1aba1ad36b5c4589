"""What comes of coaching a recording."""

from __future__ import annotations

from dataclasses import dataclass

from stretchcore._core import Summary
from stretchcore._unions import Event


@dataclass(frozen=True)
class Outcome:
    """What the coach would have said to a recording."""

    events: tuple[Event, ...]
    summary: Summary
