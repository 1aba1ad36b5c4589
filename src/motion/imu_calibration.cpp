#include <stretchcore/error.hpp>
#include <stretchcore/motion/imu_calibration.hpp>

#include "model/require.hpp"
#include "motion/rotation.hpp"

namespace stretchcore {
namespace {

// A direction to the right that is so far from level was meant to be another one.
constexpr double furthest_from_level = 30.0;

void require_direction(std::string_view field, const Vector3& vector, std::string_view meaning) {
  const double length = vector.length();
  detail::require(length > 0.0 && std::isfinite(length), field, "must be a direction, " + std::string{meaning});
}

}  // namespace

void KnownPose::validate() const {
  // Nobody bends further; an angle in radians or a sign turned round is not noticed otherwise.
  detail::require_range("hip_flexion", hip_flexion, degrees(-30), degrees(150));
  detail::require_range("knee_flexion", knee_flexion, degrees(-25), degrees(170));
  detail::require_range("ankle_dorsiflexion", ankle_dorsiflexion, degrees(-80), degrees(60));
}

void PlacedSensor::validate() const { detail::validate_member("in_pose", in_pose); }

void ImuCalibration::validate() const {
  using namespace detail;
  require(!sensors.empty(), "sensors", "at least one joint needs a sensor on either side of it");
  validate_member("sensors", sensors);
  require_unique("sensors", sensors, &PlacedSensor::segment, "segment");
  validate_member("pose", pose);
  require_direction("up", up, "along the room's axes, against gravity");
  require_direction("right", right, "along the room's axes, to her right in the pose");
  const double from_up = radians(between(up, right)).degrees();
  require(std::fabs(90.0 - from_up) <= furthest_from_level, "right",
          "must be about level, is " + std::to_string(static_cast<int>(std::lround(from_up))) + "° from up");
}

}  // namespace stretchcore
