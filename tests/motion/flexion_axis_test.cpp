#include <cmath>
#include <random>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/flexion_axis.hpp>

#include "catch.hpp"
#include "motion/strapped_body.hpp"

namespace motion_flexion_axis_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

/// One knee raised after the other, each outward and turned as well, by degrees; and she turns round.
struct Raises {
  double height = 80.0;
  double outward = 0.0;
  double rotation = 0.0;
  double turning = 0.0;
  double back = 0.0;  // how far the leg swings back as well
  Bilateral<bool> legs{true, true};

  Angles at(double seconds) const {
    Angles angles{};
    for (const Side side : both_sides) {
      if (!legs[side]) continue;
      const double phase = seconds - (side == Side::left ? 0.0 : 2.0);
      const double up = phase > 0.0 && phase < 2.0 ? std::sin(phase * std::numbers::pi) : 0.0;
      const double raised = up > 0.0 ? up : up * back / height;
      angles[index(channel(Motion::hip_flexion, side))] = height * raised;
      angles[index(channel(Motion::hip_abduction, side))] = outward * raised;
      angles[index(channel(Motion::hip_rotation, side))] = rotation * up;
    }
    angles[index(Channel::pelvis_rotation)] = turning * seconds / 4.0;
    return angles;
  }
};

ImuRecording recorded(const StrappedBody& body, const Raises& raises) {
  std::vector<double> time;
  std::vector<Segment> segments;
  std::vector<Orientation> orientations;
  for (const PlacedSensor& sensor : body.calibration.sensors) segments.push_back(sensor.segment);
  for (int i = 0; i <= 200; ++i) {
    time.push_back(0.02 * i);
    const auto row = body.sensors(raises.at(time.back()));
    orientations.insert(orientations.end(), row.begin(), row.end());
  }
  return {time, segments, orientations};
}

FlexionAxis found(const StrappedBody& body, const Raises& raises) {
  return flexion_axis(recorded(body, raises), body.calibration.sensors, body.calibration.up);
}

/// How far an axis is from the true one.
double off(const FlexionAxis& axis, const StrappedBody& body) {
  const Eigen::Vector3d is{axis.right.x, axis.right.y, axis.right.z};
  const Eigen::Vector3d should = body.pelvis.col(2);
  return std::atan2(is.cross(should).norm(), is.dot(should)) / per_degree;
}

}  // namespace

TEST_CASE("raising the knees shows which way is right, however she stands and sensors are strapped") {
  std::mt19937 random{70};
  for (int i = 0; i < 50; ++i) {
    const StrappedBody standing{random, {}, any_rotation(random)};
    for (const Raises& raises : {Raises{}, Raises{.rotation = 30.0}, Raises{.legs = {true, false}}}) {
      const FlexionAxis axis = found(standing, raises);
      CHECK(off(axis, standing) < 1e-6);
      CHECK(axis.moved.degrees() == Approx(80.0).margin(0.01));
      CHECK(axis.spread.degrees() < 1e-3);
      CHECK(axis.forward == Approx(1.0));
      CHECK(axis.between_legs.degrees() < 1e-3);
      CHECK(axis.doubt().empty());
    }
  }
}

TEST_CASE("knees drawn to the chest show it too, on the back with the legs up the wall") {
  std::mt19937 random{71};
  const StrappedBody lying{random, legs_up_the_wall()};
  std::vector<Orientation> rows;
  std::vector<double> time;
  for (int i = 0; i <= 40; ++i) {
    Angles angles{};
    for (const Side side : both_sides) angles[index(channel(Motion::hip_flexion, side))] = 90.0 + i;
    const auto row = lying.sensors(angles);
    rows.insert(rows.end(), row.begin(), row.end());
    time.push_back(0.02 * i);
  }
  std::vector<Segment> segments;
  for (const PlacedSensor& sensor : lying.calibration.sensors) segments.push_back(sensor.segment);
  const FlexionAxis axis = flexion_axis({time, segments, rows}, lying.calibration.sensors);
  CHECK(off(axis, lying) < 1e-6);
  CHECK(axis.doubt().empty());
}

TEST_CASE("legs raised outward are made good by each other, and show that they were") {
  std::mt19937 random{72};
  const StrappedBody standing{random, {}};
  const FlexionAxis both = found(standing, {.outward = 15.0});
  CHECK(off(both, standing) < 0.1);
  CHECK(both.spread.degrees() > 5.0);
  CHECK(both.between_legs.degrees() > 15.0);
  CHECK(both.doubt().empty());
  CHECK(off(found(standing, {.outward = 15.0, .legs = {true, false}}), standing) > 8.0);
}

TEST_CASE("what she does after turning round is left out") {
  std::mt19937 random{73};
  const StrappedBody standing{random, {}};
  CHECK(off(found(standing, {.turning = 20.0}), standing) < 12.0);
  // The right knee is raised when she has turned by more than 30°; left alone, it would pull the axis with it.
  const FlexionAxis axis = found(standing, {.turning = 170.0});
  CHECK(axis.between_legs == Angle{});
  CHECK(off(axis, standing) < 30.0);
}

TEST_CASE("a movement that does not show it says why") {
  std::mt19937 random{74};
  const StrappedBody standing{random, {}};
  const auto doubt = [&](const Raises& raises) { return std::string{found(standing, raises).doubt()}; };
  CHECK(doubt({.height = 15.0}) == "no thigh tipped by 20°");
  CHECK(doubt({.height = 1e-300}) == "no thigh tipped by 20°");
  CHECK(doubt({.height = 30.0, .back = 28.0}) == "the thighs tipped back about as far as forward");
  CHECK(doubt({.height = 40.0, .outward = 30.0}) == "the thighs tipped in too many directions");
  CHECK(doubt({.height = 60.0, .outward = 23.0}) == "the two legs bent about different axes");
  CHECK(FlexionAxis{}.doubt() == "no thigh tipped by 20°");
}

TEST_CASE("without a sensor on a thigh there is nothing to tell it from") {
  std::mt19937 random{75};
  const StrappedBody standing{random, {}};
  const ImuRecording movement = recorded(standing, {});
  const std::vector<PlacedSensor> shanks{standing.calibration.sensors[3], standing.calibration.sensors[4]};
  CHECK_THROWS_AS(flexion_axis(movement, shanks), InvalidModel);
  CHECK_THROWS_WITH(flexion_axis(movement, {}), Catch::Contains("movement: a sensor on a thigh is needed"));
  CHECK_THROWS_WITH(flexion_axis(movement, shanks, {}), Catch::Contains("up: must be a direction"));
}

}  // namespace motion_flexion_axis_test
