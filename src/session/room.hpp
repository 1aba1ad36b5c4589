#pragma once

#include "plan.hpp"
#include "state.hpp"

namespace stretchcore {

/// Gives the lists of a state the room that a session of this plan can need.
void make_room(const SessionPlan& plan, State& state);

/// What a state of this plan takes [bytes].
std::size_t size_of(const SessionPlan& plan, const State& state);

}  // namespace stretchcore
