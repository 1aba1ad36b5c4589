#pragma once

// Which limits of a person's joints hold the target of an exercise. Allocates nothing.

#include <algorithm>
#include <optional>

#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>

namespace stretchcore {

inline bool for_exercise(const MotionLimit& limit, const Exercise& exercise) {
  return limit.exercise.empty() || limit.exercise == exercise.id;
}

/// Whether a limit is one of the motion that an exercise goes to its end of, and in its direction; for a side, or for
/// both of them. To the left of the midline is the positive direction.
inline bool of_movement(const MotionLimit& limit, const Movement& movement, std::optional<Side> side = {}) {
  if (movement.motion != limit.motion || movement.direction == MotionDirection::both) return false;
  if (left_and_right_of_midline(movement)) {
    const Side end = limit.direction == MotionDirection::positive ? Side::left : Side::right;
    return !side || *side == end;
  }
  return limit.direction == movement.direction && (!side || !limit.side || *limit.side == *side);
}

/// The least of the limits of a kind that hold the target of an exercise.
inline std::optional<Angle> least_limit(const Person& person, const Exercise& exercise, LimitKind kind,
                                        std::optional<Side> side) {
  std::optional<Angle> least;
  for (const MotionLimit& limit : person.limits) {
    if (limit.kind != kind || !for_exercise(limit, exercise) || !of_movement(limit, exercise.movement, side)) continue;
    least = std::min(least.value_or(limit.at_most), limit.at_most);
  }
  return least;
}

}  // namespace stretchcore
