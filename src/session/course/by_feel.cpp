// Going on by feel.

#include "session/aim/aim.hpp"
#include "session/course/course.hpp"
#include "session/course/inside.hpp"
#include "session/pause/pause.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {

void go_by_feel(Step& step) {
  const bool paused = step.state.course.phase == Phase::paused;
  const Phase phase = paused ? step.state.intermission.phase : step.state.course.phase;
  if (paused) resume(step);
  drop_target(step);
  watch_nothing(step);
  step.state.talk.question.reset();
  tell_by_feel(step, phase);
}

}  // namespace stretchcore
