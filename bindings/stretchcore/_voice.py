"""Words as sound and as captions. The voice is espeak-ng's, where it is installed; the tones are sines."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile
import time
import wave
from collections import deque
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import stretchcore as sc
from stretchcore import _files

RATE = 22050  # samples a second, those of espeak-ng
WORDS_A_MINUTE = 160
FASTEST = 280  # words a minute: beyond that no listener follows
TONE = 0.15  # of full scale
FADE = 0.005  # [s] or a tone begins with a click

Samples = NDArray[np.float64]


def espeak() -> str:
    """The path of espeak-ng."""
    found = shutil.which("espeak-ng")
    if found is None:
        raise _files.Refused("sound needs espeak-ng, which is not installed: apt install espeak-ng")
    return found


def _command(language: str, words_a_minute: int) -> list[str]:
    return [espeak(), "-v", language.partition("-")[0], "-s", str(words_a_minute)]


def _once(text: str, language: str, words_a_minute: int) -> Samples:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "line.wav"
        # By standard input, so that no text is taken for an option.
        command = [*_command(language, words_a_minute), "-w", str(path), "--stdin"]
        if subprocess.run(command, input=text.encode(), check=False, capture_output=True).returncode:
            raise _files.Refused(f'espeak-ng has no voice for "{language}"')
        with wave.open(str(path)) as file:
            if (file.getframerate(), file.getnchannels(), file.getsampwidth()) != (RATE, 1, 2):
                raise _files.Refused(f"espeak-ng speaks {file.getframerate()} samples a second, not {RATE}")
            samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    return samples.astype(np.float64) / 32768


def spoken(text: str, language: str, longest: float) -> Samples:
    """The words as sound, spoken faster where they would last longer than that [s]."""
    speed, longest = WORDS_A_MINUTE, max(longest, 0.1)
    samples = _once(text, language, speed)
    while len(samples) > longest * RATE and speed < FASTEST:
        speed = min(FASTEST, max(speed + 10, int(speed * len(samples) / (longest * RATE))))
        samples = _once(text, language, speed)
    return samples


def tone(kind: sc.SignalKind) -> Samples:
    form = sc.signal_forms()[kind]
    parts: list[Samples] = []
    for place, seconds in enumerate(form["pulses"]):
        time = np.arange(int(seconds * RATE)) / RATE
        on = place % 2 == 0
        envelope = np.clip(np.minimum(time, seconds - time) / FADE, 0, 1)
        parts.append(TONE * envelope * np.sin(2 * np.pi * form["pitch"] * time) if on else np.zeros(len(time)))
    return np.concatenate(parts)


def mixed(lines: Sequence[sc.Line], signals: Sequence[sc.Signal], language: str, length: float) -> Samples:
    """Everything that is heard, from the beginning. Words end before the next ones begin."""
    sound = np.zeros(round(length * RATE))

    def lay(at: float, samples: Samples, until: float) -> None:
        first = round(at * RATE)
        last = min(first + len(samples), round(until * RATE), len(sound))
        sound[first:last] += samples[: max(last - first, 0)]

    starts = [line.start for line in lines[1:]] + [length]
    for line, next_start in zip(lines, starts, strict=True):
        lay(line.start, spoken(line.text, language, next_start - line.start), next_start)
    for signal in signals:
        lay(signal.time, tone(signal.kind), length)
    return np.clip(sound, -1, 1)


def write_wav(path: Path, samples: Samples) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((samples * 32767).astype("<i2").tobytes())


def captions_of(path: Path, lines: Sequence[sc.Line]) -> str:
    """By the name of the file: WebVTT or SRT."""
    return sc.to_srt(lines) if path.suffix.lower() == ".srt" else sc.to_webvtt(lines)


def keep(path: Path, write: _files.Writer) -> None:
    """One file, complete or not at all."""
    _files.write_folder(path.absolute().parent, {path.name: write})


def check(paths: Sequence[Path | None], wav: Path | None) -> None:
    """Refuses before any work is done."""
    given = [path.absolute() for path in (*paths, wav) if path is not None]
    if len(set(given)) < len(given):
        raise _files.Refused("--captions, --ssml and --wav: two of them name the same file")
    for path in given:
        if path.is_dir():
            raise _files.Refused(f"{path}: is a folder, not a file")
        _files.check_folder(path.parent)
    if wav is not None:
        espeak()


class Speaker:
    """Says the words of a session as they come, and tells the session when it has begun and ended."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._waiting: deque[tuple[int, str]] = deque()  # cue, words
        self._saying: tuple[int, subprocess.Popen[bytes]] | None = None
        espeak()

    def take(self, events: Sequence[sc.Event]) -> None:
        for event in events:
            if not isinstance(event, sc.CueGiven):
                continue
            if event.interrupts:
                self._waiting.clear()
                if self._saying is not None:
                    self._saying[1].kill()
                    self._saying[1].wait()
                    self._saying = None
            self._waiting.append((event.cue, event.text))

    def reports(self, now: float) -> list[sc.CueSpoken]:
        """What the voice has done since it was last asked."""
        told = []
        if self._saying is not None and (code := self._saying[1].poll()) is not None:
            speech = sc.Speech.failed if code else sc.Speech.finished
            told.append(sc.CueSpoken(now, self._saying[0], speech))
            self._saying = None
        if self._saying is None and self._waiting:
            cue, text = self._waiting.popleft()
            self._saying = cue, self._say(text)
            told.append(sc.CueSpoken(now, cue, sc.Speech.started))
        return told

    def finish(self) -> None:
        while self._waiting or self._saying is not None:
            self.reports(0.0)
            time.sleep(0.05)

    def _say(self, text: str) -> subprocess.Popen[bytes]:
        command = [*_command(self._language, WORDS_A_MINUTE), "--stdin"]
        quiet = subprocess.DEVNULL
        voice = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet)
        assert voice.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # it has ended already, and says nothing
            voice.stdin.write(text.encode())
            voice.stdin.close()
        return voice
