// A session that is closed early.

#include <utility>

#include "session/exit/exit.hpp"
#include "session/exit/inside.hpp"
#include "session/framed.hpp"
#include "session/movement/movement.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

void close_books(Step& step, EndReason reason) {
  const Phase phase = step.state.course.phase;
  if (phase == Phase::finished || step.state.way_out_spoken) return;
  const bool begun = phase != Phase::ready || in_position(step.state);
  if (moving(step)) end_movement(step);
  if (begun && phase != Phase::stopped && phase != Phase::coming_out) come_out(step, reason);
  if (step.state.course.phase == Phase::finished) return tell_dropped(step);      // they never got down
  if (asked(step, QuestionKind::what_is_felt) || step.state.leaving.asks_felt) {  // closed without an answer
    step.state.leaving.asks_felt = false;
    step.state.talk.question.reset();
    learn_symptom(step, step.plan.untold);
  }
  const int owed =
      step.state.alarm.raised() && waiting(step.state.talk.voice, posture_in_alarm(step)) ? posture_in_alarm(step) : -1;
  hush(step.state.talk.voice);
  if (owed >= 0) say_cue_now(step, owed, false);
  // The first step cuts off what is being said, unless that is a step of the way out itself.
  bool interrupts = phase != Phase::stopped && phase != Phase::coming_out;
  while (begun) {
    const int cue = next_out(step, false);
    if (cue < 0) break;
    say_cue_now(step, cue, std::exchange(interrupts, false));
  }
  tell_dropped(step);
  close(step, step.state.end_reason.value_or(reason));
}

}  // namespace stretchcore
