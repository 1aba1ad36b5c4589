#include <stretchcore/motion/body_reference.hpp>
#include <stretchcore/motion/filters.hpp>
#include <stretchcore/motion/pose_tracker.hpp>
#include <stretchcore/motion/signal_health.hpp>
#include <stretchcore/stream/recording.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_landmarks.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

namespace {

// PoseTracker --------------------------------------------------------------------------------------------------------

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
      m, Docs<JointPlaces>{
             "JointPlaces",
             "The places of the points of one side among the landmarks, counted from 0; -1 where there is none.",
             "a place", "a place", "a place", "a place or, with markers on the pelvis, none",
             "a place, of the marker on its outer side where there are markers", "a place, as the knee", "a place",
             "a place", "of the anterior superior iliac spine, a place",
             "of the posterior superior iliac spine, a place"});
  bind_struct<MidlinePlaces>(
      m, Docs<MidlinePlaces>{"MidlinePlaces", "The places of the points of the midline; -1 where there is none.",
                             "the lower end of the spine", "between pelvis and neck",
                             "the upper end of the spine, where the neck begins", "a place", "a place"});
  bind_struct<Skeleton>(
      m,
      Docs<Skeleton>{"Skeleton", "What a pose estimator delivers: which points, in which order, units and directions.",
                     "its name", "of the landmarks, in their order",
                     "for each landmark the place of the one that a mirror shows instead", "what the coordinates count",
                     "whether z is measured", "where x, y and z point", "where the joints of each side are",
                     "where the points of the midline are", "what can be observed"})
      .def("why_absent", &Skeleton::why_absent, py::arg("channel"),
           "Why these landmarks never give a channel; empty for one that they can give.")
      .def("in_plane", &Skeleton::in_plane,
           "The same landmarks read as points of a picture, without their guessed depth: for a camera that faces the\n"
           "wall the legs lie on.");
  bind_struct<LimbLengths>(
      m, Docs<LimbLengths>{"LimbLengths", "How long the limbs of one side are, in the landmarks' units.",
                           "0 where it is not known", "0 where it is not known", "0 where it is not known",
                           "0 where it is not known"});
  bind_struct<BodyAxes>(m, Docs<BodyAxes>{"BodyAxes", "How a part of the body stands, by two of its own directions.",
                                          "a Vector3 of length 1", "a Vector3 of length 1, square to leftward"});
  bind_struct<BodyReference>(
      m, Docs<BodyReference>{"BodyReference", "A body at rest: what later landmarks are compared with.",
                             "the LimbLengths of each side",
                             "BodyAxes in the room, up along the trunk; it tilts, lists and rotates from there",
                             "of the pelvis by its markers against the trunk, in degrees; counts as none",
                             "BodyAxes of its upper part, along the pelvis' front, up and right"});
  m.def(
      "skeleton", [](const std::string& id) { return skeleton(id); }, py::arg("id"),
      "A known skeleton.\n\n"
      "Parameters\n----------\n"
      "id\n    \"mediapipe-33\" (points of the picture) or \"mediapipe-33-world\" (metres); \"coco-17\", "
      "\"halpe-26\",\n"
      "    \"body-25\" (pixels; `.replace(units=\"normalised\")` where they are fractions of the picture);\n"
      "    \"kinect-v2-25\" (metres), \"azure-kinect-32\" (millimetres); \"plug-in-gait\" (markers, millimetres)\n\n"
      "Raises\n------\nInvalidModel\n    for any other id");
  m.def(
      "skeletons",
      [] {
        return std::vector<Skeleton>{skeletons().begin(), skeletons().end()};
      },
      "All skeletons that are known.");
}

// Filters ------------------------------------------------------------------------------------------------------------

Recording smooth_freely(const Recording& recording, double cutoff) {
  const py::gil_scoped_release others_may_run;
  return smooth(recording, cutoff);
}

}  // namespace

