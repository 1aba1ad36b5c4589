"""The exercises and routines that come with the library."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import TypeVar

from stretchcore._core import Exercise, Routine, _catalog, _routines

T = TypeVar("T")


class Catalog(Mapping[str, T]):
    """What is built in, by id, read-only. `kind` is what one of it is called."""

    def __init__(self, built_in: dict[str, T], kind: str = "exercise") -> None:
        self._built_in = built_in
        self._kind = kind

    def __getitem__(self, id: str) -> T:
        try:
            return self._built_in[id]
        except KeyError:
            close = difflib.get_close_matches(str(id), self._built_in, 1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(self._built_in)}"
            raise KeyError(f'no {self._kind} "{id}"; {hint}') from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._built_in)

    def __len__(self) -> int:
        return len(self._built_in)

    def __repr__(self) -> str:
        return f"<catalog: {', '.join(self._built_in)}>"


_EXERCISES = Catalog(_catalog())
_ROUTINES = Catalog(_routines(), "routine")


def catalog() -> Catalog[Exercise]:
    """The built-in exercises: a read-only mapping from id to Exercise."""
    return _EXERCISES


def routines() -> Catalog[Routine]:
    """The built-in routines: a read-only mapping from id to Routine."""
    return _ROUTINES
