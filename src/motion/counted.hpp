#pragma once

// The signal whose strokes are counted: of each side, or of both.

#include <algorithm>

#include <stretchcore/motion/repetitions.hpp>

#include "sides_seen.hpp"

namespace stretchcore {

inline bool one_signal(const RepetitionPlan& plan) {
  return plan.counted_by != CountedBy::leading || plan.sides == Sides::midline;
}

inline bool of_both(const RepetitionPlan& plan) {
  return plan.sides == Sides::together && plan.counted_by != CountedBy::leading;
}

/// The signal that is counted, for what it is worth while it is not seen. No optional: made in memory, it would have to
/// be waited for.
struct Counted {
  Angle value;
  bool seen;
  Time at;  ///< of the latest number of it
};

inline Counted counted(const RepetitionPlan& plan, const SidesSeen& sides, Side side) {
  if (!one_signal(plan) || plan.sides == Sides::midline) {
    const Sighting& one = sides[side];
    return {one.smooth, one.followed, one.at};
  }
  const Sighting& left = sides[Side::left];
  const Sighting& right = sides[Side::right];
  const Angle sum = left.smooth + right.smooth;
  return {plan.counted_by == CountedBy::mean ? sum / 2.0 : sum, left.followed && right.followed,
          std::min(left.at, right.at)};
}

}  // namespace stretchcore
