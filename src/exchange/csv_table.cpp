#include "csv_table.hpp"

#include <string>

namespace stretchcore::detail {

namespace {

std::string_view of_bearable_size(std::string_view text, std::string_view file_name) {
  if (text.size() > most_bytes) fail_at(file_name, 0, 0, "is larger than 2 GB");
  return text;
}

}  // namespace

CsvTable::CsvTable(std::string_view text, std::string_view file_name, const std::function<void(double)>& progress)
    : whole_(text.size()),
      cells_(of_bearable_size(text, file_name), file_name),
      progress_(progress, text.size()),
      header_{cells_.header(), file_name, cells_.header_line()} {}

std::size_t CsvTable::most_rows() const {
  return std::min(cells_.lines_left(), cells_.bytes_left() / header_.names.size() + 1);
}

bool CsvTable::only_blank_lines_follow() {
  while (!cells_.at_end() && cells_.skip_blank_line()) {
  }
  return cells_.at_end();
}

}  // namespace stretchcore::detail
