#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What the files of watch/ share; no other folder includes it.

// responding.cpp

/// Does what a violated rule asks for, unless the person rests or is just being told what to do; false then. The caller
/// says why. Those words come after what to do, because a pause and a stop cut off everything else that is being said.
bool respond_to(Step& step, std::size_t i);

}  // namespace stretchcore
