"""The options of ``stretchcore trial`` for what goes wrong, and how they are read."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any

import typer

import stretchcore as sc
from stretchcore import _field, _files

PANEL = "What goes wrong"
CONDUCT = "What the people do"

SIDES = "one number for both legs, or left,right"
MOMENT = "after the start, or from,to: each person's own between them"


def _fault(name: str, words: str, metavar: str | None = None) -> Any:
    return typer.Option(name, help=words, metavar=metavar, rich_help_panel=PANEL)


def _conduct(name: str, words: str, metavar: str | None = None) -> Any:
    return typer.Option(name, help=words, metavar=metavar, rich_help_panel=CONDUCT)


Text = str | None
Number = float | None

Drift = Annotated[Text, _fault("--drift", f"Drift of the sensor, always [deg/s]: {SIDES}.", "DEG/S")]
DriftOpen = Annotated[Text, _fault("--drift-open", f"The same, while the legs are out [deg/s]: {SIDES}.", "DEG/S")]
DriftHome = Annotated[Text, _fault("--drift-home", f"The same, between openings [deg/s]: {SIDES}.", "DEG/S")]
MovedAt = Annotated[Text, _fault("--moved-at", f"When the camera is moved [s]: {MOMENT}.", "S")]
Moved = Annotated[Text, _fault("--moved", f"What it adds from then on [deg]: {SIDES}.", "DEG")]
Rolled = Annotated[Number, _fault("--rolled", "What it adds to the list of the pelvis from then on [deg].")]
ExchangedAt = Annotated[Text, _fault("--exchanged-at", f"When left is taken for right [s]: {MOMENT}.", "S")]
ExchangedFor = Annotated[Number, _fault("--exchanged-for", "For how long [s]; not given: for good.")]
PoorFrom = Annotated[Text, _fault("--poor-from", f"From when on the stream is poor [s]: {MOMENT}.", "S")]
BlinksEvery = Annotated[Number, _fault("--blinks-every", "The signal comes and goes in this time [s].")]
SeenFor = Annotated[Number, _fault("--seen-for", "And is seen so much of it [s].")]
Blinking = Annotated[list[str] | None, _fault("--blinking", "A channel that does; not given: all.", "CHANNEL")]
SlowEvery = Annotated[Number, _fault("--slow-every", "A posture comes only so often, ticks in between [s].")]
RenewedEvery = Annotated[Number, _fault("--renewed-every", "Values in them are new only so often [s].")]
HiddenAtHome = Annotated[Number, _fault("--hidden-at-home", "The legs hide each other so long while together [s].")]
StuckAt = Annotated[Text, _fault("--stuck-at", f"When values get stuck [s]: {MOMENT}.", "S")]
Creep = Annotated[Number, _fault("--creep", "How fast a stuck value goes on, as behind a filter [deg/s].")]
SuspendedAt = Annotated[Text, _fault("--suspended-at", f"When the app stops calling [s]: {MOMENT}.", "S")]
SuspendedFor = Annotated[
    Number, _fault("--suspended-for", "For how long [s]; with --moved the camera stands elsewhere afterwards.")
]
ClockJumpsAt = Annotated[Text, _fault("--clock-jumps-at", f"When a clock jumps [s]: {MOMENT}.", "S")]
ClockJump = Annotated[Number, _fault("--clock-jump", "By how much, below zero back [s].")]
ClocksOf = Annotated[sc.Clocks | None, _fault("--clocks", "The clock of postures, of ticks and reports, or both.")]
SlidesAt = Annotated[Text, _conduct("--slides-at", f"When the pelvis slides, at home [s]: {MOMENT}.", "S")]
SlidList = Annotated[Number, _conduct("--slid-list", "By so much list [deg].")]
SlidTilt = Annotated[Number, _conduct("--slid-tilt", "By so much tilt [deg].")]
MovesOnly = Annotated[sc.Side | None, _conduct("--moves-only", "The other leg stays at home.")]
Limits = Annotated[
    Text, _conduct("--limits", "Limits of the side that stops first, from,to [deg]; not given: 25,65.", "DEG,DEG")
]
BeyondEasy = Annotated[Number, _conduct("--beyond-easy", "Open so far beyond easy in free openings [deg].")]
BeyondTarget = Annotated[Number, _conduct("--beyond-target", "Go so far beyond a target, below zero less far [deg].")]
AnswersLate = Annotated[Number, _conduct("--answers-late", "Answer so much later than others [s].")]
NoAnswers = Annotated[bool, _conduct("--no-answers", "Do not answer.")]
ByTones = Annotated[
    bool, _conduct("--by-tones", "Go to where the sensor reads the target, whatever it adds; else to the angle itself.")
]
SeesPelvis = Annotated[bool, _conduct("--sees-pelvis", "The sensor shows the pelvis, too.")]

NAMES = frozenset(each.name for each in fields(_field.Field))
_MOMENTS = ("moved_at", "exchanged_at", "poor_from", "stuck_at", "suspended_at", "clock_jumps_at", "slides_at")
_SIDES = ("drift", "drift_open", "drift_home", "moved")
# What says nothing without another.
_NEEDS = {
    "moved": ("moved_at", "suspended_at"),
    "rolled": ("moved_at", "suspended_at"),
    "exchanged_for": ("exchanged_at",),
    "seen_for": ("blinks_every",),
    "blinking": ("blinks_every",),
    "blinks_every": ("seen_for",),
    "creep": ("stuck_at",),
    "suspended_at": ("suspended_for",),
    "suspended_for": ("suspended_at",),
    "clock_jumps_at": ("clock_jump",),
    "clock_jump": ("clock_jumps_at",),
    "clocks": ("clock_jumps_at",),
    "slid_list": ("slides_at",),
    "slid_tilt": ("slides_at",),
    "slides_at": ("slid_list", "slid_tilt"),
    "moved_at": ("moved", "rolled"),
    "poor_from": ("blinks_every", "slow_every", "renewed_every", "hidden_at_home"),
}


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _pair(name: str, text: str, meaning: str) -> tuple[float, float]:
    """One number for both, or two."""
    parts = text.split(",")
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        numbers = []
    if len(numbers) not in (1, 2):
        raise _files.Refused(f"{_option(name)} {text}: expected {meaning}")
    return numbers[0], numbers[-1]


def read(given: dict[str, Any]) -> _field.Field:
    """The options that were given, as one value. Refuses what cannot be so with a sentence."""
    members = {name: value for name, value in given.items() if value is not None and value is not False}
    for name, value in members.items():
        if name in _MOMENTS:
            members[name] = _pair(name, value, "seconds, or from,to")
            if members[name][0] > members[name][1]:
                raise _files.Refused(f"{_option(name)} {value}: from,to must not run backwards")
        elif name in _SIDES:
            members[name] = _pair(name, value, "one number for both legs, or left,right")
        elif name == "limits":
            members[name] = _pair(name, value, "from,to in degrees")
            if not 7 <= members[name][0] <= members[name][1] <= 112:
                raise _files.Refused(f"--limits {value}: from,to must lie in 7..112 degrees, the smaller first")
        elif name == "blinking":
            members[name] = tuple(value)
        elif name in ("clocks", "moves_only"):
            members[name] = str(value)
    for name in members:
        if name in _NEEDS and not any(other in members for other in _NEEDS[name]):
            others = " or ".join(_option(other) for other in _NEEDS[name])
            raise _files.Refused(f"{_option(name)}: says nothing without {others}")
    return _field.Field(**members)
