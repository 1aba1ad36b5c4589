"""A session from Python: the same inputs give the same events, however they are given."""

from __future__ import annotations

import copy
import pickle
import threading
import time

import numpy as np
import pytest
import stretchcore as sc
from hypothesis import given, settings
from hypothesis import strategies as st

EXERCISE = sc.catalog()["dynamic-inner-thigh-stretch"]


def guided(seed: int = 1, **traits: object) -> tuple[sc.Session, tuple[sc.Event, ...]]:
    session = sc.Session(EXERCISE)
    return session, tuple(sc.VirtualPerson(seed, **traits).follow(session))


def wave(seconds: float, rate: float = 30.0) -> sc.Recording:
    """Somebody who opens and closes, over and over."""
    t = np.arange(int(seconds * rate)) / rate
    angle = 19.0 - 19.0 * np.cos(2.0 * np.pi * t / 5.0) + 0.2 * np.sin(17.0 * t)
    return sc.Recording(t, hip_abduction_left=angle, hip_abduction_right=angle * 1.1)


def started() -> sc.Session:
    session = sc.Session(EXERCISE)
    session.report(sc.Command(None, "start"))
    return session


def test_the_built_in_person_is_guided_to_a_summary() -> None:
    session, events = guided()
    assert session.over
    assert session.phase is sc.Phase.finished
    assert isinstance(events[-1], sc.SessionEnded)
    assert all(isinstance(event, sc.Event) for event in events)
    times = [event.time for event in events]
    assert times == sorted(times)
    summary = session.summary()
    assert summary.end_reason == events[-1].reason
    assert summary.repetitions
    assert summary.text() and summary.text("de") != summary.text("en")
    assert [cue.text for cue in summary.cues] == [event.text for event in events if isinstance(event, sc.CueGiven)]


def test_words_come_with_the_event_and_in_any_language() -> None:
    session, events = guided()
    cues = [event for event in events if isinstance(event, sc.CueGiven)]
    assert all(cue.text == session.text(cue) == session.text(cue, "en") for cue in cues)
    assert any(session.text(cue, "de") != cue.text for cue in cues)
    german = sc.Session(EXERCISE, options=sc.SessionOptions(language="de"))
    spoken = [event for event in sc.VirtualPerson().follow(german) if isinstance(event, sc.CueGiven)]
    assert all(cue.text == german.text(cue) == session.text(cue, "de") for cue in spoken)
    assert session.text(sc.SessionEnded(1.0)) == ""
    with pytest.raises(TypeError, match="expected an event, got Tick"):
        session.text(sc.Tick(1.0))  # type: ignore[arg-type]


def test_following_is_lazy() -> None:
    session, person = sc.Session(EXERCISE), sc.VirtualPerson()
    following = person.follow(session)
    assert session.phase is sc.Phase.ready
    first = next(following)
    assert isinstance(first, sc.Screened)
    assert not session.over
    assert iter(following) is following
    with pytest.raises(TypeError, match="expected Session, got Exercise"):
        person.follow(EXERCISE)  # type: ignore[arg-type]


def test_stepping_and_following_are_the_same() -> None:
    session, person = sc.Session(EXERCISE), sc.VirtualPerson(seed=3)
    events: list[sc.Event] = []
    while not session.over:
        events += person.step(session)
    assert tuple(events) == guided(3)[1]
    assert person.now > 60.0
    assert person.traits == sc.Traits()
    assert guided(3)[1] != guided(4)[1]


def test_running_a_recording_is_observing_its_rows() -> None:
    rec = wave(180.0)
    one, other = started(), started()
    observed = [event for row in range(len(rec)) for event in one.observe(rec.posture(row))]
    assert other.run(rec) == tuple(observed)
    assert len(observed) > 20
    assert one.state() == other.state()
    assert one.summary() == other.summary()


def test_apply_takes_every_input() -> None:
    one, other = sc.Session(EXERCISE), sc.Session(EXERCISE)
    posture = sc.Posture(0.5, hip_abduction_left=3.0, hip_abduction_right=4.0)
    start = sc.Command(0.0, "start")
    assert one.apply(start) == other.report(start) != ()
    assert one.apply(posture) == other.observe(posture)
    assert one.apply(sc.Tick(1.0)) == other.tick(1.0)
    assert one.events == other.events
    assert one.state() == other.state()


