#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stretchcore::detail {

/// A word of a file or of a caller in quotes, fit for a message: short, valid UTF-8, no control characters.
std::string quoted_word(std::string_view word);

/// Throws `RecordingError` with the place in front, "file.csv:12:7: …"; 0 leaves a part of the place out.
[[noreturn]] void fail_at(std::string_view file_name, std::size_t line, std::size_t column, const std::string& problem);

}  // namespace stretchcore::detail
