#include "imu_track.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "csv_cells.hpp"
#include "detail/maths.hpp"
#include "place.hpp"
#include "units.hpp"
#include "words.hpp"

namespace stretchcore::detail {

namespace {

// Five samples at 50 Hz. Someone who moves fast turns by 30° in it, along an arc that is still nearly one.
constexpr double longest_gap = 0.1;

constexpr const char* expected = "expected a time, w, x, y and z";

enum Quantity { time, w, x, y, z };
constexpr std::size_t quantities = 5;
constexpr std::array<std::string_view, quantities> column_names{"time", "w", "x", "y", "z"};

/// Which column each quantity stands in.
struct Layout {
  std::array<std::size_t, quantities> position{};
  double units_per_second = 1.0;
  std::size_t columns = 0;
};

std::optional<std::size_t> quantity_of(std::string_view column_name) {
  if (usual_time(column_name)) return time;
  const std::vector<std::string> words = words_of(column_name);
  if (words.empty()) return std::nullopt;
  std::string_view last = words.back();
  if (last.size() == 2 && last.front() == 'q') last.remove_prefix(1);
  const auto* const found = std::find(column_names.begin() + w, column_names.end(), last);
  return found == column_names.end() ? std::nullopt
                                     : std::optional{static_cast<std::size_t>(found - column_names.begin())};
}

Layout layout_of(const std::vector<std::string>& header, std::string_view file_name, std::size_t line) {
  Layout layout;
  layout.columns = header.size();
  layout.position.fill(header.size());
  for (std::size_t column = 0; column < header.size(); ++column) {
    const auto quantity = quantity_of(header[column]);
    if (!quantity) continue;
    std::size_t& position = layout.position[*quantity];
    if (position != header.size()) {
      fail_at(file_name, line, column + 1,
              "two columns for " + std::string{column_names[*quantity]} + ", " + quoted_word(header[position]) +
                  " and " + quoted_word(header[column]));
    }
    position = column;
    if (*quantity == time) layout.units_per_second = *usual_time(header[column]);
  }
  for (std::size_t quantity = 0; quantity < quantities; ++quantity) {
    if (layout.position[quantity] != header.size()) continue;
    std::string found;
    for (std::size_t i = 0; i < std::min<std::size_t>(header.size(), 10); ++i) {
      found += (found.empty() ? "" : ", ") + quoted_word(header[i]);
    }
    fail_at(file_name, line, 0,
            "no column for " + std::string{column_names[quantity]} + "; " + expected + ", found " + found);
  }
  return layout;
}

class TrackReader {
 public:
  TrackReader(CsvCells& cells, const Layout& layout, std::string_view file_name)
      : cells_(cells), layout_(layout), file_name_(file_name), numbers_(cells.delimiter()) {}

  ImuTrack read() {
    while (!cells_.at_end()) {
      if (!cells_.skip_blank_line()) read_line();
    }
    return std::move(track_);
  }

 private:
  void read_line() {
    line_ = cells_.line();
    std::array<double, quantities> row{};
    std::size_t position = 0;
    do {
      const std::string_view cell = cells_.next();
      for (std::size_t quantity = 0; quantity < quantities; ++quantity) {
        if (layout_.position[quantity] == position) row[quantity] = number(quantity, cell);
      }
      ++position;
    } while (!cells_.line_ended());
    if (position != layout_.columns) {
      fail_at(file_name_, line_, std::min(position, layout_.columns) + 1,
              "the row has " + std::to_string(position) + (position == 1 ? " cell" : " cells") + ", the header has " +
                  std::to_string(layout_.columns));
    }

    const Orientation orientation{row[w], row[x], row[y], row[z]};
    if (!orientation.seen()) {
      fail_at(file_name_, line_, layout_.position[w] + 1,
              "w, x, y, z have the norm " + std::to_string(orientation.norm()) +
                  ", expected 1 within 0.001: no unit quaternion");
    }
    const double seconds = row[time] / layout_.units_per_second;
    if (!track_.time.empty() && !(seconds > track_.time.back())) {
      fail_at(file_name_, line_, layout_.position[time] + 1, "time: does not increase from the row before");
    }
    track_.time.push_back(seconds);
    track_.orientations.push_back(orientation);
  }

  double number(std::size_t quantity, std::string_view cell) {
    const CellValue value = numbers_.read(cell);
    if (value.kind == CellKind::number) return value.value;
    const std::string problem = value.kind == CellKind::absent ? "is missing; every row needs one"
                                : value.kind == CellKind::out_of_range
                                    ? quoted_word(cell) + " is out of range"
                                    : quoted_word(cell) + " is not a number, or not with the file's decimal mark";
    fail_at(file_name_, line_, layout_.position[quantity] + 1, std::string{column_names[quantity]} + ": " + problem);
  }

  CsvCells& cells_;
  const Layout& layout_;
  std::string_view file_name_;
  CellNumbers numbers_;
  std::size_t line_ = 0;
  ImuTrack track_;
};

/// A quaternion and its negative are the same turn; the shorter way is taken between two.
Orientation slerp(const Orientation& a, const Orientation& b, double share) {
  const double dot = a.w * b.w + a.x * b.x + a.y * b.y + a.z * b.z;
  const double angle = maths::acos(std::fmin(1.0, std::fabs(dot)));
  const double whole = maths::sin_cos(angle).sin;
  const bool close = whole < 1e-6;  // there the arc is a line to all digits
  const double of_a = close ? 1.0 - share : maths::sin_cos((1.0 - share) * angle).sin / whole;
  const double of_b = (close ? share : maths::sin_cos(share * angle).sin / whole) * (dot < 0.0 ? -1.0 : 1.0);
  const Orientation sum{of_a * a.w + of_b * b.w, of_a * a.x + of_b * b.x, of_a * a.y + of_b * b.y,
                        of_a * a.z + of_b * b.z};
  const double norm = sum.norm();
  return {sum.w / norm, sum.x / norm, sum.y / norm, sum.z / norm};
}

}  // namespace

Orientation ImuTrack::at(double seconds) const {
  const auto after = static_cast<std::size_t>(std::lower_bound(time.begin(), time.end(), seconds) - time.begin());
  if (after < time.size() && time[after] == seconds) return orientations[after];
  if (after == 0 || after == time.size()) return not_seen;
  const double gap = time[after] - time[after - 1];
  if (gap > longest_gap) return not_seen;
  return slerp(orientations[after - 1], orientations[after], (seconds - time[after - 1]) / gap);
}

ImuTrack parse_imu_track(std::string_view text, std::string_view file_name) {
  CsvCells cells{text, file_name};
  const std::vector<std::string> header = cells.header();
  const Layout layout = layout_of(header, file_name, cells.header_line());
  ImuTrack track = TrackReader{cells, layout, file_name}.read();
  if (track.time.empty()) fail_at(file_name, cells.header_line(), 0, "no rows after the header line");
  return track;
}

}  // namespace stretchcore::detail
