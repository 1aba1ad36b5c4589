#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/fwd.hpp>

namespace stretchcore {

inline constexpr std::size_t longest_document = 8 * 1024 * 1024;  ///< [bytes]
inline constexpr int deepest_document = 32;                       ///< nested objects and arrays

/// A described value as JSON: members by name, enumerators by name, seconds and degrees as plain numbers, doubles
/// exact. It starts with `"schema"`. `indent` < 0 puts it on one line.
template <class T>
std::string to_json(const T& value, int indent = 2);

/// Reads what `to_json` writes. Missing members keep their defaults; unknown ones are refused with a suggestion.
/// Throws `DocumentError` with the path, the value and what was expected.
template <class T>
T from_json(std::string_view text);

/// An exercise is checked as well: what cannot be guided is not read.
template <>
STRETCHCORE_API Exercise from_json<Exercise>(std::string_view text);

// Both are compiled in the library for: Exercise, Routine, Person, SessionOptions, PhrasePack, Summary, Analysis, Event,
// Input, Repetition, Posture.

}  // namespace stretchcore
