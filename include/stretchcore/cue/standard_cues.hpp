#pragma once

#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/cue.hpp>

namespace stretchcore {

/// Words for every moment that an author may leave out, in English, German and Spanish; they name no part of the body.
/// An exercise's own cues of a moment take the place of all of these of that moment. `rule`, `advice` and `caution`
/// have none: their words come from the rules, the stop symptoms and the conditions. Nor have the moments
/// `of_emergency`: their words are in `emergency_cues` and `body_words`, and no exercise has others.
STRETCHCORE_API std::vector<Cue> standard_cues();

}  // namespace stretchcore
