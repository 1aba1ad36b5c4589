// The way out: after a stop, at the end, and when the books are closed early.

#include <utility>

#include "engine.hpp"

namespace stretchcore {

void Engine::come_out(EndReason reason) {
  const Whereabouts at = whereabouts();
  const bool begun = at.body != BodyPosition::up && at.body != BodyPosition::going_down;
  s_.leaving = {.body = at.body, .steps = begun};
  drop_target();
  s_.talk.question.reset();
  s_.talk.said[static_cast<std::size_t>(Moment::posture)] = 0;
  hush(s_.talk.voice);
  if (at.body == BodyPosition::up) return close(reason);
  s_.end_reason = reason;
  s_.intermission.cause.reset();
  enter(Phase::coming_out, Stage::leaving);
}

/// A symptom was heard with which nobody is told to get up.
bool Engine::stays_down() const {
  if (s_.course.phase != Phase::stopped || s_.talk.gravest < 0) return false;
  return plan_.symptoms[static_cast<std::size_t>(s_.talk.gravest)].way_out == WayOut::stay;
}

void Engine::close(EndReason reason) {
  drop_target();
  s_.end_reason = reason;
  s_.ended = s_.now;
  s_.way_out_spoken = true;
  if (s_.course.phase != Phase::stopped) enter(Phase::finished, Stage::done);
  emit(SessionEnded{{}, reason});
}

/// Closes the books: the words of the way out that were not yet said are listed, so that the app can show them. A call
/// for help goes on, and so does the wait for an answer to whether help is needed.
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
  if (s_.course.phase == Phase::finished) return tell_dropped();    // they never got down
  if (asked(QuestionKind::what_is_felt) || s_.leaving.asks_felt) {  // closed without an answer
    s_.leaving.asks_felt = false;
    s_.talk.question.reset();
    know(plan_.untold);
  }
  const int owed = s_.alarm.raised() && waiting(s_.talk.voice, posture_in_alarm()) ? posture_in_alarm() : -1;
  hush(s_.talk.voice);
  if (owed >= 0) say_cue_now(owed, false);
  // The first step cuts off whatever is being said, unless that is a step of the way out itself.
  bool interrupts = phase != Phase::stopped && phase != Phase::coming_out;
  while (begun) {
    const int cue = next_out(false);
    if (cue < 0) break;
    say_cue_now(cue, std::exchange(interrupts, false));
  }
  tell_dropped();
  close(s_.end_reason.value_or(reason));
}

/// The cue of the next step of the way out; −1 when all are said. Whoever stays down hears the advice after the first
/// step, and no step of getting up; whoever never got down hears no step at all.
int Engine::next_out(bool farewell) {
  const Leaving& leaving = s_.leaving;
  const auto left = [&](Moment moment) { return said(moment) < count_of(moment) ? pick(moment, {}) : -1; };
  if (s_.alarm.raised()) return -1;
  if (s_.course.phase == Phase::coming_out) {
    const bool lowered = leaving.body == BodyPosition::going_down && said(Moment::posture) == 0;
    const int step = leaving.steps ? left(Moment::come_out)
                     : lowered     ? plan_.posture_cue(Concern::ordinary, leaving.body)
                                   : -1;
    const bool parts = farewell && s_.end_reason != EndReason::needs_clearance && said(Moment::farewell) == 0;
    return step < 0 && parts ? pick(Moment::farewell, {}) : step;
  }
  const bool stays = stays_down();
  const int step = leaving.steps && (!stays || said(Moment::stop) == 0) ? left(Moment::stop) : -1;
  if (step >= 0) return step;
  if (s_.talk.advice >= 0) return std::exchange(s_.talk.advice, -1);
  return leaving.steps && stays ? left(Moment::stay) : -1;
}

/// Step by step; true when all is said.
bool Engine::say_way_out() {
  if (s_.leaving.help_by || asked(QuestionKind::what_is_felt)) return false;
  if (s_.leaving.asks_felt) {
    if (speaking(s_.talk.voice, s_.now)) return false;
    s_.talk.voice.saying.then_wait = Time{0};  // out of the stretch; the rest of the way waits for the answer
    ask_what_is_felt();
    return false;
  }
  if (!silent()) return false;
  const int cue = next_out(true);
  if (cue < 0) return true;
  say_cue(cue, {});
  return false;
}

bool Engine::leave() {
  if (s_.way_out_spoken || !say_way_out() || !silent()) return false;
  s_.way_out_spoken = true;
  close(*s_.end_reason);
  return true;
}

}  // namespace stretchcore
