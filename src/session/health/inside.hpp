#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What the files of health/ share; no other folder includes it.

constexpr std::size_t at(int place) { return static_cast<std::size_t>(place); }

// consulting.cpp

/// The words of what to change for the conditions that the person has, one after the other; −1 where all are said.
int caution_owed(StepView step);

}  // namespace stretchcore
