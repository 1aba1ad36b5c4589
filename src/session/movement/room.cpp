// Whether the caps leave room, and as much for one side as for the other.

#include <algorithm>

#include "session/aim/aim.hpp"
#include "session/effort.hpp"
#include "session/framed.hpp"
#include "session/movement/movement.hpp"
#include "session/needed.hpp"
#include "session/standing.hpp"

namespace stretchcore {
namespace {

/// The caps leave room for so many more holds, or openings, of this side, and after them for so many of the other.
bool room_for(StepView step, int here, int there) {
  const Dose& dose = step.plan.exercise.dose;
  const Needed one = needed_for_one(step.plan);
  const Time change = there > 0 ? needed_for_change(step.plan) : Time{0};
  const int all = here + there;
  return step.state.tally.openings + step.state.tally.offered + all * one.openings <= dose.cap_repetitions &&
         step.state.tally.moving + one.moving * all <= dose.cap_moving &&
         step.state.now - step.state.started - step.state.tally.away + one.in_position * all + change <=
             dose.cap_in_position;
}

/// How many holds the first side had in the block under way: the latest holds that were noted may be of the second
/// side, and those of the first side come before them.
int holds_of_first_turn(StepView step) {
  const Side second = *step.state.course.active_side;
  const auto& noted = step.state.tally.holds;
  auto hold = noted.rbegin();
  while (hold != noted.rend() && hold->side == second) ++hold;
  const auto from = hold;
  while (hold != noted.rend() && hold->side != second) ++hold;
  return static_cast<int>(hold - from);
}

}  // namespace

bool room_for_both_sides(StepView step) {
  if (!step.plan.one_sided() || step.plan.only || step.plan.options.recorded) return true;
  const int least = step.plan.held() ? 1 : per_block(step.plan, step.state);
  return room_for(step, least, least);
}

int holds_of_turn(StepView step) {
  const int wanted = holds_each_side(step.plan, step.state);
  if (!step.plan.one_sided() || step.plan.only || step.plan.options.recorded) return wanted;
  if (*step.state.course.active_side != side_that_begins(step.plan, step.state, step.state.course.phase)) {
    const int first = holds_of_first_turn(step);
    return first > 0 ? std::min(first, wanted) : wanted;
  }
  const Pacing& pacing = step.state.pacing;
  const bool paced = !counted_now(step) || !aimed(step);  // then a hold is counted at home
  const bool under_way = pacing.beat != Beat::home && (pacing.beat != Beat::back || paced);
  int holds = std::max(pacing.done + (under_way ? 1 : 0), 1);
  while (holds < wanted && room_for(step, holds + 1 - pacing.done, holds + 1)) ++holds;
  return std::min(holds, wanted);
}

}  // namespace stretchcore
