#pragma once

#include <vector>

#include <stretchcore/session/check.hpp>

namespace stretchcore {

/// What is doubtful about the words of an exercise: what nothing fills in, what is missing in a language, what is too
/// long for its moment, and which words of safety have no reader.
void check_words(const Exercise& exercise, std::vector<Finding>& findings);

}  // namespace stretchcore
