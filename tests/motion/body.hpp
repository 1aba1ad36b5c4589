#pragma once

// A body made from its joint angles, and seen through any skeleton: the way opposite to the pose tracker's, by ISB's
// rotation matrices instead of closed forms.

#include <Eigen/Geometry>
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
  double ankle = 0.0;
};

/// Turns of a part of the trunk against the part below it, in degrees: forward, to the left, to the left.
struct Turn {
  double flexion = 0.0;
  double side_bend = 0.0;
  double rotation = 0.0;
};

/// Points in metres in the frame of the pelvis as ISB has it: x to the front, y up, z to the person's right.
struct PosedBody {
  struct Limbs {
    Eigen::Vector3d shoulder, elbow, wrist, hip, knee, ankle, heel, toe;
    Eigen::Vector3d asis, psis, knee_marker, ankle_marker;  // on the skin
  };
  Bilateral<Limbs> sides;
  Eigen::Vector3d pelvis, spine, neck, head, nose;

  template <class Change>
  void each_point(Change change) {
    for (const Side side : both_sides) {
      Limbs& limbs = sides[side];
      for (Eigen::Vector3d* point :
           {&limbs.shoulder, &limbs.elbow, &limbs.wrist, &limbs.hip, &limbs.knee, &limbs.ankle, &limbs.heel, &limbs.toe,
            &limbs.asis, &limbs.psis, &limbs.knee_marker, &limbs.ankle_marker}) {
        *point = change(*point);
      }
    }
    for (Eigen::Vector3d* point : {&pelvis, &spine, &neck, &head, &nose}) *point = change(*point);
  }

  /// What is above a point of the spine.
  template <class Change>
  void each_point_of_the_chest(Change change) {
    for (const Side side : both_sides) {
      Limbs& limbs = sides[side];
      for (Eigen::Vector3d* point : {&limbs.shoulder, &limbs.elbow, &limbs.wrist}) *point = change(*point);
    }
    for (Eigen::Vector3d* point : {&neck, &head, &nose}) *point = change(*point);
  }
};

inline constexpr double per_degree = std::numbers::pi / 180.0;

inline Eigen::Matrix3d turn(double degrees, const Eigen::Vector3d& axis) {
  return Eigen::AngleAxisd(degrees * per_degree, axis).toRotationMatrix();
}

/// Flexion first, then side bend, then rotation.
inline Eigen::Matrix3d turn(const Turn& by) {
  using Eigen::Vector3d;
  return turn(-by.flexion, Vector3d::UnitZ()) * turn(-by.side_bend, Vector3d::UnitX()) *
         turn(by.rotation, Vector3d::UnitY());
}

/// Arms straight out to the sides, elbows bent forward; knees and ankles 50 and 40 mm inside their markers; a pelvis
/// whose markers put the hips 20 cm apart by Harrington's regressions.
inline PosedBody body(const Bilateral<LegAngles>& legs, double elbow = 0.0, double list = 0.0) {
  using Eigen::Vector3d;
  const Vector3d down = -Vector3d::UnitY();
  const double pelvis_width = (0.1 - 0.0073) / 0.33;
  const double pelvis_depth = 0.16;
  PosedBody result;
  result.pelvis = {0.0, 0.0, 0.0};
  result.spine = {0.0, 0.25, 0.0};
  result.neck = {0.0, 0.5, 0.0};
  result.head = {0.0, 0.7, 0.0};
  result.nose = {0.1, 0.7, 0.0};
  for (const Side side : both_sides) {
    const double right = side == Side::right ? 1.0 : -1.0;
    const LegAngles& leg = legs[side];
    // Abduction is −β on the right and +β on the left; internal rotation mirrors too.
    const Eigen::Matrix3d thigh = turn(leg.flexion, Vector3d::UnitZ()) *
                                  turn(-right * leg.abduction, Vector3d::UnitX()) *
                                  turn(right * leg.rotation, Vector3d::UnitY());
    const Eigen::Matrix3d shank = thigh * turn(-leg.knee, Vector3d::UnitZ());
    PosedBody::Limbs& limbs = result.sides[side];
    limbs.hip = {0.0, 0.0, right * 0.1};
    limbs.knee = limbs.hip + thigh * down * 0.42;
    limbs.ankle = limbs.knee + shank * down * 0.4;
    const Vector3d foot = shank * turn(leg.ankle, Vector3d::UnitZ()) * Vector3d::UnitX();
    limbs.heel = limbs.ankle + shank * down * 0.05 - foot * 0.05;
    limbs.toe = limbs.heel + foot * 0.2;
    limbs.shoulder = {0.0, 0.5, right * 0.18};
    limbs.elbow = limbs.shoulder + Vector3d{0.0, 0.0, right * 0.3};
    limbs.wrist = limbs.elbow + turn(-right * elbow, Vector3d::UnitY()) * Vector3d{0.0, 0.0, right * 0.25};

    const Vector3d outward{0.0, 0.0, right};
    limbs.asis = {0.24 * pelvis_depth + 0.0099, 0.30 * pelvis_width + 0.0109, right * pelvis_width / 2.0};
    limbs.psis = {limbs.asis.x() - pelvis_depth, limbs.asis.y(), right * 0.045};
    const auto marker = [&](const Vector3d& centre, const Vector3d& above, double depth) -> Vector3d {
      const Vector3d along = (centre - above).normalized();
      return centre + depth * (outward - outward.dot(along) * along).normalized();
    };
    limbs.knee_marker = marker(limbs.knee, limbs.hip, 0.05);
    limbs.ankle_marker = marker(limbs.ankle, limbs.knee, 0.04);
  }
  // With the left of the pelvis up, the trunk leans to the left of the pelvis' own up.
  const Eigen::Matrix3d lean = turn(-list, Vector3d::UnitX());
  result.spine = lean * result.spine;
  result.each_point_of_the_chest([&](const Vector3d& point) -> Vector3d { return lean * point; });
  return result;
}

