#pragma once

#include <stretchcore/motion/repetitions.hpp>

// Movements with gaps in them: what a gap hides, and what can still be said.

namespace stretchcore {

/// A turn this near to the edge of a gap may lie in it: it is read from the samples on both sides of its moment.
inline constexpr Time at_edge{200'000'000};

/// One sample further: notes a gap that ends with it, and breaks off what was not seen for too long. `at` is the time
/// of the latest number; where numbers come that say nothing (a stuck sensor) it is no gap, the signal is lost.
void watch_gaps(StrokeState& stroke, Excursion& excursion, bool seen, Time at, Time now);

/// Whether the furthest moment of a side may lie in a gap.
bool hides_peak(const Excursion& excursion, Side side);

/// Whether what was taken for one movement may be two: a gap lasts as long as a movement of this person, or hides both
/// where one began and how far it went.
bool may_be_two(const RepetitionPlan& plan, const Excursion& excursion, const StrokeState& stroke);

}  // namespace stretchcore
