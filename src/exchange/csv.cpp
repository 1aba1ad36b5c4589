#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/csv.hpp>

#include "csv_cells.hpp"
#include "csv_layout.hpp"
#include "limits.hpp"
#include "place.hpp"

namespace stretchcore {

namespace {

using detail::CellKind;
using detail::CellValue;
using detail::CsvCells;
using detail::CsvHeader;
using detail::CsvLayout;
using detail::fail_at;
using detail::quoted;

constexpr std::size_t most_columns = 4096;

/// One line after the other into columns.
class TableReader {
 public:
  TableReader(CsvCells& cells, const CsvHeader& header, const CsvLayout& layout)
      : cells_(cells),
        header_(header),
        layout_(layout),
        numbers_(cells.delimiter()),
        take_(header.names.size(), ignored),
        columns_(layout.angles.size()) {
    take_[layout.time.position] = time_taken;
    const std::size_t rows = std::min(cells.newlines_left() + 1, cells.bytes_left() / header.names.size() + 1);
    time_.reserve(rows);
    for (std::size_t a = 0; a < columns_.size(); ++a) {
      take_[layout.angles[a].position] = static_cast<int>(a);
      columns_[a].reserve(rows);
    }
  }

  Recording read() {
    while (!cells_.at_end()) {
      const std::size_t line = cells_.line();
      if (!cells_.skip_blank_line()) {
        read_line();
      } else if (!only_blank_lines_follow()) {
        fail_at(header_.file_name, line, 0, "an empty line inside the table");
      }
    }
    if (time_.empty()) fail_at(header_.file_name, header_.line, 0, "no rows after the header line");
    Recording recording{std::move(time_)};
    for (std::size_t a = 0; a < columns_.size(); ++a) recording.set(layout_.angles[a].channel, std::move(columns_[a]));
    return recording;
  }

 private:
  static constexpr int ignored = -1;
  static constexpr int time_taken = -2;

  struct Place {
    std::size_t position;
    std::size_t line;
  };

  bool only_blank_lines_follow() {
    while (!cells_.at_end() && cells_.skip_blank_line()) {
    }
    return cells_.at_end();
  }

  void read_line() {
    const std::size_t line = cells_.line();
    std::size_t position = 0;
    do {
      const std::size_t cell_line = cells_.line();
      const std::string_view cell = cells_.next();
      if (position < take_.size() && take_[position] != ignored) take(position, cell, cell_line);
      ++position;
    } while (!cells_.line_ended());
    if (position == take_.size()) return;
    fail_at(header_.file_name, line, std::min(position, take_.size()) + 1,
            "the row has " + std::to_string(position) + (position == 1 ? " cell" : " cells") + ", the header has " +
                std::to_string(take_.size()));
  }

  void take(std::size_t position, std::string_view cell, std::size_t line) {
    const CellValue read = numbers_.read(cell);
    const auto place = Place{position, line};
    switch (read.kind) {
      case CellKind::number:
      case CellKind::absent:
        break;
      case CellKind::not_a_number:
        fail(place, quoted(cell) + " is not a number");
      case CellKind::out_of_range:
        fail(place, quoted(cell) + " is out of range");
      case CellKind::mixed_decimal_marks:
        fail(place, quoted(cell) + " does not fit: the file has both a decimal comma and a decimal point");
    }
    if (take_[position] == time_taken) {
      if (read.kind == CellKind::absent) fail(place, "is missing; every row needs one");
      const std::optional<double> seconds = since_start(read.value);
      if (!seconds) fail(place, quoted(cell) + " is more than a year from the start");
      time_.push_back(*seconds);
      return;
    }
    const auto angle = static_cast<std::size_t>(take_[position]);
    // An absent cell is not multiplied, so that every absent cell has the same bits.
    const double degrees = read.kind == CellKind::absent ? read.value : read.value * layout_.angles[angle].factor;
    if (std::isinf(degrees)) fail(place, quoted(cell) + " is out of range");
    columns_[angle].push_back(degrees);
  }

  std::optional<double> since_start(double units) {
    const double per_second = layout_.time.units_per_second;
    // A recording by a clock that began in 1970 is counted from its first row: the doubles keep their nanoseconds.
    constexpr double longest_recording = 366.0 * 24.0 * 3600.0;
    if (time_.empty()) zero_ = std::fabs(units / per_second) > longest_recording ? units : 0.0;
    const double seconds = (units - zero_) / per_second;
    return std::fabs(seconds) <= longest_recording ? std::optional{seconds} : std::nullopt;
  }

  [[noreturn]] void fail(Place place, const std::string& problem) const {
    const int taken = take_[place.position];
    const std::string& theirs = header_.names[place.position];
    std::string what{taken == time_taken ? "time" : name(layout_.angles[static_cast<std::size_t>(taken)].channel)};
    if (theirs != what) what += " (" + quoted(theirs) + ")";
    fail_at(header_.file_name, place.line, place.position + 1, what + ": " + problem);
  }

  CsvCells& cells_;
  const CsvHeader& header_;
  const CsvLayout& layout_;
  detail::CellNumbers numbers_;
  std::vector<int> take_;  // for each column of the file: its place among the angles, or one of the two above
  double zero_ = 0.0;
  std::vector<double> time_;
  std::vector<std::vector<double>> columns_;  // as layout_.angles
};

}  // namespace

Recording parse_csv(std::string_view text, const ReadOptions& options, std::string_view file_name) {
  if (text.size() > detail::most_bytes) fail_at(file_name, 0, 0, "is larger than 2 GB");
  CsvCells cells{text, file_name};
  CsvHeader header{{}, file_name, 0};
  header.names = cells.header();
  header.line = cells.header_line();
  if (header.names.size() > most_columns) {
    fail_at(file_name, header.line, 0,
            "has " + std::to_string(header.names.size()) + " columns; at most " + std::to_string(most_columns) +
                " are read");
  }
  const CsvLayout layout = csv_layout(header, options.columns);
  Recording recording = TableReader{cells, header, layout}.read();
  recording.source = options.source;
  if (!recording.source && has_pelvis_markers(header)) recording.source = Source::optical_markers;
  return recording;
}

}  // namespace stretchcore
