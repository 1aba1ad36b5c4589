#pragma once

// Vectors, rotations and quaternions of three dimensions. Each sum is written out and so has one order of its terms on
// every machine, which a library that chooses instructions by the processor does not promise.

#include <array>
#include <cmath>
#include <cstddef>

#include <stretchcore/motion/orientation.hpp>

namespace stretchcore {

constexpr Vector3 operator-(const Vector3& v) { return {-v.x, -v.y, -v.z}; }
constexpr Vector3 operator+(const Vector3& a, const Vector3& b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
constexpr Vector3 operator-(const Vector3& a, const Vector3& b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
constexpr Vector3 operator*(double factor, const Vector3& v) { return {factor * v.x, factor * v.y, factor * v.z}; }
constexpr Vector3 operator/(const Vector3& v, double divisor) { return {v.x / divisor, v.y / divisor, v.z / divisor}; }

namespace detail {

constexpr double dot(const Vector3& a, const Vector3& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

constexpr Vector3 cross(const Vector3& a, const Vector3& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

inline double norm(const Vector3& v) { return std::sqrt(dot(v, v)); }

/// Made a direction; what has no length stays what it is.
inline Vector3 unit(const Vector3& v) {
  const double squared = dot(v, v);
  return squared > 0.0 ? v / std::sqrt(squared) : v;
}

/// A rotation as a matrix of three columns: where the axes go.
struct Rotation {
  std::array<double, 9> columns{1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0};

  static constexpr Rotation of_columns(const Vector3& x, const Vector3& y, const Vector3& z) {
    return {{x.x, x.y, x.z, y.x, y.y, y.z, z.x, z.y, z.z}};
  }
  static constexpr Rotation constant(double value) {
    Rotation all;
    all.columns.fill(value);
    return all;
  }

  constexpr double operator()(std::size_t row, std::size_t column) const { return columns[3 * column + row]; }
  constexpr Vector3 column(std::size_t i) const { return {columns[3 * i], columns[3 * i + 1], columns[3 * i + 2]}; }
  constexpr Vector3 row(std::size_t i) const { return {columns[i], columns[3 + i], columns[6 + i]}; }
  constexpr Rotation transposed() const { return of_columns(row(0), row(1), row(2)); }
};

constexpr Vector3 operator*(const Rotation& r, const Vector3& v) {
  return {dot(r.row(0), v), dot(r.row(1), v), dot(r.row(2), v)};
}

constexpr Rotation operator*(const Rotation& a, const Rotation& b) {
  return Rotation::of_columns(a * b.column(0), a * b.column(1), a * b.column(2));
}

/// Made exactly a rotation: an orientation may be off its norm by its tolerance.
inline Rotation rotation(const Orientation& q) {
  const double squared = q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z;
  const double twice = squared > 0.0 ? 2.0 / squared : 0.0;
  const double wx = twice * q.w * q.x, wy = twice * q.w * q.y, wz = twice * q.w * q.z;
  const double xx = twice * q.x * q.x, xy = twice * q.x * q.y, xz = twice * q.x * q.z;
  const double yy = twice * q.y * q.y, yz = twice * q.y * q.z, zz = twice * q.z * q.z;
  return {{1.0 - (yy + zz), xy + wz, xz - wy, xy - wz, 1.0 - (xx + zz), yz + wx, xz + wy, yz - wx, 1.0 - (xx + yy)}};
}

}  // namespace detail
}  // namespace stretchcore
