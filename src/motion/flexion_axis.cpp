#include <cmath>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/flexion_axis.hpp>

#include "model/require.hpp"
#include "motion/rotation.hpp"

namespace stretchcore {
namespace {

using detail::Rotation;
using Eigen::Vector2d;
using Eigen::Vector3d;

// Below, the sensors' own wander and the skin under them are a large part of what is seen.
constexpr Angle least_moved = degrees(20);
// Walking and knee raises of a real person spread by 10° to 18°; tips in all directions by 45°.
constexpr Angle most_spread = degrees(25);
// The same person's walking was forward by 85 % at least; a swing as far back as forward is by 50 %.
constexpr double least_forward = 0.75;
// Legs that are raised outward alike are apart by twice that and the mean is right; further, one of them slipped.
constexpr Angle most_between_legs = degrees(40);
constexpr Angle most_turned_round = degrees(30);

/// How far a rotation turns round the vertical.
Angle turned_round(const Rotation& rotation, const Vector3d& up) {
  const Eigen::Quaterniond q{rotation};
  return radians(2.0 * std::atan2(std::fabs(q.vec().dot(up)), std::fabs(q.w())));
}

/// Tips of the vertical in the level plane, as a cloud of points around the pose: where it lies and how long.
struct Tips {
  Eigen::Matrix2d scatter = Eigen::Matrix2d::Zero();
  double furthest = 0.0;  // [rad]
  std::vector<Vector2d> points;

  void add(const Vector2d& tip, double angle) {
    scatter += tip * tip.transpose();
    furthest = std::fmax(furthest, angle);
    points.push_back(tip);
  }

  /// The squared tips to the one side of a direction, less those to the other.
  double bias(const Vector2d& direction) const {
    double sum = 0.0;
    for (const Vector2d& tip : points) sum += tip.dot(direction) * std::fabs(tip.dot(direction));
    return sum;
  }

  /// Along most of the tipping, the way it went more.
  Vector2d direction() const {
    const double angle = 0.5 * std::atan2(2.0 * scatter(0, 1), scatter(0, 0) - scatter(1, 1));
    const Vector2d along{std::cos(angle), std::sin(angle)};
    return bias(along) < 0.0 ? Vector2d{-along} : along;
  }
};

Tips operator+(Tips a, const Tips& b) {
  a.scatter += b.scatter;
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
        return Sensor{place, detail::rotation(sensor.in_pose).transpose()};
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
std::array<Vector3d, 2> level(const Vector3d& up) {
  const Vector3d first = up.unitOrthogonal();
  return {first, up.cross(first)};
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
  const Vector3d up = detail::eigen(up_given).normalized();
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
      const Vector3d tipped = *turned * up;
      legs[side].add({tipped.dot(first), tipped.dot(second)}, detail::between(tipped, up));
    }
  }
  detail::require(any, "movement", "a sensor on a thigh is needed, in the movement and in the pose");

  const Tips both = legs.left + legs.right;
  FlexionAxis axis;
  const double all = both.scatter.trace();
  if (!(all > 0.0)) return axis;
  const Vector2d back = both.direction();
  const double along = back.dot(both.scatter * back);
  axis.right = detail::plain(up.cross(back.x() * first + back.y() * second));
  axis.moved = radians(both.furthest);
  axis.spread = radians(std::atan2(std::sqrt(std::fmax(0.0, all - along)), std::sqrt(along)));
  axis.forward = 0.5 + 0.5 * both.bias(back) / along;
  if (std::fmin(legs.left.furthest, legs.right.furthest) >= least_moved.radians()) {
    const Vector2d left = legs.left.direction(), right = legs.right.direction();
    axis.between_legs = radians(std::fabs(std::atan2(left.x() * right.y() - left.y() * right.x(), left.dot(right))));
  }
  return axis;
}

}  // namespace stretchcore
