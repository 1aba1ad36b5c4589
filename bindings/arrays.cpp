#include "arrays.hpp"

#include <limits>

namespace stretchcore::detail {
namespace {

py::handle masked_array() {
  static const py::handle type = py::object(py::module_::import("numpy.ma").attr("MaskedArray")).release();
  return type;
}

bool is_masked(py::handle source) {
  // Most arrays are plain ones, and asking for their exact type is cheap.
  static const py::handle plain = py::object(py::module_::import("numpy").attr("ndarray")).release();
  if (Py_TYPE(source.ptr()) == reinterpret_cast<PyTypeObject*>(plain.ptr())) return false;
  return py::isinstance(source, masked_array());
}

/// A list of arrays of which one at least has a mask.
bool has_masked(py::handle source) {
  if (!PyList_Check(source.ptr()) && !PyTuple_Check(source.ptr())) return false;
  for (const py::handle item : py::reinterpret_borrow<py::sequence>(source)) {
    if (is_masked(item)) return true;
  }
  return false;
}

/// With NaN in the place of what is masked; as it is where its entries are no numbers.
py::object filled(const py::object& masked) {
  const auto kind = masked.attr("dtype").attr("kind").cast<std::string>();
  if (std::string{"fiuO"}.find(kind) == std::string::npos) return masked;
  return masked.attr("astype")("float64").attr("filled")(std::numeric_limits<double>::quiet_NaN());
}

}  // namespace

py::array array_from(py::handle source) {
  py::object given = py::reinterpret_borrow<py::object>(source);
  try {
    if (has_masked(source)) given = py::module_::import("numpy.ma").attr("array")(given);
    if (is_masked(given)) given = filled(given);
  } catch (const py::error_already_set&) {
    given = py::reinterpret_borrow<py::object>(source);  // what is wrong with it is said by who wants the numbers
  }
  py::array array = py::array::ensure(given);
  if (!array) PyErr_Clear();
  return array;
}

bool holds_numbers(const py::array& array) {
  return std::string{"fiu"}.find(array.dtype().kind()) != std::string::npos;
}

std::string shape_of(const py::array& array) { return py::str(array.attr("shape")).cast<std::string>(); }

Doubles doubles_from(py::handle source, const std::string& wanted) {
  const py::array array = array_from(source);
  if (!array) throw py::type_error(wanted + type_name(source));
  if (!holds_numbers(array)) throw py::type_error(wanted + py::str(array.dtype()).cast<std::string>());
  return {array};
}

}  // namespace stretchcore::detail
