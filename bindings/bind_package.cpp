#include <stretchcore/version.hpp>

#include "bind.hpp"

namespace stretchcore {

void bind_package(py::module_& m) {
  m.attr("__version__") = std::to_string(STRETCHCORE_VERSION_MAJOR) + "." + std::to_string(STRETCHCORE_VERSION_MINOR) +
                          "." + std::to_string(STRETCHCORE_VERSION_PATCH);
  m.def(
      "_rebuild", [](const py::object& type, const py::dict& fields) { return type(**fields); }, py::arg("type"),
      py::arg("fields"), "Makes an object from its fields; what pickles call.");
}

}  // namespace stretchcore
