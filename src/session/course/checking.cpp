// The side check, and lying still.

#include <algorithm>

#include "session/course/inside.hpp"
#include "session/speech/speech.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

constexpr Time still_within{15'000'000'000};  // then neutral is assumed
constexpr Time bent_within{20'000'000'000};   // then the sides stay doubtful
constexpr Angle bent = degrees(15);           // one knee, in the side check
constexpr Time bending_takes{1'000'000'000};  // from there on

}  // namespace

bool check_sides(Step& step) {
  Sight& sight = step.state.sight;
  for (const Side side : both_sides) {
    const Angle now = sight.signals[channel(Motion::knee_flexion, side)].smooth();
    if (sight.knee_before[side])
      sight.knee_moved[side] = std::max(sight.knee_moved[side], abs(now - *sight.knee_before[side]));
  }
  const Bilateral<Angle>& moved = sight.knee_moved;
  if (std::max(moved.left, moved.right) >= bent && !sight.knee_moved_at) sight.knee_moved_at = step.state.now;
  const bool seen_enough = sight.knee_moved_at && step.state.now - *sight.knee_moved_at >= bending_takes;
  if (!seen_enough && !since_stage(step, bent_within)) return false;
  const auto alone = [&](Side side) { return moved[side] >= bent && moved[opposite(side)] < 0.5 * moved[side]; };
  sight.sides = alone(Side::left)    ? SideCheck::confirmed
                : alone(Side::right) ? SideCheck::mirrored
                                     : SideCheck::unclear;
  enter(step, Stage::stilling);
  say(step, Moment::be_still);
  return true;
}

bool wait_for_stillness(Step& step) {
  NeutralState& neutral = step.state.sight.neutral;
  if (step.plan.options.neutral) {
    const Neutral& given = *step.plan.options.neutral;
    const auto take = [&](Channel c, const std::optional<Angle>& value) {
      if (!value) return;
      neutral.known.insert(c);
      neutral.value[index(c)] = *value;
    };
    take(Channel::pelvis_tilt, given.tilt);
    take(Channel::pelvis_list, given.list);
    take(Channel::pelvis_rotation, given.rotation);
    neutral.captured = true;
  }
  watch_stillness(step);
  const bool captured = neutral.captured;
  const bool waited = step.plan.options.recorded || since_stage(step, still_within);
  if (!captured && !waited) return false;
  if (!step.plan.options.recorded && !silent(step)) return false;
  if (!step.plan.options.recorded &&
      !step.state.sight.primary_since) {  // what is watched is settled while the person is seen
    enter(step, Stage::looking);
    return true;
  }
  neutral.assumed = !captured;
  set_coverage(step);
  return true;
}

}  // namespace stretchcore
