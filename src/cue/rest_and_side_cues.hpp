#pragma once

#include <vector>

#include <stretchcore/model/cue.hpp>

namespace stretchcore::detail {

/// The standard words of a rest, and those that name a side: a part of `standard_cues`.
std::vector<Cue> rest_and_side_cues();

}  // namespace stretchcore::detail
