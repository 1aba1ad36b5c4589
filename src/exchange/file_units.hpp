#pragma once

#include <optional>
#include <string_view>

#include <stretchcore/exchange/read_options.hpp>

namespace stretchcore::detail {

/// Degrees a unit by what the caller says; nothing if nothing is said. Throws `RecordingError` for a unit of length.
std::optional<double> degrees_per_unit(const ReadOptions& options);

/// A unit of length by its usual abbreviation, "mm", "cm" or "m".
std::optional<FileUnits> length_unit(std::string_view word);

}  // namespace stretchcore::detail
