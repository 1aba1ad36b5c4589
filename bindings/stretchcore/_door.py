"""The door through which the command line speaks.

What it prints comes from files of anybody: names, words, markers, what is wrong with them. A terminal obeys some of the
characters that such text may hold, so nothing goes out but through here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import rich.console
import typer
from rich.segment import Segment

# Whole sequences first, so that nothing of them is left: CSI (colours, moves), OSC, DCS and their like (titles, links).
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"
)
# All control characters but tab and newline, marks that turn the direction of text around, and halves of characters.
_OBEYED = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_CONTROL = re.compile(f"[{_OBEYED}]")


def plain(text: str) -> str:
    """The text without what a terminal would obey."""
    return _CONTROL.sub("", _SEQUENCE.sub("", text))


def say(text: object = "", *, err: bool = False, bold: bool = False, end: str = "\n") -> None:
    words = plain(str(text))
    typer.echo((typer.style(words, bold=True) if bold else words) + end, err=err, nl=False)


def say_json(text: str, end: str = "\n") -> None:
    """A document is kept to the letter: what a terminal would obey is written as JSON's own escapes."""
    escaped = _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    typer.echo(escaped + end, nl=False)


class Console(rich.console.Console):
    """Rich's console; words from files are neither obeyed nor taken for markup."""

    def __init__(self, **options: Any) -> None:
        super().__init__(highlight=False, markup=False, emoji=False, **options)

    def render(self, renderable: Any, options: rich.console.ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(plain(segment.text), segment.style)