/// The chest turned against the pelvis, about the middle of the spine.
inline PosedBody with_spine(PosedBody whole, const Turn& by) {
  const Eigen::Vector3d about = whole.spine;
  whole.each_point_of_the_chest(
      [&](const Eigen::Vector3d& point) -> Eigen::Vector3d { return about + turn(by) * (point - about); });
  return whole;
}

/// Both arms straight, turned from hanging down: a turn for each side.
inline PosedBody with_arms(PosedBody whole, const Bilateral<Eigen::Matrix3d>& turns) {
  for (const Side side : both_sides) {
    PosedBody::Limbs& limbs = whole.sides[side];
    limbs.elbow = limbs.shoulder - turns[side] * Eigen::Vector3d::UnitY() * 0.3;
    limbs.wrist = limbs.shoulder - turns[side] * Eigen::Vector3d::UnitY() * 0.55;
  }
  return whole;
}

inline PosedBody moved(PosedBody whole, const Eigen::Matrix3d& rotation, const Eigen::Vector3d& by) {
  whole.each_point([&](const Eigen::Vector3d& point) -> Eigen::Vector3d { return rotation * point + by; });
  return whole;
}

/// How a direction of the room, as the camera sees it (right, down, away), stands along one axis of a skeleton.
inline double along(Direction axis, const Eigen::Vector3d& seen) {
  switch (axis) {
    case Direction::right:
      return seen.x();
    case Direction::left:
      return -seen.x();
    case Direction::down:
      return seen.y();
    case Direction::up:
      return -seen.y();
    case Direction::away:
      return seen.z();
    case Direction::toward:
      return -seen.z();
  }
  return 0.0;
}

/// The body facing the camera, two metres away, as a skeleton reports it: 200 pixels a metre around the middle of the
/// picture.
inline std::vector<Landmark> landmarks(const PosedBody& whole, const Skeleton& skeleton, double width = 1280.0,
                                       double height = 720.0) {
  std::vector<Landmark> points(skeleton.names.size(), Landmark{0.5, 0.5, 0.0, 1.0});
  const auto place = [&](int at, const Eigen::Vector3d& point) {
    if (at == no_landmark) return;
    Landmark& landmark = points[static_cast<std::size_t>(at)];
    // Facing the camera, the person's right is the left of the picture.
    const bool in_space = skeleton.units == LandmarkUnits::metres || skeleton.units == LandmarkUnits::millimetres;
    const Eigen::Vector3d seen{-point.z(), -point.y(), (in_space ? 2.0 : 0.0) - point.x()};
    const Eigen::Vector3d axes{along(skeleton.axes.x, seen), along(skeleton.axes.y, seen),
                               along(skeleton.axes.z, seen)};
    switch (skeleton.units) {
      case LandmarkUnits::metres:
        landmark = {axes.x(), axes.y(), axes.z(), 1.0};
        break;
      case LandmarkUnits::millimetres:
        landmark = {1000.0 * axes.x(), 1000.0 * axes.y(), 1000.0 * axes.z(), 1.0};
        break;
      case LandmarkUnits::pixels:
        landmark = {width / 2.0 + 200.0 * axes.x(), height / 2.0 + 200.0 * axes.y(), 0.0, 1.0};
        break;
      case LandmarkUnits::normalised:
        landmark = {0.5 + 200.0 * axes.x() / width, 0.5 + 200.0 * axes.y() / height, 200.0 * axes.z() / width, 1.0};
        break;
    }
  };
  const bool markers = skeleton.pelvis_markers();
  for (const Side side : both_sides) {
    const JointPlaces& at = skeleton.joints[side];
    const PosedBody::Limbs& limbs = whole.sides[side];
    place(at.shoulder, limbs.shoulder);
    place(at.elbow, limbs.elbow);
    place(at.wrist, limbs.wrist);
    place(at.hip, limbs.hip);
    place(at.knee, markers ? limbs.knee_marker : limbs.knee);
    place(at.ankle, markers ? limbs.ankle_marker : limbs.ankle);
    place(at.heel, limbs.heel);
    place(at.toe, limbs.toe);
    place(at.asis, limbs.asis);
    place(at.psis, limbs.psis);
  }
  place(skeleton.midline.pelvis, whole.pelvis);
  place(skeleton.midline.spine, whole.spine);
  place(skeleton.midline.neck, whole.neck);
  place(skeleton.midline.head, whole.head);
  place(skeleton.midline.nose, whole.nose);
  return points;
}

}  // namespace motion_tests
}  // namespace stretchcore
