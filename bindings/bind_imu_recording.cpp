#include <stretchcore/exchange/imu_folder.hpp>
#include <stretchcore/motion/flexion_axis.hpp>

#include "bind.hpp"
#include "bind_imu.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

namespace {

static_assert(sizeof(Orientation) == 4 * sizeof(double), "a view shows orientations as rows of four numbers");

ImuRecording make_recording(py::handle time, std::vector<Segment> segments, py::handle orientations) {
  const auto rows = numbers_from(orientations, "orientations", "an array of rows x segments x (w, x, y, z)", 3, 4);
  const Doubles seconds = doubles_from(time, "time: expected a row of numbers, got ");
  if (seconds.ndim() != 1 || seconds.shape(0) != rows.shape(0)) {
    throw py::value_error("time: expected one number for each of the " + std::to_string(rows.shape(0)) + " rows");
  }
  if (rows.shape(1) != static_cast<py::ssize_t>(segments.size())) {
    throw py::value_error("orientations: expected " + std::to_string(segments.size()) +
                          " a row, one for each segment, got " + std::to_string(rows.shape(1)));
  }
  const auto q = rows.unchecked<3>();
  std::vector<Orientation> all;
  for (py::ssize_t row = 0; row < q.shape(0); ++row) {
    for (py::ssize_t s = 0; s < q.shape(1); ++s)
      all.push_back({q(row, s, 0), q(row, s, 1), q(row, s, 2), q(row, s, 3)});
  }
  return {{seconds.data(), seconds.data() + seconds.size()}, std::move(segments), std::move(all)};
}

/// The recording's own memory, read-only; the view keeps the recording alive.
py::array view(const double* numbers, std::vector<py::ssize_t> shape, const py::object& owner) {
  py::array_t<double> array(std::move(shape), numbers, owner);
  array.attr("flags").attr("writeable") = false;
  return array;
}

py::array time_of(const py::object& self) {
  const auto& recording = self.cast<const ImuRecording&>();
  return view(recording.time().data(), {static_cast<py::ssize_t>(recording.size())}, self);
}

py::array orientations_of(const py::object& self) {
  const auto& recording = self.cast<const ImuRecording&>();
  const double* first = recording.empty() ? nullptr : &recording.orientations().front().w;
  return view(first,
              {static_cast<py::ssize_t>(recording.size()), static_cast<py::ssize_t>(recording.segments().size()), 4},
              self);
}

std::vector<Segment> segments_of(const ImuRecording& recording) {
  return {recording.segments().begin(), recording.segments().end()};
}

std::optional<Vector3> maybe_vector(py::handle source, const char* place) {
  return source.is_none() ? std::nullopt : std::optional{vector_from(source, place)};
}

const Vector3 z_up{0.0, 0.0, 1.0};

Vector3 up_from(py::handle source) { return maybe_vector(source, "up").value_or(z_up); }

void bind_recording_of_sensors(py::module_& m) {
  py::class_<ImuRecording> type(m, "ImuRecording",
                                "Orientations of sensors over time.\n\n"
                                "Parameters\n----------\n"
                                "time\n    seconds, one a row, increasing\n"
                                "segments\n    where the sensors are strapped to: Segments or their words\n"
                                "orientations\n    an array of rows x segments x (w, x, y, z); NaN was not seen\n\n"
                                "All is copied in. `time` and `orientations` are read-only views.");
  type.def(py::init(&make_recording), py::arg("time"), py::arg("segments"), py::arg("orientations"))
      .def_property_readonly("time", &time_of, "[s]")
      .def_property_readonly("segments", &segments_of, "Where the sensors are strapped to.")
      .def_property_readonly("orientations", &orientations_of, "Rows x segments x (w, x, y, z).")
      .def("part", &ImuRecording::part, py::arg("start"), py::arg("end"), "The rows from start until before end [s].")
      .def("__len__", &ImuRecording::size)
      .def("__eq__",
           [](const ImuRecording& self, py::handle other) -> py::object {
             if (!py::isinstance<ImuRecording>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
             return py::bool_(self == other.cast<const ImuRecording&>());
           })
      .def("__repr__",
           [](const ImuRecording& self) {
             std::string text = "<ImuRecording: " + std::to_string(self.size()) + " rows";
             for (const Segment segment : self.segments()) text += ", " + std::string{name(segment)};
             return text + ">";
           })
      .def("__reduce__", [](const py::object& self) {
        py::dict fields;
        for (const char* field : {"time", "segments", "orientations"}) fields[field] = self.attr(field);
        return py::make_tuple(py::module_::import("stretchcore._core").attr("_rebuild"),
                              py::make_tuple(py::type::of(self), fields));
      });
  type.attr("__module__") = "stretchcore";
}

}  // namespace

void bind_imu_recording(py::module_& m) {
  bind_recording_of_sensors(m);
  bind_struct<FlexionAxis>(
      m,
      Docs<FlexionAxis>{"FlexionAxis", "The axis that legs bend about, found in a movement, and how sure that is.",
                        "to the person's right in the pose, level, along the room's axes",
                        "how far a thigh tipped, in degrees", "how far the single tips were off the axis, in degrees",
                        "the share of the tipping that was forward [0..1]",
                        "how far the two legs' own axes are apart, in degrees"})
      .def_property_readonly("doubt", &FlexionAxis::doubt,
                             "Why it is not sure enough to calibrate with; empty if it is.");
  m.def(
      "flexion_axis",
      [](const ImuRecording& movement, const std::vector<PlacedSensor>& in_pose, py::handle up) {
        return flexion_axis(movement, in_pose, up_from(up));
      },
      py::arg("movement"), py::arg("in_pose"), py::arg("up") = py::none(),
      "Finds which way is right from a movement that bends the hips forward: knees raised in turn, or walking.\n\n"
      "Parameters\n----------\n"
      "movement\n    an ImuRecording\n"
      "in_pose\n    how the sensors were turned in the known pose, as first_still() finds them\n"
      "up\n    along the room's axes, against gravity; z if it is not given");
  m.def("first_still", &first_still, py::arg("recording"),
        "How the sensors were turned in the first second in which none turned by more than 2°, as PlacedSensors.");
  m.def(
      "calibrate",
      [](const ImuRecording& recording, const std::optional<KnownPose>& pose, py::handle up, py::handle right) {
        return calibrate(recording, pose.value_or(KnownPose{}), up_from(up), maybe_vector(right, "right"));
      },
      py::arg("recording"), py::arg("pose") = py::none(), py::arg("up") = py::none(), py::arg("right") = py::none(),
      "An ImuCalibration from a recording that begins with a known pose, held still for a second.\n\n"
      "Parameters\n----------\n"
      "recording\n    an ImuRecording\n"
      "pose\n    the KnownPose; standing upright if it is not given\n"
      "up\n    along the room's axes, against gravity; z if it is not given\n"
      "right\n    along the room's axes, to the person's right in the pose; found in the movement if it is not "
      "given\n\n"
      "Raises\n------\nRecordingError\n    when there is no still second, or no movement that shows which way is "
      "right");
  m.def("to_recording", &to_recording, py::arg("recording"), py::arg("calibration"),
        "The joint angles of a whole ImuRecording: a Recording by imu_pair.");
  m.def(
      "read_imu_folder",
      [](const py::object& path, const std::optional<std::vector<Segment>>& required) {
        const auto folder = py::module_::import("os").attr("fspath")(path).cast<std::string>();
        const py::gil_scoped_release others_may_run;
        return required ? read_imu_folder(folder, *required) : read_imu_folder(folder);
      },
      py::arg("path"), py::arg("required") = py::none(),
      "Reads a folder with one CSV file of quaternions a sensor, named for its segment.\n\n"
      "Parameters\n----------\n"
      "path\n    the folder\n"
      "required\n    Segments that must have a file; pelvis and both thighs if it is not given\n\n"
      "Raises\n------\nRecordingError\n    with the line and column of what cannot be read");
}

}  // namespace stretchcore
