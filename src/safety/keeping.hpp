#pragma once

// How an exercise keeps the limits of a person's joints. Allocates nothing.

#include <algorithm>
#include <optional>

#include "model/motion_limits.hpp"

namespace stretchcore {

inline constexpr Angle drawn_within = degrees(10);  ///< a drawing is no closer to what the body does

/// How far a pose goes in the motion and direction of a limit, on one side.
inline Angle shown_in(const Pose& pose, const MotionLimit& limit, Side side) {
  const double sign = limit.direction == MotionDirection::negative ? -1.0 : 1.0;
  const auto shown = std::find_if(pose.begin(), pose.end(),
                                  [&](const auto& joint) { return joint.first == name(channel(limit.motion, side)); });
  return degrees(shown == pose.end() ? 0.0 : sign * shown->second);
}

/// How far both go at most.
inline Angle shown_in(const Pose& pose, const MotionLimit& limit) {
  return std::max(shown_in(pose, limit, Side::left), shown_in(pose, limit, Side::right));
}

/// How an exercise keeps a limit.
enum class Keeping {
  untouched,  ///< it does not lead so far
  held,       ///< the target ends there
  not_held    ///< it leads further, and no target holds it
};

/// By the way the exercise moves and is drawn, with the left side moving. Only a source that can tell how far the
/// person goes can hold a target.
inline Keeping keeping(const MotionLimit& limit, const Exercise& exercise, bool measured) {
  if (!for_exercise(limit, exercise)) return Keeping::untouched;
  const Movement& movement = exercise.movement;
  const bool own = of_movement(limit, movement);
  const Angle bound = limit.at_most + drawn_within;
  bool beyond = false;      // the way of the exercise leads further
  bool not_moving = false;  // of it something that the target says nothing of: where it begins, and the limb that rests
  if (exercise.figure) {
    const auto& [view, start, end] = *exercise.figure;
    const bool rests = movement.sides == Sides::one || movement.sides == Sides::alternating;
    not_moving = shown_in(start, limit) > bound || (rests && shown_in(end, limit, Side::right) > bound);
    beyond = not_moving || shown_in(end, limit) > bound;
  }
  beyond = beyond || (own && movement.anatomy > limit.at_most);
  if (movement.motion == limit.motion && movement.direction == MotionDirection::both) {
    const bool back = limit.direction == MotionDirection::negative;
    beyond = beyond || (back ? movement.anatomy_back.value_or(movement.anatomy) : movement.anatomy) > limit.at_most;
  }
  if (!beyond) return Keeping::untouched;
  if (limit.kind == LimitKind::prescription) return own && measured ? Keeping::held : Keeping::untouched;
  return own && measured && !not_moving ? Keeping::held : Keeping::not_held;
}

}  // namespace stretchcore
