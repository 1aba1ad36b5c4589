"""The library's own words, in each language: complete, short, and without a diagnosis, a promise or shame."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import stretchcore as sc
from test_content import CLAIMS, LANGUAGES, NEVER, PLURAL, says


def own_texts() -> Iterator[tuple[str, dict[str, str]]]:
    for cue in sc.standard_cues():
        yield cue.id, cue.text
        yield f"{cue.id} in brief", cue.brief
    for stop in sc.standard_symptoms():
        yield f"name of {stop.symptom}", stop.name
        yield f"advice for {stop.symptom}", stop.advice


@pytest.mark.parametrize(("place", "text"), [pytest.param(*each, id=each[0]) for each in own_texts() if each[1]])
def test_it_is_said_in_every_language_and_kindly(place: str, text: dict[str, str]) -> None:
    assert set(text) == LANGUAGES
    for language, spoken in text.items():
        assert spoken.strip() == spoken != ""
        for phrase in NEVER[language]:
            assert not says(PLURAL.sub(r"\1", spoken), phrase), spoken


def test_without_a_sensor_nothing_is_praised_counted_or_claimed() -> None:
    for cue in sc.standard_cues():
        if cue.sensing != sc.Sensing.seen:
            for language, spoken in [*cue.text.items(), *cue.brief.items()]:
                assert "°" not in spoken
                assert not [phrase for phrase in CLAIMS[language] if says(spoken, phrase)], cue.id


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_what_is_said_of_a_session_is_as_kind(language: str) -> None:
    for seed in range(4):
        session = sc.Session(sc.catalog()["dynamic-inner-thigh-stretch"], options=sc.SessionOptions(language=language))
        for _ in sc.VirtualPerson(seed=seed, easy_left=30.0 + 6 * seed, easy_right=45.0).follow(session):
            pass
        for spoken in (session.summary().text(language), *(cue.text for cue in session.summary().cues)):
            assert not [phrase for phrase in NEVER[language] if says(spoken, phrase)], spoken
