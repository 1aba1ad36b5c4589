#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/stream/recording.hpp>

#include "angle_layout.hpp"
#include "csv_cells.hpp"

namespace stretchcore::detail {

/// The rate of the frames, checked. Throws `RecordingError` if there is one that cannot be.
std::optional<double> checked_frame_rate(const ReadOptions& options);

/// Counts seconds from the rows of a table: from the first of them where a clock began long ago.
class RowClock {
 public:
  explicit RowClock(double units_per_second) : units_per_second_(units_per_second) {}

  /// Nothing for a time more than a year from the start.
  std::optional<double> seconds(double units) {
    if (!begun_) begin(units);
    const double seconds = (units - zero_) / units_per_second_;
    return std::fabs(seconds) <= longest_recording ? std::optional{seconds} : std::nullopt;
  }

 private:
  // A recording by a clock that began in 1970 is counted from its first row: the doubles keep their nanoseconds.
  static constexpr double longest_recording = 366.0 * 24.0 * 3600.0;  // [s]

  void begin(double units) {
    begun_ = true;
    if (std::fabs(units / units_per_second_) > longest_recording) zero_ = units;
  }

  double units_per_second_;
  double zero_ = 0.0;
  bool begun_ = false;
};

/// Gathers the angles of a table, cell by cell.
class AngleTable {
 public:
  /// `rows` is what to make room for. A layout without time counts rows at `frame_rate` [Hz].
  AngleTable(const TableHeader& header, const AngleLayout& layout, CellNumbers numbers, std::size_t rows,
             double frame_rate);

  bool wants(std::size_t position) const { return position < take_.size() && take_[position] != ignored; }
  std::size_t end_of_wanted() const { return end_of_wanted_; }
  /// The cell at a position that is wanted; line and position say where it stands.
  void take(std::size_t position, std::string_view cell, std::size_t line) {
    keep(position, numbers_.read(cell), cell, line);
  }
  void take(std::size_t position, const PlainNumber& number, std::size_t line) {
    const int taken = take_[position];
    if (!numbers_.fits(number)) return take(position, number.cell, line);
    if (taken >= 0) {
      const auto angle = static_cast<std::size_t>(taken);
      columns_[angle].push_back(number.value * layout_.angles[angle].factor);
    } else if (const std::optional<double> seconds = clock_.seconds(number.value)) {
      time_.push_back(*seconds);
    } else {
      take(position, number.cell, line);
    }
  }
  /// The row is over. Throws `RecordingError` if it had too few or too many cells.
  void end_row(std::size_t cells, std::size_t line);
  std::size_t rows() const { return time_.size(); }
  /// Throws `RecordingError` if there was no row.
  Recording recording();

 private:
  static constexpr int ignored = -1;
  static constexpr int time_taken = -2;

  void keep(std::size_t position, const CellValue& read, std::string_view cell, std::size_t line);
  [[noreturn]] void fail(std::size_t position, std::size_t line, const std::string& problem) const;

  const TableHeader& header_;
  const AngleLayout& layout_;
  CellNumbers numbers_;
  double frame_rate_;
  RowClock clock_;
  std::size_t end_of_wanted_ = 0;
  std::vector<int> take_;  // for each column of the file: its place among the angles, or one of the two above
  std::vector<double> time_;
  std::vector<std::vector<double>> columns_;  // as layout_.angles
};

}  // namespace stretchcore::detail
