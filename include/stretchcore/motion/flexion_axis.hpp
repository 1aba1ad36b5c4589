#pragma once

#include <boost/describe/class.hpp>
#include <span>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/motion/imu_calibration.hpp>
#include <stretchcore/motion/imu_recording.hpp>

namespace stretchcore {

/// The axis that legs bend about, found in a movement, and how sure that is.
struct FlexionAxis {
  Vector3 right{};       ///< to her right in the pose, level, of length 1, along the room's axes; zero if nothing moved
  Angle moved{};         ///< the furthest that a thigh tipped
  Angle spread{};        ///< how far the single tips were off the axis, as root mean square, larger ones counting more
  double forward = 0.0;  ///< the share of the tipping that was forward [0..1]; at a half the axis may be turned round
  Angle between_legs{};  ///< how far the two legs' own axes are apart; 0 where only one moved

  /// Why it is not sure enough to calibrate with; empty if it is.
  STRETCHCORE_API std::string_view doubt() const;

  bool operator==(const FlexionAxis&) const = default;
};
BOOST_DESCRIBE_STRUCT(FlexionAxis, (), (right, moved, spread, forward, between_legs))

/// Finds which way is right from a movement that bends the hips forward: raising one knee after the other, or walking.
/// The vertical, carried along by a thigh, tips back when the hip bends, whichever way the thigh turns about its
/// length; a leg that is raised outward is made good by the other one. Moments in which she has turned round by more
/// than 30° are left out. Throws `InvalidModel` without a sensor on a thigh.
STRETCHCORE_API FlexionAxis flexion_axis(const ImuRecording& movement, std::span<const PlacedSensor> in_pose,
                                         const Vector3& up = {0.0, 0.0, 1.0});

}  // namespace stretchcore
