#pragma once

// What is asked of a session: by its plan, and by the frame it stands in.

#include <algorithm>

#include "session/effort.hpp"
#include "session/plan.hpp"

namespace stretchcore {

inline Measure measure(const SessionPlan& plan, const State& state) {
  return plan.measures() ? state.frame.measure.value_or(plan.options.measure) : Measure::never;
}

inline int sessions_before(const SessionPlan& plan, const State& state) {
  return state.frame.sessions_before.value_or(plan.options.sessions_before);
}

/// The person has done this so often that a reminder is enough.
inline bool knows_it(const SessionPlan& plan, const State& state) { return sessions_before(plan, state) >= 3; }

/// The person came from a session in the same position, and has not been away since.
inline bool in_position(const State& state) {
  return state.frame.entry != WayIn::from_outside && state.tally.away == Time{0};
}

/// They go on with another exercise in it.
inline bool goes_on(const State& state) { return state.frame.entry == WayIn::from_another && in_position(state); }

/// Nothing is tried out before the block, and nothing compared after it.
inline bool straight_to_block(const State& state) { return state.frame.measure == Measure::never; }

inline int most_blocks(const SessionPlan& plan, const State& state) {
  const int most = plan.exercise.dose.most_blocks;
  return std::min(state.frame.blocks.value_or(most), most);
}

/// Holds of a side in a block.
inline int holds_each_side(const SessionPlan& plan, const State& state) {
  const int holds = holds_each_side(plan.exercise.movement.effort);
  return std::min(state.frame.repetitions.value_or(holds), holds);
}

inline Side side_that_begins(const SessionPlan& plan, const State& state, Phase phase) {
  return plan.first_side(phase, measure(plan, state), state.frame.first_side.value_or(Side::left));
}

}  // namespace stretchcore
