#include <cmath>

#include <stretchcore/motion/inclinometer.hpp>

#include "model/require.hpp"
#include "motion/rotation.hpp"

namespace stretchcore {
namespace {

// ISO 80000-3; what it is elsewhere on earth differs by 0.3 %.
constexpr double standard_gravity = 9.80665;

// Phones' accelerometers are off by up to 60 mg as they are sold (data sheets of BMI160, LSM6DSO); a thigh that opens
// by 40° in 2.5 s adds 20 mg.
constexpr double most_off_gravity = 0.10;

// sin 20°. Gravity out of the plane shows a thigh that leans, which does not matter, or that turned about its length:
// then it has opened by up to 4° more than is seen at 45°, 7° at 30° [tan seen = tan opened · cos turned].
constexpr double most_out_of_plane = 0.3420201433256687;

// With legs together gravity runs along the thigh, but for its taper and a strap that is not straight.
constexpr Angle furthest_from_thigh = degrees(30);

// The axes of a phone are across each other; what is guessed by hand need not be exactly so.
constexpr Angle most_off_across = degrees(1);

bool near_gravity(double length, double at_rest) { return std::fabs(length - at_rest) <= most_off_gravity * at_rest; }

/// Gravity in the thigh: along it, outward, and out of the plane of opening.
struct Parts {
  double along, outward, out_of_plane;
};

Parts parts(const ThighPhone& phone, const Vector3& gravity) {
  const Vector3 along = detail::unit(phone.toward_knee);
  const Vector3 outward = detail::unit(phone.outward - detail::dot(phone.outward, along) * along);
  return {detail::dot(gravity, along), detail::dot(gravity, outward),
          detail::dot(gravity, detail::cross(along, outward))};
}

Angle opened(const Parts& gravity) { return radians(maths::atan2(-gravity.outward, gravity.along)); }

/// A difference of two directions, between −180° and 180°. Gravity that points down instead of up is turned by 180° in
/// both and cancels.
Angle wrapped(Angle angle) { return degrees(std::remainder(angle.degrees(), 360.0)); }

}  // namespace

void ThighPhone::validate() const {
  const auto direction = [](std::string_view field, const Vector3& v) {
    detail::require(v.length() > 0.0 && std::isfinite(v.length()), field, "must be a direction along the phone's axes");
  };
  direction("toward_knee", toward_knee);
  direction("outward", outward);
  const Angle across = radians(detail::between(toward_knee, outward));
  detail::require(abs(across - degrees(90)) <= most_off_across, "outward",
                  "must be across toward_knee, is " + std::to_string(std::lround(across.degrees())) + "° from it");
}

Inclinometer::Inclinometer(const ThighPhone& phone, const Vector3& legs_together)
    : phone_(phone), legs_together_(legs_together) {
  detail::validate_member("phone", phone_);
  const double length = legs_together.length();
  const bool metres = near_gravity(length, standard_gravity);
  detail::require(metres || near_gravity(length, 1.0), "legs_together",
                  "must be as long as gravity, 9.81 (m/s²) or 1 (g), is " + std::to_string(length));
  at_rest_ = metres ? standard_gravity : 1.0;
  const Parts zero = parts(phone_, legs_together);
  const Angle from_thigh = radians(maths::atan2(maths::hypot(zero.outward, zero.out_of_plane), std::fabs(zero.along)));
  detail::require(from_thigh <= furthest_from_thigh && std::fabs(zero.out_of_plane) <= most_out_of_plane * length,
                  "legs_together",
                  "must run along toward_knee, is " + std::to_string(std::lround(from_thigh.degrees())) +
                      "° from it: another axis of the phone, or the leg is not upright");
  zero_ = opened(zero);
}

Posture Inclinometer::posture(Time time, const Vector3& gravity) const {
  Posture posture{time};
  const double length = gravity.length();
  if (!near_gravity(length, at_rest_)) return posture;
  const Parts now = parts(phone_, gravity);
  if (std::fabs(now.out_of_plane) > most_out_of_plane * length) return posture;
  return posture.set(channel(Motion::hip_abduction, phone_.side), wrapped(opened(now) - zero_));
}

std::string_view Inclinometer::why_absent(Channel c) const {
  if (c == channel(Motion::hip_abduction, phone_.side)) return "";
  if (motion(c) == Motion::hip_abduction) return "the phone is on the other thigh";
  return "gravity in one thigh shows how far it has opened, nothing else";
}

}  // namespace stretchcore
