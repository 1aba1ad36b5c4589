#include "point_table.hpp"

#include <algorithm>
#include <utility>

#include "place.hpp"

namespace stretchcore::detail {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// A point without a z column lies in the plane, one without a confidence was seen where it has coordinates.
std::vector<Landmark> blank_row(const PointLayout& layout, std::size_t points) {
  std::vector<Landmark> row(points, Landmark{nothing, nothing, 0.0, 1.0});
  for (const auto& cell : layout.cells) {
    if (cell && cell->part == PointPart::z) row[cell->point].z = nothing;
    if (cell && cell->part == PointPart::confidence) row[cell->point].confidence = nothing;
  }
  return row;
}

double& part_of(Landmark& landmark, PointPart part) {
  switch (part) {
    case PointPart::x:
      return landmark.x;
    case PointPart::y:
      return landmark.y;
    case PointPart::z:
      return landmark.z;
    case PointPart::confidence:
      break;
  }
  return landmark.confidence;
}

}  // namespace

PointTable::PointTable(const TableHeader& header, const PointLayout& layout, PointPlan plan, CellNumbers numbers,
                       std::size_t rows, double frame_rate)
    : header_(header),
      layout_(layout),
      rows_(std::move(plan), rows),
      numbers_(numbers),
      frame_rate_(frame_rate),
      clock_(layout.time ? layout.time->units_per_second : 1.0),
      blank_(blank_row(layout, rows_.plan().places.size())),
      row_(blank_) {
  wanted_.resize(layout.cells.size(), false);
  for (std::size_t position = 0; position < layout.cells.size(); ++position) {
    const auto& cell = layout.cells[position];
    wanted_[position] = (cell && rows_.wants(cell->point)) || (layout.time && layout.time->position == position);
    if (wanted_[position]) end_of_wanted_ = position + 1;
  }
}

void PointTable::keep(std::size_t position, const CellValue& read, std::string_view cell, std::size_t line) {
  if (read.kind != CellKind::number && read.kind != CellKind::absent) fail(position, line, problem_with(read, cell));
  if (!layout_.time || layout_.time->position != position) {
    const PointLayout::Cell& wanted = *layout_.cells[position];
    part_of(row_[wanted.point], wanted.part) = read.value;
    return;
  }
  if (read.kind == CellKind::absent) fail(position, line, "is missing; every row needs one");
  const std::optional<double> seconds = clock_.seconds(read.value);
  if (!seconds) fail(position, line, quoted_word(cell) + " is more than a year from the start");
  time_ = *seconds;
}

void PointTable::end_row(std::size_t cells, std::size_t line) {
  if (cells != layout_.cells.size()) {
    fail_at(header_.file_name, line, std::min(cells, layout_.cells.size()) + 1,
            "the row has " + std::to_string(cells) + (cells == 1 ? " cell" : " cells") + ", the header has " +
                std::to_string(layout_.cells.size()));
  }
  rows_.begin_row(layout_.time ? time_ : static_cast<double>(rows_.size()) / frame_rate_);
  for (std::size_t point = 0; point < row_.size(); ++point) rows_.set(point, row_[point]);
  row_ = blank_;
}

LandmarkRecording PointTable::recording(const std::optional<Source>& source) {
  if (rows_.size() == 0) fail_at(header_.file_name, header_.line, 0, "no rows after the header line");
  return rows_.recording(source);
}

void PointTable::fail(std::size_t position, std::size_t line, const std::string& problem) const {
  fail_at(header_.file_name, line, position + 1, quoted_word(header_.names[position]) + ": " + problem);
}

}  // namespace stretchcore::detail
