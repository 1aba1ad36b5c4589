#pragma once

// A lower body made from its joint angles by ISB's rotation matrices, with sensors strapped to it any way: what the IMU
// tracker reads, made the opposite way.

#include <Eigen/Geometry>
#include <array>
#include <random>
#include <vector>

#include <stretchcore/motion/imu_calibration.hpp>
#include <stretchcore/stream/posture.hpp>

#include "motion/body.hpp"

namespace stretchcore {
inline namespace motion_tests {

inline Orientation orientation(const Eigen::Matrix3d& rotation) {
  const Eigen::Quaterniond q{rotation};
  return {q.w(), q.x(), q.y(), q.z()};
}

inline Eigen::Matrix3d any_rotation(std::mt19937& random) {
  std::normal_distribution<double> normal;
  const double w = normal(random), x = normal(random), y = normal(random), z = normal(random);
  return Eigen::Quaterniond{w, x, y, z}.normalized().toRotationMatrix();
}

/// Joint angles by channel, in degrees with clinical signs; the pelvis against where it stood in the known pose.
using Angles = std::array<double, channel_count>;

/// How each segment is turned in the room, when the pelvis of the known pose is turned by `pelvis`.
inline std::array<Eigen::Matrix3d, segment_count> segments_in_room(const Angles& angles,
                                                                   const Eigen::Matrix3d& pelvis) {
  using Eigen::Vector3d;
  const auto at = [&](Channel c) { return angles[index(c)]; };
  std::array<Eigen::Matrix3d, segment_count> segments;
  const Eigen::Matrix3d& of_pelvis = segments[index(Segment::pelvis)] =
      pelvis * turn(-at(Channel::pelvis_rotation), Vector3d::UnitY()) *
      turn(at(Channel::pelvis_list), Vector3d::UnitX()) * turn(-at(Channel::pelvis_tilt), Vector3d::UnitZ());
  for (const Side side : both_sides) {
    const double right = side == Side::right ? 1.0 : -1.0;
    const auto of_side = [&](Segment left) { return index(side == Side::left ? left : mirrored(left)); };
    const Eigen::Matrix3d& thigh = segments[of_side(Segment::thigh_left)] =
        of_pelvis * turn(at(channel(Motion::hip_flexion, side)), Vector3d::UnitZ()) *
        turn(-right * at(channel(Motion::hip_abduction, side)), Vector3d::UnitX()) *
        turn(right * at(channel(Motion::hip_rotation, side)), Vector3d::UnitY());
    // Knees and ankles turn about their other axes too, a little; that must not matter.
    const Eigen::Matrix3d& shank = segments[of_side(Segment::shank_left)] =
        thigh * turn(-at(channel(Motion::knee_flexion, side)), Vector3d::UnitZ()) * turn(3.0, Vector3d::UnitX()) *
        turn(-7.0, Vector3d::UnitY());
    segments[of_side(Segment::foot_left)] = shank *
                                            turn(at(channel(Motion::ankle_dorsiflexion, side)), Vector3d::UnitZ()) *
                                            turn(-4.0, Vector3d::UnitX()) * turn(5.0, Vector3d::UnitY());
  }
  return segments;
}

/// A body facing somewhere in a room whose up is somewhere, with sensors strapped to it somehow.
struct StrappedBody {
  Eigen::Matrix3d pelvis = Eigen::Matrix3d::Identity();   ///< in the room, in the known pose
  std::array<Eigen::Matrix3d, segment_count> mounting{};  ///< of each sensor on its segment
  ImuCalibration calibration{};

  StrappedBody(std::mt19937& random, const KnownPose& pose, const Eigen::Matrix3d& room = Eigen::Matrix3d::Identity()) {
    using Eigen::Vector3d;
    // Upright in a room with z up; lying, its front points up.
    Eigen::Matrix3d standing, lying;
    standing << Vector3d::UnitX(), Vector3d::UnitZ(), -Vector3d::UnitY();
    lying << Vector3d::UnitZ(), Vector3d::UnitX(), Vector3d::UnitY();
    const double heading = std::uniform_real_distribution{-180.0, 180.0}(random);
    pelvis = room * turn(heading, Vector3d::UnitZ()) * (pose.trunk == Trunk::upright ? standing : lying);
    for (Eigen::Matrix3d& one : mounting) one = any_rotation(random);

    calibration.pose = pose;
    const Vector3d up = room.col(2), right = pelvis.col(2);
    calibration.up = {up.x(), up.y(), up.z()};
    calibration.right = {right.x(), right.y(), right.z()};
    const double thigh = pose.hip_flexion.degrees();
    const double shank = thigh - pose.knee_flexion.degrees();
    const double foot = shank + pose.ankle_dorsiflexion.degrees();
    const std::array<double, segment_count> flexed{0.0, thigh, thigh, shank, shank, foot, foot};
    for (std::size_t i = 0; i < segment_count; ++i) {
      const Eigen::Matrix3d segment = pelvis * turn(flexed[i], Vector3d::UnitZ());
      calibration.sensors.push_back({static_cast<Segment>(i), orientation(segment * mounting[i])});
    }
  }

  std::vector<Orientation> sensors(const Angles& angles) const {
    std::vector<Orientation> seen;
    const auto segments = segments_in_room(angles, pelvis);
    for (std::size_t i = 0; i < segment_count; ++i) seen.push_back(orientation(segments[i] * mounting[i]));
    return seen;
  }
};

inline Angles random_angles(std::mt19937& random) {
  const auto between = [&](double low, double high) { return std::uniform_real_distribution{low, high}(random); };
  Angles angles{};
  for (std::size_t i = 0; i < channel_count; ++i) {
    switch (motion(static_cast<Channel>(i))) {
      case Motion::hip_flexion:
        angles[i] = between(-30.0, 140.0);
        break;
      case Motion::hip_abduction:
        angles[i] = between(-40.0, 84.0);
        break;
      case Motion::knee_flexion:
        angles[i] = between(-20.0, 160.0);
        break;
      default:
        angles[i] = between(-60.0, 60.0);
    }
  }
  return angles;
}

}  // namespace motion_tests
}  // namespace stretchcore
