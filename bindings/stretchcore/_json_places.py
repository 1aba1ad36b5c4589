"""A JSON document that knows where in its text each value stands."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

LONGEST_NAME = 60  # bytes
_SPACE = re.compile(r"[ \t\n\r]*")
_WRITTEN = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.|.", re.DOTALL)


def _shortened(name: str) -> str:
    """As the library says a long name."""
    written = name.encode(errors="replace")
    return name if len(written) <= LONGEST_NAME else written[:LONGEST_NAME].decode(errors="ignore") + "..."


@dataclass
class Node:
    """A value. ``key`` is the place of its name, in an object; ``path`` the one it was read with."""

    start: int
    path: str
    raw: str = ""  # of a number, a word or a text: as it is written
    key: int | None = None
    name: str = ""
    parts: list[Node] = field(default_factory=list)
    bracket: str = ""  # of a container

    def find(self, path: str) -> tuple[list[Node], str]:
        """The values on the way to a place, and what of the path is not there."""
        way, rest = [self], path
        while rest:
            step = way[-1]._step(rest)
            if step is None:
                break
            way.append(step[0])
            rest = step[1]
        return way, rest

    def _step(self, path: str) -> tuple[Node, str] | None:
        if self.bracket == "[":
            found = re.match(r"\[(\d+)\]\.?", path)
            if found is None or int(found[1]) >= len(self.parts):
                return None
            return self.parts[int(found[1])], path[found.end() :]
        for part in reversed(self.parts):  # the last, where a name is there twice
            for name in (part.name, _shortened(part.name)):
                rest = path.removeprefix(name)
                if path.startswith(name) and (not rest or rest[0] in ".["):
                    return part, rest.removeprefix(".")
        return None

    def text(self) -> str:
        """The document, written anew."""
        if not self.bracket:
            return self.raw
        names = (f"{json.dumps(part.name)}: " if self.bracket == "{" else "" for part in self.parts)
        inside = ", ".join(name + part.text() for name, part in zip(names, self.parts, strict=True))
        return f"{self.bracket}{inside}{'}' if self.bracket == '{' else ']'}"

    def words(self) -> str | None:
        """What a text says."""
        return str(json.loads(self.raw)) if self.raw.startswith('"') else None

    def place_of_letter(self, number: int) -> int:
        """Where a letter of a text is written; an escape is one letter."""
        letters = list(_WRITTEN.finditer(self.raw, 1, len(self.raw) - 1))
        return self.start + (letters[number].start() if number < len(letters) else len(self.raw) - 1)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.scalar = json.JSONDecoder()

    def value(self, at: int, path: str) -> tuple[Node, int]:
        start = self._space(at)
        bracket = self.text[start : start + 1]
        if bracket not in ("{", "["):
            _, end = self.scalar.raw_decode(self.text, start)
            return Node(start, path, self.text[start:end]), end
        node = Node(start, path, bracket=bracket)
        at = self._space(start + 1)
        closing = "}" if bracket == "{" else "]"
        while self.text[at : at + 1] != closing:
            if node.parts:
                at = self._expect(",", at)
            part, at = self._member(at, path) if bracket == "{" else self.value(at, f"{path}[{len(node.parts)}]")
            node.parts.append(part)
            at = self._space(at)
        return node, at + 1

    def _member(self, at: int, path: str) -> tuple[Node, int]:
        key = self._space(at)
        name, at = self.scalar.raw_decode(self.text, key)
        part, at = self.value(self._expect(":", self._space(at)), f"{path}.{name}" if path else str(name))
        part.key, part.name = key, str(name)
        return part, at

    def _space(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def _expect(self, sign: str, at: int) -> int:
        if self.text[at : at + 1] != sign:
            raise json.JSONDecodeError(f'"{sign}" is missing', self.text, at)
        return at + 1


def read(text: str) -> Node:
    """Raises ``json.JSONDecodeError`` for what is not JSON."""
    return _Reader(text).value(0, "")[0]
