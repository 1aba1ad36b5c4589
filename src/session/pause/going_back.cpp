// Back to where the session was before the pause.

#include "session/aim/aim.hpp"
#include "session/course/course.hpp"
#include "session/pause/inside.hpp"
#include "session/pause/pause.hpp"

namespace stretchcore {

void leave_out(Step& step, Time away) {
  step.state.course.phase_since += away;
  step.state.course.stage_since += away;
  step.state.course.progress_at += away;
  step.state.pacing.since += away;
}

void resume(Step& step) {
  leave_out(step, step.state.now - step.state.intermission.since);
  step.emit(PhaseChanged{{}, Phase::paused, step.state.intermission.phase, step.state.course.block});
  step.state.course.phase = step.state.intermission.phase;
  step.state.pacing.counted.reset();
  step.state.intermission.cause.reset();
  step.state.aim.pursuit = {};
  for (RuleTrack& rule : step.state.rules) rule.answered = false;  // a rule that is still violated is answered again
  step.state.talk.question.reset();
  const bool aims = step.state.course.stage == Stage::opening || step.state.course.stage == Stage::announcing;
  if (step.state.course.phase == Phase::stretching && aims) set_target(step);  // less may have been asked for
  if (step.state.course.stage == Stage::asking_change) enter(step, Stage::checking);
  if (step.state.course.stage == Stage::offering) offer(step);
}

}  // namespace stretchcore
