#pragma once

#include "plan.hpp"
#include "state.hpp"

namespace stretchcore {

/// A state belongs to the exercise it was made with; another exercise has other rules and cues. Throws `InvalidModel`.
void require_fitting(const SessionPlan& plan, const State& state);

}  // namespace stretchcore
