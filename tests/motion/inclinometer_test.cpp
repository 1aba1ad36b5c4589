#include <Eigen/Geometry>
#include <cmath>
#include <limits>
#include <random>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/inclinometer.hpp>

#include "allocation_counter.hpp"
#include "catch.hpp"
#include "motion/strapped_body.hpp"

namespace motion_inclinometer_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

using Eigen::Vector3d;

Approx exactly(double value) { return Approx(value).epsilon(0.0).margin(1e-9); }

/// The default phone and its mirror image.
ThighPhone on(Side side) { return {side, {0.0, 1.0, 0.0}, {side == Side::left ? -1.0 : 1.0, 0.0, 0.0}}; }

/// Gravity, pointing up, in a phone on a thigh of someone on the back: y to the knee, x to her right.
Vector3 gravity(const LegAngles& leg, Side side, double length = 9.81) {
  const double right = side == Side::right ? 1.0 : -1.0;
  const Eigen::Matrix3d thigh = turn(leg.flexion, Vector3d::UnitZ()) * turn(-right * leg.abduction, Vector3d::UnitX()) *
                                turn(right * leg.rotation, Vector3d::UnitY());
  const Vector3d up = thigh.transpose() * Vector3d::UnitX();  // of the room, in ISB's axes of the thigh
  return {length * up.z(), -length * up.y(), length * up.x()};
}

Vector3 negative(const Vector3& v) { return {-v.x, -v.y, -v.z}; }

std::optional<Angle> seen(const Inclinometer& phone, const Vector3& g) {
  return phone.posture(1_s, g).get(channel(Motion::hip_abduction, phone.phone().side));
}

