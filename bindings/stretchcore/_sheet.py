"""All the words of an exercise on one page: for a reviewer who reads them aloud and ticks each of them off."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import stretchcore as sc
from stretchcore import _page
from stretchcore import _phrases as phrases

Text = dict[str, str]

# Moments in the order of a session.
MOMENTS = {
    "Before it begins": (
        "ask_health ask_which health_notice caution clearance another_day gentler ask_pain symptom_notice"
    ),
    "Getting into place": "settle posture seen by_feel set_up_anew side_check be_still coverage unmeasured ask_ready",
    "Trying and measuring": "practice measure work_side wrong_side ask_side side_felt side_determined target_set",
    "Moving": (
        "block go_side go_out hold press come_back tempo breath count_aloud confirm over_target ease_off smallest"
        " last_ones switch_side block_done rule"
    ),
    "Between, and at the end": (
        "symptom_check ask_stretch ask_felt ask_change remeasure ask_more ask_go_on take_time come_out farewell"
    ),
    "When it is interrupted": "pause pause_lost pause_rule found resume ask_by_feel",
    "When something is wrong": "ask_all_right help ask_help stop call stay advice",
}
# As the library counts them: what is said of health, of stopping and of the way out.
_SAFETY_MOMENTS = (
    "ask_health ask_which health_notice clearance another_day gentler caution symptom_notice symptom_check ask_pain"
    " pause pause_lost pause_rule smallest come_out stop stay advice help ask_all_right call posture ask_felt ask_help"
)
OF_SAFETY = frozenset(_SAFETY_MOMENTS.split())


class Line(NamedTuple):
    """Something to tick."""

    name: str
    words: str
    safety: bool = False
    note: str = ""
    pattern: str = ""  # the words as they are written, where they are filled in
    read_by: str = ""
    mark: str = ""  # of the words, for who reads them


Section = tuple[str, list[Line]]


def _spoken(exercise: sc.Exercise, language: str) -> dict[str, str]:
    """By cue, the sentence that is said: for the left side, and for the number of a usual block if it comes up."""
    options = sc.SessionOptions(language=language)
    said: dict[str, sc.SpokenPhrase] = {}
    for phrase in sc.phrases(exercise, options):
        usual = phrase.count == exercise.dose.per_block
        if not phrase.brief and phrase.side != sc.Side.right and (usual or phrase.id not in said):
            said[phrase.id] = phrase
    return {name: phrase.text for name, phrase in said.items()}


def _cue(cue: sc.Cue, said: Mapping[str, str], language: str, standard: bool) -> Iterator[Line]:
    notes = [] if cue.sensing == sc.Sensing.any else [f"only {cue.sensing}"]
    notes += [] if cue.answering == sc.Answering.any else [f"answering {cue.answering}"]
    notes += ["said in every exercise"] if standard else []
    safety = cue.moment in OF_SAFETY
    written = sc.in_language(cue.text, language)
    filled = "{" in written
    yield Line(
        f"{phrases.plain(cue.moment)}: {cue.id}",
        said.get(cue.id, written) if filled else written,
        safety,
        ", ".join(notes),
        written if filled else "",
        cue.reviewed_by.get(language, ""),
        sc.review_mark(written),
    )
    if cue.brief:
        yield Line(
            f"{phrases.plain(cue.moment)}: {cue.id}", sc.in_language(cue.brief, language), safety, "later, in brief"
        )


def _moments(exercise: sc.Exercise, language: str) -> Iterator[Section]:
    said = _spoken(exercise, language)
    own = {cue.moment for cue in exercise.cues}
    for title, moments in MOMENTS.items():
        lines: list[Line] = []
        for moment in moments.split():
            cues = [cue for cue in exercise.cues if cue.moment == moment]
            standard = [] if moment in own else [cue for cue in sc.standard_cues() if cue.moment == moment]
            for cue in (*cues, *standard):
                lines += _cue(cue, said, language, not cues)
        yield title, lines


def _about(exercise: sc.Exercise, language: str) -> Iterator[Section]:
    def line(name: str, text: Text, note: str = "") -> Line:
        return Line(name, sc.in_language(text, language), note=note)

    yield "What it is", [line("name", exercise.name), line("summary", exercise.summary)]
    props = [
        line(f"{prop.id}, {part}", text, "optional" if prop.optional else "")
        for prop in exercise.setup.props
        for part, text in (("name", prop.name), ("why", prop.why), ("instead", prop.instead))
    ]
    yield "Where and with what", [line("position", exercise.setup.position), *props]


def _safety(exercise: sc.Exercise, language: str) -> Iterator[Section]:
    def say(text: Text) -> str:
        return sc.in_language(text, language)

    conditions = sc.with_conditions(exercise).contraindications
    yield (
        "Who should not, or not as it stands",
        [
            Line(
                phrases.plain(one.caution),
                " → ".join(filter(None, (say(one.text), say(one.instead)))),
                True,
                ", ".join(filter(None, (one.code, f"where unknown: {phrases.plain(one.unknown_means)}", _less(one)))),
            )
            for one in conditions
        ],
    )
    yield (
        "What is listened for, and the advice",
        [
            Line(
                f"{stop.response}, {phrases.plain(stop.urgency or 'rest')}",
                f"{say(stop.name)} → {say(stop.advice)}",
                True,
                read_by=stop.reviewed_by.get(language, ""),
                mark=sc.review_mark(say(stop.advice or stop.name)),
            )
            for stop in sc.heard_symptoms(exercise)
        ],
    )
    yield (
        "What must stay as it is",
        [
            Line(
                f"rule {one.id}",
                say(one.words),
                True,
                one.when,
                read_by=one.reviewed_by.get(language, ""),
                mark=sc.review_mark(say(one.words)),
            )
            for one in exercise.rules
        ]
        + [Line(f"guard {phrases.plain(one.motion)}", say(one.words), True) for one in exercise.guards],
    )


def _less(one: sc.Contraindication) -> str:
    """What is left of the exercise with a condition."""
    share = f"{one.most_of_easy:.0%} of easy" if one.most_of_easy < 1 else ""
    return ", ".join(filter(None, (share, phrases.plain(one.goal) if one.goal is not None else "")))


def _amounts(exercise: sc.Exercise, language: str) -> Section:
    dose, effort = exercise.dose, exercise.movement.effort
    presses = (effort.press, effort.against) if isinstance(effort, sc.ContractRelax) else ()
    lines = [Line("press, against what", sc.in_language(text, language)) for text in presses]
    lines += [
        Line("movement", _page.movement(exercise.movement)),
        Line("dose", _page.how_much(dose)),
        Line("rest between blocks", f"{dose.rest:g} s"),
        Line("how often", sc.in_language(dose.frequency, language)),
        Line("breathing", sc.in_language(exercise.breathing, language)),
    ]
    lines += [
        Line("benefit", sc.in_language(one.text, language), note=f"{one.support}; {one.source}")
        for one in exercise.benefits
    ]
    lines += [Line("source", one.statement, note=f"{one.support}; {one.source}") for one in exercise.evidence]
    return "How much, and why", lines


def sections(exercise: sc.Exercise, language: str) -> list[Section]:
    found = [
        *_about(exercise, language),
        *_safety(exercise, language),
        *_moments(exercise, language),
        _amounts(exercise, language),
    ]
    kept = [(title, [line for line in lines if line.words]) for title, lines in found]
    return [(title, lines) for title, lines in kept if lines]


def _written(line: Line) -> str:
    note = f" ({line.note})" if line.note else ""
    mark = f", mark {line.mark}" if line.safety and line.mark else ""
    read = f", read by {line.read_by}" if line.read_by else mark
    pattern = f"\n      as written: `{line.pattern}`" if line.pattern else ""
    return f"- [ ] {'**SAFETY** ' if line.safety else ''}{line.words}\n      {line.name}{note}{read}{pattern}"


def _hash(lines: Iterable[Line]) -> str:
    """16 hexadecimal digits that change with any of the words."""
    words = "\n".join(line.pattern or line.words for line in lines)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _status(exercise: sc.Exercise, language: str, lines: list[Line]) -> str:
    """How far the words of safety have been read, as the library says it."""
    safety = [line for line in lines if line.safety]
    read = sum(bool(line.read_by) for line in safety)
    status = phrases.plain(sc.review_status(exercise, language))
    return f"{status}: {read} of {len(safety)} lines of safety say who read them"


def sheet(exercise: sc.Exercise, language: str) -> str:
    """The page in Markdown."""
    found = sections(exercise, language)
    lines = [line for _, group in found for line in group]
    words = sum(len(line.words.split()) for line in lines)
    page = [
        f"# {sc.in_language(exercise.name, language)}",
        "",
        f"{exercise.id}, version {exercise.version}, words in {language}, hash {_hash(lines)}",
        "",
        f"Status: {_status(exercise, language, lines)}.",
        "",
        f"Read each line aloud and tick it: {len(lines)} lines, {words} words. Lines marked SAFETY first of all.",
    ]
    for title, group in found:
        page += ["", f"## {title}", "", *map(_written, group)]
    return "\n".join(
        [*page, "", "Reviewer: ____________________   Date: ____________   [ ] as it stands   [ ] with changes"]
    )
