#include "bind_imu.hpp"

#include <stretchcore/motion/imu_tracker.hpp>
#include <stretchcore/motion/inclinometer.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

// Numbers ------------------------------------------------------------------------------------------------------------

namespace detail {

Doubles numbers_from(py::handle source, const char* place, const char* expected, py::ssize_t dimensions,
                     py::ssize_t last) {
  const std::string wanted = std::string{place} + ": expected " + expected + ", got ";
  const Doubles array = doubles_from(source, wanted);
  if (array.ndim() != dimensions || array.shape(dimensions - 1) != last) {
    throw py::value_error(wanted + "an array of shape " + shape_of(array));
  }
  return array;
}

Vector3 vector_from(py::handle source, const char* place) {
  if (py::isinstance<Vector3>(source)) return source.cast<Vector3>();
  const auto numbers = numbers_from(source, place, "a Vector3 or three numbers", 1, 3);
  return {numbers.at(0), numbers.at(1), numbers.at(2)};
}

namespace {

bool are_orientations(py::handle source) {
  if (py::isinstance<py::array>(source) || !PySequence_Check(source.ptr()) || PyUnicode_Check(source.ptr())) {
    return false;
  }
  for (const py::handle item : source) {
    if (!item.is_none() && !py::isinstance<Orientation>(item)) return false;
  }
  return true;
}

}  // namespace

std::vector<Orientation> orientations_from(py::handle source) {
  std::vector<Orientation> orientations;
  if (source.is_none()) return orientations;
  if (are_orientations(source)) {
    for (const py::handle item : source) {
      orientations.push_back(item.is_none() ? not_seen : item.cast<const Orientation&>());
    }
    return orientations;
  }
  const auto numbers = numbers_from(source, "sensors", "rows of w, x, y, z, or Orientations", 2, 4);
  const auto rows = numbers.unchecked<2>();
  for (py::ssize_t i = 0; i < rows.shape(0); ++i) {
    orientations.push_back({rows(i, 0), rows(i, 1), rows(i, 2), rows(i, 3)});
  }
  return orientations;
}

}  // namespace detail

