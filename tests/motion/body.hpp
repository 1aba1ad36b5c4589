#pragma once

// A body made from its joint angles, and seen through any skeleton: the way opposite to the pose tracker's, by ISB's
// rotation matrices instead of closed forms.

#include <Eigen/Geometry>
#include <array>
#include <numbers>
#include <vector>

#include <stretchcore/motion/skeleton.hpp>
#include <stretchcore/stream/landmark.hpp>

namespace stretchcore {
// Its own names: one program holds the tests of all rooms.
inline namespace motion_tests {

/// Angles in degrees, clinical signs.
struct LegAngles {
  double flexion = 0.0;
  double abduction = 0.0;
  double rotation = 0.0;
  double knee = 0.0;
};

/// Joints in metres in the frame of the pelvis as ISB has it: x to the front, y up, z to the person's right.
struct Body {
  struct Limbs {
    Eigen::Vector3d shoulder, elbow, wrist, hip, knee, ankle;
  };
  Bilateral<Limbs> sides;
};

inline constexpr double per_degree = std::numbers::pi / 180.0;

inline Eigen::Matrix3d turn(double degrees, const Eigen::Vector3d& axis) {
  return Eigen::AngleAxisd(degrees * per_degree, axis).toRotationMatrix();
}

/// Arms straight out to the sides, elbows bent forward.
inline Body body(const Bilateral<LegAngles>& legs, double elbow = 0.0, double list = 0.0) {
  using Eigen::Vector3d;
  const Vector3d down = -Vector3d::UnitY();
  Body result;
  for (const Side side : both_sides) {
    const double right = side == Side::right ? 1.0 : -1.0;
    const LegAngles& leg = legs[side];
    // Abduction is −β on the right and +β on the left; internal rotation mirrors too.
    const Eigen::Matrix3d thigh = turn(leg.flexion, Vector3d::UnitZ()) *
                                  turn(-right * leg.abduction, Vector3d::UnitX()) *
                                  turn(right * leg.rotation, Vector3d::UnitY());
    Body::Limbs& limbs = result.sides[side];
    limbs.hip = {0.0, 0.0, right * 0.1};
    limbs.knee = limbs.hip + thigh * down * 0.42;
    limbs.ankle = limbs.knee + thigh * turn(-leg.knee, Vector3d::UnitZ()) * down * 0.4;
    limbs.shoulder = {0.0, 0.5, right * 0.18};
    limbs.elbow = limbs.shoulder + Vector3d{0.0, 0.0, right * 0.3};
    limbs.wrist = limbs.elbow + turn(-right * elbow, Vector3d::UnitY()) * Vector3d{0.0, 0.0, right * 0.25};
    // With the left of the pelvis up, the trunk leans to the left of the pelvis' own up.
    for (Vector3d* point : {&limbs.shoulder, &limbs.elbow, &limbs.wrist}) {
      *point = turn(-list, Vector3d::UnitX()) * *point;
    }
  }
  return result;
}

inline Body moved(Body whole, const Eigen::Matrix3d& rotation, const Eigen::Vector3d& by) {
  for (const Side side : both_sides) {
    Body::Limbs& limbs = whole.sides[side];
    for (Eigen::Vector3d* point :
         {&limbs.shoulder, &limbs.elbow, &limbs.wrist, &limbs.hip, &limbs.knee, &limbs.ankle}) {
      *point = rotation * *point + by;
    }
  }
  return whole;
}

/// The body facing the camera, as a skeleton reports it: 200 pixels a metre around the middle of the picture.
inline std::vector<Landmark> landmarks(const Body& whole, const Skeleton& skeleton, double width = 1280.0,
                                       double height = 720.0) {
  std::vector<Landmark> points(skeleton.names.size(), Landmark{0.5, 0.5, 0.0, 1.0});
  const auto place = [&](int at, const Eigen::Vector3d& point) {
    Landmark& landmark = points[static_cast<std::size_t>(at)];
    // Facing the camera, the person's right is the left of the picture.
    const Eigen::Vector3d seen{-point.z(), -point.y(), -point.x()};
    switch (skeleton.units) {
      case LandmarkUnits::metres:
        landmark = {seen.x(), seen.y(), seen.z(), 1.0};
        break;
      case LandmarkUnits::pixels:
        landmark = {width / 2.0 + 200.0 * seen.x(), height / 2.0 + 200.0 * seen.y(), 0.0, 1.0};
        break;
      case LandmarkUnits::normalised:
        landmark = {0.5 + 200.0 * seen.x() / width, 0.5 + 200.0 * seen.y() / height, 200.0 * seen.z() / width, 1.0};
        break;
    }
  };
  for (const Side side : both_sides) {
    const JointPlaces& at = skeleton.joints[side];
    const Body::Limbs& limbs = whole.sides[side];
    place(at.shoulder, limbs.shoulder);
    place(at.elbow, limbs.elbow);
    place(at.wrist, limbs.wrist);
    place(at.hip, limbs.hip);
    place(at.knee, limbs.knee);
    place(at.ankle, limbs.ankle);
  }
  return points;
}

}  // namespace motion_tests
}  // namespace stretchcore
