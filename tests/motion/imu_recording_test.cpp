#include <cmath>
#include <random>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/imu_recording.hpp>

#include "catch.hpp"
#include "motion/strapped_body.hpp"

namespace motion_imu_recording_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

/// Still for a while, then both knees raised in turn.
struct Session {
  StrappedBody body;
  std::vector<Angles> angles;
  ImuRecording recording;

  explicit Session(std::mt19937& random, double still = 1.5) : body(random, {}) {
    std::vector<double> time;
    std::vector<Orientation> rows;
    for (int i = 0; i <= 300; ++i) {
      const double t = 0.02 * i;
      Angles now{};
      const double phase = t - still;
      if (phase > 0.0) {
        now[index(Channel::hip_flexion_left)] = 70.0 * std::pow(std::sin(phase), 2);
        now[index(Channel::hip_flexion_right)] = 70.0 * std::pow(std::sin(phase + 0.4), 2) * std::fmin(1.0, phase);
        now[index(Channel::knee_flexion_left)] = 90.0 * std::pow(std::sin(phase), 2);
        now[index(Channel::hip_rotation_right)] = 10.0 * std::sin(phase);
      }
      angles.push_back(now);
      time.push_back(t + 100.0);
      for (Orientation q : body.sensors(now)) {
        // Sensors change between a quaternion and its negative when they like.
        rows.push_back(i % 3 == 0 ? Orientation{-q.w, -q.x, -q.y, -q.z} : q);
      }
    }
    recording = {time, segments(), rows};
  }

  static std::vector<Segment> segments() {
    std::vector<Segment> all;
    for (std::size_t i = 0; i < segment_count; ++i) all.push_back(static_cast<Segment>(i));
    return all;
  }
};

std::string refusal_of(std::vector<double> time, std::vector<Segment> segments, std::vector<Orientation> orientations) {
  try {
    ImuRecording{std::move(time), std::move(segments), std::move(orientations)};
  } catch (const RecordingError& error) {
    return error.what();
  }
  return "";
}

ImuRecording pelvis_only(std::vector<double> time, std::vector<Orientation> orientations) {
  return {std::move(time), {Segment::pelvis}, std::move(orientations)};
}

}  // namespace

TEST_CASE("a recording that begins with the known pose calibrates itself") {
  std::mt19937 random{80};
  for (int i = 0; i < 20; ++i) {
    const Session session{random};
    const ImuCalibration calibration = calibrate(session.recording);
    CHECK(calibration.sensors.size() == segment_count);
    const Recording angles = to_recording(session.recording, calibration);
    CHECK(angles.source == Source::imu_pair);
    REQUIRE(angles.size() == session.recording.size());
    CHECK(angles.time()[7] == session.recording.time()[7]);
    double largest = 0.0;
    angles.channels().each([&](Channel c) {
      for (std::size_t row = 0; row < angles.size(); ++row) {
        largest = std::fmax(largest, std::fabs(angles.column(c)[row] - session.angles[row][index(c)]));
      }
    });
    CHECK(largest < 1e-6);
    CHECK(angles.channels().contains(Channel::hip_abduction_left));
    CHECK_FALSE(angles.channels().contains(Channel::spine_flexion));
  }
}

TEST_CASE("the mean of a still second is its middle, and quaternions of both signs are one") {
  std::vector<double> time;
  std::vector<Orientation> rows;
  for (int i = 0; i <= 60; ++i) {
    time.push_back(0.02 * i);
    const double half = 0.5 * per_degree * (i % 2 == 0 ? 0.9 : -0.9);
    const double sign = i % 2 == 0 ? 1.0 : -1.0;
    rows.push_back({sign * std::cos(half), sign * std::sin(half), 0.0, 0.0});
  }
  const auto still = first_still(pelvis_only(time, rows));
  REQUIRE(still.size() == 1);
  CHECK(still[0].segment == Segment::pelvis);
  CHECK(std::fabs(still[0].in_pose.x) < 1e-9);
  CHECK(still[0].in_pose.norm() == Approx(1.0).epsilon(1e-15));
}

