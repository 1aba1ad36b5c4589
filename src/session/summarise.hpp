#pragma once

#include <stretchcore/session/state.hpp>
#include <stretchcore/session/summary.hpp>

#include "plan.hpp"

namespace stretchcore {

Summary summarise(const SessionPlan& plan, const SessionState& state);

}  // namespace stretchcore
