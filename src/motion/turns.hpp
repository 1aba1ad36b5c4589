#pragma once

// The three angles that a rotation between two segments is written as. Axes are ISB's: x to the front, y up, z to the
// person's right.

#include <limits>

#include "motion/rotation.hpp"

namespace stretchcore::detail {

// Nearer than 5° to 90° of the middle angle, the other two are two words for one turn: cos 85°.
inline constexpr double least_off_gimbal = 0.08715574274765817;

/// Angles in radians, NaN where they have no meaning.
struct Turns {
  double about_z, about_x, about_y;
};

inline double unless_gimbal(double angle, double off_gimbal) {
  return off_gimbal > least_off_gimbal ? angle : std::numeric_limits<double>::quiet_NaN();
}

/// The angles of Rz(about_z)·Rx(about_x)·Ry(about_y): flexion, then abduction, then rotation (Wu 2002).
inline Turns z_x_y(const Rotation& r) {
  const double off = maths::hypot(r(0, 1), r(1, 1));
  return {unless_gimbal(maths::atan2(-r(0, 1), r(1, 1)), off), maths::atan2(r(2, 1), off),
          unless_gimbal(maths::atan2(-r(2, 0), r(2, 2)), off)};
}

/// The angles of Ry(about_y)·Rx(about_x)·Rz(about_z): rotation, then list, then tilt (Baker 2001).
inline Turns y_x_z(const Rotation& r) {
  const double off = maths::hypot(r(0, 2), r(2, 2));
  return {unless_gimbal(maths::atan2(r(1, 0), r(1, 1)), off), maths::atan2(-r(1, 2), off),
          unless_gimbal(maths::atan2(r(0, 2), r(2, 2)), off)};
}

}  // namespace stretchcore::detail
