#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/channel.hpp>

namespace stretchcore {

enum class LandmarkUnits {
  normalised,  ///< 1 is the whole width (x, z) or height (y) of the picture
  pixels,
  metres
};
BOOST_DESCRIBE_ENUM(LandmarkUnits, normalised, pixels, metres)

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

/// The places of the joints of one side among the landmarks, counted from 0.
struct JointPlaces {
  int shoulder = 0;
  int elbow = 0;
  int wrist = 0;
  int hip = 0;
  int knee = 0;
  int ankle = 0;

  bool operator==(const JointPlaces&) const = default;
};
BOOST_DESCRIBE_STRUCT(JointPlaces, (), (shoulder, elbow, wrist, hip, knee, ankle))

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
  ChannelSet channels{};  ///< what can be observed

  /// Why these landmarks never give a channel; empty for one that they can give.
  std::string_view why_absent(Channel channel) const;

  void validate() const;
  bool operator==(const Skeleton&) const = default;
};
BOOST_DESCRIBE_STRUCT(Skeleton, (), (id, names, mirror, units, depth, axes, joints, channels))

/// The skeletons that are known:
/// "mediapipe-33" (MediaPipe Pose, points of the picture), "mediapipe-33-world" (its world landmarks, in metres) and
/// "coco-17" (17 COCO keypoints in pixels).
std::span<const Skeleton> skeletons();

/// A skeleton by its id. Throws `InvalidModel`, naming the ids there are.
const Skeleton& skeleton(std::string_view id);

}  // namespace stretchcore
