#pragma once

#include <stretchcore/motion/repetitions.hpp>

#include "sides_seen.hpp"

// How far a movement under way has gone, and how still the guarded parts were.

namespace stretchcore {

/// The guarded channels, as far as they are seen.
Guarded guarded_now(const RepetitionPlan& plan, const Sightings& seen);

/// One sample further; at home it is only remembered.
void track(const RepetitionPlan& plan, Excursion& excursion, RecentSamples& recent, const SeenFrom& seen,
           const NeutralState& neutral, Time now, bool moving);

/// Nothing follows: what the latest samples show counts too.
void track_to_the_end(const RepetitionPlan& plan, Excursion& excursion, RecentSamples& recent);

/// Reach is peak where the guarded parts stayed still throughout, and never more than it.
std::optional<Angle> reach_of(const ExtremeState& extreme);

}  // namespace stretchcore
