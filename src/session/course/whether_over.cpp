// Reasons for which no other block follows.

#include "session/course/course.hpp"
#include "session/course/inside.hpp"
#include "session/framed.hpp"
#include "session/movement/movement.hpp"
#include "session/standing.hpp"

namespace stretchcore {

std::optional<EndReason> over_after_change(StepView step) {
  const auto& change = step.state.course.change;
  if (change == Feeling::tighter) return EndReason::enough;
  if (goal(step.plan, step.state) != Goal::move_easily) return std::nullopt;
  return change == Feeling::freer ? EndReason::felt_freer : EndReason::enough;
}

std::optional<EndReason> over_after_last_block(StepView step) {
  if (step.state.course.block < most_blocks(step.plan, step.state) && room_for_both_sides(step)) return std::nullopt;
  return step.state.course.change == Feeling::freer ? EndReason::felt_freer : EndReason::cap;
}

std::optional<EndReason> over_after_break(StepView step) {
  const auto& change = step.state.course.change;
  if (change == Feeling::tighter) return EndReason::enough;
  if (step.state.intermission.phase != Phase::remeasuring) return std::nullopt;
  if (change == Feeling::freer) return EndReason::felt_freer;
  const auto over = over_after_change(step);
  return over ? over : over_after_last_block(step);
}

}  // namespace stretchcore
