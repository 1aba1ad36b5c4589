#include <cmath>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/flexion_axis.hpp>

#include "model/require.hpp"
#include "motion/rotation.hpp"

namespace stretchcore {
namespace {

using detail::dot;
using detail::Rotation;

// Below, the sensors' own wander and the skin under them are a large part of what is seen.
constexpr Angle least_moved = degrees(20);
// Walking and knee raises of a real person spread by 10° to 18°; tips in all directions by 45°.
constexpr Angle most_spread = degrees(25);
// The same person's walking was forward by 85 % at least; a swing as far back as forward is by 50 %.
constexpr double least_forward = 0.75;
// Legs that are raised outward alike are apart by twice that and the mean is right; further, one of them slipped.
constexpr Angle most_between_legs = degrees(40);
constexpr Angle most_turned_round = degrees(30);

/// How far a rotation turns round the vertical: twice the angle between the scalar part w of its quaternion and the
/// part v along `up`. The matrix has 4w² = 1 + trace, and 2v² = up·R·up − (2w² − 1).
Angle turned_round(const Rotation& rotation, const Vector3& up) {
  const double trace = rotation(0, 0) + rotation(1, 1) + rotation(2, 2);
  const double along_up = (dot(up, rotation * up) - (trace - 1.0) / 2.0) / 2.0;
  const double scalar = (1.0 + trace) / 4.0;
  return radians(2.0 * maths::atan2(std::sqrt(std::fmax(0.0, along_up)), std::sqrt(std::fmax(0.0, scalar))));
}

/// A vector in the level plane.
struct Level {
  double x = 0.0;
  double y = 0.0;

  Level operator-() const { return {-x, -y}; }
  double dot(const Level& other) const { return x * other.x + y * other.y; }
};

/// Tips of the vertical in the level plane, as a cloud of points around the pose: where it lies and how long.
struct Tips {
  double xx = 0.0, xy = 0.0, yy = 0.0;  // their scatter: sums of products
  double furthest = 0.0;                // [rad]
  std::vector<Level> points;

  void add(const Level& tip, double angle) {
    xx += tip.x * tip.x;
    xy += tip.x * tip.y;
    yy += tip.y * tip.y;
    furthest = std::fmax(furthest, angle);
    points.push_back(tip);
  }

  /// The squared tips to the one side of a direction, less those to the other.
  double bias(const Level& direction) const {
    double sum = 0.0;
    for (const Level& tip : points) sum += tip.dot(direction) * std::fabs(tip.dot(direction));
    return sum;
  }

  /// Along most of the tipping, the way it went more.
  Level direction() const {
    const auto [sine, cosine] = maths::sin_cos(0.5 * maths::atan2(2.0 * xy, xx - yy));
    const Level along{cosine, sine};
    return bias(along) < 0.0 ? -along : along;
  }
};

Tips operator+(Tips a, const Tips& b) {
  a.xx += b.xx;
  a.xy += b.xy;
  a.yy += b.yy;
  a.furthest = std::fmax(a.furthest, b.furthest);
  a.points.insert(a.points.end(), b.points.begin(), b.points.end());
  return a;
}

struct Sensor {
  std::size_t place = 0;
  Rotation from_pose;  // into the sensor

  static std::optional<Sensor> of(Segment segment, const ImuRecording& movement,
                                  std::span<const PlacedSensor> in_pose) {
    const auto segments = movement.segments();
    for (std::size_t place = 0; place < segments.size(); ++place) {
      for (const PlacedSensor& sensor : in_pose) {
        if (sensor.segment != segment || segments[place] != segment) continue;
        return Sensor{place, detail::rotation(sensor.in_pose).transposed()};
      }
    }
    return std::nullopt;
  }

  /// How it is turned against the pose; nothing if it was not seen.
  std::optional<Rotation> turned(std::span<const Orientation> row) const {
    if (!row[place].seen()) return std::nullopt;
    return detail::rotation(row[place]) * from_pose;
  }
};

/// Any two level directions, `first × second` up.
std::array<Vector3, 2> level(const Vector3& up) {
  const Vector3 off_up = std::fabs(up.x) < 0.5 ? Vector3{1.0, 0.0, 0.0} : Vector3{0.0, 1.0, 0.0};
  const Vector3 first = detail::unit(detail::cross(up, off_up));
  return {first, detail::cross(up, first)};
}

}  // namespace

std::string_view FlexionAxis::doubt() const {
  if (!(moved >= least_moved)) return "no thigh tipped by 20°";
  if (!(spread <= most_spread)) return "the thighs tipped in too many directions";
  if (!(forward >= least_forward)) return "the thighs tipped back about as far as forward";
  if (!(between_legs <= most_between_legs)) return "the two legs bent about different axes";
  return "";
}

FlexionAxis flexion_axis(const ImuRecording& movement, std::span<const PlacedSensor> in_pose, const Vector3& up_given) {
  detail::require(up_given.length() > 0.0 && std::isfinite(up_given.length()), "up", "must be a direction");
  const Vector3 up = detail::unit(up_given);
  const auto [first, second] = level(up);
  const auto pelvis = Sensor::of(Segment::pelvis, movement, in_pose);

  Bilateral<Tips> legs;
  bool any = false;
  for (const Side side : both_sides) {
    const auto thigh = Sensor::of(side == Side::left ? Segment::thigh_left : Segment::thigh_right, movement, in_pose);
    if (!thigh) continue;
    any = true;
    for (std::size_t row = 0; row < movement.size(); ++row) {
      const auto turned = thigh->turned(movement.row(row));
      const auto facing = pelvis ? pelvis->turned(movement.row(row)) : turned;
      if (!turned || !facing || turned_round(*facing, up) > most_turned_round) continue;
      const Vector3 tipped = *turned * up;
      legs[side].add({dot(tipped, first), dot(tipped, second)}, detail::between(tipped, up));
    }
  }
  detail::require(any, "movement", "a sensor on a thigh is needed, in the movement and in the pose");

  const Tips both = legs.left + legs.right;
  FlexionAxis axis;
  const double all = both.xx + both.yy;
  if (!(all > 0.0)) return axis;
  const Level back = both.direction();
  const double along = back.x * back.x * both.xx + 2.0 * back.x * back.y * both.xy + back.y * back.y * both.yy;
  axis.right = detail::cross(up, back.x * first + back.y * second);
  axis.moved = radians(both.furthest);
  axis.spread = radians(maths::atan2(std::sqrt(std::fmax(0.0, all - along)), std::sqrt(along)));
  axis.forward = 0.5 + 0.5 * both.bias(back) / along;
  if (std::fmin(legs.left.furthest, legs.right.furthest) >= least_moved.radians()) {
    const Level left = legs.left.direction(), right = legs.right.direction();
    axis.between_legs = radians(std::fabs(maths::atan2(left.x * right.y - left.y * right.x, left.dot(right))));
  }
  return axis;
}

}  // namespace stretchcore
