// Where the body is: the way out begins there, not where the exercise would have it.

#include <algorithm>

#include "session/cue_choice.hpp"
#include "session/exit/exit.hpp"
#include "session/exit/inside.hpp"
#include "session/framed.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

/// How many steps there are up to the longest rest and with it. The steps after it lead up.
int rest_of(StepView step, Moment steps) {
  const int count = count_of(step, steps);
  int longest = std::max(count - 2, 0);
  Time most{0};
  for (int i = 0; i < count; ++i) {
    const int cue = pick_cue(step.plan, steps, step.state.sight.following, {}, i);
    const Time wait = step.plan.cues[static_cast<std::size_t>(cue)].cue->then_wait;
    if (wait <= most) continue;
    most = wait;
    longest = i;
  }
  return longest + 1;
}

/// The position after the stretch and before getting up: a person who lay, with the legs up or not, still lies.
BodyPosition out_of_stretch(StepView step) {
  const BodyPosition body = body_in(step.plan.exercise).value_or(BodyPosition::changing);
  const bool lay = body == BodyPosition::legs_up || body == BodyPosition::lying;
  return lay ? BodyPosition::lying : BodyPosition::changing;
}

/// The first step of the way out leads out of the stretch itself, and the steps after the rest lead up: these count as
/// soon as their words begin. The steps between count when their words have been said.
Whereabouts on_way_out(StepView step, Moment steps) {
  const VoiceState& voice = step.state.talk.voice;
  const int begun = said(step, steps);
  if (begun > 1 && begun > rest_of(step, steps)) return {BodyPosition::rising, false};
  const bool being_said = speaking(voice, step.state.now) &&
                          step.plan.cues[static_cast<std::size_t>(voice.saying.cue)].cue->moment == steps;
  if (begun - (being_said ? 1 : 0) <= 1) return {body_in(step.plan.exercise).value_or(BodyPosition::changing), true};
  return {out_of_stretch(step), false};
}

/// The session ended and left the person in position: they had got there, and no way out was said.
bool stayed(StepView step) {
  const bool down = in_position(step.state) || said(step, Moment::settle) > 0;
  return step.state.frame.exit == Ending::stay && step.state.leaving.steps && down && said(step, Moment::come_out) == 0;
}

}  // namespace

Whereabouts whereabouts(StepView step) {
  const Course& course = step.state.course;
  const Whereabouts in_stretch{body_in(step.plan.exercise).value_or(BodyPosition::changing), true};
  const Whereabouts up{BodyPosition::up, false};
  if (course.phase == Phase::finished && stayed(step)) return in_stretch;
  if (course.phase == Phase::ready && in_position(step.state)) return in_stretch;
  if (traits(course.phase).up) return up;
  if (traits(course.phase).leaving) {
    const bool stopped = course.phase == Phase::stopped;
    if (!step.state.leaving.steps) return {step.state.leaving.body, false};
    if (stays_down(step) && said(step, Moment::stay) > 0) return {out_of_stretch(step), false};
    if (stopped && step.state.way_out_spoken) return up;
    return on_way_out(step, stopped ? Moment::stop : Moment::come_out);
  }
  const bool paused = course.phase == Phase::paused;
  if (paused && step.state.intermission.away) return {BodyPosition::changing, false};
  const Phase phase = paused ? step.state.intermission.phase : course.phase;
  // A person who is only seen may stand: a camera and sensors see a standing person, too.
  const bool settling = phase == Phase::setting_up && course.stage == Stage::settling;
  if (!settling || in_position(step.state) || step.plan.options.recorded) return in_stretch;
  // After a break it is known whether they had got down, not whether they still lie there.
  const bool back = step.state.tally.away > Time{0};
  const bool was_down = step.state.tally.openings + step.state.tally.offered > 0;
  if (back && was_down) return {BodyPosition::changing, false};
  return said(step, Moment::settle) == 0 && !back ? up : Whereabouts{BodyPosition::going_down, false};
}

}  // namespace stretchcore
