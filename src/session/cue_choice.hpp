#pragma once

#include <cstddef>
#include <optional>

#include "plan.hpp"

namespace stretchcore {

/// The place of a moment in lists that have an entry for each.
constexpr std::size_t slot_of(Moment moment) { return static_cast<std::size_t>(moment); }

/// The cue that would be said for a moment when `said` of its cues have been said; −1 if it has no words. `following`
/// as in `Sight`.
int pick_cue(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side, int said);

/// How many cues a moment has.
int count_cues(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side);

}  // namespace stretchcore
