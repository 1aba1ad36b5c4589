#pragma once

#include <string_view>

#include <stretchcore/exchange/export.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

/// Reads comma-, semicolon- or tab-separated text with a header line; lines before it that start with # are skipped.
///
/// * Columns with our channel names are degrees; `…_rad` is radians, `…_deg` degrees. Other columns are ignored.
/// * One time column: time, t, timestamp or seconds, also with a unit (time_ms, "Time [s]", "timestamp (us)"); seconds
///   where no unit is given. A clock that is more than a year from zero counts from the first row. Without any time
///   column the rows are `frame_rate` apart.
/// * Empty cells and nan, na, null are absent. A decimal comma is understood where it is not the delimiter.
///
/// Throws `RecordingError` with line and column, `file_name` in front and what was expected.
STRETCHCORE_EXCHANGE_API Recording parse_csv(std::string_view text, const ReadOptions& options = {},
                                             std::string_view file_name = "CSV");

}  // namespace stretchcore
