#pragma once

// Where the person lay before they moved.

#include <optional>

#include <stretchcore/motion/neutral.hpp>
#include <stretchcore/motion/repetitions.hpp>

namespace stretchcore {

/// Keeps where both sides were seen first, and whether they moved right after.
void note_first(const RepetitionPlan& plan, RepetitionState& state, const Sightings& seen, Time now);

/// Where the signal that is counted lay before the movement, in its direction; empty where that is not known.
std::optional<Angle> counted_rest(const RepetitionPlan& plan, const RepetitionState& state, const NeutralState& neutral,
                                  Side side);

}  // namespace stretchcore
