#include <algorithm>
#include <numbers>
#include <string>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/repetitions.hpp>

#include "counted.hpp"

namespace stretchcore {
namespace {

/// Standard errors of the counted signal for one of a side's angle.
double error_of_count(const Movement& movement) {
  const bool of_both = movement.sides != Sides::midline;
  if (of_both && movement.counted_by == CountedBy::sum) return std::numbers::sqrt2;
  if (of_both && movement.counted_by == CountedBy::mean) return 1.0 / std::numbers::sqrt2;
  return 1.0;
}

/// A side that moves, or rests, has a guard while that stroke, or the other, is under way. A band that is not wider
/// than twice the error of the source is not judged.
void add_guard(RepetitionPlan& plan, const Guard& guard, Side side, const ErrorModel& error, std::size_t place) {
  if (side == Side::right && !paired(guard.motion)) return;
  const std::size_t i = plan.guarded.size();
  Angle tolerance = guard.tolerance;
  Angle middle{};
  if (guard.from == GuardedFrom::band) {
    const Angle half = (*guard.high - *guard.low) / 2.0;
    if (half < error.session * 2.0) return;
    middle = *guard.low + half;
    tolerance = half + error.session * 2.0;
  }
  if (i == plan.guarded.capacity()) {
    throw InvalidModel("guards[" + std::to_string(place) + "]", "does not fit: guards stand for more than " +
                                                                    std::to_string(most_references) +
                                                                    " channels; leave out the one that matters least");
  }
  plan.tolerance[i] = tolerance;
  plan.middle[i] = middle;
  plan.from[i] = guard.from;
  if (!one_signal(plan) && guard.side != GuardedSide::both) {
    plan.moving[i] = guard.side == GuardedSide::moving ? side : opposite(side);
  }
  plan.guarded.push_back(channel(guard.motion, side));
}

}  // namespace

RepetitionPlan repetition_plan(const Exercise& exercise, const ErrorModel& error) {
  const Movement& movement = exercise.movement;
  RepetitionPlan plan;
  if (movement.motion) plan.shows = side_signals(movement);
  plan.between = movement.direction == MotionDirection::both;
  plan.sides = movement.sides;
  plan.counted_by = movement.counted_by;
  plan.floor_amplitude = movement.floor_amplitude;
  plan.least_amplitude =
      std::max(movement.floor_amplitude - error_of_count(movement) * error.repetition, movement.floor_amplitude * 0.5);
  plan.floor_level = movement.floor_level;
  plan.shortest = movement.shortest_repetition;
  plan.side_error = error.repetition;
  plan.least_movement = least_movement(error);
  for (std::size_t i = 0; i < exercise.guards.size(); ++i) {
    for (const Side side : both_sides) add_guard(plan, exercise.guards[i], side, error, i);
  }
  return plan;
}

Bilateral<SideSignal> side_signals(const Movement& movement) {
  const bool one_way = left_and_right_of_midline(movement);
  return each_side([&](Side side) {
    const bool turned = one_way ? side == Side::right : movement.direction == MotionDirection::negative;
    return SideSignal{channel(*movement.motion, side), turned ? -1.0 : 1.0, one_way};
  });
}

}  // namespace stretchcore
