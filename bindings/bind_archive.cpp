#include <stretchcore/record/archive.hpp>

#include "bind.hpp"
#include "casters.hpp"

namespace stretchcore {

using namespace detail;

namespace {

void save_freely(py::handle value, const py::object& path) {
  const Archived kept = one_of<Archived>(value);
  const std::string file = path_from(path);
  const py::gil_scoped_release others_may_run;
  std::visit([&](const auto& one) { save(one, file); }, kept);
}

py::object load_freely(const py::object& path) {
  const std::string file = path_from(path);
  return py::cast([&] {
    const py::gil_scoped_release others_may_run;
    return load(file);
  }());
}

py::bytes bytes_of(py::handle value) {
  const std::vector<std::byte> record =
      std::visit([](const auto& one) { return to_archive(one); }, one_of<Archived>(value));
  return py::bytes(reinterpret_cast<const char*>(record.data()), record.size());
}

py::object value_of(const py::bytes& record) {
  const auto bytes = static_cast<std::string_view>(record);
  return py::cast(from_archive(std::as_bytes(std::span{bytes.data(), bytes.size()})));
}

}  // namespace

void bind_archive(py::module_& m) {
  m.def("save", &save_freely, py::arg("obj"), py::arg("path"),
        "Keeps a value in a file: a checked record, for its owner only.\n\n"
        "Power may fail at any moment: there is either the old file or the new one, whole. The old one stays beside\n"
        "it as ``path`` + \".1\". A Session goes on from its file as if nothing had been.\n\n"
        "Parameters\n----------\n"
        "obj\n    a Session, Summary, Analysis, Recording, Exercise, Person, SessionOptions, SessionState or\n"
        "    Repetition\n"
        "path\n    where; its folder must be there\n\n"
        "Raises\n------\n"
        "RecordError\n    with the file, where it cannot be written, or a number is not finite");
  m.def("load", &load_freely, py::arg("path"),
        "What `save` kept; the file says of which kind it is.\n\n"
        "Raises\n------\n"
        "CorruptRecord\n    where the file is damaged, with the place\n"
        "RecordError\n    where it cannot be opened, or a newer version wrote it");
  m.def("to_archive", &bytes_of, py::arg("obj"),
        "The record that `save` would write, as bytes: for a database or another machine.");
  m.def("from_archive", &value_of, py::arg("record"), "What `to_archive` made bytes of. Raises what `load` raises.");
  m.def("archive_layout", &archive_layout,
        "What is in a record, member by member, as JSON text: enough to write a reader from.");
}

}  // namespace stretchcore
