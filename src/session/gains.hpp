#pragma once

#include <span>

#include <stretchcore/stream/verdict.hpp>

#include "plan.hpp"
#include "session/state.hpp"

namespace stretchcore {

/// The repetitions of a stretch of the session, as far as they were kept.
std::span<const Repetition> openings(const State& state, const Openings& which);

/// The gain of the mean of both sides, measuring against the latest remeasuring. Undetermined when there was none, or
/// when the signal was given up.
Gain gain(const SessionPlan& plan, const State& state);

/// There is less range than before, or openings change nothing any more.
bool no_longer_helps(const SessionPlan& plan, const State& state);

/// The same side by side.
Bilateral<Gain> gain_by_side(const SessionPlan& plan, const State& state);

/// Whether a side may be named: of a source that can exchange them, only after a side check.
bool names_sides(const SessionPlan& plan, SideCheck sides);

/// Of a motion of the midline an end comes sooner, and no side is tighter.
Asymmetry in_words_of(const SessionPlan& plan, Asymmetry sides);

/// Right against left over all free openings of the latest measuring; undetermined where sides are doubtful.
Asymmetry asymmetry(const SessionPlan& plan, const State& state);

}  // namespace stretchcore
