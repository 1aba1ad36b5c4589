#include "arrays.hpp"

#include <algorithm>
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

/// With NaN in the place of what is masked; as it is where its entries are no numbers.
py::object filled(const py::object& masked) {
  const auto kind = masked.attr("dtype").attr("kind").cast<std::string>();
  if (std::string{"fiuO"}.find(kind) == std::string::npos) return masked;
  return masked.attr("astype")("float64").attr("filled")(std::numeric_limits<double>::quiet_NaN());
}

/// A list with its masked entries filled, for NumPy warns of a mask in a list. Null where none has a mask.
py::object filled_entries(py::handle source) {
  if (!PyList_Check(source.ptr()) && !PyTuple_Check(source.ptr())) return {};
  const auto entries = py::reinterpret_borrow<py::sequence>(source);
  if (std::none_of(entries.begin(), entries.end(), [](py::handle entry) { return is_masked(entry); })) return {};
  py::list all;
  for (const py::handle entry : entries) {
    const auto given = py::reinterpret_borrow<py::object>(entry);
    all.append(is_masked(entry) ? filled(given) : given);
  }
  return std::move(all);
}

}  // namespace

py::array array_from(py::handle source) {
  py::object given = py::reinterpret_borrow<py::object>(source);
  try {
    if (is_masked(source)) given = filled(given);
    if (py::object entries = filled_entries(source)) given = entries;
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