def test_what_is_no_input_is_refused_by_name() -> None:
    session = sc.Session(EXERCISE)
    with pytest.raises(TypeError, match=r"expected Command or SymptomReport or .* or Answer, got Posture"):
        session.report(sc.Posture(1.0))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"expected Posture or Tick or Command or .*, got int"):
        session.apply(3)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected seconds as a number, got str"):
        session.tick("1")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        session.observe(sc.Tick(1.0))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        sc.Session("dynamic-inner-thigh-stretch")  # type: ignore[arg-type]


@settings(deadline=None, max_examples=10)
@given(st.integers(0, 5000))
def test_a_saved_session_continues_identically(row: int) -> None:
    rec = wave(180.0)
    session = started()
    for i in range(row):
        session.observe(rec.posture(i))
    again = [
        copy.copy(session),
        copy.deepcopy(session),
        pickle.loads(pickle.dumps(session)),
        sc.Session(EXERCISE, state=session.state()),
        sc.Session(EXERCISE, state=pickle.loads(pickle.dumps(session.state(), 0))),
    ]
    rest = sc.Recording(rec.time[row:], **{name: rec[name][row:] for name in rec.channels})
    events = session.run(rest)
    for other in again:
        assert other.run(rest) == events
        assert other.state() == session.state()


def test_a_copy_is_a_session_of_its_own() -> None:
    session = started()
    other = copy.copy(session)
    other.report(sc.Command(None, "stop"))
    assert session.phase is sc.Phase.setting_up
    assert other.phase is sc.Phase.stopped


@settings(deadline=None, max_examples=20)
@given(st.integers(1, 7000), st.sampled_from(list(sc.Symptom)), st.sampled_from([None, 0.0, 1.0]))
def test_a_symptom_stops_in_the_same_call(steps: int, symptom: sc.Symptom, when: float | None) -> None:
    session, person = sc.Session(EXERCISE), sc.VirtualPerson()
    for _ in range(steps):
        person.step(session)
    ended = session.phase in ("finished", "stopped")
    events = session.report(sc.SymptomReport(when, symptom))
    if not ended:
        rests = symptom == sc.Symptom.cramp
        assert (session.phase is sc.Phase.stopped) != rests
        assert session.phase in ("ready", "paused", "stopped", "coming_out")
        symptom = sc.Symptom.sharp_pain if symptom == sc.Symptom.other else symptom  # no exercise has it
        assert any(isinstance(event, sc.SymptomHeard) and event.symptom is symptom for event in events)
        resumed = session.report(sc.Command(None, "resume"))
        assert rests or (session.phase is sc.Phase.stopped and isinstance(resumed[0], sc.CommandRefused))


def test_an_emergency_calls_with_its_number_and_again_until_it_is_acknowledged() -> None:
    options = sc.SessionOptions(emergency_number="112", language="de")
    session = sc.Session(EXERCISE, options=options)
    events = session.report(sc.SymptomReport(0.0, "chest_pain_or_breathlessness"))
    (call,) = (event for event in events if isinstance(event, sc.Emergency))
    (words,) = (event for event in events if isinstance(event, sc.CueGiven))
    assert (call.number, call.times_said, call.repeat_after) == ("112", 1, 20.0)
    assert call.text == words.text
    assert "112" in call.text
    again = [event for tick in range(1, 500) for event in session.tick(tick / 10) if isinstance(event, sc.Emergency)]
    assert [event.times_said for event in again] == [2, 3]
    assert session.over
    screen = session.view().emergency
    assert screen is not None
    assert (screen.number, screen.call) == ("112", call.text)
    assert "acknowledge" in session.view().actions
    session.report(sc.Command(None, "acknowledge"))
    assert session.view().emergency is None
    assert "stop" in session.view().actions
    assert sc.analytics(call) is None
    assert sc.analytics(sc.SessionEnded(3.0, "stopped_by_symptom")) == {"event": "session_ended", "time": 3.0}
    unknown = sc.Session(EXERCISE).report(sc.SymptomReport(0.0, "saddle_numbness_or_bladder"))
    assert [event.number for event in unknown if isinstance(event, sc.Emergency)] == ["your emergency number"]
    with pytest.raises(sc.InvalidModel, match="emergency_number"):
        sc.SessionOptions(emergency_number="one one two")


