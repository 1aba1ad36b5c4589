#pragma once

#include <stretchcore/safety/screening.hpp>

#include "plan.hpp"
#include "session/state.hpp"
#include "step.hpp"

namespace stretchcore {

// These allocate nothing.

/// Works out how the exercise fits the person, anew after every answer.
void settle_standing(const SessionPlan& plan, State& state);
Goal goal(const SessionPlan& plan, const State& state);
int per_block(const SessionPlan& plan, const State& state);
/// Whether there is an easier exercise that the person may do.
bool has_gentler(StepView step);
/// The one that was asked last.
const HealthQuestion& latest_health_question(const SessionPlan& plan, const State& state);
/// Whether an answer may say that it is this condition.
bool can_be_named(const State& state, int code);
bool fits(const SessionPlan& plan, const Consultation& health);

// These allocate.
Person person_now(const SessionPlan& plan, const Person& before, const State& state);
Screening screening(const SessionPlan& plan, const Person& person, const State& state);

}  // namespace stretchcore