std::string problem_of(const ThighPhone& phone, const Vector3& legs_together) {
  try {
    Inclinometer{phone, legs_together};
  } catch (const InvalidModel& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a phone on a thigh sees how far it has opened, however far the hip is bent") {
  for (const Side side : both_sides) {
    for (const double flexion : {75.0, 90.0, 105.0}) {
      const Inclinometer phone{on(side), gravity({flexion, 0.0}, side)};
      for (const double opening : {-10.0, 0.0, 0.5, 30.0, 60.0, 85.0, 95.0}) {
        const auto angle = seen(phone, gravity({flexion, opening}, side));
        REQUIRE(angle);
        CHECK(angle->degrees() == exactly(opening));
      }
    }
  }
}

TEST_CASE("gravity may point up or down, in metres or in g, on any axes of the phone") {
  std::mt19937 random{60};
  for (int i = 0; i < 100; ++i) {
    const Eigen::Matrix3d strapped = any_rotation(random);
    const auto turned = [&](const Vector3& v) {
      const Vector3d to = strapped * Vector3d{v.x, v.y, v.z};
      return Vector3{to.x(), to.y(), to.z()};
    };
    const ThighPhone normal = on(Side::left);
    const ThighPhone phone{Side::left, turned(normal.toward_knee), turned(normal.outward)};
    for (const double length : {9.81, 1.0}) {
      const Vector3 zero = turned(gravity({90.0, 0.0}, Side::left, length));
      const Vector3 now = turned(gravity({90.0, 42.0}, Side::left, length));
      CHECK(seen(Inclinometer{phone, zero}, now).value().degrees() == exactly(42.0));
      CHECK(seen(Inclinometer{phone, negative(zero)}, negative(now)).value().degrees() == exactly(42.0));
    }
  }
}

TEST_CASE("the zero takes away how a strap is twisted in the plane of opening") {
  const Inclinometer phone{on(Side::left), gravity({90.0, 12.0}, Side::left)};
  CHECK(seen(phone, gravity({90.0, 52.0}, Side::left)).value().degrees() == exactly(40.0));
  CHECK(seen(phone, gravity({90.0, 12.0}, Side::left)).value().degrees() == exactly(0.0));
}

TEST_CASE("left and right are mirror images, exactly") {
  const Inclinometer left{on(Side::left), gravity({90.0, 3.0}, Side::left)};
  const Inclinometer right{on(Side::right), gravity({90.0, 3.0}, Side::right)};
  for (const double opening : {0.0, 17.0, 63.0}) {
    CHECK(right.posture(1_s, gravity({85.0, opening, 10.0}, Side::right)) ==
          left.posture(1_s, gravity({85.0, opening, 10.0}, Side::left)).mirrored());
  }
}

TEST_CASE("a leg that leans or turns too far is not seen, rather than seen wrongly") {
  const Inclinometer phone{on(Side::left), gravity({90.0, 0.0}, Side::left)};
  CHECK(seen(phone, gravity({71.0, 0.0}, Side::left)));
  CHECK_FALSE(seen(phone, gravity({69.0, 0.0}, Side::left)));
  CHECK_FALSE(seen(phone, gravity({111.0, 0.0}, Side::left)));
  CHECK_FALSE(seen(phone, gravity({0.0, 30.0}, Side::left)));  // she lies flat
  // A thigh turned by just less than is refused opens by up to 4° more than is seen.
  for (const double rotation : {-28.0, 28.0}) {
    const auto angle = seen(phone, gravity({90.0, 45.0, rotation}, Side::left));
    REQUIRE(angle);
    CHECK(angle->degrees() > 41.0);
    CHECK(angle->degrees() < 45.0);
    CHECK_FALSE(seen(phone, gravity({90.0, 45.0, 30.0}, Side::left)));
  }
}

TEST_CASE("a leg that moves fast, a stuck sensor and no number are not seen") {
  const Inclinometer phone{on(Side::left), gravity({90.0, 0.0}, Side::left)};
  CHECK(seen(phone, gravity({90.0, 30.0}, Side::left, 10.7)));
  CHECK_FALSE(seen(phone, gravity({90.0, 30.0}, Side::left, 10.9)));
  CHECK(seen(phone, gravity({90.0, 30.0}, Side::left, 8.9)));
  CHECK_FALSE(seen(phone, gravity({90.0, 30.0}, Side::left, 8.7)));
  CHECK_FALSE(seen(phone, gravity({90.0, 30.0}, Side::left, 1.0)));  // g where the zero was in metres
  CHECK_FALSE(seen(phone, {}));
  const double not_a_number = std::numeric_limits<double>::quiet_NaN();
  CHECK(phone.posture(1_s, {not_a_number, 9.81, 0.0}) == Posture{1_s});
  CHECK_FALSE(seen(phone, {0.0, std::numeric_limits<double>::infinity(), 0.0}));
}

TEST_CASE("a phone that cannot be strapped so is refused with what is wrong") {
  const Vector3 zero = gravity({90.0, 0.0}, Side::left);
  CHECK(problem_of({}, zero).empty());
  CHECK(problem_of({Side::left, {}, {1.0, 0.0, 0.0}}, zero) ==
        "phone.toward_knee: must be a direction along the phone's axes");
  CHECK(problem_of({Side::left, {0.0, 1.0, 0.0}, {1.0, 1.0, 0.0}}, zero) ==
        "phone.outward: must be across toward_knee, is 45° from it");
  CHECK(problem_of({}, {0.0, 5.0, 0.0}) ==
        "legs_together: must be as long as gravity, 9.81 (m/s²) or 1 (g), is 5.000000");
  CHECK(problem_of({}, {9.81, 0.0, 0.0}) ==
        "legs_together: must run along toward_knee, is 90° from it: another axis of the phone, or the leg is not "
        "upright");
  CHECK(problem_of({}, gravity({65.0, 0.0}, Side::left)).find("legs_together: must run along") == 0);
}

TEST_CASE("a phone says what it cannot see, and allocates nothing") {
  const Inclinometer phone{on(Side::left), gravity({90.0, 0.0}, Side::left)};
  const AllocationCounter counter;
  CHECK(phone.posture(3_s, gravity({90.0, 20.0}, Side::left)).time == 3_s);
  CHECK(counter.count() == 0);
  CHECK(phone.why_absent(Channel::hip_abduction_left).empty());
  CHECK(phone.why_absent(Channel::hip_abduction_right) == "the phone is on the other thigh");
  CHECK_FALSE(phone.why_absent(Channel::hip_flexion_left).empty());
}

}  // namespace motion_inclinometer_test
