// Where the body is: the way out begins there, not where the exercise would have it.

#include <algorithm>

#include "engine.hpp"

namespace stretchcore {

/// How many steps there are until the longest rest, with it: those after it lead up.
int Engine::rest_of(Moment steps) const {
  const int count = count_of(steps);
  int longest = std::max(count - 2, 0);
  Time most{0};
  for (int i = 0; i < count; ++i) {
    const int cue = pick_cue(plan_, steps, s_.sight.following, {}, i);
    const Time wait = plan_.cues[static_cast<std::size_t>(cue)].cue.then_wait;
    if (wait <= most) continue;
    most = wait;
    longest = i;
  }
  return longest + 1;
}

/// Out of the stretch and not yet up: a person who lay, with the legs up or not, still lies.
BodyPosition Engine::out_of_stretch() const {
  const BodyPosition body = plan_.exercise.setup.body.value_or(BodyPosition::changing);
  const bool lay = body == BodyPosition::legs_up || body == BodyPosition::lying;
  return lay ? BodyPosition::lying : BodyPosition::changing;
}

/// Its first step is out of the stretch itself, and the steps after the rest lead up: those count as they begin. What
/// lies between has been done when its words were said, not when they begin.
Engine::Whereabouts Engine::on_way_out(Moment steps) const {
  const VoiceState& voice = s_.talk.voice;
  const int begun = said(steps);
  if (begun > 1 && begun > rest_of(steps)) return {BodyPosition::rising, false};
  const bool being_said =
      speaking(voice, s_.now) && plan_.cues[static_cast<std::size_t>(voice.saying.cue)].cue.moment == steps;
  if (begun - (being_said ? 1 : 0) <= 1) return {plan_.exercise.setup.body.value_or(BodyPosition::changing), true};
  return {out_of_stretch(), false};
}

Engine::Whereabouts Engine::whereabouts() const {
  const Course& course = s_.course;
  const Whereabouts in_stretch{plan_.exercise.setup.body.value_or(BodyPosition::changing), true};
  const Whereabouts up{BodyPosition::up, false};
  switch (course.phase) {
    case Phase::ready:
    case Phase::finished:
      return up;
    case Phase::coming_out:
      return s_.leaving.steps ? on_way_out(Moment::come_out) : Whereabouts{s_.leaving.body, false};
    case Phase::stopped:
      if (!s_.leaving.steps) return {s_.leaving.body, false};
      if (stays_down() && said(Moment::stay) > 0) return {out_of_stretch(), false};
      return s_.way_out_spoken ? up : on_way_out(Moment::stop);
    default:
      break;
  }
  const bool paused = course.phase == Phase::paused;
  if (paused && s_.intermission.away) return {BodyPosition::changing, false};
  const Phase phase = paused ? s_.intermission.phase : course.phase;
  // Who is only seen may stand: a camera and sensors see that, too.
  const bool settling = phase == Phase::setting_up && course.stage == Stage::settling;
  if (!settling || plan_.options.recorded) return in_stretch;
  // After a break it is known whether they had got down, not whether they still lie there.
  const bool back = s_.tally.away > Time{0};
  const bool was_down = s_.tally.openings + s_.tally.offered > 0;
  if (back && was_down) return {BodyPosition::changing, false};
  return said(Moment::settle) == 0 && !back ? up : Whereabouts{BodyPosition::going_down, false};
}

}  // namespace stretchcore
