#pragma once

#include <stretchcore/safety/screening.hpp>
#include <stretchcore/session/state.hpp>

#include "plan.hpp"

namespace stretchcore {

/// How the exercise fits the person, by what was known before and what was answered since.
struct Standing {
  Bearing bearing;
  int reasons = 0;
  int unknown = 0;
};

// These allocate nothing.
Standing standing(const SessionPlan& plan, const SessionState& state);
Goal goal(const SessionPlan& plan, const SessionState& state);
int per_block(const SessionPlan& plan, const SessionState& state);
/// Whether there is an easier exercise that the person may do.
bool has_gentler(const SessionPlan& plan, const SessionState& state);
/// The one that was asked last.
const HealthQuestion& latest_health_question(const SessionPlan& plan, const SessionState& state);
/// Whether an answer may say that it is this condition.
bool can_be_named(const SessionPlan& plan, const SessionState& state, int code);
bool fits(const SessionPlan& plan, const Consultation& health);

// These allocate.
Person person_now(const SessionPlan& plan, const SessionState& state);
Screening screening(const SessionPlan& plan, const SessionState& state);

}  // namespace stretchcore
