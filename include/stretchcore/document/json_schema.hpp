#pragma once

#include <string>

namespace stretchcore {

/// The JSON Schema (draft 2020-12) of an exercise document, for editors and other languages. It knows types, words and
/// units; limits and rules are the reader's.
std::string exercise_schema();

}  // namespace stretchcore
