"""The coach one writes in an afternoon: one leg, one threshold, the best so far, the first five against the last five.

``stretchcore trial --compare naive`` sets it beside stretchcore, on the same people and the same samples. Nothing in
here is meant to be wrong: each rule is the one that comes to mind first.
"""

from __future__ import annotations

from statistics import fmean

THRESHOLD = 20.0  # a leg further out than this is open [deg]
TURN = 2.0  # so far back from the furthest, the leg has turned [deg]
FEW = 5  # openings that tell a range
WORTH_SAYING = 1.0  # of a gain [deg]
TOO_FAR = 60.0  # for anybody [deg]


class Coach:
    """Feed it the angles of both hips [deg] at each frame; None where the tracker saw nothing."""

    def __init__(self) -> None:
        self.left = 0.0
        self.right = 0.0
        self.count = 0
        self.peaks: list[float] = []  # of the left leg
        self.target: float | None = None
        self._best = 0.0
        self._furthest = 0.0
        self._open = False
        self._said = False

    def see(self, left: float | None, right: float | None) -> str | None:
        """The words for this frame, if there are any."""
        self.left = self.left if left is None else left  # the latest value is good enough
        self.right = self.right if right is None else right
        self._best = max(self._best, self.left, self.right)
        if self.left > THRESHOLD and not self._open:
            self._open, self._said, self._furthest = True, False, 0.0
            self.count += 1
        if not self._open:
            return None
        self._furthest = max(self._furthest, self.left)
        if self.left <= THRESHOLD:
            self._open = False
            self.peaks.append(self._furthest)
            if len(self.peaks) == FEW:
                self.target = self._best  # you have been there, so you can go there
            return None
        if not self._said and self.left < self._furthest - TURN:
            self._said = True
            return "And back!"
        return None

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
