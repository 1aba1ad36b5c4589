// Holds that are seen.

#include <algorithm>

#include "session/aim/aim.hpp"
#include "session/effort.hpp"
#include "session/movement/inside.hpp"
#include "session/movement/movement.hpp"
#include "session/seen_side.hpp"

namespace stretchcore {
namespace {

constexpr double near_share = 0.8;  // of the target: close enough to count as held
constexpr double home_share = 0.4;  // of the target: came back

}  // namespace

void keep_hold(Step& step) {
  const bool holding = step.plan.held() && step.state.course.phase == Phase::stretching &&
                       step.state.course.stage == Stage::opening && counted_now(step) && aimed(step);
  if (!holding) return;
  Pacing& pacing = step.state.pacing;
  const Time press = press_time(step.plan.exercise.movement.effort);
  bool near = true;
  bool home = true;
  for (const Side side : both_sides) {
    if (step.state.course.active_side && *step.state.course.active_side != side) continue;
    const auto& target = step.state.aim.target[side];
    const bool known = fresh(step, side) && target;
    near = near && known && angle_now(step, side) >= on_the_way(step, side, near_share);
    home = home && known && angle_now(step, side) < on_the_way(step, side, home_share);
  }
  if (pacing.beat == Beat::back && home) {
    pacing.beat = Beat::home;
    if (pacing.done < holds_of_turn(step)) say_beat(step);
  }
  if (pacing.beat == Beat::back) return;
  if (!near) {
    pacing.counted.reset();
    if (home && pacing.beat != Beat::home) {  // the person let go early: the hold starts anew
      pacing.beat = Beat::home;
      pacing.kept = Time{0};
    }
    return;
  }
  if (pacing.counted) pacing.kept += std::min(step.state.now - *pacing.counted, stale_after);
  pacing.counted = step.state.now;
  if (pacing.beat == Beat::home) {
    pacing.beat = press > Time{0} ? Beat::press : Beat::hold;
    say_beat(step);
  } else if (pacing.beat == Beat::press && pacing.kept >= press) {
    pacing.beat = Beat::hold;
    say_beat(step);
  } else if (pacing.beat == Beat::hold && pacing.kept >= press + hold_time(step)) {
    step.emit(HoldCompleted{{}, step.state.course.active_side, pacing.kept});
    note_hold(step, pacing.kept, false);
    step.state.course.progress_at = step.state.now;
    pacing.beat = Beat::back;
    pacing.kept = Time{0};
    pacing.counted.reset();
    if (++pacing.done < holds_of_turn(step)) say_beat(step);  // after the last hold, the words of the change lead back
  }
}

}  // namespace stretchcore
