#include <pybind11/numpy.h>

#include <stretchcore/exchange/markers.hpp>
#include <stretchcore/exchange/read_recording.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_landmarks.hpp"

namespace stretchcore {

using namespace detail;

namespace {

using Columns = std::optional<std::map<std::string, std::string>>;

ReadOptions options_from(const Columns& columns, const std::optional<Source>& source,
                         const std::optional<double>& frame_rate, py::handle image_size, bool mirrored,
                         const std::optional<std::string>& skeleton, const std::optional<FileUnits>& units,
                         py::handle progress) {
  ReadOptions options{columns.value_or(std::map<std::string, std::string>{}),
                      source,
                      frame_rate,
                      image_size_from(image_size),
                      mirrored,
                      skeleton,
                      units,
                      {}};
  // The handle owns nothing: the call that it is an argument of does, and may be copied without the interpreter.
  if (!progress.is_none()) {
    options.progress = [progress](double fraction) {
      const py::gil_scoped_acquire interpreter;
      progress(fraction);
    };
  }
  return options;
}

/// Binds one of the functions that read a path, with its options.
template <class Result>
void bind_reader(py::module_& m, const char* name, Result (*read)(const std::string&, const ReadOptions&)) {
  m.def(
      name,
      [read](const py::object& path, const Columns& columns, const std::optional<Source>& source,
             const std::optional<double>& frame_rate, py::handle image_size, bool mirrored,
             const std::optional<std::string>& skeleton, const std::optional<FileUnits>& units, py::handle progress) {
        const std::string file = path_from(path);
        const ReadOptions options =
            options_from(columns, source, frame_rate, image_size, mirrored, skeleton, units, progress);
        const py::gil_scoped_release others_may_run;
        return read(file, options);
      },
      py::arg("path"), py::arg("columns"), py::arg("source"), py::arg("frame_rate"), py::arg("image_size"),
      py::arg("mirrored"), py::arg("skeleton"), py::arg("units"), py::arg("progress"));
}

std::vector<double> numbers_of(const py::array_t<double, py::array::c_style | py::array::forcecast>& array) {
  return {array.data(), array.data() + array.size()};
}

}  // namespace

void bind_exchange(py::module_& m) {
  bind_enum<FileUnits>(m, "FileUnits", "What the numbers of a file are in.");
  // stretchcore._read has what people call: it knows the formats that Python's own libraries read.
  bind_reader(m, "_read_recording", &read_recording);
  bind_reader(m, "_read_landmarks", &read_landmarks);
  m.def(
      "_landmarks_of_markers",
      [](std::vector<std::string> names, const std::optional<FileUnits>& units,
         const py::array_t<double, py::array::c_style | py::array::forcecast>& time,
         const py::array_t<double, py::array::c_style | py::array::forcecast>& coordinates,
         const std::optional<std::string>& skeleton, const std::optional<FileUnits>& otherwise,
         const std::optional<Source>& source, const std::string& file_name) {
        ReadOptions options;
        options.skeleton = skeleton;
        options.units = otherwise;
        options.source = source;
        return landmarks_of({std::move(names), units, numbers_of(time), numbers_of(coordinates)}, options, file_name);
      },
      py::arg("names"), py::arg("units"), py::arg("time"), py::arg("coordinates"), py::arg("skeleton"),
      py::arg("otherwise"), py::arg("source"), py::arg("file_name"));
}

}  // namespace stretchcore
