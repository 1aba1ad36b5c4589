#include "landmark_columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "place.hpp"
#include "units.hpp"

namespace stretchcore::detail {

namespace {

constexpr std::size_t parts_of_a_point = 4;

class ColumnReader {
 public:
  ColumnReader(const TableHeader& header, const ReadOptions& options) : header_(header), options_(options) {}

  LandmarkColumns read() {
    found_.layout.cells.resize(header_.names.size());
    take_time();
    for (std::size_t position = 0; position < header_.names.size(); ++position) {
      if (found_.layout.time && found_.layout.time->position == position) continue;
      if (const auto column = marker_column(header_.names[position])) take(position, *column);
    }
    leave_out_incomplete();
    found_.points.file_name = header_.file_name;
    found_.points.line = header_.line;
    return std::move(found_);
  }

 private:
  void take_time() {
    std::string theirs;
    for (const auto& [left, right] : options_.columns) {
      if (left == "time") theirs = right;
      if (right == "time" && theirs.empty()) theirs = left;
    }
    for (std::size_t position = 0; position < header_.names.size(); ++position) {
      const std::string& name = header_.names[position];
      const std::optional<double> unit =
          theirs.empty() ? usual_time(name) : (name == theirs ? std::optional{time_units(name)} : std::nullopt);
      if (!unit) continue;
      if (found_.layout.time) {
        fail_at(header_.file_name, header_.line, position + 1,
                "two columns for time, " + quoted_word(header_.names[found_.layout.time->position]) + " and " +
                    quoted_word(name) + "; say which with columns={\"time\": \"…\"} or --column time=…");
      }
      found_.layout.time = {position, *unit};
    }
    if (!theirs.empty() && !found_.layout.time) {
      fail_at(header_.file_name, header_.line, 0,
              "columns: time wants " + quoted_word(theirs) + ", which the file does not have");
    }
  }

  void take(std::size_t position, const MarkerColumn& column) {
    const auto [place, is_new] = point_of_.emplace(column.marker, found_.points.names.size());
    const std::size_t point = place->second;
    if (is_new) {
      found_.points.names.push_back(column.marker);
      columns_of_.push_back({});
    }
    auto& columns = columns_of_[point];
    std::optional<std::size_t>& slot = columns[static_cast<std::size_t>(column.part)];
    if (slot) {
      fail_at(header_.file_name, header_.line, position + 1,
              "two columns for one number, " + quoted_word(header_.names[*slot]) + " and " +
                  quoted_word(header_.names[position]));
    }
    slot = position;
    if (!column.unit) return;
    if (found_.points.units && *found_.points.units != *column.unit) {
      fail_at(header_.file_name, header_.line, position + 1,
              quoted_word(header_.names[position]) + " is in another unit than the columns before it");
    }
    found_.points.units = column.unit;
  }

  void leave_out_incomplete() {
    std::vector<std::string> names;
    bool depth = false;
    for (std::size_t point = 0; point < columns_of_.size(); ++point) {
      const auto& columns = columns_of_[point];
      const auto has = [&](PointPart part) { return columns[static_cast<std::size_t>(part)].has_value(); };
      if (!has(PointPart::x) || !has(PointPart::y)) continue;
      depth = depth || has(PointPart::z);
      for (std::size_t part = 0; part < parts_of_a_point; ++part) {
        if (columns[part]) found_.layout.cells[*columns[part]] = {names.size(), static_cast<PointPart>(part)};
      }
      names.push_back(found_.points.names[point]);
    }
    found_.points.names = std::move(names);
    found_.points.depth = depth;
  }

  const TableHeader& header_;
  const ReadOptions& options_;
  LandmarkColumns found_;
  std::map<std::string, std::size_t> point_of_;
  std::vector<std::array<std::optional<std::size_t>, parts_of_a_point>>
      columns_of_;  // of each point: where its parts stand
};

}  // namespace

LandmarkColumns landmark_columns(const TableHeader& header, const ReadOptions& options) {
  return ColumnReader{header, options}.read();
}

}  // namespace stretchcore::detail
