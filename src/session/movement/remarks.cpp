// What is said at a return.

#include "session/aim/aim.hpp"
#include "session/gains.hpp"
#include "session/movement/inside.hpp"
#include "session/speech/speech.hpp"
#include "session/standing.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {

void remark_on(Step& step, const Repetition& r, std::optional<Side> over) {
  const Course& course = step.state.course;
  constexpr int last_words_at = 2;
  constexpr int all_is_well_every = 5;  // mostly silence says that all is well, now and then words
  const int left = per_block(step.plan, step.state) - course.counted;
  const bool first_full = course.counted == 3;  // after the ramp
  // After the last movement there is no other in which to go less far.
  const bool goes_on = left > (aimed(step) ? 0 : course.practised);
  if (r.over_target && goes_on &&
      say(step, Moment::over_target, names_sides(step.plan, step.state.sight.sides) ? over : std::nullopt))
    return;
  const bool well = aimed(step) && !r.over_target && !breaks_a_rule(step);
  if (left == last_words_at) {
    say(step, Moment::last_ones, {}, left);
  } else if (well && (step.state.aim.owes_confirmation || first_full)) {
    say(step, Moment::confirm);
  } else if (course.counted == per_block(step.plan, step.state) / 2) {
    say(step, Moment::breath);
  } else if (well && left > last_words_at && course.counted % all_is_well_every == 0) {
    say(step, Moment::confirm);
  } else if (step.plan.options.count_aloud) {
    say(step, Moment::count_aloud, {}, course.counted);
  }
}

}  // namespace stretchcore
