#include "bind_landmarks.hpp"

#include "arrays.hpp"
#include "bind.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

namespace {

static_assert(sizeof(Landmark) == 4 * sizeof(double), "a view shows landmarks as rows of four numbers");

py::array view(const double* numbers, std::vector<py::ssize_t> shape, const py::object& owner) {
  py::array_t<double> array(std::move(shape), numbers, owner);
  array.attr("flags").attr("writeable") = false;
  return array;
}

py::array time_of(const py::object& self) {
  const auto& recording = self.cast<const LandmarkRecording&>();
  return view(recording.time.data(), {static_cast<py::ssize_t>(recording.size())}, self);
}

py::array landmarks_of(const py::object& self) {
  const auto& recording = self.cast<const LandmarkRecording&>();
  const double* first = recording.landmarks.empty() ? nullptr : &recording.landmarks.front().x;
  return view(
      first, {static_cast<py::ssize_t>(recording.size()), static_cast<py::ssize_t>(recording.skeleton.names.size()), 4},
      self);
}

}  // namespace

namespace detail {

std::optional<std::array<int, 2>> image_size_from(py::handle size) {
  if (size.is_none()) return {};
  if (!PySequence_Check(size.ptr()) || PyUnicode_Check(size.ptr()) || py::len(size) != 2) {
    throw py::type_error("image_size: expected (width, height), got " + py::repr(size).cast<std::string>());
  }
  const auto sides = py::reinterpret_borrow<py::sequence>(size);
  try {
    return std::array{from_python<int>(sides[0]), from_python<int>(sides[1])};
  } catch (const py::type_error& error) {
    throw py::type_error(std::string{"image_size: "} + error.what());
  }
}

}  // namespace detail

void bind_landmarks(py::module_& m) {
  py::class_<LandmarkRecording> type(
      m, "LandmarkRecording",
      "Landmarks or markers over time.\n\n"
      "Parameters\n----------\n"
      "skeleton\n    a Skeleton: what the landmarks are\n"
      "time\n    seconds, one a row\n"
      "landmarks\n    an array of rows x landmarks x (x, y, z, confidence); the confidence may be\n"
      "    missing, and without depth z too; NaN, and what a NumPy mask hides, was not seen\n"
      "source\n    what measured it, a Source or its word\n\n"
      "All is copied in. `time` and `landmarks` are read-only views.");
  type.def(py::init(&landmark_recording_from), py::arg("skeleton"), py::arg("time"), py::arg("landmarks"),
           py::arg("source") = py::none())
      .def_property_readonly(
          "skeleton", [](const LandmarkRecording& self) { return self.skeleton; }, "What they are.")
      .def_property_readonly("time", &time_of, "[s]")
      .def_property_readonly("landmarks", &landmarks_of, "Rows x landmarks x (x, y, z, confidence).")
      .def_property_readonly(
          "source", [](const LandmarkRecording& self) { return self.source; }, "What measured it.")
      .def("__len__", &LandmarkRecording::size)
      .def("__repr__",
           [](const LandmarkRecording& self) {
             return "<LandmarkRecording: " + std::to_string(self.size()) + " rows of " + self.skeleton.id + ">";
           })
      .def("__reduce__", [](const py::object& self) {
        py::dict fields;
        for (const char* field : {"skeleton", "time", "landmarks", "source"}) fields[field] = self.attr(field);
        return py::make_tuple(py::module_::import("stretchcore._core").attr("_rebuild"),
                              py::make_tuple(py::type::of(self), fields));
      });
  type.attr("__module__") = "stretchcore";
  m.def(
      "joint_angles",
      [](const LandmarkRecording& recording, bool mirrored, py::handle size) {
        const CameraGeometry camera{mirrored, image_size_from(size)};
        const py::gil_scoped_release others_may_run;
        return joint_angles(recording, camera);
      },
      py::arg("recording"), py::kw_only(), py::arg("mirrored") = false, py::arg("image_size") = py::none(),
      "The joint angles of a whole LandmarkRecording: a Recording. Limbs that are not as long as they are in the "
      "median\n"
      "are not believed, and a pelvis with markers has turned from where it is first seen.\n\n"
      "Parameters\n----------\n"
      "recording\n    a LandmarkRecording\n"
      "mirrored\n    the estimator was given a mirrored picture\n"
      "image_size\n    (width, height) in pixels; normalised landmarks need it");
}

}  // namespace stretchcore