@pytest.mark.parametrize("word", ["dizzy", "", "Tingling", "chest", "x" * 100_000, "\ud800", "a\0b", "schwindelig 😵"])
def test_a_symptom_that_the_library_does_not_know_is_heard_as_sharp_pain(word: str) -> None:
    reports = [sc.SymptomReport(1.0, word), sc.SymptomReport(1.0, symptom=word), sc.SymptomReport(1.0, id=word or "?")]
    reports += [sc.SymptomReport(1.0, word, "left"), sc.SymptomReport().replace(symptom=word)]
    for report in reports:
        session = sc.Session(EXERCISE)
        session.report(sc.Command(0.0, "start"))
        events = session.report(report)
        (heard,) = (event for event in events if isinstance(event, sc.SymptomHeard))
        assert heard.symptom is sc.Symptom.sharp_pain
        assert session.phase is sc.Phase.stopped
        assert not any(isinstance(event, sc.Emergency) for event in events)
        assert sc.input_from_json(report.to_json()) == report
        assert pickle.loads(pickle.dumps(report)) == report
        assert repr(eval(repr(report), vars(sc))) == repr(report)


def test_a_symptom_of_the_exercise_s_own_is_heard_by_its_word_wherever_it_is_given() -> None:
    own = sc.StopSymptom(symptom="other", id="scar_pull", name={"en": "A scar"}, advice={"en": "Show it today."})
    exercise = EXERCISE.replace(stop_symptoms=[*EXERCISE.stop_symptoms, own])
    assert sc.SymptomReport(1.0, "scar_pull") == sc.SymptomReport(1.0, "other", id="scar_pull")
    assert sc.SymptomReport(1.0, "dizzy", id="scar_pull") == sc.SymptomReport(1.0, id="scar_pull", symptom="dizzy")
    written = sc.input_from_json('{"schema": 1, "input": "symptom_report", "time": 1.0, "symptom": "scar_pull"}')
    for report in (sc.SymptomReport(1.0, "scar_pull"), sc.SymptomReport(1.0, "dizzy", id="scar_pull"), written):
        (heard,) = (one for one in sc.Session(exercise).report(report) if isinstance(one, sc.SymptomHeard))
        assert heard.symptom is sc.Symptom.other
        assert exercise.stop_symptoms[heard.listed].id == "scar_pull"
    for nothing in (None, 3, b"dizzy", ["dizzy"]):
        with pytest.raises(TypeError, match=r"SymptomReport\.symptom"):
            sc.SymptomReport(1.0, nothing)  # type: ignore[arg-type]


def test_a_summary_says_that_the_person_stopped_and_did_not_say_what_they_felt() -> None:
    session = sc.Session(EXERCISE)
    session.report(sc.Command(0.0, "start"))
    session.report(sc.Command(1.0, "stop"))
    for tick in range(11, 1200):
        session.tick(tick / 10)
    summary = session.summary()
    assert [(note.symptom, note.id) for note in summary.symptoms] == [("sharp_pain", "not_told")]
    assert "You did not say what you felt, so it was treated as sharp pain." in summary.text("en")
    assert "reported" not in summary.text("en")


def test_what_is_read_from_a_session() -> None:
    person = sc.Person(key="k", limits=[sc.MotionLimit(at_most=25, kind="prescription")])
    options = sc.SessionOptions(answers="voice", source="imu_pair")
    session = sc.Session(EXERCISE, person=person, options=options)
    assert (session.exercise, session.person, session.options) == (EXERCISE, person, options)
    assert session.target is None
    assert session.view().waiting_for == "start"
    assert session.view().phase is session.phase is sc.Phase.ready
    assert not session.over
    assert "dynamic-inner-thigh-stretch, ready, waiting for: start" in repr(session)
    with pytest.raises(AttributeError):
        session.phase = sc.Phase.finished  # type: ignore[misc]


