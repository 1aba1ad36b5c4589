// What the person or the app presses.

#include "session/answers/answers.hpp"
#include "session/exit/exit.hpp"
#include "session/framed.hpp"
#include "session/inputs/inputs.hpp"
#include "session/inputs/inside.hpp"
#include "session/pause/pause.hpp"

namespace stretchcore {
namespace {

Refusal refusal_of(EndReason reason) {
  switch (reason) {
    case EndReason::stopped_by_symptom:
      return Refusal::stopped_by_symptom;
    case EndReason::stopped_by_rule:
      return Refusal::stopped_by_rule;
    case EndReason::stopped_by_person:
      return Refusal::stopped_by_person;
    case EndReason::needs_clearance:
      return Refusal::needs_clearance;
    case EndReason::postponed:
      return Refusal::postponed;
    default:
      return Refusal::over;
  }
}

/// A command that cannot go on is refused with a reason: what ended the session, or what the pause waits for.
void refuse_going_on(Step& step, Action action) {
  const Intermission& rest = step.state.intermission;
  if (step.state.course.phase == Phase::paused) {
    if (rest.cause == PauseCause::signal) step.emit(CommandRefused{{}, action, Refusal::signal_lost});
    if (rest.cause == PauseCause::rule) step.emit(CommandRefused{{}, action, Refusal::rule_violated});
  } else if (traits(step.state.course.phase).leaving) {
    step.emit(CommandRefused{{}, action, refusal_of(step.state.end_reason.value_or(EndReason::enough))});
  }
}

}  // namespace

void take(Step& step, const Command& command) {
  hear(step, command.time);
  Course& course = step.state.course;
  Intermission& rest = step.state.intermission;
  const Phase phase = course.phase;
  const bool leaving = traits(phase).leaving;
  switch (command.action) {
    case Action::start:
      if (phase == Phase::ready) start(step);
      if (leaving) refuse_going_on(step, command.action);
      break;
    case Action::pause:
      pause_for_person(step);
      break;
    case Action::resume:
      if (phase == Phase::paused && rest.cause == PauseCause::person) {
        go_on_after_pause(step);
      } else {
        refuse_going_on(step, command.action);
      }
      break;
    case Action::ease:
      ease_after_too_much(step);
      break;
    case Action::more:
      if (answer_more(step)) break;
      course.wants_more = moving(step);
      if (leaving) refuse_going_on(step, command.action);
      break;
    case Action::enough:
      if (traits(phase).guiding) come_out(step, EndReason::enough);
      if (phase == Phase::ready && in_position(step.state)) come_out(step, EndReason::enough);
      if (phase == Phase::ready && !in_position(step.state)) close(step, EndReason::enough);
      break;
    case Action::stop:
      press_stop(step);
      break;
    case Action::away:
      pause_for_person(step);
      if (course.phase == Phase::paused && !rest.away) rest.away = step.state.now;
      break;
    case Action::acknowledge:
      step.state.alarm.acknowledged = step.state.alarm.raised();
      break;
  }
  go_on(step);
}

void finish(Step& step, Time now, EndReason reason) {
  end_at(step, now);
  close_books(step, reason);
}

}  // namespace stretchcore
