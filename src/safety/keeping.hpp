#pragma once

// How an exercise keeps the limits of a person's joints. Allocates nothing.

#include <algorithm>
#include <optional>

#include "model/motion_limits.hpp"

namespace stretchcore {

/// How far a pose goes in the motion and direction of a limit. An exercise is drawn with the left side moving, so the
/// other side goes as far.
inline Angle shown_in(const Pose& pose, const MotionLimit& limit) {
  const double sign = limit.direction == MotionDirection::negative ? -1.0 : 1.0;
  std::optional<double> furthest;
  for (const Side side : both_sides) {
    const auto shown = std::find_if(
        pose.begin(), pose.end(), [&](const auto& joint) { return joint.first == name(channel(limit.motion, side)); });
    const double angle = shown == pose.end() ? 0.0 : sign * shown->second;
    furthest = std::max(furthest.value_or(angle), angle);
  }
  return degrees(*furthest);
}

/// How an exercise keeps a limit.
enum class Keeping {
  untouched,  ///< it does not lead so far
  held,       ///< the target ends there
  not_held    ///< it leads further, and no target holds it
};

/// By the way the exercise moves and is drawn. Only a source that can tell how far the person goes can hold a target.
inline Keeping keeping(const MotionLimit& limit, const Exercise& exercise, bool measured) {
  if (!for_exercise(limit, exercise)) return Keeping::untouched;
  const Movement& movement = exercise.movement;
  const Angle start = exercise.figure ? shown_in(exercise.figure->start, limit) : Angle{};
  const bool own = of_movement(limit, movement);
  Angle furthest = exercise.figure ? std::max(start, shown_in(exercise.figure->end, limit)) : Angle{};
  if (own) furthest = std::max(furthest, movement.anatomy);
  if (movement.motion == limit.motion && movement.direction == MotionDirection::both) {
    const bool back = limit.direction == MotionDirection::negative;
    furthest = std::max(furthest, back ? movement.anatomy_back.value_or(movement.anatomy) : movement.anatomy);
  }
  if (furthest <= limit.at_most) return Keeping::untouched;
  if (limit.kind == LimitKind::prescription) return own && measured ? Keeping::held : Keeping::untouched;
  return own && measured && start <= limit.at_most ? Keeping::held : Keeping::not_held;
}

}  // namespace stretchcore
