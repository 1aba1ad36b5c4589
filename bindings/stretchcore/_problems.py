"""Everything that is wrong in the text of an exercise or of a rule file, each with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import stretchcore as sc
from stretchcore import _json_places


class Problem(NamedTuple):
    place: int  # letters from the start of the text
    severity: sc.Severity
    message: str
    instead: str = ""  # what to write there


class Rule(NamedTuple):
    """A rule that can be judged, and what to call it."""

    name: str
    text: str


@dataclass
class Found:
    problems: list[Problem]
    rules: list[Rule]
    notes: Sequence[str] = ()  # worth knowing, and nothing to put right


def _of_rule(text: str) -> tuple[int, str, str] | None:
    """What is wrong with a rule: at which of its letters, how, and what to write instead."""
    try:
        sc.parse_rule_by_side(text)
    except sc.RuleError as error:
        letters = len(text.encode()[: error.position].decode(errors="ignore"))
        problem, _, _, instead = str(error).split("\n")
        return letters, problem, instead
    return None


# --- Rule files -----------------------------------------------------------------------------------------------------


def in_rules(text: str) -> Found:
    """A rule a line; what follows a # is a comment."""
    found = Found([], [])
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        written = line.partition("#")[0].rstrip()
        rule = written.lstrip()
        if rule:
            wrong = _of_rule(rule)
            if wrong is None:
                found.rules.append(Rule(f"line {number}", rule))
            else:
                letters, problem, instead = wrong
                place = start + len(written) - len(rule) + letters
                found.problems.append(Problem(place, sc.Severity.error, problem, instead))
        start += len(line) + 1
    if not found.rules and not found.problems:
        instead = "write one rule a line, such as abs(pelvis_list) > 5 deg for 0.4 s"
        found.problems.append(Problem(0, sc.Severity.error, "there is no rule in this file", instead))
    return found


# --- Exercises ------------------------------------------------------------------------------------------------------
#
# Reading stops at the first mistake. So each one that is found is put right in a copy, and the copy is read again.

MOST = 200  # mistakes in one file
SOUND_RULE = '"pelvis_tilt > 90 deg"'
FITTING = {  # by the last name of the path: what is there at least, where leaving it out is no way
    "schema": "1",
    "id": '"repaired-{}"',
    "code": '"repaired_{}"',
    "kind": '"repeat"',
    "name": '{{"en": "repaired"}}',
    "text": '{{"en": "repaired"}}',
    "statement": '"repaired"',
}
# Judged by other members of the movement: wrong perhaps only because another was put right.
FOLLOWS = re.compile(r"movement\.(sides|counted_by|floor_level|shortest_repetition)|guards\[\d+\]\.motion")
RULE = re.compile(r"rules\[\d+\]\.when")


class _Copy:
    def __init__(self, text: str) -> None:
        self.root = _json_places.read(text)
        self.touched: list[str] = []  # paths of what was put right

    def follows(self, path: str, problem: str) -> bool:
        """Whether a mistake may be none of the author's."""
        if any(path == other or path.startswith((other + ".", other + "[")) for other in self.touched):
            return True
        moved = any(other.startswith("movement") for other in self.touched)
        return moved and FOLLOWS.fullmatch(path) is not None and " is not " not in problem

    def put_right(self, path: str) -> bool:
        """Leaves out what is wrong; if that was no help, writes something that fits, or leaves out all around it."""
        way, rest = self.root.find(path)
        origin = _origin(way[-1], rest)
        again = origin in self.touched
        self.touched.append(origin)
        if not rest and RULE.fullmatch(path):
            way[-1].raw = SOUND_RULE
            return not again
        if not rest and not again:
            return _leave_out(way)
        name = re.split(r"[.\]]", path)[-1]
        if name in FITTING and self.touched.count(origin) < 3:
            value = _json_places.read(FITTING[name].format(len(self.touched)))
            value.name, value.path = name, origin
            if not rest:
                _leave_out(way)
                way.pop()
            way[-1].parts.append(value)
            return way[-1].bracket == "{"
        self.touched.append(way[-1].path)
        return _leave_out(way)


