#pragma once

#include "point_plan.hpp"
#include "point_table.hpp"
#include "table_header.hpp"

namespace stretchcore::detail {

/// The points that the columns of a table name, and where their numbers stand.
struct LandmarkColumns {
  FilePoints points{};
  PointLayout layout{};
};

/// Reads the header. Points that lack x or y are left out. Throws `RecordingError` for two units and for two columns of
/// one number.
LandmarkColumns landmark_columns(const TableHeader& header, const ReadOptions& options);

}  // namespace stretchcore::detail
