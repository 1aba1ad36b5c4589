"""Symptoms, pain and screening as Python programs and the command line use them."""

from __future__ import annotations

import pickle

import pytest
import stretchcore as sc

EXERCISE = sc.catalog()["dynamic-inner-thigh-stretch"]
WELL = {code: "no" for code in sc.condition_codes()}


def of_type(events: tuple[sc.Event, ...], kind: type) -> list[sc.Event]:
    return [event for event in events if isinstance(event, kind)]


def test_screening_a_person_of_whom_nothing_is_known() -> None:
    screening = sc.screen(sc.Person(), EXERCISE)
    assert screening.verdict == sc.ScreeningVerdict.unknown
    assert "pregnancy" in screening.unknown
    assert screening.reasons == ()


@pytest.mark.parametrize("code", [one.code for one in sc.with_conditions(EXERCISE).contraindications])
def test_each_condition_follows_its_caution(code: str) -> None:
    caution = next(one.caution for one in sc.with_conditions(EXERCISE).contraindications if one.code == code)
    screening = sc.screen(sc.Person(facts={**WELL, code: "yes"}), EXERCISE)
    verdicts = {
        "avoid": "needs_clearance",
        "substitute": "needs_clearance",
        "postpone": "postponed",
        "modify": "modified",
    }
    assert screening.verdict == verdicts[caution]
    assert screening.reasons[0].code == code
    assert set(screening.reasons[0].text) == {"en", "de", "es"}
    for easier in screening.easier:  # each was screened
        verdict = sc.screen(sc.Person(facts={**WELL, code: "yes"}), sc.catalog()[easier]).verdict
        assert verdict in ("modified", "cleared")


def test_only_what_a_person_may_do_is_offered_instead() -> None:
    pregnant = sc.Person(facts={**WELL, "pregnancy": "yes"})
    assert sc.screen(pregnant, EXERCISE).easier == ("seated-inner-thigh-stretch", "side-lunge-shift")
    assert sc.screen(pregnant, sc.catalog()["seated-inner-thigh-stretch"]).easier == ("side-lunge-shift",)
    assert sc.screen(pregnant, EXERCISE, exercises=[]).easier == ()


def test_a_fact_that_nothing_knows_is_refused_with_the_nearest_one() -> None:
    assert "pregnancy" in sc.condition_codes()
    person = sc.Person(facts={"pregnant": "yes"})
    for refused in (lambda: sc.screen(person, EXERCISE), lambda: sc.Session(EXERCISE, person)):
        with pytest.raises(sc.InvalidModel, match=r'facts.pregnant: .*did you mean "pregnancy"\?'):
            refused()


def test_a_health_question_carries_its_conditions_and_its_answer_a_code() -> None:
    session = sc.Session(EXERCISE)
    events = list(session.report(sc.Command(0.0, "start")))
    time = 0.0
    while not (asked := of_type(tuple(events), sc.QuestionAsked)):
        time += 0.1
        events += session.tick(time)
    (question,) = asked
    assert question.kind == sc.QuestionKind.health
    assert "pregnancy" in question.codes
    assert session.codes(question.id) == question.codes
    session.report(sc.Answer(time, question.id, "yes", "pregnancy"))
    assert session.over
    assert session.facts == {"pregnancy": sc.Fact.yes}
    summary = session.summary()
    assert summary.end_reason == sc.EndReason.needs_clearance
    assert summary.screening.easier == ("seated-inner-thigh-stretch", "side-lunge-shift")
    assert session.screening == summary.screening


def test_a_refused_start_says_why_and_a_clearance_lets_it_start() -> None:
    person = sc.Person(facts={**WELL, "hip_replacement": "yes"})
    session = sc.Session(EXERCISE, person)
    events = session.report(sc.Command(0.0, sc.Action.start))
    assert of_type(events, sc.CommandRefused) == [sc.CommandRefused(0.0, "start", "needs_clearance")]
    assert session.over
    assert session.screening.reasons[0].code == "hip_replacement"
    assert session.summary().text("en").startswith("We did not start today.")

    agreed = person.replace(
        clearances=[sc.Clearance(code="hip_replacement")], limits=[sc.MotionLimit(at_most=20.0, kind="agreed")]
    )
    session = sc.Session(EXERCISE, agreed)
    session.report(sc.Command(0.0, sc.Action.start))
    assert session.phase == sc.Phase.setting_up
    assert session.exercise.dose.goal == sc.Goal.move_easily
    assert session.screening.limit == 20.0


def test_a_clearance_for_what_no_exercise_knows_is_refused_with_the_nearest_code() -> None:
    for code, meant in (("pregnant", "pregnancy"), ("hip_replacment", "hip_replacement")):
        person = sc.Person(facts=WELL, clearances=[sc.Clearance(code="neck_pain"), sc.Clearance(code=code)])
        for start in (lambda p: sc.Session(EXERCISE, p), lambda p: sc.screen(p, EXERCISE)):
            with pytest.raises(sc.InvalidModel, match=f'did you mean "{meant}"') as refused:
                start(person)
            assert refused.value.field == "clearances[1].code"
    asked = {"par-q-plus": sc.Questionnaire(answers=["yes"], clear="no")}
    sc.Session(EXERCISE, sc.Person(questionnaires=asked, clearances=[sc.Clearance(code="par-q-plus")]))


