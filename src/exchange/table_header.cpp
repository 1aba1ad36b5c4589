#include "table_header.hpp"

#include <algorithm>

#include "limits.hpp"
#include "place.hpp"

namespace stretchcore::detail {

void fail_too_many_columns(std::string_view file_name, std::size_t line) {
  fail_at(file_name, line, 0, "has more than " + std::to_string(most_columns) + " columns, the most that are read");
}

std::string columns_found(const TableHeader& header) {
  constexpr std::size_t most_listed = 10;
  const std::size_t listed = std::min(most_listed, header.names.size());
  std::string found;
  for (std::size_t i = 0; i < listed; ++i) found += (i == 0 ? "" : ", ") + quoted_word(header.names[i]);
  if (listed == header.names.size()) return found;
  return found + " and " + std::to_string(header.names.size() - listed) + " more";
}

}  // namespace stretchcore::detail
