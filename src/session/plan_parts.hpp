#pragma once

#include <span>
#include <string>

#include "plan.hpp"

namespace stretchcore {

// The parts a plan is put together from, in this order. Only the files of a plan include this.

// plan_cues.cpp

/// Adds the words of a moment as a cue of the exercise and returns its number; −1 if there are no words. `in_turn`: it
/// is picked when its moment comes, not by its number.
int add_words(SessionPlan& plan, std::string id, Moment moment, const Text& words, bool in_turn = true);

void add_cues(SessionPlan& plan);

// plan_health.cpp

/// Conditions, health questions, and the easier exercises among these.
void add_screening(SessionPlan& plan, std::span<const Exercise> exercises);

}  // namespace stretchcore