def test_a_person_is_pickled_and_written_with_all_that_is_known() -> None:
    person = sc.Person(
        facts={"pregnancy": "no", "neck_pain": sc.Fact.yes},
        questionnaires={"par-q-plus": sc.Questionnaire(answers=["no"] * 7, clear="yes")},
        clearances=[sc.Clearance(code="neck_pain")],
        immobile_side="left",
        pain_profile="clinician",
        pain_limits=sc.PainLimits(amber_from=2, red_from=5),
    )
    assert person.facts == {"pregnancy": sc.Fact.no, "neck_pain": sc.Fact.yes}
    assert pickle.loads(pickle.dumps(person)) == person
    assert sc.Person.from_json(person.to_json()) == person
    assert eval(repr(person), vars(sc)) == person


@pytest.mark.parametrize(
    ("facts", "error", "message"),
    [
        ({"pregnancy": "maybe"}, ValueError, "Person.facts"),
        ({"pregnancy": True}, TypeError, "Person.facts"),
        ([("pregnancy", "no")], TypeError, "Person.facts: expected a dict"),
        ({1: "no"}, TypeError, "Person.facts: expected a dict"),
        ({"Hip": "no"}, sc.InvalidModel, 'facts: "Hip" is not a code'),
    ],
)
def test_what_is_no_fact_is_refused_with_its_place(facts: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        sc.Person(facts=facts)  # type: ignore[arg-type]


def test_an_author_adds_a_symptom_and_an_app_reports_it_by_its_id() -> None:
    own = sc.StopSymptom(
        symptom="other", id="scar_pull", name={"en": "A scar"}, urgency="today", advice={"en": "Show it today."}
    )
    exercise = EXERCISE.replace(stop_symptoms=[*EXERCISE.stop_symptoms, own])
    assert sc.heard_symptoms(exercise)[-1].id == "scar_pull"
    session = sc.Session(exercise)
    session.report(sc.Command(0.0, "start"))
    (heard,) = of_type(session.report(sc.SymptomReport(1.0, id="scar_pull")), sc.SymptomHeard)
    assert (heard.symptom, heard.urgency) == ("other", "today")
    assert exercise.stop_symptoms[heard.listed].id == "scar_pull"
    assert session.text(heard) == "Show it today."
    assert of_type(session.report(sc.Command(2.0, "resume")), sc.CommandRefused)[0].reason == "stopped_by_symptom"


def test_no_author_removes_what_the_lesson_warns_of() -> None:
    kept = [stop for stop in EXERCISE.stop_symptoms if stop.symptom != "tingling"]
    with pytest.raises(sc.InvalidModel, match="stop_symptoms: tingling is missing"):
        EXERCISE.replace(stop_symptoms=kept)
    with pytest.raises(sc.InvalidModel, match="response: pause is too mild: tingling always stops"):
        sc.StopSymptom(symptom="tingling", response="pause")


def test_every_symptom_has_words_in_three_languages() -> None:
    standard = sc.standard_symptoms()
    assert [stop.symptom for stop in standard] == [symptom for symptom in sc.Symptom if symptom != "other"]
    for stop in standard:
        assert set(stop.name) == set(stop.advice) == {"en", "de", "es"}
        assert None not in (stop.response, stop.urgency, stop.way_out, stop.place)


def test_pain_is_a_traffic_light_with_named_limits() -> None:
    assert [sc.pain_light(rating) for rating in (2, 3, 4)] == ["green", "amber", "red"]
    assert [sc.pain_light(rating, sc.pain_limits("clinician")) for rating in (2, 5, 6)] == ["green", "amber", "red"]


def test_the_command_line_knows_an_own_symptom_and_shows_cautions(tmp_path: object) -> None:
    from stretchcore._commands import app
    from typer.testing import CliRunner

    assert hasattr(tmp_path, "joinpath")
    own = sc.StopSymptom(symptom="other", id="scar_pull", name={"en": "A scar"}, advice={"en": "Show it."})
    path = tmp_path.joinpath("own.json")
    path.write_text(EXERCISE.replace(stop_symptoms=[*EXERCISE.stop_symptoms, own]).to_json(), encoding="utf-8")
    run = CliRunner().invoke
    coached = run(app, ["coach", "--exercise", str(path), "--plain", "--symptom", "scar_pull@60"])
    assert coached.exit_code == 0
    assert "scar pull (professional)" in coached.stdout
    refused = run(app, ["coach", "--plain", "--symptom", "scar_pull@60"])
    assert refused.exit_code == 2
    page = run(app, ["catalog", "dynamic-inner-thigh-stretch"]).stdout
    assert "(modify, 80% of easy, move easily)" in " ".join(page.split())
    assert "(avoid)" in page
    assert "seated-inner-thigh-stretch" in page
    assert "(substitute)" in page
