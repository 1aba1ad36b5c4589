// What every call does: time moves on, the input is taken, everything that became due happens.

#include "engine.hpp"

#include <algorithm>

namespace stretchcore {

/// An earlier, missing or impossible time counts as now.
void Engine::arrive(std::optional<Time> time) {
  if (!time || *time > longest_time || *time < -longest_time) return;
  if (!s_.clocked) set_clock(*time);
  s_.now = std::max(s_.now, *time);
}

/// What was reported before any time was known happened now.
void Engine::set_clock(Time time) {
  const Time ahead = time - s_.now;
  s_.clocked = true;
  s_.now += ahead;
  s_.started += ahead;
  if (s_.ended) *s_.ended += ahead;
  if (s_.intermission.away) *s_.intermission.away += ahead;
  if (s_.leaving.help_by) *s_.leaving.help_by += ahead;
  if (s_.talk.question) s_.talk.question->answer_by += ahead;
  for (Time* since : {&s_.course.phase_since, &s_.course.stage_since, &s_.course.progress_at, &s_.intermission.since,
                      &s_.talk.voice.since, &s_.talk.voice.until, &s_.alarm.said_at}) {
    *since += ahead;
  }
  for (WaitingCue& cue : s_.talk.voice.waiting) cue.expires += ahead;
  for (CueRecord& cue : s_.talk.cues) cue.time += ahead;
  for (CueTrack& track : s_.talk.tracks) track.latest += ahead;
  for (SymptomRecord& symptom : s_.talk.symptoms) symptom.time += ahead;
}

void Engine::go_on() {
  catch_up();
  watch_primary();
  watch_health();
  check_question();
  check_alarm();
  check_pause();
  check_resume();
  check_caps();
  advance();
  speak_up();
}

bool Engine::moving_phase() const {
  const Phase phase = s_.course.phase;
  return phase == Phase::measuring || phase == Phase::stretching || phase == Phase::remeasuring;
}

bool Engine::primary_fresh() const {
  bool fresh = true;
  plan_.primary.each([&](Channel c) { fresh = fresh && health(s_.sight.signals, c, s_.now) == Health::fresh; });
  return fresh;
}

void Engine::enter(Phase phase, Stage stage) {
  emit(PhaseChanged{{}, s_.course.phase, phase, s_.course.block});
  s_.course.phase = phase;
  s_.course.phase_since = s_.now;
  s_.course.practised = 0;
  enter(stage);
}

void Engine::enter(Stage stage) {
  s_.course.stage = stage;
  s_.course.stage_since = s_.now;
  s_.course.progress_at = s_.now;
  s_.course.counted = 0;
  s_.course.counted_side = {};
  s_.pacing = {};
}

void Engine::take(const Tick& tick) {
  watch_clock(tick.time);
  arrive(tick.time);
  judge(nullptr);
  go_on();
}

void Engine::take(const Command& command) {
  arrive(command.time);
  const Phase phase = s_.course.phase;
  const bool guiding = moving_phase() || phase == Phase::setting_up || phase == Phase::paused;
  const bool leaving = phase == Phase::coming_out || phase == Phase::finished || phase == Phase::stopped;
  switch (command.action) {
    case Action::start:
      if (phase == Phase::ready) start();
      if (leaving) refuse_going_on(command.action);
      break;
    case Action::pause:
      pause_for_her();
      break;
    case Action::resume:
      if (phase == Phase::paused && s_.intermission.cause == PauseCause::person) {
        go_on_after_her();
      } else {
        refuse_going_on(command.action);
      }
      break;
    case Action::ease:
      ease();
      break;
    case Action::more:
      if (asked(QuestionKind::more)) {
        answered(Choice::more);
      } else {
        s_.course.wants_more = moving_phase();
        if (leaving) refuse_going_on(command.action);
      }
      break;
    case Action::enough:
      if (guiding) come_out(EndReason::enough);
      if (phase == Phase::ready) close(EndReason::enough);
      break;
    case Action::stop:
      press_stop();
      break;
    case Action::away:
      pause_for_her();
      if (s_.course.phase == Phase::paused && !s_.intermission.away) s_.intermission.away = s_.now;
      break;
    case Action::acknowledge:
      s_.alarm.acknowledged = s_.alarm.raised();
      break;
  }
  go_on();
}

void Engine::refuse(Action action, Refusal reason) { emit(CommandRefused{{}, action, reason}); }

/// Never without a word: what is latched says what latched it, what waits says for what.
void Engine::refuse_going_on(Action action) {
  const bool paused = s_.course.phase == Phase::paused;
  if (paused && s_.intermission.cause == PauseCause::signal) refuse(action, Refusal::signal_lost);
  if (paused && s_.intermission.cause == PauseCause::rule) refuse(action, Refusal::rule_violated);
  if (s_.course.phase < Phase::coming_out || paused) return;
  switch (s_.end_reason.value_or(EndReason::enough)) {
    case EndReason::stopped_by_symptom:
      return refuse(action, Refusal::stopped_by_symptom);
    case EndReason::stopped_by_rule:
      return refuse(action, Refusal::stopped_by_rule);
    case EndReason::stopped_by_person:
      return refuse(action, Refusal::stopped_by_person);
    case EndReason::needs_clearance:
      return refuse(action, Refusal::needs_clearance);
    default:
      return refuse(action, Refusal::over);
  }
}

/// A recording has happened already, so it is told what speaks against it, and goes on.
void Engine::start() {
  const Screening& screening = plan_.screening;
  s_.started = s_.now;
  emit(Screened{
      {}, screening.verdict, static_cast<int>(screening.reasons.size()), static_cast<int>(screening.unknown.size())});
  if (screening.verdict == ScreeningVerdict::needs_clearance && !plan_.options.recorded) {
    refuse(Action::start, Refusal::needs_clearance);
    say_now(Moment::clearance);
    close(EndReason::needs_clearance);  // nothing but another person can change it
    return;
  }
  enter(Phase::setting_up, Stage::settling);
  if (plan_.options.sensor != Sensor::none) return;
  s_.sight.following = Sensing::unseen;
  say(Moment::by_feel);
}

void Engine::take(const PainRating& rating) {
  arrive(rating.time);
  s_.talk.felt.pain = std::max(s_.talk.felt.pain.value_or(0), rating.rating);
  if (asked(QuestionKind::pain)) s_.talk.question.reset();
  const PainLight light = pain_light(rating.rating, plan_.pain);
  s_.talk.recheck_pain = light == PainLight::amber;
  if (light == PainLight::red) heard(plan_.place_of(Symptom::strong_pain, {}), {});
  if (light == PainLight::amber) ease();
  go_on();
}

}  // namespace stretchcore
