"""People, sensors and apps that are not as they should be, as ``stretchcore trial`` makes them."""

from __future__ import annotations

import random
from dataclasses import dataclass, fields, replace
from typing import Any

import stretchcore as sc

Moment = tuple[float, float]  # after the start: each person's own, drawn evenly between the two [s]
Pair = tuple[float, float]  # left, right

FAULTS = (
    *("drift_open", "drift_home", "moved_at", "moved", "rolled", "exchanged_at", "exchanged_for", "poor_from"),
    *("blinks_every", "seen_for", "blinking", "slow_every", "renewed_every", "hidden_at_home", "stuck_at", "creep"),
)
APP = ("suspended_at", "suspended_for", "clock_jumps_at", "clock_jump", "clocks")


@dataclass(frozen=True)
class Field:
    """What goes wrong, and what the people do of their own. Each member is an option of ``stretchcore trial``."""

    drift: Pair | None = None  # both of the next two [°/s]
    drift_open: Pair | None = None
    drift_home: Pair | None = None
    moved_at: Moment | None = None
    moved: Pair | None = None  # [°]
    rolled: float | None = None  # [°]
    exchanged_at: Moment | None = None
    exchanged_for: float | None = None  # [s]
    poor_from: Moment | None = None
    blinks_every: float | None = None  # [s]
    seen_for: float | None = None  # [s]
    blinking: tuple[str, ...] | None = None
    slow_every: float | None = None  # [s]
    renewed_every: float | None = None  # [s]
    hidden_at_home: float | None = None  # [s]
    stuck_at: Moment | None = None
    creep: float | None = None  # [°/s]
    suspended_at: Moment | None = None
    suspended_for: float | None = None  # [s]
    clock_jumps_at: Moment | None = None
    clock_jump: float | None = None  # [s]
    clocks: str | None = None
    slides_at: Moment | None = None
    slid_list: float | None = None  # [°]
    slid_tilt: float | None = None  # [°]
    moves_only: str | None = None
    limits: Pair | None = None  # of the side that stops first, drawn evenly [°]
    beyond_easy: float | None = None  # [°]
    beyond_target: float | None = None  # [°]
    answers_late: float | None = None  # [s]
    no_answers: bool | None = None
    by_tones: bool | None = None
    sees_pelvis: bool | None = None

    def given(self) -> dict[str, Any]:
        return {each.name: value for each in fields(self) if (value := getattr(self, each.name)) is not None}

    def __bool__(self) -> bool:
        return bool(self.given())

    def __str__(self) -> str:
        """As it is written on the command line."""

        def words(name: str, value: Any) -> str:
            option = f"--{name.replace('_', '-')}"
            if value is True:
                return option
            if name == "blinking":
                return " ".join(f"{option} {channel}" for channel in value)
            if isinstance(value, tuple):
                same = value[0] == value[1]
                return f"{option} {value[0]:g}" + ("" if same else f",{value[1]:g}")
            return f"{option} {value}" if isinstance(value, str) else f"{option} {value:g}"

        return " ".join(words(name, value) for name, value in self.given().items())

    def traits(self, draw: random.Random) -> dict[str, Any]:
        """The arguments of one person; each has moments of their own."""
        given = self.given()
        drift = given.pop("drift", None)
        if drift is not None:
            given = {"drift_open": drift, "drift_home": drift} | given
        for name in [name for name in given if name.endswith("_at") or name == "poor_from"]:
            given[name] = draw.uniform(*given[name])
        # The camera that was moved while the app did not call was moved when it is seen again.
        if "suspended_at" in given and "moved_at" not in given and ("moved" in given or "rolled" in given):
            given["moved_at"] = given["suspended_at"]
        for name in ("drift_open", "drift_home", "moved"):
            if name in given:
                given[name] = sc.Bilateral(*given[name])
        if given.pop("no_answers", False):
            given["answers"] = False
        given.pop("limits", None)
        faults = {name: given.pop(name) for name in FAULTS if name in given}
        app = {name: given.pop(name) for name in APP if name in given}
        if faults:
            given["faults"] = sc.SensorFaults(**faults)
        if app:
            given["app"] = sc.AppFaults(**app)
        return given


@dataclass(frozen=True)
class Kind:
    """A row of the page: people who are alike in what goes wrong."""

    name: str
    field: Field
    difference: float = 0.0  # of the sides [°]
    follows: bool = True  # whether they keep to easy and to the target: the promises are made to these
    exchanges: bool = False  # only a source that can take left for right does this


