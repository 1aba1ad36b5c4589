#pragma once

// What numpy's arrays and Python's sequences become for the trackers of sensors.

#include <string>
#include <vector>

#include <stretchcore/motion/orientation.hpp>

#include "arrays.hpp"

namespace stretchcore::detail {

/// Numbers of a given number of dimensions, the last of a given length. Raises TypeError or ValueError with `place` and
/// what was expected.
Doubles numbers_from(py::handle source, const char* place, const char* expected, py::ssize_t dimensions,
                     py::ssize_t last);

/// A Vector3 or three numbers.
Vector3 vector_from(py::handle source, const char* place);

/// Rows of w, x, y, z, or Orientations; a row of NaN, or None in a sequence of Orientations, was not seen.
std::vector<Orientation> orientations_from(py::handle source);

}  // namespace stretchcore::detail
