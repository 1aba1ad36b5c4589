#include "motion/vectors.hpp"

#include <Eigen/Geometry>
#include <cmath>
#include <limits>
#include <random>

#include "catch.hpp"
#include "motion/rotation.hpp"

namespace motion_vectors_test {

using namespace stretchcore;
using namespace stretchcore::detail;

namespace {

constexpr double tolerance = 1e-14;
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

Eigen::Vector3d theirs(const Vector3& v) { return {v.x, v.y, v.z}; }

Eigen::Matrix3d theirs(const Rotation& r) {
  Eigen::Matrix3d matrix;
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 3; ++column) {
      matrix(row, column) = r(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
    }
  }
  return matrix;
}

bool alike(const Vector3& ours, const Eigen::Vector3d& other) { return (theirs(ours) - other).norm() < tolerance; }
bool alike(const Rotation& ours, const Eigen::Matrix3d& other) { return (theirs(ours) - other).norm() < tolerance; }

}  // namespace

TEST_CASE("vectors and rotations do what Eigen's do") {
  std::mt19937_64 random{5};
  std::uniform_real_distribution<double> any{-1.0, 1.0};
  const auto vector = [&] { return Vector3{any(random), any(random), any(random)}; };
  const auto orientation = [&] { return Orientation{any(random), any(random), any(random), any(random)}; };
  const auto quaternion = [](const Orientation& q) { return Eigen::Quaterniond{q.w, q.x, q.y, q.z}.normalized(); };
  for (int i = 0; i < 1000; ++i) {
    const Vector3 a = vector(), b = vector();
    CHECK(alike(a + b, theirs(a) + theirs(b)));
    CHECK(alike(a - b, theirs(a) - theirs(b)));
    CHECK(alike(-a, -theirs(a)));
    CHECK(alike(3.0 * a / 7.0, 3.0 * theirs(a) / 7.0));
    CHECK(alike(cross(a, b), theirs(a).cross(theirs(b))));
    CHECK(alike(unit(a), theirs(a).normalized()));
    CHECK(std::fabs(dot(a, b) - theirs(a).dot(theirs(b))) < tolerance);
    CHECK(std::fabs(norm(a) - theirs(a).norm()) < tolerance);

    const Orientation p = orientation(), q = orientation();
    const Rotation of_p = rotation(p), of_q = rotation(q);
    const Eigen::Matrix3d their_p = quaternion(p).toRotationMatrix(), their_q = quaternion(q).toRotationMatrix();
    CHECK(alike(of_p, their_p));
    CHECK(alike(of_p * of_q, their_p * their_q));
    CHECK(alike(of_p.transposed(), their_p.transpose()));
    CHECK(alike(of_p * a, their_p * theirs(a)));
    CHECK(alike(of_p.column(1), their_p.col(1)));
    CHECK(alike(of_p.row(2), their_p.row(2).transpose()));

    const double angle = 4.0 * any(random);
    CHECK(alike(about_right(angle), Eigen::AngleAxisd(angle, Eigen::Vector3d::UnitZ()).toRotationMatrix()));
    CHECK(std::fabs(between(a, b) - std::acos(unit(a).x * unit(b).x + unit(a).y * unit(b).y + unit(a).z * unit(b).z)) <
          1e-6);
  }
}

TEST_CASE("what has no direction is given none, and no number stays no number") {
  CHECK(unit(Vector3{}) == Vector3{});
  CHECK(std::isnan(unit(Vector3{not_a_number, 1.0, 0.0}).x));
  CHECK(std::isnan(norm(Vector3{0.0, not_a_number, 0.0})));
  CHECK(std::isnan((Rotation::constant(not_a_number) * Vector3{1.0, 0.0, 0.0}).x));
  CHECK(std::isnan(rotation(not_seen)(0, 0)));
  CHECK(rotation(Orientation{0.0, 0.0, 0.0, 0.0}).columns == Rotation{}.columns);
}

}  // namespace motion_vectors_test