def test_what_came_of_a_session_is_printed_by_no_accident() -> None:
    session = sc.Session(EXERCISE)
    session.report(sc.Command(0.0, "start"))
    assert repr(session.summary()) == f"<Summary: {EXERCISE.id}, goes on>"
    assert repr(session.finish(123.5)) == f"<Summary: {EXERCISE.id}, finished_by_app>"


def test_finishing_closes_the_books() -> None:
    session = started()
    session.run(wave(60.0))
    summary = session.finish(61.0)
    assert session.over
    assert summary == session.summary()
    assert summary.end_reason is sc.EndReason.finished_by_app
    assert any(isinstance(event, sc.SessionEnded) for event in session.events)
    other = started()
    assert other.finish(1, reason="signal_lost").end_reason is sc.EndReason.signal_lost


def test_without_a_sensor_time_and_feeling_are_enough() -> None:
    session = sc.Session(EXERCISE, options=sc.SessionOptions(sensor="none", answers="none"))
    session.report(sc.Command(0.0, "start"))
    events: list[sc.Event] = []
    for second in range(1, 1800):
        events += session.tick(float(second))
    assert session.phase is sc.Phase.finished
    assert not [event for event in events if isinstance(event, sc.RepetitionCompleted)]
    assert session.summary().gain.verdict is sc.GainVerdict.undetermined


def test_an_exercise_that_is_wrong_makes_no_session() -> None:
    with pytest.raises(sc.Error):
        sc.Session(EXERCISE.replace(rules=[sc.Rule(id="odd", when="nonsense")]))


def test_other_threads_run_while_a_recording_does() -> None:
    rec, session = wave(5_000.0), started()
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.wait(0.001):
            ticks.append(time.perf_counter())

    clock = threading.Thread(target=tick)
    clock.start()
    start = time.perf_counter()
    session.run(rec)
    end = time.perf_counter()
    done.set()
    clock.join()
    assert sum(start < moment < end for moment in ticks) > 3


@pytest.mark.parametrize("when", [None, -1e6, float("nan"), float("inf"), 1.8e12])
def test_a_report_is_never_refused_for_its_time(when: float | None) -> None:
    session = started()
    session.run(wave(60.0))
    events = session.report(sc.SymptomReport(when, "tingling"))
    assert session.phase is sc.Phase.stopped
    assert any(isinstance(event, sc.SymptomHeard) for event in events)
    with pytest.raises(TypeError, match="time: expected seconds as a number"):
        sc.SymptomReport("now", "tingling")  # type: ignore[arg-type]


def test_sessions_share_a_plan_and_each_is_that_of_its_person() -> None:
    plan = sc.Plan(EXERCISE, sc.SessionOptions(language="de"))
    loose = sc.Person(facts={"hypermobility": "yes"})
    for person in (sc.Person(), loose, sc.Person(immobile_side="left")):
        shared, own = sc.Session(plan, person), sc.Session(EXERCISE, person, sc.SessionOptions(language="de"))
        assert shared.report(sc.Command(0.0, "start")) == own.report(sc.Command(0.0, "start"))
        assert shared.state() == own.state()
        assert shared.exercise == own.exercise
    assert sc.Session(plan, loose).exercise.dose.goal == "move_easily"
    assert plan.exercise == EXERCISE
    assert plan.options.language == "de"
    assert plan.only is None
    assert 1000 < plan.state_size < 100_000
    assert pickle.loads(pickle.dumps(plan)).exercise == plan.exercise
    assert sc.phrases(plan) == sc.phrases(EXERCISE, plan.options)
    with pytest.raises(sc.InvalidModel, match="moves both sides"):
        sc.Session(sc.Plan(EXERCISE, only="left"))


def test_a_frame_says_where_a_session_stands_and_is_kept_with_it() -> None:
    plan = sc.Plan(EXERCISE)
    frame = sc.Frame(entry="in_position", exit="stay", repetitions=4, notice_given=True)
    session = sc.Session(plan, frame=frame)
    assert session.frame == frame
    assert pickle.loads(pickle.dumps(session)).frame == frame
    assert sc.Session(EXERCISE).frame == sc.Frame()
    with pytest.raises(sc.InvalidModel, match="blocks"):
        sc.Session(plan, frame=sc.Frame(blocks=0))
