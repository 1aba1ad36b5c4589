#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include <stretchcore/export.hpp>
#include <stretchcore/motion/orientation.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/bilateral.hpp>

namespace stretchcore {

/// How long the limbs of one side are, in the landmarks' units (pixels where they are fractions of a picture); 0 where
/// it is not known.
struct LimbLengths {
  double thigh = 0.0;
  double shank = 0.0;
  double upper_arm = 0.0;
  double forearm = 0.0;

  bool operator==(const LimbLengths&) const = default;
};
BOOST_DESCRIBE_STRUCT(LimbLengths, (), (thigh, shank, upper_arm, forearm))

/// How a part of the body stands, by two of its own directions, of length 1 and square to each other. A mirror turns
/// them exactly, as it would not a quaternion.
struct BodyAxes {
  Vector3 leftward{1.0, 0.0, 0.0};
  Vector3 upward{0.0, 1.0, 0.0};

  STRETCHCORE_API void validate() const;
  bool operator==(const BodyAxes&) const = default;
};
BOOST_DESCRIBE_STRUCT(BodyAxes, (), (leftward, upward))

/// A body at rest: what later landmarks are compared with. `PoseTracker::reference` makes one.
struct BodyReference {
  Bilateral<LimbLengths> limbs{};
  std::optional<BodyAxes> pelvis{};  ///< in the room, up along the trunk; it tilts, lists and rotates from there
  Angle pelvis_tilt{};               ///< of the pelvis by its markers against the trunk; counts as none
  /// Its upper part along the pelvis' front, up and right, where markers on the skin show no straight one.
  std::optional<BodyAxes> trunk{};

  STRETCHCORE_API void validate() const;
  bool operator==(const BodyReference&) const = default;
};
BOOST_DESCRIBE_STRUCT(BodyReference, (), (limbs, pelvis, pelvis_tilt, trunk))

/// How far the length of a limb may be from its reference, as a part of it, before its points are not believed: the
/// usual check of pose estimators, whose lengths scatter by about a tenth.
inline constexpr double bone_length_tolerance = 0.15;

}  // namespace stretchcore
