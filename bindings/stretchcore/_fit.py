"""Fitting a routine to a person, a place and a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stretchcore._core import (
    Circumstances,
    Exercise,
    Fitted,
    HealthToAsk,
    Person,
    Routine,
    SessionOptions,
    Spot,
    _fit,
    _prepare,
)


def fit(
    routine: Routine,
    person: Person | None = None,
    *,
    minutes: int | None = None,
    places: Iterable[Spot | str] = (),
    props: Iterable[str] | None = None,
    at_least_65: bool = False,
    declined: Iterable[str] = (),
    exercises: Sequence[Exercise] | None = None,
    options: SessionOptions | None = None,
) -> Fitted:
    """A routine as this person does it today.

    Parameters
    ----------
    routine
        what is fitted, ``routines()["desk-break"]``
    person
        what is known of the person
    minutes
        how many they have; None: as many as the routine means
    places
        where they can stretch, ``("chair", "wall")``; empty: everywhere
    props
        ids of what is at hand; None: whatever it takes
    at_least_65
        years: no hold is shortened below 30 s
    declined
        ids of slots whose substitute the person does not want: they are left out
    exercises
        those at hand; None: the catalog's
    options
        of the sessions to come: their language, and what sees the person

    Raises
    ------
    InvalidModel
        where ``check(routine)`` reports an error, and for circumstances that cannot be
    """
    today = Circumstances(
        minutes=minutes,
        places=list(places),
        props=None if props is None else list(props),
        at_least_65=at_least_65,
        declined=list(declined),
    )
    return _fit(routine, person or Person(), exercises, today, options or SessionOptions())


def prepare(
    routine: Routine,
    person: Person | None = None,
    *,
    exercises: Sequence[Exercise] | None = None,
    options: SessionOptions | None = None,
) -> tuple[HealthToAsk, ...]:
    """What is to be asked about health before the first slot, once for all of them: at most five questions.

    A no to one says no to all codes of it, for ``Person.facts``.
    """
    return _prepare(routine, person or Person(), exercises, options or SessionOptions())