namespace {

// Orientation and calibration ----------------------------------------------------------------------------------------

void bind_orientation(py::module_& m) {
  bind_enum<Segment>(m, "Segment", "The parts of the lower body that sensors are strapped to.");
  bind_struct<Vector3>(
      m,
      Docs<Vector3>{"Vector3", "A direction or a measured vector along the axes of a sensor or a room.", "a number",
                    "a number", "a number"},
      Arguments::by_position)
      .def_property_readonly("length", &Vector3::length, "Its length.");
  bind_struct<Orientation>(
      m,
      Docs<Orientation>{"Orientation",
                        "How a sensor is turned in its room: the unit quaternion that turns the sensor's axes into "
                        "the room's.",
                        "the real part", "along x", "along y", "along z"},
      Arguments::by_position)
      .def("conjugate", &Orientation::conjugate,
           "The opposite turn; what sensors report that say how the room is turned.")
      .def(
          "in_room", [](const Orientation& self, py::handle v) { return self.in_room(vector_from(v, "vector")); },
          py::arg("vector"), "A vector along the sensor's axes, along the room's.");
}

void bind_calibration(py::module_& m) {
  bind_enum<Trunk>(m, "Trunk", "How the trunk is held in a known pose.");
  bind_struct<KnownPose>(
      m, Docs<KnownPose>{"KnownPose",
                         "A pose whose joint angles are known, legs straight beside each other. The default "
                         "is standing upright.",
                         "a Trunk or its word", "degrees", "degrees", "degrees"});
  m.def("legs_up_the_wall", &legs_up_the_wall, py::arg("hip_flexion") = degrees(90),
        "On the back with legs together up the wall; less than 90° where the person lies further from it.");
  bind_struct<PlacedSensor>(
      m, Docs<PlacedSensor>{"PlacedSensor", "Where a sensor is strapped to, and how it was turned in the known pose.",
                            "a Segment or its word", "an Orientation"});
  bind_struct<ImuCalibration>(
      m,
      Docs<ImuCalibration>{"ImuCalibration",
                           "What turns the orientations of sensors into those of the body. All sensors share one room.",
                           "up to seven, in the order in which orientations come", "the KnownPose",
                           "along the room's axes: against gravity",
                           "along the room's axes: to the person's right in the pose; it is made level"});
}

// Trackers -----------------------------------------------------------------------------------------------------------

void bind_imu_tracker(py::module_& m) {
  py::class_<ImuTracker> type(m, "ImuTracker",
                              "Turns the orientations of sensors on the lower body into joint angles.\n\n"
                              "Parameters\n----------\n"
                              "calibration\n    an ImuCalibration, as calibrate() makes it");
  type.def(py::init<ImuCalibration>(), py::arg("calibration"))
      .def_property_readonly(
          "calibration", [](const ImuTracker& self) { return self.calibration(); }, "What it was made from.")
      .def(
          "posture",
          [](const ImuTracker& self, Time time, py::handle sensors) {
            return self.posture(time, orientations_from(sensors));
          },
          py::arg("time"), py::arg("sensors"),
          "What can be known from these orientations: a Posture; what was not seen is absent.\n\n"
          "Parameters\n----------\n"
          "time\n    [s]\n"
          "sensors\n    for each of the calibration's sensors, in their order, a row of w, x, y, z or an Orientation;\n"
          "    a row of NaN, or None among Orientations, was not seen")
      .def("why_absent", &ImuTracker::why_absent, py::arg("channel"),
           "Why a channel is never in a posture of this tracker; empty for one that can be.")
      .def("__repr__", [](const ImuTracker& self) {
        std::string text = "<ImuTracker:";
        for (const PlacedSensor& sensor : self.calibration().sensors) text += " " + std::string{name(sensor.segment)};
        return text + ">";
      });
  type.attr("__module__") = "stretchcore";
}

void bind_inclinometer(py::module_& m) {
  bind_struct<ThighPhone>(m, Docs<ThighPhone>{"ThighPhone", "How a phone is strapped to a thigh.", "a Side or its word",
                                              "along the phone's axes: from the hip to the knee",
                                              "along the phone's axes: away from the other thigh, across toward_knee"});
  py::class_<Inclinometer> type(
      m, "Inclinometer",
      "A phone on a thigh, for who lies on the back with the legs up the wall: it sees from gravity how far the thigh\n"
      "has opened.\n\n"
      "Parameters\n----------\n"
      "phone\n    a ThighPhone\n"
      "legs_together\n    the gravity measured with straight legs together up the wall, in m/s² or in g");
  type.def(py::init([](const ThighPhone& phone, py::handle legs_together) {
             return Inclinometer{phone, vector_from(legs_together, "legs_together")};
           }),
           py::arg("phone"), py::arg("legs_together"))
      .def_property_readonly(
          "phone", [](const Inclinometer& self) { return self.phone(); }, "How it is strapped.")
      .def_property_readonly(
          "legs_together", [](const Inclinometer& self) { return self.legs_together(); }, "The gravity of its zero.")
      .def(
          "posture",
          [](const Inclinometer& self, Time time, py::handle gravity) {
            return self.posture(time, vector_from(gravity, "gravity"));
          },
          py::arg("time"), py::arg("gravity"),
          "The hip abduction of the phone's side as a Posture; absent while the leg moves fast, leans or turns.\n\n"
          "Parameters\n----------\n"
          "time\n    [s]\n"
          "gravity\n    x, y, z along the phone's axes, in the unit of its zero")
      .def("why_absent", &Inclinometer::why_absent, py::arg("channel"),
           "Why a channel is never in a posture of this phone; empty for hip abduction of its side.")
      .def("__repr__", [](const Inclinometer& self) {
        return "<Inclinometer: on the " + std::string{name(self.phone().side)} + " thigh>";
      });
  type.attr("__module__") = "stretchcore";
}

}  // namespace

void bind_imu(py::module_& m) {
  bind_orientation(m);
  bind_calibration(m);
  bind_imu_tracker(m);
  bind_inclinometer(m);
}

}  // namespace stretchcore
