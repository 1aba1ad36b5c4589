#include <pybind11/numpy.h>

#include <stretchcore/motion/filters.hpp>
#include <stretchcore/motion/pose_tracker.hpp>
#include <stretchcore/stream/recording.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

namespace {

// Landmarks ----------------------------------------------------------------------------------------------------------

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

/// None and the empty list are nobody.
std::vector<Landmark> landmarks_from(py::handle source, bool depth) {
  if (source.is_none()) return {};
  if (py::isinstance<py::array>(source) || !PySequence_Check(source.ptr())) return rows_from(source, depth);
  const auto items = py::reinterpret_borrow<py::sequence>(source);
  if (items.empty() || !is_landmark(items[0])) return rows_from(source, depth);
  std::vector<Landmark> landmarks;
  for (const py::handle item : items) landmarks.push_back(landmark_from(item, landmarks.size()));
  return landmarks;
}

// PoseTracker --------------------------------------------------------------------------------------------------------

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

py::object image_size(const PoseTracker& tracker) {
  const auto& size = tracker.camera().image_size;
  return size ? py::make_tuple((*size)[0], (*size)[1]) : py::object(py::none());
}

std::string repr(const PoseTracker& tracker) {
  std::string text = "<PoseTracker: " + tracker.skeleton().id;
  if (const auto& size = tracker.camera().image_size) {
    text += ", " + std::to_string((*size)[0]) + " x " + std::to_string((*size)[1]);
  }
  return text + (tracker.camera().mirrored ? ", mirrored>" : ">");
}

void bind_skeleton(py::module_& m) {
  bind_enum<LandmarkUnits>(m, "LandmarkUnits", "What the coordinates of landmarks count.");
  bind_enum<Direction>(m, "Direction", "Where an axis points, as the camera sees it.");
  bind_struct<Axes>(m, Docs<Axes>{"Axes", "Where the axes of landmarks point.", "a Direction or its word",
                                  "a Direction or its word", "a Direction or its word"});
  bind_struct<JointPlaces>(
      m, Docs<JointPlaces>{"JointPlaces", "The places of the joints of one side among the landmarks, counted from 0.",
                           "a place", "a place", "a place", "a place", "a place", "a place"});
  bind_struct<Skeleton>(
      m,
      Docs<Skeleton>{"Skeleton", "What a pose estimator delivers: which points, in which order, units and directions.",
                     "its name", "of the landmarks, in their order",
                     "for each landmark the place of the one that a mirror shows instead", "what the coordinates count",
                     "whether z is measured", "where x, y and z point", "where the joints of each side are",
                     "what can be observed"})
      .def("why_absent", &Skeleton::why_absent, py::arg("channel"),
           "Why these landmarks never give a channel; empty for one that they can give.");
  m.def(
      "skeleton", [](const std::string& id) { return skeleton(id); }, py::arg("id"),
      "A known skeleton: \"mediapipe-33\" (points of the picture), \"mediapipe-33-world\" (metres) or \"coco-17\"\n"
      "(pixels; `.replace(units=\"normalised\")` where they are fractions of the picture).");
}

// Filters ------------------------------------------------------------------------------------------------------------

Recording smooth_freely(const Recording& recording, double cutoff) {
  const py::gil_scoped_release others_may_run;
  return smooth(recording, cutoff);
}

}  // namespace

void bind_motion(py::module_& m) {
  bind_skeleton(m);

  py::class_<PoseTracker> type(m, "PoseTracker",
                               "Turns landmarks into joint angles. It has no memory and smooths nothing.\n\n"
                               "Parameters\n----------\n"
                               "skeleton\n    a Skeleton: skeleton(\"mediapipe-33\")\n"
                               "mirrored\n    the estimator was given a mirrored picture, as selfie cameras make them\n"
                               "image_size\n    (width, height) in pixels; normalised landmarks need it\n\n"
                               "Examples\n--------\n"
                               ">>> tracker = PoseTracker(skeleton(\"mediapipe-33\"), image_size=(1280, 720))\n"
                               ">>> tracker.posture(0.0, [])  # nobody\n"
                               "Posture(0.0)");
  type.def(py::init([](const Skeleton& skeleton, bool mirrored, py::handle size) {
             return PoseTracker{skeleton, {mirrored, image_size_from(size)}};
           }),
           py::arg("skeleton"), py::kw_only(), py::arg("mirrored") = false, py::arg("image_size") = py::none())
      .def_property_readonly(
          "skeleton", [](const PoseTracker& self) { return self.skeleton(); }, "What the landmarks are.")
      .def_property_readonly(
          "mirrored", [](const PoseTracker& self) { return self.camera().mirrored; },
          "Whether the picture is mirrored.")
      .def_property_readonly("image_size", &image_size, "(width, height) in pixels, or None.")
      .def(
          "posture",
          [](const PoseTracker& self, Time time, py::handle landmarks) {
            return self.posture(time, landmarks_from(landmarks, self.skeleton().depth));
          },
          py::arg("time"), py::arg("landmarks"),
          "What can be known from landmarks: a Posture; what was not seen is absent.\n\n"
          "Parameters\n----------\n"
          "time\n    [s]\n"
          "landmarks\n    rows of x, y, z and perhaps confidence (without depth x, y and perhaps confidence), or "
          "objects\n"
          "    with .x .y .z .visibility; None or nothing in it is nobody")
      .def("why_absent", &PoseTracker::why_absent, py::arg("channel"),
           "Why a channel is never in a posture of this tracker; empty for one that can be.")
      .def("__repr__", [](const PoseTracker& self) { return repr(self); });
  type.attr("__module__") = "stretchcore";

  m.def(
      "smooth", &smooth_freely, py::arg("recording"), py::arg("cutoff") = 4.0,
      "The Recording without what is faster than `cutoff`, for pictures and tables. It looks ahead, so nothing lags;\n"
      "`analyse` takes the recording as it is.\n\n"
      "Parameters\n----------\n"
      "recording\n    a Recording; each stretch between gaps of more than 0.5 s is smoothed by itself\n"
      "cutoff\n    [Hz]; 2 to 4 suit stretches, 6 a walk\n\n"
      "Raises\n------\n"
      "InvalidModel\n    for a cutoff that is no frequency");
}

}  // namespace stretchcore
