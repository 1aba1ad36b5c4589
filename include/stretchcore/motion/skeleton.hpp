#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/channel.hpp>

namespace stretchcore {

enum class LandmarkUnits {
  normalised,  ///< 1 is the whole width (x, z) or height (y) of the picture
  pixels,
  metres,
  millimetres
};
BOOST_DESCRIBE_ENUM(LandmarkUnits, normalised, pixels, metres, millimetres)

/// Where an axis points, as the camera sees it.
enum class Direction { right, left, up, down, toward, away };
BOOST_DESCRIBE_ENUM(Direction, right, left, up, down, toward, away)

struct Axes {
  Direction x = Direction::right;
  Direction y = Direction::down;
  Direction z = Direction::away;

  bool operator==(const Axes&) const = default;
};
BOOST_DESCRIBE_STRUCT(Axes, (), (x, y, z))

/// The place of a landmark that a skeleton does not have.
inline constexpr int no_landmark = -1;

/// The places of the points of one side among the landmarks, counted from 0. Joints are joint centres or, with markers
/// on the pelvis, markers on the outer side of the joint; the hip is then worked out from the pelvis.
struct JointPlaces {
  int shoulder = no_landmark;
  int elbow = no_landmark;
  int wrist = no_landmark;
  int hip = no_landmark;
  int knee = no_landmark;
  int ankle = no_landmark;
  int heel = no_landmark;
  int toe = no_landmark;
  int asis = no_landmark;  ///< anterior superior iliac spine, a marker on the skin
  int psis = no_landmark;  ///< posterior superior iliac spine, a marker on the skin

  bool operator==(const JointPlaces&) const = default;
};
BOOST_DESCRIBE_STRUCT(JointPlaces, (), (shoulder, elbow, wrist, hip, knee, ankle, heel, toe, asis, psis))

/// The places of the points of the midline.
struct MidlinePlaces {
  int pelvis = no_landmark;  ///< the lower end of the spine
  int spine = no_landmark;   ///< between pelvis and neck
  int neck = no_landmark;    ///< the upper end of the spine, where the neck begins
  int head = no_landmark;
  int nose = no_landmark;

  bool operator==(const MidlinePlaces&) const = default;
};
BOOST_DESCRIBE_STRUCT(MidlinePlaces, (), (pelvis, spine, neck, head, nose))

/// What a pose estimator delivers: which points, in which order, units and directions, and what can be known from them.
/// A copy with other `units` or fewer `channels` is a skeleton too.
struct Skeleton {
  std::string id{};
  std::vector<std::string> names{};  ///< of the landmarks, in their order; left and right are the person's own
  std::vector<int> mirror{};         ///< for each landmark the place of the one that a mirror shows instead
  LandmarkUnits units = LandmarkUnits::normalised;
  bool depth = true;  ///< whether z is measured; without it the camera must face the plane of the movement
  Axes axes{};
  Bilateral<JointPlaces> joints{};
  MidlinePlaces midline{};
  ChannelSet channels{};  ///< what can be observed

  /// Whether the pelvis is known from four markers on it, and with it how the pelvis is turned.
  bool pelvis_markers() const { return joints.left.asis != no_landmark; }

  /// Why these landmarks never give a channel; empty for one that they can give.
  STRETCHCORE_API std::string_view why_absent(Channel channel) const;

  /// The same landmarks read as points of a picture, without their guessed depth: for a camera that faces the wall the
  /// legs lie on, where what matters happens in the plane of the picture.
  STRETCHCORE_API Skeleton in_plane() const;

  STRETCHCORE_API void validate() const;
  bool operator==(const Skeleton&) const = default;
};
BOOST_DESCRIBE_STRUCT(Skeleton, (), (id, names, mirror, units, depth, axes, joints, midline, channels))

/// The skeletons that are known: "mediapipe-33" (MediaPipe Pose, points of the picture) and "mediapipe-33-world" (its
/// world landmarks, in metres); "coco-17", "halpe-26" and "body-25" (OpenPose), in pixels; "kinect-v2-25" in metres and
/// "azure-kinect-32" in millimetres; "plug-in-gait" (markers of a laboratory by their usual names, in millimetres).
STRETCHCORE_API std::span<const Skeleton> skeletons();

/// A skeleton by its id. Throws `InvalidModel`, naming the ids there are.
STRETCHCORE_API const Skeleton& skeleton(std::string_view id);

}  // namespace stretchcore
