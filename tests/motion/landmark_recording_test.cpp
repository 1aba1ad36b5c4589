#include <cmath>
#include <random>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/landmark_recording.hpp>

#include "catch.hpp"
#include "motion/body.hpp"

namespace motion_landmark_recording_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

/// Legs that open and close for a few seconds.
LandmarkRecording openings(const std::string& id) {
  LandmarkRecording recording{skeleton(id), {}, {}, Source::optical_markers};
  for (int i = 0; i < 90; ++i) {
    const double opening = 20.0 - 15.0 * std::cos(i / 9.0);
    const auto row =
        landmarks(body({{30.0, opening, 0.0, 30.0}, {30.0, 0.8 * opening, 0.0, 30.0}}), recording.skeleton);
    recording.time.push_back(i / 30.0);
    recording.landmarks.insert(recording.landmarks.end(), row.begin(), row.end());
  }
  return recording;
}

}  // namespace

TEST_CASE("a recording of landmarks becomes one of joint angles, moment by moment") {
  for (const Skeleton& one : skeletons()) {
    INFO(one.id);
    const CameraGeometry camera{.image_size = {{1280, 720}}};
    const LandmarkRecording recording = openings(one.id);
    const Recording angles = joint_angles(recording, camera);
    CHECK(angles.channels() == one.channels);
    CHECK(angles.source == Source::optical_markers);
    REQUIRE(angles.size() == recording.size());
    const PoseTracker tracker{one, camera, reference(recording, camera)};
    for (std::size_t i = 0; i < recording.size(); ++i) {
      Posture row = angles.posture(i);
      row.time = 1_s;
      CHECK(row == tracker.posture(1_s, recording.row(i)));
    }
  }
}

TEST_CASE(
    "the limbs of a recording are as long as they are in the median, and moments with other lengths are left out") {
  LandmarkRecording recording = openings("mediapipe-33-world");
  const BodyReference good = reference(recording);
  CHECK(good.limbs.left.thigh == Approx(0.42));
  CHECK(good.limbs.right.forearm == Approx(0.25));
  const std::size_t width = recording.skeleton.names.size();
  const auto knee = static_cast<std::size_t>(recording.skeleton.joints.left.knee);
  for (std::size_t i = 10; i < 40; ++i) recording.landmarks[i * width + knee].z -= 0.2;  // guessed too near
  CHECK(reference(recording).limbs.right == good.limbs.right);
  CHECK(reference(recording).limbs.left.thigh == Approx(0.42));
  const Recording angles = joint_angles(recording);
  for (std::size_t i = 0; i < angles.size(); ++i) {
    const bool seen = !std::isnan(angles.column(Channel::hip_abduction_left)[i]);
    CHECK(seen == (i < 10 || i >= 40));
    CHECK_FALSE(std::isnan(angles.column(Channel::hip_abduction_right)[i]));
  }
}

TEST_CASE("a recording without rows has columns without rows") {
  const Recording angles = joint_angles({skeleton("body-25"), {}, {}, {}});
  CHECK(angles.empty());
  CHECK(angles.channels() == skeleton("body-25").channels);
}

TEST_CASE("landmarks that are not rows times names are refused") {
  LandmarkRecording recording = openings("coco-17");
  recording.landmarks.pop_back();
  CHECK_THROWS_AS(joint_angles(recording), RecordingError);
  CHECK_THROWS_WITH(recording.validate(), "landmarks: expected 17 for each of the 90 times, got 1529");
  recording = openings("mediapipe-33");
  CHECK_THROWS_WITH(joint_angles(recording), Catch::Contains("camera.image_size"));
}

}  // namespace motion_landmark_recording_test
