#include <cmath>
#include <string>
#include <utility>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/motion/body_reference.hpp>

#include "model/require.hpp"

namespace stretchcore {

namespace {

// What six digits leave of a length of 1, and of a right angle.
constexpr double tolerance = 1e-3;

}  // namespace

void BodyAxes::validate() const {
  for (const auto& [field, axis] : {std::pair{"leftward", leftward}, std::pair{"upward", upward}}) {
    detail::require(std::fabs(axis.length() - 1.0) <= tolerance, field, "must have the length 1");
  }
  const double along = leftward.x * upward.x + leftward.y * upward.y + leftward.z * upward.z;
  detail::require(std::fabs(along) <= tolerance, "upward", "must be square to leftward");
}

void BodyReference::validate() const {
  for (const Side side : both_sides) {
    detail::each_member<LimbLengths>([&](std::string_view limb, auto of) {
      const double length = limbs[side].*of;
      detail::require(length >= 0.0 && std::isfinite(length),
                      "limbs." + std::string{name(side)} + "." + std::string{limb}, "a length cannot be less than 0");
    });
  }
  detail::validate_member("pelvis", pelvis);
  detail::require_range("pelvis_tilt", pelvis_tilt, degrees(-90), degrees(90));
  detail::validate_member("trunk", trunk);
}

}  // namespace stretchcore
