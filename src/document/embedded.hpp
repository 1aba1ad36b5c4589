#pragma once

#include <span>
#include <string_view>

#include <stretchcore/model/exercise.hpp>

namespace stretchcore::detail {

/// A text file that is compiled into the library.
struct EmbeddedText {
  std::string_view name;  ///< of the file, without its ending
  std::string_view text;
};

// The build generates the definitions.

/// The files of `src/document/catalog/`.
std::span<const EmbeddedText> embedded_exercises();
/// The files of `src/document/routines/`.
std::span<const EmbeddedText> embedded_routines();
/// An exercise as it is written, without looking for what `check` finds: the tests have looked at each embedded one.
Exercise read_unchecked(std::string_view text);

/// What the members of an exercise file mean, in one file: "Type.member" to a sentence or two.
std::span<const EmbeddedText> embedded_descriptions();

}  // namespace stretchcore::detail
