#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What the files of pause/ share; no other folder includes it.

inline constexpr Time healthy_for{1'000'000'000};  ///< so long a signal or a rule must be well again

// going_back.cpp

/// The time of a pause does not count.
void leave_out(Step& step, Time away);

// anew.cpp

/// The person lies down again, and what sees them may have been moved: how they lay, which side is which and how far
/// they came say nothing of what comes. A sensor that was stuck is still stuck.
void set_up_anew(Step& step);

}  // namespace stretchcore
