#pragma once

#include <boost/describe/class.hpp>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/motion/orientation.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/side.hpp>
#include <stretchcore/stream/posture.hpp>

namespace stretchcore {

/// How a phone is strapped to a thigh. The default lies on the front of the left thigh, the screen away from it and the
/// upper edge toward the knee: its y points to the knee and its x to her right.
struct ThighPhone {
  Side side = Side::left;
  Vector3 toward_knee{0.0, 1.0, 0.0};  ///< along the phone's axes: from the hip to the knee
  Vector3 outward{-1.0, 0.0, 0.0};     ///< along the phone's axes: away from the other thigh, across `toward_knee`

  STRETCHCORE_API void validate() const;
  bool operator==(const ThighPhone&) const = default;
};
BOOST_DESCRIBE_STRUCT(ThighPhone, (), (side, toward_knee, outward))

/// A phone on a thigh as an inclinometer, for who lies on the back with the legs up the wall: it sees from gravity how
/// far the thigh has opened, without compass and without drift. The hip's flexion does not matter; the pelvis is taken
/// to lie still.
///
/// Gravity comes from the accelerometer or the phone's own gravity sensor, pointing up (Android) or down (Core Motion),
/// in m/s² or in g: the zero shows which, and it stays like that.
class STRETCHCORE_API Inclinometer {
 public:
  /// `legs_together` is the gravity measured with straight legs together up the wall, best the mean of a still second.
  /// Throws `InvalidModel` for axes that are not across each other, for a gravity of neither 9.81 nor 1, and for one
  /// that does not run along the thigh.
  Inclinometer(const ThighPhone& phone, const Vector3& legs_together);

  /// The hip abduction of the phone's side. Absent while gravity is not what it is at rest (the leg moves fast), and
  /// while more of it lies across the plane of opening than a leg leaning or turned by 20° shows. Never throws,
  /// allocates nothing.
  Posture posture(Time time, const Vector3& gravity) const;

  /// Why a channel is never in a posture of this phone; empty for hip abduction of its side.
  std::string_view why_absent(Channel channel) const;

  const ThighPhone& phone() const { return phone_; }
  const Vector3& legs_together() const { return legs_together_; }

 private:
  ThighPhone phone_;
  Vector3 legs_together_;
  double at_rest_ = 0.0;  // the length of gravity, in the unit of the zero
  Angle zero_{};
};

}  // namespace stretchcore
