// Symptoms, STOP, and what is asked after them.

#include <algorithm>
#include <utility>

#include "alarm.hpp"
#include "engine.hpp"

namespace stretchcore {

void Engine::take(const SymptomReport& report) {
  arrive(report.time);
  // After a call nothing else is timed. Where no posture and no tick tells the time, the reports do: who reports it
  // again a while later hears the call again.
  const bool alone = s_.alarm.raised() && !s_.clocks.postures.told && !s_.clocks.ticks.told;
  if (alone && report.time && *report.time <= longest_time) s_.now = std::max(s_.now, *report.time);
  alive();
  heard(plan_.place_of(report.symptom, report.id), report.side);
  go_on();
}

void Engine::heard(int symptom, std::optional<Side> side) {
  const PlannedSymptom& planned = plan_.symptoms[static_cast<std::size_t>(symptom)];
  const bool rests = planned.response == Response::pause && !planned.emergency();
  note(symptom, side, rests ? Response::pause : Response::stop, planned.advice);
  if (attended() && planned.symptom == Symptom::something_wrong) return ask_help();
  if (attended() && !planned.emergency()) {
    say_cue(planned.advice, {});
    return;
  }
  if (s_.alarm.raised()) return hear_again(symptom, side);
  if (rests && lower()) {
    const bool resting = s_.course.phase == Phase::paused && s_.intermission.cause == PauseCause::person;
    pause_for_her();
    s_.intermission.symptom = symptom;
    if (resting) return say_cue_now(planned.advice, true);
    say_cue(planned.advice, {});
    return;
  }
  if (rests) {  // on the way out, or after it, nothing goes on: what helps comes before the next step
    s_.talk.voice.saying.then_wait = Time{0};
    say_always(planned.symptom == Symptom::cramp ? plan_.cramp_stopped : planned.advice, {});
    return;
  }
  halt(EndReason::stopped_by_symptom);
  if (planned.emergency()) return raise_alarm(symptom, side);
  // What is said last must not replace what is most urgent.
  int& gravest = s_.talk.gravest;
  if (gravest < 0 || planned.urgency >= plan_.symptoms[static_cast<std::size_t>(gravest)].urgency) gravest = symptom;
  s_.talk.advice = plan_.symptoms[static_cast<std::size_t>(gravest)].advice;
  if (planned.symptom == Symptom::something_wrong) return ask_help();
  lead_out();
}

void Engine::note(int symptom, std::optional<Side> side, Response response, int advice) {
  const PlannedSymptom& planned = plan_.symptoms[static_cast<std::size_t>(symptom)];
  Conversation& talk = s_.talk;
  keep(talk.symptoms, talk.symptoms_total, {s_.now, symptom, side, planned.urgency},
       [&](const SymptomRecord& each) { return gravity_of(each, plan_); });
  emit(SymptomHeard{{}, planned.symptom, side, planned.urgency, response, advice, planned.listed});
}

/// It has stopped, and now it is known why. The way out goes on where it was.
void Engine::know(int place) {
  const PlannedSymptom& planned = plan_.symptoms[static_cast<std::size_t>(place)];
  if (planned.emergency()) return heard(place, {});
  const int advice = planned.symptom == Symptom::cramp ? plan_.cramp_stopped : planned.advice;
  note(place, {}, Response::stop, advice);
  if (s_.alarm.raised()) {
    say_cue(advice, {});
    return;
  }
  s_.end_reason = EndReason::stopped_by_symptom;
  if (std::exchange(s_.way_out_spoken, false)) s_.ended.reset();
  int& gravest = s_.talk.gravest;
  if (gravest >= 0 && planned.urgency < plan_.symptoms[static_cast<std::size_t>(gravest)].urgency) return;
  gravest = place;
  s_.talk.advice = advice;
}

/// After a good end it is asked, too; how it ended stays unless something is felt.
void Engine::press_stop() {
  if ((s_.alarm.raised() && !attended()) || s_.leaving.help_by) return;
  const bool asks = !plan_.options.recorded;
  if (attended()) {
    s_.leaving.asks_felt = asks;
    s_.way_out_spoken = false;
    s_.ended.reset();
    return;
  }
  const bool stopped = s_.course.phase == Phase::stopped;
  const bool over = s_.way_out_spoken && s_.end_reason;
  if (stopped && !over) {
    if (s_.end_reason == EndReason::stopped_by_rule && s_.leaving.felt_question == 0) s_.leaving.asks_felt = asks;
    return;
  }
  stop(over ? *s_.end_reason : EndReason::stopped_by_person);
  s_.leaving.asks_felt = asks;
}

/// At once, and for good: only a new session leaves `stopped`. The way out is spoken from its first step.
void Engine::stop(EndReason reason) {
  halt(reason);
  lead_out();
}

void Engine::halt(EndReason reason) {
  const Whereabouts at = whereabouts();
  s_.leaving = {.body = at.body, .steps = at.in_stretch};
  drop_target();
  s_.talk.question.reset();
  s_.intermission.cause.reset();
  s_.end_reason = reason;
  s_.ended.reset();
  s_.way_out_spoken = false;
  for (const Moment words : {Moment::stop, Moment::stay, Moment::posture}) {
    s_.talk.said[static_cast<std::size_t>(words)] = 0;
  }
  if (s_.course.phase != Phase::stopped) enter(Phase::stopped, Stage::leaving);
}

/// The first words, which cut off any other. Who stands and is dizzy comes down instead of out.
void Engine::lead_out() {
  const int gravest = s_.talk.gravest;
  const Concern concern = gravest < 0 ? Concern::ordinary : plan_.symptoms[static_cast<std::size_t>(gravest)].concern;
  Leaving& leaving = s_.leaving;
  if (concern == Concern::faint && leaving.body == BodyPosition::standing) leaving.steps = false;
  if (leaving.steps) return say_now(Moment::stop);
  say_cue_now(plan_.posture_cue(concern, leaving.body), true);
}

/// A report without a time comes at the latest time that is known. When the next one shows that nobody had called for a
/// while, the words have only just begun, and so has the silence after them. A call for help is said again instead.
void Engine::catch_up() {
  const Time ahead = s_.now - before_;
  VoiceState& voice = s_.talk.voice;
  const bool just_begun = s_.course.phase == Phase::stopped && voice.since == before_;
  if (ahead <= longest_tick || !just_begun || s_.alarm.raised()) return;
  voice.since += ahead;
  voice.until += ahead;
  for (WaitingCue& cue : voice.waiting) cue.expires += ahead;
  if (s_.leaving.help_by) *s_.leaving.help_by += ahead;
  if (s_.talk.question) s_.talk.question->answer_by += ahead;
}

/// Where nothing can be answered the words say it, and silence is the answer.
void Engine::ask_help() {
  const int cue = pick(Moment::ask_help, {});
  say_cue_now(cue, true);
  const Time by = s_.now + words(cue, {}).length + help_needed_after;
  s_.leaving.help_by = by;
  if (plan_.options.answers == Answers::none || plan_.options.recorded) return;
  s_.talk.question = OpenQuestion{++s_.talk.questions, QuestionKind::need_help, by};
  s_.leaving.help_question = s_.talk.question->id;
  emit(QuestionAsked{{}, s_.talk.question->id, QuestionKind::need_help, by});
}

void Engine::helped(Choice choice) {
  s_.leaving.help_by.reset();
  s_.talk.question.reset();
  if (choice == Choice::yes && s_.alarm.raised()) {
    s_.alarm.acknowledged = false;
    return call_for_help();
  }
  if (choice == Choice::yes) return raise_alarm(plan_.place_of(Symptom::something_wrong, {}), {});
  s_.leaving.help_question = 0;
  if (s_.alarm.raised()) return;
  s_.leaving.asks_felt = s_.leaving.felt_question == 0;
  if (!s_.way_out_spoken) lead_out();
}

void Engine::ask_what_is_felt() {
  s_.leaving.asks_felt = false;
  ask(QuestionKind::what_is_felt, Moment::ask_felt);
  if (s_.talk.question) {
    s_.leaving.felt_question = s_.talk.question->id;
  } else {
    know(plan_.untold);  // nothing can be answered: the words said when to call for help
  }
}

void Engine::felt(Choice choice) {
  const int question = std::exchange(s_.leaving.felt_question, 0);
  switch (choice) {
    case Choice::numb_tingling_burning:
      return know(plan_.place_of(Symptom::numbness, {}));
    case Choice::sharp_or_pinching:
      return know(plan_.place_of(Symptom::sharp_pain, {}));
    case Choice::cramp:
      return know(plan_.place_of(Symptom::cramp, {}));
    case Choice::chest_breath_head:
      return heard(plan_.place_of(Symptom::chest_pain_or_breathlessness, {}), {});
    case Choice::something_else:
      heard(plan_.place_of(Symptom::something_wrong, {}), {});
      s_.leaving.felt_question = question;  // it is not asked twice
      return;
    default:
      return;
  }
}

/// An answer after its time is heard for what it says; that somebody needs no help ends the calls.
void Engine::heard_late(const Answer& answer) {
  if (answer.id <= 0) return;
  if (answer.id == s_.leaving.felt_question && !s_.alarm.raised() && !s_.leaving.help_by) {
    const auto allowed = choices(QuestionKind::what_is_felt);
    if (std::find(allowed.begin(), allowed.end(), answer.choice) != allowed.end()) felt(answer.choice);
  }
  const bool of_help = answer.id == s_.leaving.help_question && s_.alarm.raised();
  if (of_help && answer.choice == Choice::no) s_.alarm.acknowledged = true;
}

}  // namespace stretchcore
