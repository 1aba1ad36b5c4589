"""Golden event streams: one event a line, in the order in which a session told them (see tests/golden_events.hpp)."""

from __future__ import annotations

import stretchcore as sc


def golden_line(session: sc.Session, event: sc.Event) -> str:
    """An event as a line of JSON that names its cue by id: numbers of cues move whenever a sentence is added."""
    line = event.to_json(-1) + "\n"
    number = getattr(event, "cue", None)
    if number is not None and number >= 0:
        line = line.replace(f'"cue":{number}', f'"cue":"{session.cue(number).id}"', 1)
    return line


def golden_end(session: sc.Session) -> str:
    """How a session ended, with a fingerprint (FNV-1a) of its whole summary."""
    summary = session.summary()
    value = 14695981039346656037
    for byte in summary.to_json(-1).encode():
        value = ((value ^ byte) * 1099511628211) & 0xFFFF_FFFF_FFFF_FFFF
    return f"summary {summary.end_reason or 'goes_on'} {value:016x}\n"
