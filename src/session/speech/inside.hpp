#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What the files of speech/ share; no other folder includes it.

// choosing.cpp

/// Getting into position may depend on the side that begins.
std::optional<Side> side_of(StepView step, Moment moment);

// sparing.cpp

/// Why a cue is not even wanted, though its moment has come; nothing if it is.
std::optional<DropReason> reason_to_spare(Step& step, int cue);

}  // namespace stretchcore
