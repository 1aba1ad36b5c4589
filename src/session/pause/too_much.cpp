// What follows when it was too much.

#include "session/aim/aim.hpp"
#include "session/pause/pause.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

void ease_after_too_much(Step& step) {
  if (!ask_for_less(step)) return;
  cap_at_latest(step);
  const bool stretching = step.state.course.phase == Phase::stretching;
  const bool smallest = at_the_smallest(step) && !step.plan.options.recorded;
  if (smallest && stretching) {
    pause(step, PauseCause::person, Moment::smallest);
  } else if (moving(step) || step.state.course.phase == Phase::paused) {
    say(step, smallest ? Moment::smallest : Moment::ease_off);
  }
  if (stretching) set_target(step);
}

}  // namespace stretchcore
