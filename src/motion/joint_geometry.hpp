#pragma once

// Joint angles from points of the body. What was not seen is NaN, and so is every angle that needs it. Angles are in
// radians with clinical signs; lines and axes have length 1.

#include <limits>
#include <numbers>

#include <stretchcore/quantity/side.hpp>

#include "detail/maths.hpp"
#include "motion/vectors.hpp"

namespace stretchcore::detail {

/// Along right, up and toward the camera, or along the axes of a laboratory; always right-handed.
using Point = Vector3;

inline constexpr double unseen = std::numeric_limits<double>::quiet_NaN();
inline constexpr double no_limit = std::numeric_limits<double>::max();

// A line nearer than 15° to an axis shows no angle about that axis: sin 15°.
inline constexpr double least_off_axis = 0.26;

// Knees overstretch by 10° in hypermobile people (Beighton); what reads as far more is a thigh turned by over 90°.
inline constexpr double furthest_overstretch = 25.0 * std::numbers::pi / 180.0;

// Hip, knee and ankle show how the thigh is turned only while the knee is bent by 20° or more: sin 20°.
inline constexpr double least_bend_of_knee = 0.3420201433256687;

constexpr Point nowhere() { return {unseen, unseen, unseen}; }

inline Point of_length(double least, const Point& line, double most = no_limit) {
  const double length = norm(line);
  return length > least && length <= most ? line : nowhere();
}

inline Point direction(const Point& line, double shortest) { return of_length(shortest, line) / norm(line); }

/// The part of a line that is square to an axis, made a direction.
inline Point square_to(const Point& axis, const Point& line, double least = least_off_axis) {
  return direction(line - dot(line, axis) * axis, least);
}

/// A segment's own directions, square to each other.
struct Frame {
  Point leftward, upward, front;

  static Frame of(const Point& leftward, const Point& upward) { return {leftward, upward, cross(leftward, upward)}; }
  Point outward(Side side) const { return side == Side::left ? leftward : -leftward; }
};

/// The angle of a line out of the plane that `normal` stands on. Exact also where asin is not.
inline double rise(const Point& line, const Point& normal) {
  return maths::atan2(dot(line, normal), norm(cross(line, normal)));
}

inline double bend(const Point& upper, const Point& lower) {
  return maths::atan2(norm(cross(upper, lower)), dot(upper, lower));
}

/// How far a line has turned from `zero` toward `one` about the axis square to both; nothing for a line along the axis.
inline double turned(const Point& line, const Point& zero, const Point& one) {
  const double a = dot(line, zero);
  const double b = dot(line, one);
  return a * a + b * b > least_off_axis * least_off_axis ? maths::atan2(b, a) : unseen;
}

/// The first angle of the ISB joint coordinate system of the hip (Wu 2002).
inline double hip_flexion(const Point& thigh, const Frame& pelvis) {
  return turned(thigh, -pelvis.upward, pelvis.front);
}

/// The third angle of the hip: where the shank of a bent knee points, seen along the thigh. Internal is +.
inline double hip_rotation(const Point& thigh, const Point& shank, const Point& leftward, Side side) {
  const Point axis = cross(thigh, shank);
  if (!(norm(axis) > least_bend_of_knee)) return unseen;
  const Point front = direction(cross(thigh, leftward), least_off_axis);
  const double inward = maths::atan2(dot(axis, front), dot(axis, cross(front, thigh)));
  return side == Side::left ? inward : -inward;
}

/// Bending turns the shank about an axis to the person's left, for both legs; that tells a bend from an overstretch.
inline double knee_flexion(const Point& thigh, const Point& shank, const Point& leftward) {
  const double angle = bend(thigh, shank);
  if (angle > furthest_overstretch) return angle;
  if (!(norm(cross(thigh, leftward)) > least_off_axis)) return unseen;
  return dot(cross(thigh, shank), leftward) < 0.0 ? -angle : angle;
}

/// Of the foot from heel to toe; 0 where it is square to the shank.
inline double ankle_dorsiflexion(const Point& shank, const Point& foot) { return rise(foot, -shank); }

/// Arms go on where legs end: below −90° they have come round over the head.
inline double round_the_back(double angle) {
  return angle < -std::numbers::pi / 2.0 ? angle + 2.0 * std::numbers::pi : angle;
}

inline double shoulder_abduction(const Point& arm, const Frame& trunk, Side side) {
  return round_the_back(turned(arm, -trunk.upward, trunk.outward(side)));
}

inline double shoulder_flexion(const Point& arm, const Frame& trunk) {
  return round_the_back(turned(arm, -trunk.upward, trunk.front));
}

}  // namespace stretchcore::detail
