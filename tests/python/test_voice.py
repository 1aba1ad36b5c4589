"""Words as captions, for speech engines and as sound; whole sessions as scripts."""

from __future__ import annotations

import html
import os
import shutil
import time
import wave
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
import stretchcore as sc
import webvtt
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

pytest.importorskip("typer")
from stretchcore import _guide, _voice
from stretchcore._commands import app

SYNTHESIS = "{http://www.w3.org/2001/10/synthesis}"
EXERCISE = sc.catalog()["dynamic-inner-thigh-stretch"]
needs_voice = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")

odd = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)
times = st.floats(0, 3600)
some_lines = st.lists(st.builds(lambda at, long, text: (at, at + long, text), times, st.floats(0, 20), odd), max_size=8)


def lines_of(rows: list[tuple[float, float, str]]) -> list[sc.Line]:
    return [sc.Line(start=start, end=end, text=text) for start, end, text in rows]


def spoken_text(text: str) -> str:
    """What is left of it where only spaces separate words, and no control characters are."""
    return "".join(c for c in text if c > " ")


@given(some_lines)
def test_webvtt_is_read_by_others_and_loses_nothing_that_is_shown(rows: list[tuple[float, float, str]]) -> None:
    lines = lines_of(rows)
    shown = sc.captions(lines)
    read = list(webvtt.from_buffer(StringIO(sc.to_webvtt(lines))))
    assert len(read) == len(shown)
    for cue, line in zip(read, shown, strict=True):
        assert spoken_text(html.unescape(cue.text)) == spoken_text(line.text)
        assert cue.start_in_seconds == pytest.approx(line.start, abs=1.001)  # that parser knows whole seconds
        assert line.end > line.start
        assert len(line.text.splitlines()) <= 2


@given(some_lines, st.sampled_from(list(sc.Ssml)))
def test_ssml_is_well_formed_and_has_only_what_its_version_knows(
    rows: list[tuple[float, float, str]], version: sc.Ssml
) -> None:
    lines = lines_of([(a, b, "".join(c for c in text if c not in "\ufffe\uffff")) for a, b, text in sorted(rows)])
    root = ET.fromstring(sc.to_ssml(lines, "de-AT", version))
    assert root.tag == f"{SYNTHESIS}speak"
    assert root.get("version") == str(version).removeprefix("v").replace("_", ".")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de-AT"
    known = {"s", "break"} | ({"mark"} if version == sc.Ssml.v1_1 else set())
    assert {child.tag.removeprefix(SYNTHESIS) for child in root} <= known
    sentences = [child.text or "" for child in root if child.tag == f"{SYNTHESIS}s"]
    assert [spoken_text(text) for text in sentences] == [spoken_text(line.text) for line in lines]
    for pause in root.iter(f"{SYNTHESIS}break"):
        assert 0 < int(pause.attrib["time"].removesuffix("ms")) <= 10_000


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_a_script_gives_what_a_session_without_eyes_and_answers_gives(language: str) -> None:
    script = sc.script(EXERCISE, 300, language)
    assert script.length == pytest.approx(300)
    assert abs(script.lines[-1].end - script.length) < 5
    words = " ".join(line.text for line in script.lines).lower()
    stops = {
        "en": ("numb", "tingl", "burn", "sharp"),
        "de": ("taub", "kribbel", "brenn", "scharf"),
        "es": ("entumec", "hormigue", "ardor", "agudo"),
    }
    assert all(stop in words for stop in stops[language])
    assert "?" not in script.lines[-6].text  # nobody answers at the end
    assert not any(signal.kind == "question" for signal in script.signals)


