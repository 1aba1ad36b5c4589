#pragma once

// Bodies, orientations and noise for the hash of tests/bits/same_bits.cpp. They are made of whole numbers with + − × ÷
// √ alone, so that the input is the same on every machine. No distribution of <random> and no sine has a part in it.

#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include <stretchcore/motion/orientation.hpp>
#include <stretchcore/motion/skeleton.hpp>
#include <stretchcore/stream/landmark.hpp>

#include "motion/vectors.hpp"

namespace stretchcore {

class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : random_(seed) {}

  /// From −1 to 1.
  double number() { return static_cast<double>(random_() >> 11) * 0x1p-52 - 1.0; }
  std::uint64_t below(std::uint64_t end) { return random_() % end; }

  Vector3 vector(double size) {
    const double x = number(), y = number(), z = number();
    return size * Vector3{x, y, z};
  }
  Orientation orientation() {
    const double w = number(), x = number(), y = number(), z = number();
    const double norm = std::sqrt(w * w + x * x + y * y + z * z);
    return {w / norm, x / norm, y / norm, z / norm};
  }
  /// Not far from the axes: about half a turn at most.
  Orientation small_turn(double size) {
    const Vector3 v = vector(size);
    const double norm = std::sqrt(1.0 + detail::dot(v, v));
    return {1.0 / norm, v.x / norm, v.y / norm, v.z / norm};
  }

 private:
  std::mt19937_64 random_;
};

/// A person in metres who faces the camera: right and up as it sees them, and toward it.
class MadeBody {
 public:
  explicit MadeBody(Numbers& numbers) : whole_(detail::rotation(numbers.small_turn(0.4))) {
    at_ = numbers.vector(0.3);
    for (const Side side : both_sides) {
      const double left = side == Side::left ? 1.0 : -1.0;
      const detail::Rotation thigh = detail::rotation(numbers.small_turn(0.7));
      const detail::Rotation shank = thigh * detail::rotation(numbers.small_turn(0.5));
      const detail::Rotation arm = detail::rotation(numbers.small_turn(0.9));
      const detail::Rotation forearm = arm * detail::rotation(numbers.small_turn(0.6));
      Limbs& of = sides_[side];
      of.hip = {0.1 * left, 0.0, 0.0};
      of.knee = of.hip + thigh * Vector3{0.0, -0.42, 0.0};
      of.ankle = of.knee + shank * Vector3{0.0, -0.4, 0.0};
      of.heel = of.ankle + shank * Vector3{0.0, -0.05, -0.04};
      of.toe = of.ankle + shank * Vector3{0.0, -0.06, 0.18};
      of.shoulder = {0.18 * left, 0.5, 0.0};
      of.elbow = of.shoulder + arm * Vector3{0.0, -0.3, 0.0};
      of.wrist = of.elbow + forearm * Vector3{0.0, -0.26, 0.0};
      of.asis = {0.12 * left, 0.05, 0.09};
      of.psis = {0.05 * left, 0.06, -0.08};
    }
    const detail::Rotation bent = detail::rotation(numbers.small_turn(0.2));
    head_ = neck_ + bent * Vector3{0.0, 0.13, 0.02};
    nose_ = head_ + bent * Vector3{0.0, 0.0, 0.1};
  }

  /// As an estimator of that skeleton would report it: each point off by some millimetres, a few unsure.
  std::vector<Landmark> landmarks(const Skeleton& skeleton, Numbers& numbers) const {
    std::vector<Landmark> points(skeleton.names.size());
    const auto place = [&](int at, const Vector3& point) {
      if (at == no_landmark) return;
      const Vector3 seen = whole_ * point + at_ + numbers.vector(0.004);
      Landmark& landmark = points[static_cast<std::size_t>(at)];
      landmark = {along(skeleton.axes.x, seen), along(skeleton.axes.y, seen), along(skeleton.axes.z, seen),
                  numbers.below(64) == 0 ? 0.3 : 0.9};
      switch (skeleton.units) {
        case LandmarkUnits::metres:
          break;
        case LandmarkUnits::millimetres:
          landmark = {1000.0 * landmark.x, 1000.0 * landmark.y, 1000.0 * landmark.z, landmark.confidence};
          break;
        case LandmarkUnits::pixels:
          landmark = {640.0 + 200.0 * landmark.x, 360.0 + 200.0 * landmark.y, 0.0, landmark.confidence};
          break;
        case LandmarkUnits::normalised:
          landmark = {0.5 + 0.15 * landmark.x, 0.5 + 0.25 * landmark.y, 0.15 * landmark.z, landmark.confidence};
          break;
      }
    };
    for (const Side side : both_sides) {
      const JointPlaces& joints = skeleton.joints[side];
      const Limbs& of = sides_[side];
      place(joints.shoulder, of.shoulder);
      place(joints.elbow, of.elbow);
      place(joints.wrist, of.wrist);
      place(joints.hip, of.hip);
      place(joints.knee, of.knee);
      place(joints.ankle, of.ankle);
      place(joints.heel, of.heel);
      place(joints.toe, of.toe);
      place(joints.asis, of.asis);
      place(joints.psis, of.psis);
    }
    place(skeleton.midline.pelvis, {0.0, 0.0, 0.0});
    place(skeleton.midline.spine, {0.0, 0.25, 0.01});
    place(skeleton.midline.neck, neck_);
    place(skeleton.midline.head, head_);
    place(skeleton.midline.nose, nose_);
    return points;
  }

 private:
  struct Limbs {
    Vector3 shoulder, elbow, wrist, hip, knee, ankle, heel, toe, asis, psis;
  };

  static double along(Direction axis, const Vector3& seen) {
    const std::array<double, 6> by_direction{seen.x, -seen.x, seen.y, -seen.y, seen.z, -seen.z};
    return by_direction[static_cast<std::size_t>(axis)];
  }

  detail::Rotation whole_;
  Vector3 at_;
  Bilateral<Limbs> sides_;
  Vector3 neck_{0.0, 0.52, 0.0};
  Vector3 head_, nose_;
};

}  // namespace stretchcore
