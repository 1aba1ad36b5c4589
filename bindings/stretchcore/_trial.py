"""What is claimed of virtual people of whom all is known, told as shares with their intervals."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from math import sqrt
from typing import Any

import numpy as np

import stretchcore as sc
from stretchcore._field import Field

EXERCISE = "dynamic-inner-thigh-stretch"
LIMITS = (25.0, 65.0)  # where the pelvis of the side that stops first no longer stays quiet [°]
BEYOND = 2.0  # from easy to there [°]
AT_REST = 2.0  # what a leg shows that lies closed [°]
SENSOR_NOISE = 0.3  # of one sample [°]
GUARDS_AFTER = 5  # openings to a target
CHUNK = 200  # people guided between two looks at the clock
Z = 1.959964
NOTHING = Field()  # goes wrong

Table = dict[str, Any]


@dataclass(frozen=True)
class Condition:
    """People who are alike in all but how far they go."""

    noise: float  # from one opening to the next [°]
    likeness: float  # correlation of an opening with the one before
    gain: float  # [°]
    difference: float  # right - left [°]
    guards: float = 0.0  # by so much after GUARDS_AFTER openings to a target [°]

    def __str__(self) -> str:
        alike = f", alike {self.likeness:g}" if self.likeness else ""
        guards = f", guards by {self.guards:g}°" if self.guards else ""
        return f"noise {self.noise:g}°{alike}, gain {self.gain:g}°, sides {self.difference:g}° apart{guards}"


@dataclass(frozen=True)
class Method:
    """How they are measured."""

    precision: str = "standard"
    blocks: int = 1
    source: str | None = None  # None: a sensor without an error of its own
    known: bool = False  # whether noise and likeness are given

    def error(self, condition: Condition) -> sc.ErrorModel:
        if self.source is not None:
            return sc.error_model(self.source)
        if self.known:
            return sc.ErrorModel(repetition=condition.noise, session=0, correlation=condition.likeness)
        return sc.ErrorModel(session=0)

    def options(self, condition: Condition) -> sc.SessionOptions:
        # Without a source of its own it is a sensor that cannot exchange the sides.
        source = self.source or "optical_markers"
        return sc.SessionOptions(precision=self.precision, source=source, error_model=self.error(condition))

    def exercise(self) -> sc.Exercise:
        exercise = sc.catalog()[EXERCISE]
        return exercise.replace(dose=exercise.dose.replace(most_blocks=self.blocks))


def conditions(
    noise: Sequence[float], likeness: Sequence[float], gains: Sequence[float], differences: Sequence[float]
) -> list[Condition]:
    """Every noise with every change that is looked for; no gain and no difference always among them."""
    changes = [(0.0, 0.0), *((gain, 0.0) for gain in gains), *((0.0, difference) for difference in differences)]
    return [Condition(n, alike, *change) for alike, n, change in product(likeness, noise, dict.fromkeys(changes))]


def guarding(noise: Sequence[float], likeness: Sequence[float], guards: Sequence[float]) -> list[Condition]:
    """Every noise without guarding, and with so much of it."""
    return [Condition(n, alike, 0.0, 0.0, by) for alike, n, by in product(likeness, noise, (0.0, *guards))]


def people(
    condition: Condition, method: Method, count: int, seed: int, field: Field = NOTHING
) -> list[sc.VirtualPerson]:
    draw = random.Random(seed)
    wrong = random.Random(-1 - seed)  # of its own, so that the people are the same whatever goes wrong
    sensor = method.error(condition).session

    def person(number: int) -> sc.VirtualPerson:
        left = draw.uniform(*(field.limits or LIMITS)) - BEYOND
        bias = sc.Bilateral(draw.gauss(0, sensor), draw.gauss(0, sensor)) if sensor else sc.Bilateral(0.0, 0.0)
        return sc.VirtualPerson(
            seed * 1_000_003 + number,
            easy_left=left,
            easy_right=left + condition.difference,
            beyond=BEYOND,
            spread=condition.noise,
            likeness=condition.likeness,
            gain=condition.gain,
            gain_openings=10,
            guards_after=GUARDS_AFTER if condition.guards else None,
            guarding=condition.guards,
            blocks=method.blocks,
            settles_in=3.0,
            sensor_noise=SENSOR_NOISE,
            bias=bias,
            **field.traits(wrong),
        )

    return [person(number) for number in range(count)]


def run(
    condition: Condition,
    method: Method,
    count: int,
    seed: int,
    tell: Callable[[int], None] = lambda _: None,
    field: Field = NOTHING,
) -> Table:
    """The rows of all of them. `tell` hears how many more are done."""
    everybody = people(condition, method, count, seed, field)
    exercise, options = method.exercise(), method.options(condition)
    asked_before = sc.Person(facts={one.code: sc.Fact.no for one in sc.with_conditions(exercise).contraindications})
    parts = []
    for first in range(0, count, CHUNK):
        some = everybody[first : first + CHUNK]
        parts.append(sc.run_trial(some, exercise, options, asked_before))
        tell(len(some))
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _percent(value: float) -> str:
    return "100" if value > 0.9995 else f"{100 * value:.1f}"


@dataclass(frozen=True)
class Share:
    """So many of so many, with a 95 % interval (Wilson 1927, J Am Stat Assoc 22:209)."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        if not self.of:
            return 0.0, 1.0
        centre = (self.hits + Z**2 / 2) / (self.of + Z**2)
        half = Z * sqrt(self.value * (1 - self.value) / self.of + Z**2 / (4 * self.of**2)) / (1 + Z**2 / self.of)
        return max(0.0, centre - half), min(1.0, centre + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{_percent(self.value)} ({_percent(low)}-{_percent(high)})"


def share(true: Any, of: Any = None) -> Share:
    known = np.ones(len(true), bool) if of is None else of
    return Share(int(np.count_nonzero(true & known)), int(np.count_nonzero(known)))


def _holds(table: Table, name: str, truth: Any, known: Any, suffix: str = "") -> Share:
    low, high = table[f"{name}_low{suffix}"], table[f"{name}_high{suffix}"]
    return share((low <= truth) & (truth <= high), known)


def who(condition: Condition) -> dict[str, str]:
    """The columns that tell the rows of a table apart."""
    return {
        "noise": f"{condition.noise:g}°",
        "alike": f"{condition.likeness:g}",
        "gain": f"{condition.gain:g}°",
        "apart": f"{condition.difference:g}°",
    }


def said(condition: Condition, table: Table) -> dict[str, str]:
    """What was claimed of them, and how far they were asked to go."""
    side, other = ("left", "right") if condition.difference > 0 else ("right", "left")
    named, wrong = share(table["sides"] == f"{side}_tighter"), share(table["sides"] == f"{other}_tighter")
    if not condition.difference:
        named, wrong = Share(0, named.of), Share(named.hits + wrong.hits, named.of)
    held = int(table["held"].sum())
    return {
        "increased": str(share(table["change"] == "increased")),
        "right side": str(named) if condition.difference else "",
        "wrong side": str(wrong),
        "over 2°": str(Share(int(table["beyond_2"].sum()), held)),
        "over 5°": str(Share(int(table["beyond_5"].sum()), held)),
    }


def holds(condition: Condition, table: Table) -> dict[str, str]:
    """How often the truth lies in what was told as a 95 % interval."""
    measured = ~np.isclose(table["range_before_left"], 0)
    compared = measured & (table["gain_high"] > table["gain_low"])
    return {
        "range": str(_holds(table, "range_before", table["easy_before_left"] + AT_REST, measured, "_left")),
        "difference": str(_holds(table, "difference", condition.difference, measured)),
        "change": str(_holds(table, "gain", condition.gain, compared)),
        "of limit": f"{100 * table['of_limit'].mean():.0f} %",
        "reps": f"{table['repetitions'].mean():.0f}",
    }


def answered(condition: Condition, table: Table) -> dict[str, str]:
    """Whether less was asked for, and after how many openings in which they guarded."""
    less = table["drops"] > 0

    def within(openings: int) -> str:
        return str(share(less & (table["guarded"] <= openings))) if condition.guards else ""

    return {
        "noise": f"{condition.noise:g}°",
        "alike": f"{condition.likeness:g}",
        "guards by": f"{condition.guards:g}°",
        "less was asked for": str(share(less)),
        "after one": within(1),
        "after two": within(2),
    }
