#pragma once

#include <vector>

#include <stretchcore/model/cue.hpp>

namespace stretchcore {

/// Words for every moment that an author may leave out, in English, German and Spanish; they name no part of the body.
/// An exercise's own cues of a moment take the place of all of these of that moment. `rule` and `advice` have none:
/// their words come from the rules and the stop symptoms.
std::vector<Cue> standard_cues();

}  // namespace stretchcore