def test_both_sides_get_the_same() -> None:
    exercise = sc.catalog()["strap-hamstring-hold"]
    script = sc.script(exercise, 435, "en")

    def when(words: str) -> list[float]:
        return [line.start for line in script.lines if words in line.text]

    def turns(start: float, end: float) -> int:
        return sum(start < signal.time <= end for signal in script.signals if signal.kind == "turn")

    (measured, _), (to_right, _) = when("left leg while it stays easy"), when("move the strap to your right foot")
    (held,), (to_left,) = when("right leg that far"), when("move the strap to your left foot")
    (rested,) = when("Lower the leg and rest")
    assert measured < to_right < held < to_left < rested
    assert turns(measured, to_right) == turns(to_right, held) == 3
    assert turns(held, to_left) == turns(to_left, rested) == 2


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["pelvic-tilts", "--minutes", "2"], "the nearest is 2:07"),
        (["nothing-like-it"], "nothing-like-it"),
        (["pelvic-tilts", "--language", "fr"], "--language"),
        (["pelvic-tilts", "--minutes", "0"], "minutes"),
        (["pelvic-tilts", "--ssml-1.0"], "--ssml-1.0"),
    ],
)
def test_a_script_that_cannot_be_is_refused_in_a_sentence(options: list[str], problem: str) -> None:
    result = CliRunner().invoke(app, ["script", *options])
    assert result.exit_code == 2
    assert problem in result.output


def test_the_command_writes_captions_and_ssml(tmp_path: Path) -> None:
    vtt, srt, ssml = tmp_path / "a.vtt", tmp_path / "a.srt", tmp_path / "new" / "a.ssml"
    options = ["script", "seated-inner-thigh-stretch", "--language", "es", "--minutes", "4.5"]
    result = CliRunner().invoke(app, [*options, "--captions", str(vtt), "--ssml", str(ssml), "--ssml-1.0"])
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1].strip() == "4:30.0"
    assert len(webvtt.read(str(vtt))) > 25
    assert ET.parse(ssml).getroot().get("version") == "1.0"
    assert CliRunner().invoke(app, [*options, "--captions", str(srt)]).exit_code == 0
    assert len(webvtt.from_srt(str(srt))) == len(webvtt.read(str(vtt)))


def test_a_guided_session_has_captions(tmp_path: Path) -> None:
    path = tmp_path / "session.vtt"
    result = CliRunner().invoke(app, ["coach", "--plain", "--language", "de", "--captions", str(path)])
    assert result.exit_code == 0, result.output
    read = webvtt.read(str(path))
    for cue in read:
        assert all(len(row) <= 42 for row in cue.text.splitlines())
    assert len(read) > 20


def test_without_a_voice_sound_is_refused_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    for command in (["script", "pelvic-tilts", "--minutes", "3"], ["coach", "--plain"]):
        result = CliRunner().invoke(app, [*command, "--wav", str(tmp_path / "a.wav")])
        assert result.exit_code == 2
        assert "apt install espeak-ng" in result.output
    assert not list(tmp_path.iterdir())
    assert CliRunner().invoke(app, ["coach", "--speak", "--speed", "3"]).exit_code == 2


@needs_voice
def test_the_sound_is_where_the_captions_are(tmp_path: Path) -> None:
    lines = lines_of([(1.0, 2.0, "One & <two>"), (4.0, 5.0, "--help"), (5.5, 8.0, "Eins, zwei, drei.")])
    sound = _voice.mixed(lines, [sc.Signal(time=9.0, kind="stop")], "en", 10.0)
    assert len(sound) == 10 * _voice.RATE

    def loud(start: float, end: float) -> float:
        return float(np.abs(sound[int(start * _voice.RATE) : int(end * _voice.RATE)]).max())

    assert loud(0, 1) == 0
    assert min(loud(1, 2), loud(4, 5), loud(5.5, 7), loud(9, 9.7)) > 0.05
    assert max(loud(3, 4), loud(9.8, 10)) < 0.01
    _voice.write_wav(tmp_path / "a.wav", sound)
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert file.getnframes() == len(sound)


@needs_voice
def test_what_has_little_time_is_spoken_faster() -> None:
    text = "Come back, close your legs, and rest for a while before you go on."
    slow, fast = _voice.spoken(text, "en", 60.0), _voice.spoken(text, "en", 3.2)
    assert len(fast) < len(slow)
    assert len(fast) <= 3.2 * _voice.RATE