def _leave_out(way: list[_json_places.Node]) -> bool:
    if len(way) < 2:
        return False
    way[-2].parts = [part for part in way[-2].parts if part is not way[-1]]
    return True


def _origin(node: _json_places.Node, rest: str) -> str:
    """The path in the file, whatever was left out since."""
    return node.path + ("." if node.path and rest and rest[0] != "[" else "") + rest


def _place(way: list[_json_places.Node], rest: str, message: str) -> int:
    names_are_wrong = message.startswith(("unknown member", "is there twice"))
    node = way[-1]
    return node.key if node.key is not None and (rest or names_are_wrong) else node.start


def _problem(way: list[_json_places.Node], rest: str, message: str, severity: sc.Severity) -> Problem:
    path = _origin(way[-1], rest)
    words = None if rest or not RULE.fullmatch(path) else way[-1].words()
    wrong = None if words is None else _of_rule(words)
    if wrong is None:
        return Problem(_place(way, rest, message), severity, f"{path}: {message}")
    letters, problem, instead = wrong
    return Problem(way[-1].place_of_letter(letters), severity, f"{path}: {problem}", instead)


def _of_document(text: str, message: str) -> Problem:
    """What is wrong with the document as a whole, or makes it none."""
    found = re.match(r"line (\d+), column (\d+): ", message)
    if found is None:
        return Problem(0, sc.Severity.error, message)
    lines = text.split("\n")
    line = min(int(found[1]), len(lines)) - 1
    letters = len(lines[line].encode()[: int(found[2]) - 1].decode(errors="ignore"))
    place = sum(len(one) + 1 for one in lines[:line]) + letters
    return Problem(place, sc.Severity.error, message[found.end() :])


def _read(copy: _Copy, problems: list[Problem]) -> sc.Exercise | None:
    """The exercise, with whatever is wrong in it put right."""
    for _ in range(MOST):
        try:
            return sc.Exercise.from_json(copy.root.text())
        except sc.DocumentError as error:
            message = str(error).removeprefix(error.path + ": ")
            way, rest = copy.root.find(error.path)
            if not copy.follows(_origin(way[-1], rest), message):
                problems.append(_problem(way, rest, message, sc.Severity.error))
            if not copy.put_right(error.path):
                break
    return None


def _rules(root: _json_places.Node) -> Iterator[Rule]:
    way, rest = root.find("rules")
    for number, one in enumerate([] if rest else way[-1].parts):
        when, id_of = (one.find(name) for name in ("when", "id"))
        text = None if when[1] else when[0][-1].words()
        if text is not None and _of_rule(text) is None:
            name = None if id_of[1] else id_of[0][-1].words()
            yield Rule(name or f"rules[{number}]", text)


def in_exercise(text: str) -> Found:
    try:
        sc.Exercise.from_json(text)
    except sc.DocumentError as error:
        if not error.path:
            return Found([_of_document(text, str(error).removeprefix("document: "))], [])
    try:
        copy = _Copy(text)
    except (json.JSONDecodeError, RecursionError) as error:
        place = error.pos if isinstance(error, json.JSONDecodeError) else 0
        return Found([Problem(place, sc.Severity.error, str(error).partition(": line")[0])], [])
    rules = list(_rules(copy.root))
    problems: list[Problem] = []
    exercise = _read(copy, problems)
    notes: dict[str, list[str]] = {}  # who has read what, by language
    for finding in () if exercise is None else sc.check(exercise):
        if finding.severity == sc.Severity.note:
            notes.setdefault(finding.message, []).append(finding.path.rpartition(".")[2])
            continue
        way, rest = copy.root.find(finding.path)
        if not copy.follows(_origin(way[-1], rest), finding.message):
            problems.append(_problem(way, rest, finding.message, finding.severity))
    told = [f"{', '.join(languages)}: {message}" for message, languages in notes.items()]
    return Found(sorted(problems, key=lambda problem: problem.place), rules, told)
