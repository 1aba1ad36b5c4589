#pragma once

#include <string>

#include <stretchcore/model/exercise.hpp>

namespace stretchcore {

/// What of a dose an exercise cannot take, in words; empty if it takes all of it.
std::string misfit(const BlockDose& dose, const Exercise& exercise);

/// The exercise with as much of one block as the dose says. What the dose leaves open stays.
Exercise dosed(Exercise exercise, const BlockDose& dose);

}  // namespace stretchcore
