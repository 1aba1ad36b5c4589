#pragma once

// Between our plain orientations and Eigen's rotations.

#include <Eigen/Core>
#include <Eigen/Geometry>
#include <array>
#include <cmath>

#include <stretchcore/motion/orientation.hpp>

namespace stretchcore::detail {

using Rotation = Eigen::Matrix3d;

inline Eigen::Vector3d eigen(const Vector3& v) { return {v.x, v.y, v.z}; }
inline Vector3 plain(const Eigen::Vector3d& v) { return {v.x(), v.y(), v.z()}; }

/// Made exactly a rotation: an orientation may be off its norm by its tolerance.
inline Rotation rotation(const Orientation& q) {
  return Eigen::Quaterniond{q.w, q.x, q.y, q.z}.normalized().toRotationMatrix();
}

inline std::array<double, 9> kept(const Rotation& rotation) {
  std::array<double, 9> columns{};
  Eigen::Map<Rotation>{columns.data()} = rotation;
  return columns;
}
inline Rotation unkept(const std::array<double, 9>& columns) { return Eigen::Map<const Rotation>{columns.data()}; }

/// About ISB's axes: x to the front, y up, z to the right [rad].
inline Rotation about_right(double angle) {
  return Eigen::AngleAxisd(angle, Eigen::Vector3d::UnitZ()).toRotationMatrix();
}

/// The angle between two directions, exact also where acos is not [rad].
inline double between(const Eigen::Vector3d& a, const Eigen::Vector3d& b) {
  return std::atan2(a.cross(b).norm(), a.dot(b));
}

}  // namespace stretchcore::detail
