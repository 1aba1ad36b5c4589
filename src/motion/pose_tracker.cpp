#include <Eigen/Core>
#include <Eigen/Geometry>
#include <cmath>
#include <limits>
#include <numbers>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/pose_tracker.hpp>

#include "model/require.hpp"

// Angles come from atan2, whose last bit differs between C libraries. That is fine here: a posture is the input of
// everything that decides, as if it came from a sensor, and a recording keeps it bit for bit.

namespace stretchcore {
namespace {

// Right, up and toward the camera. What was not seen is NaN, and so is every angle that needs it.
using Point = Eigen::Vector3d;

constexpr double unseen = std::numeric_limits<double>::quiet_NaN();

// Shorter lines have no direction. Normalised points taken for pixels end here too.
constexpr double shortest_in_pixels = 2.0;
constexpr double shortest_in_metres = 0.01;

// Estimators guess joints a little outside the picture [pictures]; further out they are pixels taken for normalised.
constexpr double lowest_in_picture = -2.0;
constexpr double highest_in_picture = 3.0;

// The hips are about half a thigh apart, the trunk is twice as long as that. A line far shorter than it should be is
// seen along its length, and its direction is noise.
constexpr double least_hips_per_thigh = 0.2;
constexpr double least_trunk_per_hips = 1.0;

// Thigh and shank are shorter than the trunk, arms more so. Depth guessed from one picture can be several times too
// long, and a person who stands then seems to sit.
constexpr double most_limb_per_trunk = 1.3;

// Knees overstretch by 10° in hypermobile people (Beighton); what reads as far more is a thigh turned by over 90°.
constexpr double furthest_overstretch = 25.0 * std::numbers::pi / 180.0;

// A thigh nearer than 15° to the line of the hips shows neither its flexion nor which way its knee bends: sin 15°.
constexpr double least_off_hip_line = 0.26;

struct Limbs {
  Point shoulder, elbow, wrist, hip, knee, ankle;
};

Point nowhere() { return Point::Constant(unseen); }

Point of_length(double least, const Point& line, double most = std::numeric_limits<double>::max()) {
  const double length = line.norm();
  return length > least && length <= most ? line : nowhere();
}

Point direction(const Point& line, double shortest) { return of_length(shortest, line) / line.norm(); }

/// The angle of a line out of the plane that `normal` stands on; both of length 1. Exact also where asin is not.
double rise(const Point& line, const Point& normal) { return std::atan2(line.dot(normal), line.cross(normal).norm()); }

double bend(const Point& upper, const Point& lower) { return std::atan2(upper.cross(lower).norm(), upper.dot(lower)); }

/// Bending turns the shank about an axis to the person's left, for both legs; that tells a bend from an overstretch.
double knee_flexion(const Point& thigh, const Point& shank, const Point& leftward) {
  const double angle = bend(thigh, shank);
  if (angle > furthest_overstretch) return angle;
  if (!(thigh.cross(leftward).norm() > least_off_hip_line)) return unseen;
  return thigh.cross(shank).dot(leftward) < 0.0 ? -angle : angle;
}

/// The first angle of the ISB joint coordinate system of the hip (Wu 2002), with the trunk in place of the pelvis.
double hip_flexion(const Point& thigh, const Point& leftward, const Point& trunk) {
  if (!(thigh.cross(leftward).norm() > least_off_hip_line)) return unseen;
  const Point up = direction(trunk - trunk.dot(leftward) * leftward, least_off_hip_line);
  const Point front = leftward.cross(up);
  return std::atan2(thigh.dot(front), -thigh.dot(up));
}

bool in_picture(double value) { return value >= lowest_in_picture && value <= highest_in_picture; }

bool seen(const Landmark& landmark, LandmarkUnits units) {
  if (!(landmark.confidence >= confidence_gate)) return false;
  const bool at_origin = landmark.x == 0.0 && landmark.y == 0.0;
  switch (units) {
    case LandmarkUnits::normalised:
      return !at_origin && in_picture(landmark.x) && in_picture(landmark.y);
    case LandmarkUnits::pixels:
      return !at_origin;
    case LandmarkUnits::metres:
      return !at_origin || landmark.z != 0.0;
  }
  return false;
}

}  // namespace

void CameraGeometry::validate() const {
  if (!image_size) return;
  for (const int side : *image_size) detail::require_range("image_size", side, 1, 100'000);
}

PoseTracker::PoseTracker(Skeleton skeleton, CameraGeometry camera)
    : skeleton_(std::move(skeleton)), camera_(camera), joints_(skeleton_.joints) {
  detail::validate_member("skeleton", skeleton_);
  detail::validate_member("camera", camera_);
  detail::require(
      skeleton_.units != LandmarkUnits::normalised || camera_.image_size.has_value(), "camera.image_size",
      "the landmarks of " + skeleton_.id + " are fractions of the picture: its width and height are needed");

  // A mirror shows the person's left as somebody's right, and turns the picture round.
  if (camera_.mirrored) joints_ = joints_.mirrored();
  const auto read = [&](double Landmark::*from, Direction to, double scale) {
    const auto way = static_cast<std::size_t>(to);
    const bool forth = to == Direction::right || to == Direction::up || to == Direction::toward;
    readings_[way / 2] = {from, forth ? scale : -scale};
  };
  const bool scaled = skeleton_.units == LandmarkUnits::normalised;
  const double width = scaled ? (*camera_.image_size)[0] : 1.0;
  const double height = scaled ? (*camera_.image_size)[1] : 1.0;
  read(&Landmark::x, skeleton_.axes.x, width);
  read(&Landmark::y, skeleton_.axes.y, height);
  read(&Landmark::z, skeleton_.axes.z, skeleton_.depth ? width : 0.0);
  if (camera_.mirrored) readings_[0].factor = -readings_[0].factor;
}

Posture PoseTracker::posture(Time time, std::span<const Landmark> landmarks) const {
  Posture posture{time};
  if (landmarks.size() != skeleton_.names.size()) return posture;

  const auto point = [&](int place) -> Point {
    const Landmark& landmark = landmarks[static_cast<std::size_t>(place)];
    if (!seen(landmark, skeleton_.units)) return nowhere();
    const auto along = [&](const Reading& reading) {
      return reading.factor == 0.0 ? 0.0 : landmark.*reading.from * reading.factor;
    };
    return {along(readings_[0]), along(readings_[1]), along(readings_[2])};
  };
  const Bilateral<Limbs> body = each_side([&](Side side) {
    const JointPlaces& places = joints_[side];
    return Limbs{point(places.shoulder), point(places.elbow), point(places.wrist),
                 point(places.hip),      point(places.knee),  point(places.ankle)};
  });
  const auto give = [&](Channel channel, double angle) {
    if (std::isfinite(angle) && skeleton_.channels.contains(channel)) posture.set(channel, radians(angle));
  };
  const double shortest = skeleton_.units == LandmarkUnits::metres ? shortest_in_metres : shortest_in_pixels;

  const Point back = (body.left.shoulder + body.right.shoulder) / 2.0 - (body.left.hip + body.right.hip) / 2.0;
  const double length = back.norm();
  // Without depth a trunk can look short; without shoulders in view there is nothing to compare with.
  const double longest =
      skeleton_.depth && std::isfinite(length) ? most_limb_per_trunk * length : std::numeric_limits<double>::max();
  const auto limb = [&](const Point& from, const Point& to) -> Point {
    return of_length(shortest, to - from, longest);
  };
  double longest_thigh = 0.0;  // fmax leaves out what is not a number
  for (const Side side : both_sides) {
    longest_thigh = std::fmax(longest_thigh, limb(body[side].hip, body[side].knee).norm());
  }
  const Point hips = of_length(least_hips_per_thigh * longest_thigh, body.left.hip - body.right.hip);
  const Point trunk = of_length(least_trunk_per_hips * hips.norm(), back);
  const Point leftward = direction(hips, shortest);
  const Point upward = direction(trunk, shortest);

  give(Channel::pelvis_list, rise(leftward, upward));
  for (const Side side : both_sides) {
    const Limbs& limbs = body[side];
    const Point thigh = limb(limbs.hip, limbs.knee).normalized();
    const Point shank = limb(limbs.knee, limbs.ankle).normalized();
    const Point upper_arm = limb(limbs.shoulder, limbs.elbow).normalized();
    const Point forearm = limb(limbs.elbow, limbs.wrist).normalized();
    const Point outward = side == Side::left ? leftward : Point{-leftward};
    give(channel(Motion::hip_abduction, side), rise(thigh, outward));
    give(channel(Motion::hip_flexion, side), hip_flexion(thigh, leftward, upward));
    give(channel(Motion::knee_flexion, side), knee_flexion(thigh, shank, leftward));
    give(channel(Motion::elbow_flexion, side), bend(upper_arm, forearm));
  }
  return posture;
}

}  // namespace stretchcore
