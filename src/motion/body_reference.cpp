#include <cmath>
#include <string>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/motion/body_reference.hpp>

#include "model/require.hpp"

namespace stretchcore {

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
