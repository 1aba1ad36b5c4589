// A movement of one side at a time: whose turn it is, and the time to change.

#include "session/course/inside.hpp"
#include "session/cue_choice.hpp"
#include "session/framed.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

bool change_side(Step& step) {
  const Side active = *step.state.course.active_side;
  if (step.plan.only || active != side_that_begins(step.plan, step.state, step.state.course.phase)) return false;
  turn_to(step, opposite(active), Stage::opening);
  return true;
}

bool begins_elsewhere(StepView step) {
  return step.plan.one_sided() && step.state.course.active_side &&
         *step.state.course.active_side != side_that_begins(step.plan, step.state, step.state.course.phase);
}

void turn_to(Step& step, Side next, Stage then) {
  step.state.course.active_side = next;
  step.emit(SideChanged{{}, next});
  correct_anew(step);
  take_back_remarks(step);
  tell_turn(step, then);
}

void tell_turn(Step& step, Stage then) {
  step.state.talk.said[slot_of(Moment::switch_side)] = 0;  // its steps are said as those of getting into position
  say(step, Moment::switch_side, step.state.course.active_side);
  enter(step, Stage::resting);
  step.state.course.next = then;
}

}  // namespace stretchcore
