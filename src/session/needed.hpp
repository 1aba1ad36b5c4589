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

}  // namespace stretchcore
