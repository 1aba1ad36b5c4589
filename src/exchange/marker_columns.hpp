#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/exchange/read_options.hpp>

#include "table_header.hpp"

namespace stretchcore::detail {

enum class PointPart { x, y, z, confidence };

/// The column of one number of a point, "LASI_x_mm" or "left_hip_visibility".
struct MarkerColumn {
  std::string marker;
  PointPart part = PointPart::x;
  std::optional<FileUnits> unit{};
};

/// What a column name says of a point; nothing for other columns. "x0", "y0", "z0" and "v0" are those of point 0.
std::optional<MarkerColumn> marker_column(std::string_view column_name);

/// Whether the markers of a Plug-in-Gait pelvis are among the columns.
bool has_pelvis_markers(const TableHeader& header);

}  // namespace stretchcore::detail
