#include <stretchcore/version.hpp>

#include "bind.hpp"

namespace stretchcore {

void bind_package(py::module_& m) {
  m.attr("__version__") = std::to_string(STRETCHCORE_VERSION_MAJOR) + "." + std::to_string(STRETCHCORE_VERSION_MINOR) +
                          "." + std::to_string(STRETCHCORE_VERSION_PATCH);
  m.def(
      "_rebuild", [](const py::object& type, const py::dict& fields) { return type(**fields); }, py::arg("type"),
      py::arg("fields"), "Makes an object from its fields; what pickles call.");
  m.def(
      "_read", [](const py::object& type, const std::string& json) { return type.attr("from_json")(json); },
      py::arg("type"), py::arg("json"), "Reads an object from its document; what pickles of a state call.");
}

}  // namespace stretchcore
