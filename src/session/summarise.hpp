#pragma once

#include <stretchcore/session/summary.hpp>

#include "plan.hpp"
#include "session/state.hpp"

namespace stretchcore {

Summary summarise(const SessionPlan& plan, const Person& person, const State& state);

}  // namespace stretchcore
