#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stretchcore::detail {

/// The names of a table's columns and where they stand, for messages.
struct TableHeader {
  std::vector<std::string> names;
  std::string_view file_name;
  std::size_t line = 1;
};

/// Throws `RecordingError`: a table may have `most_columns`.
[[noreturn]] void fail_too_many_columns(std::string_view file_name, std::size_t line);

/// The names in quotes, the first ten of them.
std::string columns_found(const TableHeader& header);

}  // namespace stretchcore::detail
