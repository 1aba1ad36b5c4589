#pragma once

// What Python's landmarks, arrays and picture sizes become.

#include <array>
#include <optional>
#include <vector>

#include <stretchcore/stream/landmark.hpp>

#include "casters.hpp"

namespace stretchcore::detail {

/// Rows of numbers, or objects with x, y, z and visibility. None and the empty list are nobody.
std::vector<Landmark> landmarks_from(py::handle source, bool depth);

/// (width, height) or None.
std::optional<std::array<int, 2>> image_size_from(py::handle size);

}  // namespace stretchcore::detail
