#pragma once

#include <string>

#include <stretchcore/export.hpp>

namespace stretchcore {

/// The JSON Schema (draft 2020-12) of an exercise document, for editors and other languages. It knows types, words and
/// units; limits and rules are the reader's.
STRETCHCORE_API std::string exercise_schema();

/// The same of a routine document.
STRETCHCORE_API std::string routine_schema();

}  // namespace stretchcore
