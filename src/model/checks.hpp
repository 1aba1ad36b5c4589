#pragma once

// What an exercise is refused for, one check at a time, so that all mistakes of a file can be told at once.

#include <span>

#include <stretchcore/model/exercise.hpp>

namespace stretchcore::detail {

/// Throws `InvalidModel` for one kind of mistake.
template <class T>
using Check = void (*)(const T&);

/// Those of a movement and of an exercise as a whole, besides those of its members.
std::span<const Check<Movement>> checks_of_movement();
std::span<const Check<Exercise>> checks_of_exercise();

}  // namespace stretchcore::detail
