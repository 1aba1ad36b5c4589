#include "bind_enum.hpp"

namespace stretchcore::detail {

void make_words(py::module_& m, const char* name, const char* doc, Words& known) {
  py::list pairs;
  for (const std::string& text : known.texts) pairs.append(py::make_tuple(text, text));
  py::object type =
      py::module_::import("stretchcore._word").attr("Word")(name, pairs, py::arg("module") = "stretchcore");
  type.attr("__doc__") = doc;
  for (const std::string& text : known.texts) known.members.push_back(py::object(type.attr(text.c_str())).release());
  m.attr(name) = type;
  known.type = type.release();
}

}  // namespace stretchcore::detail
