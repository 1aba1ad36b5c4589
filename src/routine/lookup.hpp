#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/model/exercise.hpp>
#include <stretchcore/routine/order.hpp>

namespace stretchcore {

/// The exercise of that id; nullptr if there is none.
inline const Exercise* find_exercise(std::span<const Exercise> exercises, std::string_view id) {
  const auto found =
      std::find_if(exercises.begin(), exercises.end(), [&](const Exercise& one) { return one.id == id; });
  return found == exercises.end() ? nullptr : &*found;
}

inline bool held(const Exercise& exercise) { return !std::holds_alternative<Repeat>(exercise.movement.effort); }

inline bool asks_for(const Exercise& exercise, Demand demand) {
  return exercise.demands &&
         std::find(exercise.demands->begin(), exercise.demands->end(), demand) != exercise.demands->end();
}

inline bool works(const Exercise& exercise, std::string_view group) {
  return std::any_of(exercise.muscles.begin(), exercise.muscles.end(),
                     [&](const std::string& muscle) { return muscle_group(muscle) == group; });
}

/// A muscle that both are for; empty if there is none.
inline std::string_view in_common(const Exercise& a, const Exercise& b) {
  for (const std::string& muscle : a.muscles) {
    if (works(b, muscle_group(muscle))) return muscle_group(muscle);
  }
  return {};
}

/// How high above the floor: 2 standing, 1 on a chair, 0 down.
constexpr int height(Position position) {
  if (position == Position::chair) return 1;
  return on_the_floor(position) ? 0 : 2;
}

}  // namespace stretchcore
