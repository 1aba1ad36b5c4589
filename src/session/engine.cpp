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
  for (Time* since : {&s_.course.phase_since, &s_.course.stage_since, &s_.course.progress_at, &s_.intermission.since,
                      &s_.talk.voice.since, &s_.talk.voice.until}) {
    *since += ahead;
  }
  for (WaitingCue& cue : s_.talk.voice.waiting) cue.expires += ahead;
  for (CueRecord& cue : s_.talk.cues) cue.time += ahead;
  for (SymptomNote& symptom : s_.talk.symptoms) symptom.time += ahead;
}

void Engine::go_on() {
  watch_primary();
  watch_health();
  check_question();
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
  arrive(tick.time);
  judge(nullptr);
  go_on();
}

void Engine::take(const Command& command) {
  arrive(command.time);
  const Phase phase = s_.course.phase;
  const bool guiding = moving_phase() || phase == Phase::setting_up || phase == Phase::paused;
  switch (command.action) {
    case Action::start:
      if (phase != Phase::ready) break;
      s_.started = s_.now;
      enter(Phase::setting_up, Stage::settling);
      if (plan_.options.sensor == Sensor::none) {
        s_.sight.following = Sensing::unseen;
        say(Moment::by_feel);
      }
      break;
    case Action::pause:
      if (moving_phase() || phase == Phase::setting_up) pause(PauseCause::person);
      if (phase == Phase::paused && s_.intermission.cause != PauseCause::person) {
        s_.intermission.cause = PauseCause::person;
        s_.talk.question.reset();
        say(Moment::pause);
      }
      break;
    case Action::resume:
      if (phase == Phase::paused && s_.intermission.cause == PauseCause::person) {
        say(Moment::resume);
        resume();
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
      }
      break;
    case Action::enough:
      if (guiding) come_out(EndReason::enough);
      if (phase == Phase::ready) close(EndReason::enough);
      break;
    case Action::stop:
      if (phase != Phase::stopped && phase != Phase::finished) stop(EndReason::stopped_by_person);
      break;
  }
  go_on();
}

void Engine::take(const SymptomReport& report) {
  arrive(report.time);
  heard(report.symptom, report.side);
  go_on();
}

void Engine::heard(Symptom symptom, std::optional<Side> side) {
  if (s_.talk.symptoms.size() < s_.talk.symptoms.capacity()) {
    s_.talk.symptoms.push_back({s_.now, symptom, side});
  }
  Urgency urgency = Urgency::rest;
  for (const StopSymptom& known : plan_.exercise.stop_symptoms) {
    if (known.symptom == symptom) urgency = known.urgency;
  }
  const int advice = plan_.advice[static_cast<std::size_t>(symptom)];
  emit(SymptomHeard{{}, symptom, side, urgency, advice});
  stop(EndReason::stopped_by_symptom);
  s_.talk.advice = advice;
}

void Engine::take(const PainRating& rating) {
  // Wellness profile: 0–2 goes on, 3 goes less far, 4 and more stops (pain-monitoring models allow more, under
  // supervision).
  constexpr int eases = 3;
  constexpr int stops = 4;
  arrive(rating.time);
  s_.talk.felt.pain = std::max(s_.talk.felt.pain.value_or(0), rating.rating);
  if (rating.rating >= stops) {
    heard(Symptom::something_wrong, {});
  } else if (rating.rating >= eases) {
    ease();
  }
  go_on();
}

}  // namespace stretchcore
