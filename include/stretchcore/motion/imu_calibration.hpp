#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/motion/orientation.hpp>
#include <stretchcore/motion/segment.hpp>
#include <stretchcore/quantity/angle.hpp>

namespace stretchcore {

enum class Trunk {
  upright,
  on_the_back  ///< the pelvis level on the floor
};
BOOST_DESCRIBE_ENUM(Trunk, upright, on_the_back)

/// A pose whose joint angles are known, both legs alike: straight beside each other, neither opened nor turned. The
/// default is standing upright.
struct KnownPose {
  Trunk trunk = Trunk::upright;
  Angle hip_flexion{};
  Angle knee_flexion{};
  Angle ankle_dorsiflexion{};

  STRETCHCORE_API void validate() const;
  bool operator==(const KnownPose&) const = default;
};
BOOST_DESCRIBE_STRUCT(KnownPose, (), (trunk, hip_flexion, knee_flexion, ankle_dorsiflexion))

/// On the back with legs together up the wall; less than 90° where she lies further from it.
inline KnownPose legs_up_the_wall(Angle hip_flexion = degrees(90)) { return {Trunk::on_the_back, hip_flexion, {}, {}}; }

/// Where a sensor is strapped to, and how it was turned while she held the known pose.
struct PlacedSensor {
  Segment segment = Segment::pelvis;
  Orientation in_pose{};

  STRETCHCORE_API void validate() const;
  bool operator==(const PlacedSensor&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlacedSensor, (), (segment, in_pose))

/// What turns the orientations of sensors into those of the body. All sensors must share one room: their headings too.
struct ImuCalibration {
  std::vector<PlacedSensor> sensors{};  ///< up to seven, in the order in which orientations come
  KnownPose pose{};
  Vector3 up{0.0, 0.0, 1.0};  ///< along the room's axes: against gravity
  Vector3 right{};            ///< along the room's axes: to her right in the pose; it is made level

  STRETCHCORE_API void validate() const;
  bool operator==(const ImuCalibration&) const = default;
};
BOOST_DESCRIBE_STRUCT(ImuCalibration, (), (sensors, pose, up, right))

}  // namespace stretchcore