def reports_of(speaker: _voice.Speaker, number: int) -> list[tuple[int, str]]:
    told: list[tuple[int, str]] = []
    until = time.monotonic() + 20
    while len(told) < number and time.monotonic() < until:
        told += [(each.cue, str(each.speech)) for each in speaker.reports(1.0)]
        time.sleep(0.01)
    return told


def test_the_way_out_is_spoken_to_its_end_after_an_interruption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "espeak-ng").write_text(f"#!/bin/sh\nprintf '%s\\n' \"$(cat)\" >> {tmp_path}/said\n")
    (tmp_path / "espeak-ng").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    session, person = sc.Session(EXERCISE), sc.VirtualPerson(seed=2)
    with _guide.Interrupt() as interrupt:

        class Interrupted(NoDisplay):
            def show(self, session: sc.Session, events: Sequence[sc.Event]) -> None:
                interrupt.asked = session.phase == sc.Phase.stretching

        course = _guide.guide(session, person, Interrupted(), 0.0, interrupt, _voice.Speaker("en"))
    words = [event.text for event in course.way_out if isinstance(event, sc.CueGiven)]
    assert len(words) >= 3
    assert (tmp_path / "said").read_text().splitlines()[-len(words) :] == words


@needs_voice
def test_a_speaker_says_one_thing_after_the_other_and_tells_when() -> None:
    speaker = _voice.Speaker("en")
    speaker.take([sc.CueGiven(cue=3, text="One."), sc.CueGiven(cue=4, text="Two.")])
    assert len(speaker.reports(0.0)) == 1  # the second waits, and nobody waits for it
    assert reports_of(speaker, 3) == [(3, "finished"), (4, "started"), (4, "finished")]
    speaker.take([sc.CueGiven(cue=5, text="A long sentence that goes on and on and on, and on."), sc.CueGiven(cue=6)])
    speaker.reports(0.0)
    speaker.take([sc.CueGiven(cue=7, text="Stop.", interrupts=True)])
    assert reports_of(speaker, 2) == [(7, "started"), (7, "finished")]


def test_a_voice_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = tmp_path / "espeak-ng"
    voice.write_text("#!/bin/sh\nexit 3\n")
    voice.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    speaker = _voice.Speaker("en")
    speaker.take([sc.CueGiven(cue=3, text="One.")])
    assert reports_of(speaker, 2) == [(3, "started"), (3, "failed")]


def test_the_session_hears_when_its_voice_has_ended() -> None:
    """A voice that is quicker than was thought has nothing waited for."""
    measured = []
    for voice in (None, Quick()):
        session, person = sc.Session(EXERCISE), sc.VirtualPerson(seed=2, settles_in=5.0)
        with _guide.Interrupt() as interrupt:
            course = _guide.guide(session, person, NoDisplay(), 0.0, interrupt, voice)
        phases = [event for event in course.events if isinstance(event, sc.PhaseChanged)]
        measured.append(next(phase.time for phase in phases if phase.to == sc.Phase.measuring))
    assert measured[1] < measured[0] - 5


class Quick:
    """Has said everything after half a second."""

    def __init__(self) -> None:
        self.saying: list[int] = []
        self.began = 0.0

    def take(self, events: Sequence[sc.Event]) -> None:
        self.saying += [event.cue for event in events if isinstance(event, sc.CueGiven)]

    def finish(self) -> None:
        self.saying.clear()

    def reports(self, now: float) -> Sequence[sc.CueSpoken]:
        if not self.saying:
            self.began = now
        elif now >= self.began + 0.5:
            self.began = now
            return [sc.CueSpoken(now, self.saying.pop(0), sc.Speech.finished)]
        return ()


class NoDisplay:
    def show(self, session: sc.Session, events: Sequence[sc.Event]) -> None: ...


def test_tones_are_as_long_as_their_forms_say() -> None:
    for kind, form in sc.signal_forms().items():
        samples = _voice.tone(kind)
        assert len(samples) / _voice.RATE == pytest.approx(sum(form["pulses"]), abs=0.001)
        assert np.abs(samples).max() <= _voice.TONE
        assert abs(samples[0]) < 0.01
