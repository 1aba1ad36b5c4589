#pragma once

#include <string>

#include "plan.hpp"

namespace stretchcore {

/// What a session needs from its start to the end of its second measuring, with one block in between, when the person
/// keeps the tempo of the exercise and everything goes well.
struct Needed {
  int openings = 0;
  Time moving{0};
  Time in_position{0};
};

/// By the times and words of the plan, for a source that sees the person.
Needed needed_for_both_measurings(const SessionPlan& plan);

/// One hold of a block, or one opening, with the words that lead into it.
Needed needed_for_one(const SessionPlan& plan);

/// From the end of one side's turn to the first movement of the other's.
Time needed_for_change(const SessionPlan& plan);

}  // namespace stretchcore
