#include "bind_landmarks.hpp"

#include <stretchcore/motion/landmark_recording.hpp>

#include "bind.hpp"
#include "bind_imu.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

namespace {

bool is_landmark(py::handle object) { return py::hasattr(object, "x") && py::hasattr(object, "y"); }

/// An attribute as a number; `otherwise` where there is none, or None.
double attribute(py::handle object, const char* name, double otherwise) {
  const py::object value = py::getattr(object, name, py::none());
  return value.is_none() ? otherwise : number(value, name);
}

Landmark landmark_from(py::handle object, std::size_t place) {
  try {
    if (!is_landmark(object)) throw py::type_error("expected an object with x and y, got " + type_name(object));
    return {number(object.attr("x"), "x"), number(object.attr("y"), "y"), attribute(object, "z", 0.0),
            attribute(object, "visibility", 1.0)};
  } catch (const py::type_error& error) {
    throw py::type_error("landmarks[" + std::to_string(place) + "]: " + error.what());
  }
}

/// A table of numbers, one row a landmark: x, y, z where there is depth, and the confidence if it is known.
std::vector<Landmark> rows_from(py::handle table, bool depth) {
  const std::string wanted = depth ? "x, y, z or x, y, z, confidence" : "x, y or x, y, confidence";
  const py::array array = py::array::ensure(table);
  if (!array) {
    PyErr_Clear();
    throw py::type_error("landmarks: expected rows of " + wanted + ", got " + type_name(table));
  }
  if (array.size() == 0) return {};
  if (std::string{"fiu"}.find(array.dtype().kind()) == std::string::npos) {
    throw py::type_error("landmarks: expected numbers, got " + py::str(array.dtype()).cast<std::string>());
  }
  const py::ssize_t axes = depth ? 3 : 2;
  if (array.ndim() != 2 || array.shape(1) < axes || array.shape(1) > axes + 1) {
    throw py::value_error("landmarks: expected rows of " + wanted + ", got an array of shape " +
                          py::str(array.attr("shape")).cast<std::string>());
  }
  const py::array_t<double, py::array::c_style | py::array::forcecast> doubles(array);
  const auto number_at = doubles.unchecked<2>();
  std::vector<Landmark> landmarks;
  for (py::ssize_t row = 0; row < number_at.shape(0); ++row) {
    const double confidence = number_at.shape(1) > axes ? number_at(row, axes) : 1.0;
    landmarks.push_back({number_at(row, 0), number_at(row, 1), depth ? number_at(row, 2) : 0.0, confidence});
  }
  return landmarks;
}

static_assert(sizeof(Landmark) == 4 * sizeof(double), "a view shows landmarks as rows of four numbers");

/// An array of rows x landmarks x (x, y, z, confidence); the confidence may be missing, and without depth also z.
LandmarkRecording make_recording(Skeleton skeleton, py::handle time, py::handle landmarks,
                                 std::optional<Source> source) {
  const py::array_t<double, py::array::c_style | py::array::forcecast> rows = py::array::ensure(landmarks);
  const py::array_t<double, py::array::c_style | py::array::forcecast> seconds = py::array::ensure(time);
  if (!rows || !seconds || rows.ndim() != 3 || seconds.ndim() != 1) {
    PyErr_Clear();
    throw py::value_error(
        "expected time as a row of numbers and landmarks as an array of rows x landmarks x (x, y, z)");
  }
  const py::ssize_t axes = skeleton.depth ? 3 : 2;
  if (rows.shape(2) < axes || rows.shape(2) > 4) {
    throw py::value_error("landmarks: expected " + std::string{skeleton.depth ? "x, y, z" : "x, y"} +
                          " and perhaps confidence, got " + std::to_string(rows.shape(2)) + " numbers a landmark");
  }
  const auto value = rows.unchecked<3>();
  const bool with_z = skeleton.depth || rows.shape(2) == 4;
  const py::ssize_t confidence = with_z ? 3 : 2;
  LandmarkRecording recording{std::move(skeleton), {seconds.data(), seconds.data() + seconds.size()}, {}, source};
  recording.landmarks.reserve(static_cast<std::size_t>(rows.shape(0) * rows.shape(1)));
  for (py::ssize_t row = 0; row < rows.shape(0); ++row) {
    for (py::ssize_t i = 0; i < rows.shape(1); ++i) {
      recording.landmarks.push_back({value(row, i, 0), value(row, i, 1), with_z ? value(row, i, 2) : 0.0,
                                     rows.shape(2) > confidence ? value(row, i, confidence) : 1.0});
    }
  }
  recording.validate();
  return recording;
}

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

std::vector<Landmark> landmarks_from(py::handle source, bool depth) {
  if (source.is_none()) return {};
  if (py::isinstance<py::array>(source) || !PySequence_Check(source.ptr())) return rows_from(source, depth);
  const auto items = py::reinterpret_borrow<py::sequence>(source);
  if (items.empty() || !is_landmark(items[0])) return rows_from(source, depth);
  std::vector<Landmark> landmarks;
  for (const py::handle item : items) landmarks.push_back(landmark_from(item, landmarks.size()));
  return landmarks;
}

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
      "    missing, and without depth z too; NaN was not seen\n"
      "source\n    what measured it, a Source or its word\n\n"
      "All is copied in. `time` and `landmarks` are read-only views.");
  type.def(py::init(&make_recording), py::arg("skeleton"), py::arg("time"), py::arg("landmarks"),
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
