#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/motion/landmark_recording.hpp>

#include "angle_table.hpp"
#include "csv_cells.hpp"
#include "landmark_rows.hpp"
#include "marker_columns.hpp"
#include "table_header.hpp"

namespace stretchcore::detail {

/// Which columns of a table hold which number of which point.
struct PointLayout {
  struct Cell {
    std::size_t point = 0;
    PointPart part = PointPart::x;
  };
  std::optional<AngleLayout::TimeColumn> time{};
  std::vector<std::optional<Cell>> cells{};  ///< of each column; nothing for one that is not read
};

/// Gathers the points of a table, cell by cell. A point is seen in a row that has all its coordinates.
class PointTable {
 public:
  /// `rows` is what to make room for. A layout without time counts rows at `frame_rate` [Hz].
  PointTable(const TableHeader& header, const PointLayout& layout, PointPlan plan, CellNumbers numbers,
             std::size_t rows, double frame_rate);

  bool wants(std::size_t position) const { return position < wanted_.size() && wanted_[position]; }
  std::size_t end_of_wanted() const { return end_of_wanted_; }
  /// The cell at a position that is wanted; line and position say where it stands.
  void take(std::size_t position, std::string_view cell, std::size_t line) {
    keep(position, numbers_.read(cell), cell, line);
  }
  void take(std::size_t position, const PlainNumber& number, std::size_t line) {
    if (numbers_.fits(number)) {
      keep(position, {CellKind::number, number.value}, number.cell, line);
    } else {
      take(position, number.cell, line);
    }
  }
  /// The row is over. Throws `RecordingError` if it had too few or too many cells.
  void end_row(std::size_t cells, std::size_t line);
  std::size_t rows() const { return rows_.size(); }
  /// Throws `RecordingError` if there was no row.
  LandmarkRecording recording(const std::optional<Source>& source);

 private:
  void keep(std::size_t position, const CellValue& read, std::string_view cell, std::size_t line);
  [[noreturn]] void fail(std::size_t position, std::size_t line, const std::string& problem) const;

  const TableHeader& header_;
  const PointLayout& layout_;
  LandmarkRows rows_;
  CellNumbers numbers_;
  double frame_rate_;
  RowClock clock_;
  std::vector<bool> wanted_;
  std::size_t end_of_wanted_ = 0;
  std::vector<Landmark> blank_;  // what every row begins with
  std::vector<Landmark> row_;    // by the file's points
  double time_ = std::numeric_limits<double>::quiet_NaN();
};

}  // namespace stretchcore::detail
