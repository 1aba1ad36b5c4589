"""The coach one writes in an afternoon: the peaks of one leg, the best so far, the first five against the last five.

``stretchcore trial --compare naive`` sets it beside stretchcore, on the same people and the same samples. Nothing in
here is meant to be wrong: each rule is the one that comes to mind first.
"""

from __future__ import annotations

from statistics import fmean

THRESHOLD = 20.0  # a leg further out than this is open [deg]
TURN = 2.0  # so far back from the furthest, the leg has turned [deg]
APART = 1.0  # two peaks [s]
FEW = 5  # openings that tell a range
WORTH_SAYING = 1.0  # of a gain [deg]
TOO_FAR = 60.0  # for anybody [deg]


class Coach:
    """Feed it the time [s] and the angles of both hips [deg] at each frame; None where the tracker saw nothing."""

    def __init__(self) -> None:
        self.left = 0.0
        self.right = 0.0
        self.peaks: list[float] = []  # of the left leg
        self.target: float | None = None
        self._best = 0.0
        self._furthest = 0.0
        self._last = -APART

    @property
    def count(self) -> int:
        return len(self.peaks)

    def see(self, time: float, left: float | None, right: float | None) -> str | None:
        """The words for this frame, if there are any."""
        self.left = self.left if left is None else left  # the latest value is good enough
        self.right = self.right if right is None else right
        self._best = max(self._best, self.left, self.right)
        self._furthest = max(self._furthest, self.left)
        if self.left > self._furthest - TURN:
            return None
        peak, self._furthest = self._furthest, self.left
        if peak < THRESHOLD or time < self._last + APART:
            return None
        self._last = time
        self.peaks.append(peak)
        if len(self.peaks) == FEW:
            self.target = self._best  # you have been there, so you can go there
        return "And back!"

    @property
    def safe(self) -> bool:
        return max(self.left, self.right) < TOO_FAR

    @property
    def gain(self) -> float | None:
        """How much further the last five went than the first five [deg]; None if it is not worth saying."""
        if len(self.peaks) < 2 * FEW:
            return None
        gained = fmean(self.peaks[-FEW:]) - fmean(self.peaks[:FEW])
        return gained if gained >= WORTH_SAYING else None