TEST_CASE("who never stands still, or is not seen standing still, is told so") {
  std::vector<double> time;
  std::vector<Orientation> turning, hidden;
  for (int i = 0; i <= 100; ++i) {
    time.push_back(0.02 * i);
    const double half = 0.5 * per_degree * 10.0 * time.back();
    turning.push_back({std::cos(half), 0.0, std::sin(half), 0.0});
    hidden.push_back(i % 20 == 0 ? not_seen : Orientation{});
  }
  CHECK_THROWS_WITH(first_still(pelvis_only(time, turning)),
                    Catch::Contains("there is no still second to calibrate with: the quietest, from 0.") &&
                        Catch::Contains(" s on, turns by 9.") && Catch::Contains("°, at most 2° are still"));
  CHECK_THROWS_WITH(first_still(pelvis_only(time, hidden)), "there is no second in which every sensor was seen");
  CHECK_THROWS_AS(first_still(pelvis_only({0.0}, {Orientation{}})), RecordingError);
  CHECK_THROWS_AS(first_still(ImuRecording{}), RecordingError);
}

TEST_CASE("a calibration that would be a guess is refused, and one that is given is taken") {
  std::mt19937 random{81};
  const Session session{random};
  const ImuRecording standing = session.recording.part(100.0, 101.4);
  CHECK(standing.size() == 70);
  CHECK_THROWS_WITH(calibrate(standing),
                    "which way is right cannot be told: no thigh tipped by 20°; raise both knees, or give it");
  const ImuCalibration given = calibrate(standing, {}, {0.0, 0.0, 1.0}, session.body.calibration.right);
  CHECK(given.right == session.body.calibration.right);
  CHECK_THROWS_AS(calibrate(standing, {}, {0.0, 0.0, 1.0}, Vector3{0.0, 0.0, 1.0}), InvalidModel);
}

TEST_CASE("a recording's sensors may come in another order than the calibration's, but must be known to it") {
  std::mt19937 random{82};
  const Session session{random};
  ImuCalibration calibration = calibrate(session.recording);
  const Recording angles = to_recording(session.recording, calibration);
  std::reverse(calibration.sensors.begin(), calibration.sensors.end());
  CHECK(to_recording(session.recording, calibration) == angles);
  calibration.sensors.pop_back();
  CHECK_THROWS_WITH(to_recording(session.recording, calibration), "the calibration does not know the sensor of pelvis");
}

TEST_CASE("what cannot be a recording of sensors is refused with the row") {
  const std::vector<Segment> one{Segment::pelvis};
  CHECK(refusal_of({0.0, 1.0}, one, {Orientation{}, not_seen}).empty());
  CHECK(refusal_of({}, {}, {}) == "segments: at least one is needed");
  CHECK(refusal_of({0.0}, {Segment::pelvis, Segment::pelvis}, {{}, {}}) == "segments: pelvis is named twice");
  CHECK(refusal_of({0.0}, one, {}) == "orientations: expected 1 rows of 1, got 0 orientations");
  CHECK(refusal_of({0.0, 0.0}, one, {{}, {}}) == "time: does not increase in row 1");
  CHECK(refusal_of({std::nan("")}, one, {{}}) == "time: not within a century in row 0");
  CHECK(refusal_of({0.0, 1.0}, one, {{}, {0.5, 0.0, 0.0, 0.0}}) ==
        "orientations: pelvis in row 1 has the norm 0.5, expected 1");
}

TEST_CASE("recordings are equal where the same was not seen") {
  const ImuRecording a = pelvis_only({0.0, 1.0}, {Orientation{}, not_seen});
  CHECK(a == pelvis_only({0.0, 1.0}, {Orientation{}, {std::nan(""), 0.0, 0.0, 0.0}}));
  CHECK_FALSE(a == pelvis_only({0.0, 1.0}, {Orientation{}, Orientation{}}));
  CHECK_FALSE(a == a.part(0.0, 1.0));
}

}  // namespace motion_imu_recording_test
