// The way out: after a stop, at the end, and when the books are closed early.

#include <utility>

#include "engine.hpp"

namespace stretchcore {

void Engine::come_out(EndReason reason) {
  drop_target();
  s_.talk.question.reset();
  hush(s_.talk.voice);
  s_.end_reason = reason;
  s_.intermission.cause.reset();
  enter(Phase::coming_out, Stage::leaving);
}

/// At once, and for good: only a new session leaves `stopped`. The way out is spoken from its first step.
void Engine::stop(EndReason reason) {
  drop_target();
  s_.talk.question.reset();
  s_.intermission.cause.reset();
  s_.end_reason = reason;
  s_.ended.reset();
  s_.way_out_spoken = false;
  s_.talk.said[static_cast<std::size_t>(Moment::stop)] = 0;
  s_.talk.said[static_cast<std::size_t>(Moment::stay)] = 0;
  if (s_.course.phase != Phase::stopped) enter(Phase::stopped, Stage::leaving);
  say_now(Moment::stop);
}

/// A symptom was heard with which nobody is told to get up.
bool Engine::stays_down() const {
  if (s_.course.phase != Phase::stopped || s_.talk.gravest < 0) return false;
  const PlannedSymptom& gravest = plan_.symptoms[static_cast<std::size_t>(s_.talk.gravest)];
  return gravest.way_out == WayOut::stay || gravest.urgency == Urgency::emergency;
}

void Engine::close(EndReason reason) {
  s_.end_reason = reason;
  s_.ended = s_.now;
  s_.way_out_spoken = true;
  if (s_.course.phase != Phase::stopped) enter(Phase::finished, Stage::done);
  emit(SessionEnded{{}, reason});
}

/// Closes the books: the words of the way out that were not yet said are listed, so that the app can show them.
void Engine::finish(Time now, EndReason reason) {
  end_at(now);
  const Phase phase = s_.course.phase;
  if (phase == Phase::finished || s_.way_out_spoken) return;
  const bool begun = phase != Phase::ready;
  if (moving_phase()) {
    for (const auto& movement : finish_movement(plan_.movement, s_.movement, s_.sight.neutral, s_.now)) {
      if (const auto* repetition = std::get_if<Repetition>(&movement)) {
        completed(*repetition);
      } else {
        rejected(std::get<Attempt>(movement));
      }
    }
  }
  if (begun && phase != Phase::stopped && phase != Phase::coming_out) come_out(reason);
  const bool stays = stays_down();
  const Moment way_out = stays ? Moment::stay : phase == Phase::stopped ? Moment::stop : Moment::come_out;
  hush(s_.talk.voice);
  // The first step cuts off whatever is being said, unless that is a step of the way out itself.
  bool interrupts = phase != Phase::stopped && phase != Phase::coming_out;
  if (stays) say_cue_now(std::exchange(s_.talk.advice, -1), false);
  while (begun && said(way_out) < count_of(way_out)) say_cue_now(pick(way_out, {}), std::exchange(interrupts, false));
  say_cue_now(std::exchange(s_.talk.advice, -1), interrupts);
  tell_dropped();
  close(s_.end_reason.value_or(reason));
}

/// Step by step; true when all is said. In an emergency the advice comes first, and no step of getting up.
bool Engine::say_way_out() {
  const bool stopped = s_.course.phase == Phase::stopped;
  const bool stays = stays_down();
  if (!stays && !recite(stopped ? Moment::stop : Moment::come_out)) return false;
  if (stopped && s_.talk.advice >= 0) {
    if (silent()) say_cue(std::exchange(s_.talk.advice, -1), {});
    return false;
  }
  if (stays) return recite(Moment::stay);
  const bool parts = !stopped && s_.end_reason != EndReason::needs_clearance && pick(Moment::farewell, {}) >= 0;
  if (!parts || said(Moment::farewell) > 0) return true;
  say(Moment::farewell);
  return false;
}

bool Engine::leave() {
  if (s_.way_out_spoken || !say_way_out() || !silent()) return false;
  s_.way_out_spoken = true;
  close(*s_.end_reason);
  return true;
}

}  // namespace stretchcore
