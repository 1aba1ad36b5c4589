#include <cmath>

#include <stretchcore/motion/orientation.hpp>

#include "model/require.hpp"
#include "motion/vectors.hpp"

namespace stretchcore {

double Vector3::length() const { return std::sqrt(x * x + y * y + z * z); }

double Orientation::norm() const { return std::sqrt(w * w + x * x + y * y + z * z); }

bool Orientation::seen() const { return std::fabs(norm() - 1.0) <= orientation_tolerance; }

Vector3 Orientation::in_room(const Vector3& of_sensor) const { return detail::rotation(*this) * of_sensor; }

void Orientation::validate() const {
  detail::require(seen(), "norm", "of w, x, y, z must be 1, is " + std::to_string(norm()));
}

}  // namespace stretchcore
