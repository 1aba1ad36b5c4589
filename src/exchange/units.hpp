#pragma once

#include <optional>
#include <string_view>

namespace stretchcore::detail {

/// Units a second of a column that is called time by itself: 1000 for "time_ms", 1e6 for "Timestamp (us)", 1 for "t".
std::optional<double> usual_time(std::string_view column_name);

/// Units a second by the unit a name ends with; seconds if it ends with none.
double time_units(std::string_view column_name);

/// The factor to degrees by the unit a name ends with, "_rad" or "_deg"; nothing if it ends with none.
std::optional<double> to_degrees(std::string_view column_name);

}  // namespace stretchcore::detail
