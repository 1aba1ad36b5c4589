#pragma once

#include <span>

#include "plan.hpp"

namespace stretchcore {

/// What is known of the person's health, what is asked about it, and which exercises there are instead.
void add_screening(SessionPlan& plan, std::span<const Exercise> exercises);

}  // namespace stretchcore
