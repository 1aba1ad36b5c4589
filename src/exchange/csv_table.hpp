#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string_view>

#include "csv_cells.hpp"
#include "limits.hpp"
#include "place.hpp"
#include "progress.hpp"
#include "table_header.hpp"

namespace stretchcore::detail {

/// A header line and the rows below it.
class CsvTable {
 public:
  /// Reads the header. Throws `RecordingError` for text without one, and for too much of it.
  CsvTable(std::string_view text, std::string_view file_name, const std::function<void(double)>& progress);

  const TableHeader& header() const { return header_; }
  CellNumbers numbers() const { return CellNumbers{cells_.delimiter()}; }
  /// Rows to make room for: never more than the bytes that are left can be.
  std::size_t most_rows() const;

  /// Hands the rows over cell by cell, if `wants(position)`: `take(position, cell, line)` with its text or its number,
  /// and, after the last, `end_row(cells, line)`. Nothing is wanted from `end_of_wanted()` on.
  template <class Rows>
  void read(Rows& rows) {
    PlainNumber number;
    while (!cells_.at_end()) {
      const std::size_t line = cells_.line();
      if (!cells_.skip_blank_line()) {
        std::size_t position = 0;
        do {
          const std::size_t cell_line = cells_.line();
          if (position >= rows.end_of_wanted()) {
            const std::size_t skipped = cells_.skip_line();
            position += skipped;
            if (skipped > 0) break;
          }
          const bool wanted = rows.wants(position);
          if (wanted && cells_.take_plain(number)) {
            rows.take(position, number, cell_line);
          } else {
            const std::string_view cell = cells_.next();
            if (wanted) rows.take(position, cell, cell_line);
          }
          ++position;
        } while (!cells_.line_ended());
        rows.end_row(position, line);
        progress_.at(whole_ - cells_.bytes_left());
      } else if (!only_blank_lines_follow()) {
        fail_at(header_.file_name, line, 0, "an empty line inside the table");
      }
    }
  }

 private:
  bool only_blank_lines_follow();

  std::size_t whole_;
  CsvCells cells_;
  Progress progress_;
  TableHeader header_;
};

}  // namespace stretchcore::detail
