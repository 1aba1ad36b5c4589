"""One value for each side of the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Bilateral(Generic[T]):
    """One value for each side of the body, the person's own left and right.

    Examples
    --------
    >>> reach = Bilateral(38.0, 43.0)
    >>> reach["left"], reach[Side.right], min(reach)
    (38.0, 43.0, 38.0)
    """

    left: T
    right: T

    def __getitem__(self, side: str | int) -> T:
        """The value of a side, asked for by ``Side``, by its word, or by 0 (left) and 1 (right)."""
        if side in ("left", 0):
            return self.left
        if side in ("right", 1):
            return self.right
        if isinstance(side, int):
            raise IndexError(f"a side is 0 (left) or 1 (right), not {side}")
        raise KeyError(f"{side!r} is not one of left, right")

    def __iter__(self) -> Iterator[T]:
        """Left, then right."""
        return iter((self.left, self.right))

    def __len__(self) -> int:
        return 2

    def mirrored(self) -> Bilateral[T]:
        """What a mirror shows: the sides swapped."""
        return Bilateral(self.right, self.left)
