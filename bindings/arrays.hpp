#pragma once

// What NumPy's arrays, masks included, become.

#include <pybind11/numpy.h>
#include <string>

#include "casters.hpp"

namespace stretchcore::detail {

using Doubles = py::array_t<double, py::array::c_style | py::array::forcecast>;

/// The array that NumPy makes of an object; nothing (false) where it makes none. A masked entry is one that was not
/// seen, NaN; masks of arrays in a list count, too.
py::array array_from(py::handle source);

/// Whether the entries of an array are numbers, and no booleans.
bool holds_numbers(const py::array& array);

/// "(33, 2)"
std::string shape_of(const py::array& array);

/// The same as numbers; raises TypeError with `wanted` ("time: expected a row of numbers, got ") and what there is.
Doubles doubles_from(py::handle source, const std::string& wanted);

}  // namespace stretchcore::detail
