#pragma once

#include <stretchcore/document/json.hpp>

#include "casters.hpp"

namespace stretchcore::detail {

/// Gives a class `to_json` and `from_json`.
template <class T>
void bind_json(py::class_<T>& type) {
  type.def(
      "to_json", [](const T& self, int indent) { return to_json(self, indent); }, py::arg("indent") = 2,
      "A JSON document of it: seconds and degrees as plain numbers. An indent below 0 puts it on one line.");
  type.def_static(
      "from_json", [](const std::string& text) { return from_json<T>(text); }, py::arg("text"),
      "Reads what `to_json` writes. Raises DocumentError with the place of what is wrong.");
}

/// Gives an alternative of a variant `to_json`, with its kind; the variant is read by a function of the module.
template <class Variant, class T>
void bind_json_of(py::class_<T>& type) {
  type.def(
      "to_json", [](const T& self, int indent) { return to_json(Variant{self}, indent); }, py::arg("indent") = 2,
      "A JSON document of it, with its kind. An indent below 0 puts it on one line.");
}

}  // namespace stretchcore::detail
