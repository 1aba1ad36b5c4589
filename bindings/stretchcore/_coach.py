"""Guiding the built-in person, or a recording in their place, from the first word to the summary."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import stretchcore as sc
from stretchcore import _door, _files, _guide, _report, _voice
from stretchcore import _phrases as phrases

LIVE_SPEED = 10.0  # a session of four and a half minutes in less than half of one


@dataclass(frozen=True)
class Guided:
    """A session and who is guided in it. `outcome` is the library's own account of a recording."""

    session: sc.Session
    mover: _guide.Mover
    outcome: sc.Outcome | None = None


@dataclass(frozen=True)
class Manner:
    """How a session is shown, and where it is kept."""

    language: str
    speed: float | None
    plain: bool
    out: Path | None
    speak: bool = False
    captions: Path | None = None
    wav: Path | None = None


class Log:
    """One line an event."""

    def show(self, session: sc.Session, events: Sequence[sc.Event]) -> None:
        for event in events:
            _door.say(phrases.log_line(event, session.exercise))


def _symptom(text: str, exercise: sc.Exercise) -> tuple[sc.Symptom, str, float]:
    """A built-in symptom or one of the exercise's own, by its id, and when it is felt."""
    what, _, when = text.partition("@")
    own = [stop.id for stop in exercise.stop_symptoms if stop.id]
    try:
        felt, seconds = sc.Symptom.other if what in own else sc.Symptom(what), float(when)
        if not 0 <= seconds <= 86400 or (felt == sc.Symptom.other and what not in own):
            raise ValueError(when)
        return felt, what if what in own else "", seconds
    except ValueError:
        words = [*(symptom for symptom in sc.Symptom if symptom != sc.Symptom.other), *own]
        raise _files.Refused(
            f'--symptom "{text}": expected one of {", ".join(words)}, then @ and seconds from the start, '
            "such as tingling@120"
        ) from None


def of_person(
    exercise: sc.Exercise, options: sc.SessionOptions, seed: int, without_sensor: bool, symptom: str | None
) -> Guided:
    if without_sensor:
        options = options.replace(sensor=sc.Sensor.none)
    if symptom is None:
        person = sc.VirtualPerson(seed=seed, seen=not without_sensor)
    else:
        felt, own, when = _symptom(symptom, exercise)
        person = sc.VirtualPerson(seed=seed, seen=not without_sensor, symptom=felt, symptom_id=own, symptom_at=when)
    return Guided(sc.Session(exercise, options=options), person)


def of_recording(exercise: sc.Exercise, options: sc.SessionOptions, recording: sc.Recording) -> Guided:
    options = options.replace(precision=sc.Precision.quick, source=recording.source or options.source)
    outcome = sc.coach(recording, exercise, options=options)
    session = sc.Session(exercise, options=options.replace(recorded=True))
    return Guided(session, _guide.Playback(recording), outcome)


def _document(summary: sc.Summary, events: Sequence[sc.Event]) -> str:
    listed = []
    for event in events:
        one = json.loads(event.to_json(-1))
        del one["schema"]
        if isinstance(event, sc.CueGiven):
            one["text"] = event.text
        listed.append(one)
    return json.dumps({"summary": json.loads(summary.to_json(-1)), "events": listed}, indent=1, ensure_ascii=False)


def _keep(out: Path, course: _guide.Course, summary: sc.Summary, exercise: sc.Exercise, language: str) -> None:
    from stretchcore import _plot_session

    _files.write_folder(
        out,
        {
            "session.json": _files.text_writer(_document(summary, course.events)),
            "session.png": _plot_session.writer(course, summary, exercise, language),
        },
    )


def _keep_sound(manner: Manner, events: Sequence[sc.Event], summary: sc.Summary) -> None:
    lines = sc.transcript(summary)
    if manner.captions is not None:
        words = _voice.captions_of(manner.captions, lines)
        _voice.keep(manner.captions, _files.text_writer(words.rstrip("\n")))
    if manner.wav is not None:
        kinds = [(event.time - summary.started, sc.signal_of(event)) for event in events]
        signals = [sc.Signal(time=time, kind=kind) for time, kind in kinds if kind is not None]
        end = max([summary.ended - summary.started, *(line.end for line in lines)])
        sound = _voice.mixed(lines, signals, manner.language, end)
        _voice.keep(manner.wav, lambda path: _voice.write_wav(path, sound))


def run(guided: Guided, manner: Manner) -> bool:
    """Guides, shows, sums up and keeps. True if Ctrl-C ended it."""
    console = _door.Console()
    session, exercise = guided.session, guided.session.exercise
    live = console.is_terminal and not manner.plain
    speed = manner.speed if manner.speed is not None else LIVE_SPEED if live else 0.0
    with ExitStack() as stack:
        display: _guide.Display = Log()
        if live:
            from stretchcore._live import LiveView

            display = stack.enter_context(LiveView(exercise, manner.language, speed, console))
        voice = _voice.Speaker(manner.language) if manner.speak else None
        interrupt = stack.enter_context(_guide.Interrupt())
        course = _guide.guide(session, guided.mover, display, speed, interrupt, voice)
    if live:
        Log().show(session, course.way_out)
    known = guided.outcome if not course.way_out else None
    summary = known.summary if known else session.summary()
    if manner.out is not None:
        _keep(manner.out, course, summary, exercise, manner.language)
    _keep_sound(manner, course.events, summary)
    _report.summary(console, summary, exercise, manner.language)
    if manner.out is not None:
        console.print(f"\n{manner.out}: session.json, session.png", style="dim", soft_wrap=True)
    return bool(course.way_out)
