"""Enumerations whose members are their own words."""

from __future__ import annotations

from enum import Enum


class Word(str, Enum):
    """A word of a closed list.

    It equals its own text (``Side.left == "left"``) and is ordered as its list is written, mildest or first one first.
    Wherever one is expected the text does as well.
    """

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    __str__ = str.__str__
    __format__ = str.__format__
    __hash__ = str.__hash__

    def _place(self) -> int:
        return list(type(self)).index(self)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._place() < other._place()

    def __le__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._place() <= other._place()

    def __gt__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._place() > other._place()

    def __ge__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._place() >= other._place()
