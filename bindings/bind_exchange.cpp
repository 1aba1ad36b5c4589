#include <stretchcore/exchange/read_recording.hpp>

#include "bind.hpp"
#include "casters.hpp"

namespace stretchcore {

using namespace detail;

namespace {

Recording read(const py::object& path, const std::optional<std::map<std::string, std::string>>& columns,
               const std::optional<Source>& source) {
  const auto file = py::module_::import("os").attr("fspath")(path).cast<std::string>();
  const ReadOptions options{columns.value_or(std::map<std::string, std::string>{}), source};
  const py::gil_scoped_release others_may_run;
  return read_recording(file, options);
}

}  // namespace

void bind_exchange(py::module_& m) {
  m.def("read_recording", &read, py::arg("path"), py::arg("columns") = py::none(), py::arg("source") = py::none(),
        "Reads a recording from comma-, semicolon- or tab-separated text with a header line.\n\n"
        "Parameters\n----------\n"
        "path\n    the file\n"
        "columns\n    our word to theirs or theirs to ours: {\"time\": \"t_s\", \"pelvis_tilt\": \"-tilt\"}; a minus\n"
        "    turns the sign\n"
        "source\n    what measured it, a Source or its word\n\n"
        "Raises\n------\nRecordingError\n    with the line and column of what cannot be read");
}

}  // namespace stretchcore
