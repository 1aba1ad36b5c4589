#pragma once

#include <stretchcore/motion/repetitions.hpp>

// How far a movement under way has gone, and how still the guarded parts were.

namespace stretchcore {

inline bool fresh(const SignalState& signals, Channel c, Time now) { return health(signals, c, now) == Health::fresh; }

/// Whether a channel still shows if someone goes out and back: also one that is doubted does, in what the gate lets
/// through. How far she went is asked only of one that is fresh.
inline bool followed(const SignalState& signals, Channel c, Time now) {
  const Health h = health(signals, c, now);
  const bool doubted = h == Health::jumping || h == Health::implausible;
  return h == Health::fresh || (doubted && signals[c].seen() && now - signals[c].at() <= stale_after);
}

/// The guarded channels, as far as they are seen.
Guarded guarded_now(const RepetitionPlan& plan, const SignalState& signals, Time now);

/// One sample further; at home it is only remembered.
void track(const RepetitionPlan& plan, Excursion& excursion, RecentSamples& recent, const SignalState& signals,
           const NeutralState& neutral, Time now, bool moving);

/// Nothing follows: what the latest samples show counts too.
void track_to_the_end(Excursion& excursion, RecentSamples& recent);

/// Reach is peak where the guarded parts stayed still throughout, and never more than it.
std::optional<Angle> reach_of(const ExtremeState& extreme);

}  // namespace stretchcore
