#pragma once

#include <boost/describe/class.hpp>
#include <limits>

#include <stretchcore/export.hpp>

namespace stretchcore {

/// A direction or a measured vector along the axes of a sensor or of a room.
struct Vector3 {
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;

  STRETCHCORE_API double length() const;
  bool operator==(const Vector3&) const = default;
};
BOOST_DESCRIBE_STRUCT(Vector3, (), (x, y, z))

/// How far the norm of an orientation may be from 1: what six digits, float16 or 16-bit sensors leave of it.
inline constexpr double orientation_tolerance = 1e-3;

/// How a sensor is turned in its room: the unit quaternion that turns what the sensor's axes say into what the room's
/// say. Sensors that report the opposite, the room in the sensor, need `conjugate`.
struct Orientation {
  double w = 1.0;
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;

  STRETCHCORE_API double norm() const;
  /// Whether it is a rotation at all; a sensor that was not seen is NaN, or zero, or whatever is none.
  STRETCHCORE_API bool seen() const;
  Orientation conjugate() const { return {w, -x, -y, -z}; }
  /// A vector along the sensor's axes, along the room's.
  STRETCHCORE_API Vector3 in_room(const Vector3& of_sensor) const;

  STRETCHCORE_API void validate() const;
  bool operator==(const Orientation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Orientation, (), (w, x, y, z))

/// What stands for a sensor that was not seen.
inline constexpr Orientation not_seen{
    std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN(),
    std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

}  // namespace stretchcore
