#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What the files of aim/ share; no other folder includes it.

/// Requests for less leave at least this much of a target.
inline constexpr double least_eased = 0.5;

// floors.cpp

/// What is asked for counts: where a target is lower than what the exercise counts, less counts while the target holds.
void ask_floors(Step& step);

}  // namespace stretchcore
