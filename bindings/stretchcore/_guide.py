"""The loop that an app would write: somebody moves, the session answers, something shows it."""

from __future__ import annotations

import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from types import FrameType
from typing import Any, Protocol

import stretchcore as sc

SAMPLE_EVERY = 0.05  # [s] enough for a picture

# As ``coach`` ticks between two rows: until a live session would have paused; not where the person may have got up.
TICK_EVERY = 0.1  # [s]
TICKED_FOR = 3.0  # [s]
AWAY_AFTER = 10.0  # [s]


class Mover(Protocol):
    """Who is guided: the built-in person, or a recording in their place."""

    @property
    def now(self) -> float: ...

    def step(self, session: sc.Session) -> Sequence[sc.Event]: ...


class Playback:
    """A recording, row by row, as ``coach`` plays it: with ticks where rows are far apart."""

    def __init__(self, recording: sc.Recording) -> None:
        self._recording = recording
        self._row = 0
        self.now = float(recording.time[0]) if len(recording) else 0.0

    def step(self, session: sc.Session) -> Sequence[sc.Event]:
        if self._row == 0 and len(self._recording):
            started = session.report(sc.Command(self.now, sc.Action.start))
        else:
            started = ()
        if self._row == len(self._recording):
            session.finish(self.now, sc.EndReason.input_ended)
            return session.events
        posture = self._recording.posture(self._row)
        self._row += 1
        ticked = [event for at in self._ticks(posture.time) if not session.over for event in session.tick(at)]
        self.now = posture.time
        return (*started, *ticked, *session.observe(posture))

    def _ticks(self, until: float) -> Sequence[float]:
        """Between the latest row and the next one."""
        apart = until - self.now
        if apart > AWAY_AFTER:
            return ()
        ticks = range(1, round(TICKED_FOR / TICK_EVERY))
        return [self.now + n * TICK_EVERY for n in ticks if (n + 0.5) * TICK_EVERY < apart]


@dataclass
class Course:
    """What happened, for a file and a picture. Openings and targets are sampled; absent is None."""

    events: list[sc.Event] = field(default_factory=list)
    time: list[float] = field(default_factory=list)
    opening: list[sc.Bilateral[float | None]] = field(default_factory=list)
    target: list[float | None] = field(default_factory=list)
    way_out: tuple[sc.Event, ...] = ()  # after Ctrl-C

    def take(self, session: sc.Session, events: Sequence[sc.Event], now: float) -> None:
        self.events += events
        if self.time and now - self.time[-1] < SAMPLE_EVERY:
            return
        view = session.view()
        self.time.append(now)
        self.opening.append(view.opening)
        self.target.append(None if view.target is None else view.target.angle)


class Display(Protocol):
    """Where a session is shown while it goes on."""

    def show(self, session: sc.Session, events: Sequence[sc.Event]) -> None: ...


class Interrupt:
    """Ctrl-C as a wish: the first is granted between two steps, the second is the usual one."""

    def __init__(self) -> None:
        self.asked = False

    def __enter__(self) -> Interrupt:
        self._before: Any = signal.signal(signal.SIGINT, self._ask)
        return self

    def __exit__(self, *error: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        signal.signal(signal.SIGINT, self._before)


class Pace:
    """Lets a session take its time: `speed` times as fast as it is, or as fast as possible for 0."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._began = time.monotonic()
        self._first: float | None = None

    def wait(self, now: float, interrupt: Interrupt) -> None:
        if self._speed == 0:
            return
        if self._first is None:
            self._first = now
        due = self._began + (now - self._first) / self._speed
        while not interrupt.asked and (left := due - time.monotonic()) > 0:
            time.sleep(min(left, 0.1))


class Voice(Protocol):
    """What says the words, and tells when it does."""

    def take(self, events: Sequence[sc.Event]) -> None: ...

    def reports(self, now: float) -> Sequence[sc.CueSpoken]: ...

    def finish(self) -> None:
        """Waits until all is said."""


def guide(
    session: sc.Session,
    mover: Mover,
    display: Display,
    speed: float,
    interrupt: Interrupt,
    voice: Voice | None = None,
) -> Course:
    """Guides until the session is over. After Ctrl-C it is stopped, and the words of the way out are shown at once."""
    course = Course()
    pace = Pace(speed)
    while not session.over and not interrupt.asked:
        reports = voice.reports(mover.now) if voice else ()
        events = [*chain.from_iterable(session.report(each) for each in reports), *mover.step(session)]
        course.take(session, events, mover.now)
        display.show(session, events)
        if voice:
            voice.take(events)
        pace.wait(mover.now, interrupt)
    if not session.over:
        # No `Action.stop`: it asks what the person feels, and the person who moves is not at this keyboard.
        session.finish(mover.now, sc.EndReason.stopped_by_person)
        course.way_out = tuple(session.events)
        course.take(session, course.way_out, mover.now)
        display.show(session, course.way_out)
        if voice:
            voice.take(course.way_out)
    if voice:
        voice.finish()
    return course