void bind_motion(py::module_& m) {
  bind_skeleton(m);

  py::class_<PoseTracker> type(
      m, "PoseTracker",
      "Turns landmarks into joint angles. It has no memory and smooths nothing.\n\n"
      "Parameters\n----------\n"
      "skeleton\n    a Skeleton: skeleton(\"mediapipe-33\")\n"
      "mirrored\n    the estimator was given a mirrored picture, as selfie cameras make them\n"
      "image_size\n    (width, height) in pixels; normalised landmarks need it\n"
      "reference\n    a BodyReference, as another tracker's reference() gives it: limbs that\n"
      "    are not as long are not believed, and a pelvis with markers has turned from there\n\n"
      "Examples\n--------\n"
      ">>> tracker = PoseTracker(skeleton(\"mediapipe-33\"), image_size=(1280, 720))\n"
      ">>> tracker.posture(0.0, [])  # no person\n"
      "Posture(0.0)");
  type.def(py::init([](const Skeleton& skeleton, bool mirrored, py::handle size,
                       const std::optional<BodyReference>& at_rest) {
             return PoseTracker{skeleton, {mirrored, image_size_from(size)}, at_rest.value_or(BodyReference{})};
           }),
           py::arg("skeleton"), py::kw_only(), py::arg("mirrored") = false, py::arg("image_size") = py::none(),
           py::arg("reference") = py::none())
      .def_property_readonly(
          "skeleton", [](const PoseTracker& self) { return self.skeleton(); }, "What the landmarks are.")
      .def_property_readonly(
          "mirrored", [](const PoseTracker& self) { return self.camera().mirrored; },
          "Whether the picture is mirrored.")
      .def_property_readonly("image_size", &image_size, "(width, height) in pixels, or None.")
      .def(
          "posture",
          [](const PoseTracker& self, Time time, py::handle landmarks) {
            return self.posture(time, landmarks_from(landmarks, self.skeleton()));
          },
          py::arg("time"), py::arg("landmarks"),
          "What can be known from landmarks: a Posture; what was not seen is absent.\n\n"
          "Parameters\n----------\n"
          "time\n    [s]\n"
          "landmarks\n    all of the skeleton: rows of x, y, z and perhaps confidence (MediaPipe's with its\n"
          "    presence, too), objects with .x .y .z .visibility or dicts with these; None or nothing in it is\n"
          "    no person. Without depth z is not read, and may be left out; where the skeleton never had one, a third\n"
          "    number is the confidence. What a NumPy mask hides was not seen\n\n"
          "Raises\n------\n"
          "ValueError\n    for another shape or number of them than the skeleton has")
      .def_property_readonly(
          "compared_with", [](const PoseTracker& self) { return self.compared_with(); },
          "The BodyReference that landmarks are compared with.")
      .def(
          "reference",
          [](const PoseTracker& self, py::handle landmarks) {
            return self.reference(landmarks_from(landmarks, self.skeleton()));
          },
          py::arg("landmarks"),
          "The body as it is now, lying still: a BodyReference for a tracker that compares with it.")
      .def("why_absent", &PoseTracker::why_absent, py::arg("channel"),
           "Why a channel is never in a posture of this tracker; empty for one that can be.")
      .def("__repr__", [](const PoseTracker& self) { return repr(self); });
  type.attr("__module__") = "stretchcore";

  bind_struct<HealthSpan>(
      m, Docs<HealthSpan>{"HealthSpan", "A time in which a channel could not be trusted, and why.", "the channel",
                          "why: absent, stale, frozen, implausible or jumping", "[s]", "[s]"});
  m.def("signal_health", &signal_health, py::arg("recording"), py::call_guard<py::gil_scoped_release>(),
        "Where the channels of a Recording were not to be trusted, judged as a session judges them: HealthSpans, "
        "channel by\n"
        "channel, in order of time. All other times were fresh.");
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
