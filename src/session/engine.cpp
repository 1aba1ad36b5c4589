// What every call does: time moves on, the input is taken, everything that became due happens.

#include "engine.hpp"

#include <algorithm>

namespace stretchcore {

void Engine::go_on() {
  catch_up();
  watch_primary();
  watch_health();
  check_question();
  check_alarm();
  check_pause();
  check_resume();
  check_rest();
  check_caps();
  advance();
  tell_again();
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
  s_.course.told = s_.now - begun_before;
  s_.course.moved_last.reset();
  s_.course.wrong_since.reset();
  s_.pacing = {};
}

void Engine::take(const Tick& tick) {
  hear(Clock::ticks, tick.time);
  judge(nullptr);
  go_on();
}

void Engine::take(const Command& command) {
  arrive(command.time);
  alive();
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
      ease_after_too_much();
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
    case EndReason::postponed:
      return refuse(action, Refusal::postponed);
    default:
      return refuse(action, Refusal::over);
  }
}

/// A recording has happened already, so it is told what speaks against it, and goes on.
void Engine::start() {
  const Standing known = standing(plan_, s_);
  const ScreeningVerdict verdict = known.bearing.verdict;
  s_.started = s_.now;
  s_.talk.alive = s_.now;
  emit(Screened{{}, verdict, known.reasons, known.unknown});
  if (!may_do(verdict) && !plan_.options.recorded) {
    const bool later = verdict == ScreeningVerdict::postponed;
    refuse(Action::start, later ? Refusal::postponed : Refusal::needs_clearance);
    turn_away(verdict);  // nothing but another person, or another day, can change it
    return;
  }
  enter(Phase::setting_up, Stage::settling);
  if (plan_.options.sensor != Sensor::none) return;
  s_.sight.following = Sensing::unseen;
  say(Moment::by_feel);
}

void Engine::take(const PainRating& rating) {
  arrive(rating.time);
  alive();
  s_.talk.felt.pain = std::max(s_.talk.felt.pain.value_or(0), rating.rating);
  if (asked(QuestionKind::pain)) s_.talk.question.reset();
  const PainLight light = pain_light(rating.rating, plan_.pain);
  s_.talk.recheck_pain = light == PainLight::amber;
  if (light == PainLight::red) heard(plan_.place_of(Symptom::strong_pain, {}), {});
  if (light == PainLight::amber) ease_after_too_much();
  go_on();
}

}  // namespace stretchcore
