"""Enumerations whose members are their own words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Self


class Word(str, Enum):
    """A word of a closed list.

    It equals its own text (``Side.left == "left"``), and wherever one is expected the text does as well. Words of one
    list are ordered as the list is written: ``Response.notice < Response.stop``.
    """

    def __new__(cls, value: str) -> Self:
        word = str.__new__(cls, value)
        word._value_ = value
        return word

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return self.name

    def __format__(self, format_spec: str) -> str:
        return format(self.name, format_spec)

    __hash__ = str.__hash__

    def _distance(self, other: str) -> int:
        """How many places this word comes after another one of its list."""
        words: list[str] = list(type(self))
        if isinstance(other, type(self)) or (not isinstance(other, Word) and other in words):
            return words.index(self) - words.index(other)
        raise TypeError(f"{other!r} is not one of {', '.join(words)}")

    def __lt__(self, other: str) -> bool:
        return self._distance(other) < 0

    def __le__(self, other: str) -> bool:
        return self._distance(other) <= 0

    def __gt__(self, other: str) -> bool:
        return self._distance(other) > 0

    def __ge__(self, other: str) -> bool:
        return self._distance(other) >= 0
