"""The exercises that come with the library."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from stretchcore._core import Exercise, _catalog


class Catalog(Mapping[str, Exercise]):
    """The built-in exercises by id, read-only."""

    def __init__(self, exercises: dict[str, Exercise]) -> None:
        self._exercises = exercises

    def __getitem__(self, exercise: str) -> Exercise:
        try:
            return self._exercises[exercise]
        except KeyError:
            close = difflib.get_close_matches(str(exercise), self._exercises, 1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(self._exercises)}"
            raise KeyError(f'no exercise "{exercise}"; {hint}') from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._exercises)

    def __len__(self) -> int:
        return len(self._exercises)

    def __repr__(self) -> str:
        return f"<catalog: {', '.join(self._exercises)}>"


_BUILT_IN = Catalog(_catalog())


def catalog() -> Catalog:
    """The built-in exercises: a read-only mapping from id to Exercise."""
    return _BUILT_IN
