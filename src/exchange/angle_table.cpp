#include "angle_table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "place.hpp"

namespace stretchcore::detail {

namespace {

constexpr double highest_rate = 100'000.0;

}  // namespace

std::optional<double> checked_frame_rate(const ReadOptions& options) {
  if (options.frame_rate && !(*options.frame_rate > 0.0 && *options.frame_rate <= highest_rate)) {
    throw RecordingError("frame_rate: expected more than 0 and at most 100000 frames a second, got " +
                         std::to_string(*options.frame_rate));
  }
  return options.frame_rate;
}

AngleTable::AngleTable(const TableHeader& header, const AngleLayout& layout, CellNumbers numbers, std::size_t rows,
                       double frame_rate)
    : header_(header),
      layout_(layout),
      numbers_(numbers),
      frame_rate_(frame_rate),
      clock_(layout.time ? layout.time->units_per_second : 1.0),
      take_(header.names.size(), ignored),
      columns_(layout.angles.size()) {
  if (layout.time) take_[layout.time->position] = time_taken;
  time_.reserve(rows);
  for (std::size_t a = 0; a < columns_.size(); ++a) {
    take_[layout.angles[a].position] = static_cast<int>(a);
    columns_[a].reserve(rows);
  }
  const auto last = std::find_if(take_.rbegin(), take_.rend(), [](int taken) { return taken != ignored; });
  end_of_wanted_ = static_cast<std::size_t>(take_.rend() - last);
}

void AngleTable::keep(std::size_t position, const CellValue& read, std::string_view cell, std::size_t line) {
  if (read.kind != CellKind::number && read.kind != CellKind::absent) fail(position, line, problem_with(read, cell));
  if (take_[position] == time_taken) {
    if (read.kind == CellKind::absent) fail(position, line, "is missing; every row needs one");
    const std::optional<double> seconds = clock_.seconds(read.value);
    if (!seconds) fail(position, line, quoted_word(cell) + " is more than a year from the start");
    time_.push_back(*seconds);
    return;
  }
  const auto angle = static_cast<std::size_t>(take_[position]);
  // An absent cell is not multiplied, so that every absent cell has the same bits.
  const double degrees = read.kind == CellKind::absent ? read.value : read.value * layout_.angles[angle].factor;
  if (std::isinf(degrees)) fail(position, line, quoted_word(cell) + " is out of range");
  columns_[angle].push_back(degrees);
}

void AngleTable::end_row(std::size_t cells, std::size_t line) {
  if (cells == take_.size()) {
    if (!layout_.time) time_.push_back(static_cast<double>(time_.size()) / frame_rate_);
    return;
  }
  fail_at(header_.file_name, line, std::min(cells, take_.size()) + 1,
          "the row has " + std::to_string(cells) + (cells == 1 ? " cell" : " cells") + ", the header has " +
              std::to_string(take_.size()));
}

Recording AngleTable::recording() {
  if (time_.empty()) fail_at(header_.file_name, header_.line, 0, "no rows after the header line");
  Recording recording{std::move(time_)};
  for (std::size_t a = 0; a < columns_.size(); ++a) recording.set(layout_.angles[a].channel, std::move(columns_[a]));
  return recording;
}

void AngleTable::fail(std::size_t position, std::size_t line, const std::string& problem) const {
  const int taken = take_[position];
  const std::string& theirs = header_.names[position];
  std::string what{taken == time_taken ? "time" : name(layout_.angles[static_cast<std::size_t>(taken)].channel)};
  if (theirs != what) what += " (" + quoted_word(theirs) + ")";
  fail_at(header_.file_name, line, position + 1, what + ": " + problem);
}

}  // namespace stretchcore::detail