def both(value: float) -> Pair:
    return value, value


DURING = (60.0, 240.0)  # from the first measuring to the second block [s]
PELVIS = Field(by_tones=True, sees_pelvis=True)
PLAIN = Field(by_tones=True)


def kinds() -> list[Kind]:
    """The rows of docs/evidence/field.md, each kind of thing that goes wrong at some strengths."""

    def kind(name: str, difference: float = 0.0, follows: bool = True, base: Field = PLAIN, **members: Any) -> Kind:
        return Kind(name, replace(base, **members), difference, follows, "exchanged_at" in members)

    rows = [kind("nothing goes wrong"), kind("nothing goes wrong, sides 8° apart", 8.0)]
    for rate in (0.02, -0.02, 0.1, -0.1):
        rows.append(kind(f"drift of {rate:g}°/s", drift=both(rate)))
    rows += [
        kind("drift of 0.1°/s while the legs are out", drift_open=both(0.1)),
        kind("drift of -0.1°/s between openings", drift_home=both(-0.1)),
        kind("drift of one side, 0.1°/s", drift=(0.1, 0.0)),
    ]
    for by in (5.0, -5.0, 9.0, -9.0):
        rows.append(kind(f"camera moved by {by:g}°", moved_at=DURING, moved=both(by)))
    rows += [
        kind("camera moved, the sides by 6° and -6°", moved_at=DURING, moved=(6.0, -6.0)),
        kind("camera rolled by 6°, the pelvis seen", base=PELVIS, moved_at=DURING, rolled=6.0),
        kind("pelvis slid by 7° list", base=PELVIS, slides_at=DURING, slid_list=7.0),
        kind("pelvis slid by 10° tilt", base=PELVIS, slides_at=DURING, slid_tilt=10.0),
        kind("moves the left leg only", moves_only="left"),
        kind("left and right exchanged for good, 8° apart", 8.0, exchanged_at=DURING),
        kind("left and right exchanged for 20 s, 8° apart", 8.0, exchanged_at=DURING, exchanged_for=20.0),
        kind("stiff: limits of 12 to 20°", limits=(12.0, 20.0)),
    ]
    for seen, every in ((0.1, 1.0), (0.1, 2.0), (1.0, 2.0), (2.0, 3.0)):
        rows.append(kind(f"seen {seen:g} s of every {every:g} s", poor_from=DURING, blinks_every=every, seen_for=seen))
    rows.append(
        kind(
            "the right leg seen 0.1 s of every 1 s",
            poor_from=DURING,
            blinks_every=1.0,
            seen_for=0.1,
            blinking=("hip_abduction_right",),
        )
    )
    for every in (0.6, 1.0, 1.9):
        rows.append(kind(f"a posture every {every:g} s", poor_from=DURING, slow_every=every))
    rows.append(kind("a posture every 0.3 s from the start", slow_every=0.3))
    for every in (1.0, 5.0):
        rows.append(kind(f"values renewed every {every:g} s", poor_from=DURING, renewed_every=every))
    rows += [
        kind("stuck behind smoothing, 0.01°/s", stuck_at=DURING, creep=0.01),
        kind("hidden at home for 0.8 s", hidden_at_home=0.8),
        kind("hidden at home for 1.8 s", hidden_at_home=1.8),
    ]
    for gap in (3.0, 20.0, 90.0):
        rows.append(
            kind(f"suspended for {gap:g} s, then 9° more", suspended_at=DURING, suspended_for=gap, moved=both(9.0))
        )
    for jump in (-3600.0, -30.0, 30.0, 3600.0):
        way = "back" if jump < 0 else "ahead"
        rows.append(kind(f"clocks {abs(jump):g} s {way}", clock_jumps_at=DURING, clock_jump=jump))
    rows += [
        kind("clock of postures 30 s back", clock_jumps_at=DURING, clock_jump=-30.0, clocks="postures"),
        kind("clock of ticks 30 s ahead", clock_jumps_at=DURING, clock_jump=30.0, clocks="ticks"),
        kind("do not answer", no_answers=True),
        kind("answer 5 s late", answers_late=5.0),
        kind("answer 20 s late", answers_late=20.0),
        kind("open to the limit where easy is asked for", follows=False, beyond_easy=2.0),
        kind("open 5° beyond easy", follows=False, beyond_easy=5.0),
        kind("go 5° beyond each target", follows=False, beyond_target=5.0),
    ]
    return rows
