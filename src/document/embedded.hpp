#pragma once

#include <span>
#include <string_view>

namespace stretchcore::detail {

/// A text file that is compiled into the library.
struct EmbeddedText {
  std::string_view name;  ///< of the file, without its ending
  std::string_view text;
};

/// The files of `src/document/catalog/`, in the order of `src/CMakeLists.txt`. The build generates the definition.
std::span<const EmbeddedText> embedded_exercises();

}  // namespace stretchcore::detail
