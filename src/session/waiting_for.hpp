#pragma once

#include <string>

#include "plan.hpp"

namespace stretchcore {

/// What a session waits for, in words for a developer; empty when it is over.
std::string waiting_for(const SessionPlan& plan, const State& state, bool over);

}  // namespace stretchcore
