#pragma once

// Rotations from angles, and the angle between directions.

#include <cmath>

#include "detail/maths.hpp"
#include "motion/vectors.hpp"

namespace stretchcore::detail {

/// About ISB's axes: x to the front, y up, z to the right [rad].
inline Rotation about_right(double angle) {
  const auto [sine, cosine] = maths::sin_cos(angle);
  return Rotation::of_columns({cosine, sine, 0.0}, {-sine, cosine, 0.0}, {0.0, 0.0, 1.0});
}

/// The angle between two directions, exact also where acos is not [rad].
inline double between(const Vector3& a, const Vector3& b) { return maths::atan2(norm(cross(a, b)), dot(a, b)); }

}  // namespace stretchcore::detail
