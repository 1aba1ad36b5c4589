#pragma once

// What the library sees of a plan, a state and a session, and users do not.

#include <stretchcore/session/session.hpp>

#include "plan.hpp"
#include "state.hpp"

namespace stretchcore {

struct SessionInside {
  /// The same for those who move one side only.
  static Plan for_one_side(const Plan& plan, Side side) {
    Plan other = plan;
    other.plan_ = one_sided(*plan.plan_, side);
    return other;
  }
  static const SessionPlan& plan(const Plan& plan) { return *plan.plan_; }
  static const SessionPlan& plan(const Session& session) { return *session.plan_.plan_; }
  static const State& state(const SessionState& state) { return *state.state_; }
  static State& state(SessionState& state) { return *state.state_; }
  static const State& state(const Session& session) { return *session.state_.state_; }
  static State& state(Session& session) { return *session.state_.state_; }
};

}  // namespace stretchcore
