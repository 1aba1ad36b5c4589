// Angles that we compute from markers on real people, against the laboratory's own columns of the same files.

#include <Eigen/Geometry>
#include <cmath>
#include <numeric>

#include <stretchcore/motion/landmark_recording.hpp>
#include <stretchcore/session/analyse.hpp>

#include "catch.hpp"
#include "motion/expected.hpp"

namespace motion_markers_test {

using namespace stretchcore;

namespace {

std::vector<std::string> marker_files(const fs::path& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator{folder / "uiprmd"}) {
    const std::string file = entry.path().filename().string();
    if (file.ends_with("_vicon100.csv")) files.push_back("uiprmd/" + file);
  }
  return files;
}

LandmarkRecording landmarks_in(const fs::path& folder, const std::string& file) {
  return read_landmarks((folder / file).string(), options_of(file, 100.0));
}

double rms_between(std::span<const double> a, std::span<const double> b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return std::sqrt(sum / static_cast<double>(a.size()));
}

/// Every point turned and moved with all others, as if the laboratory stood somewhere else.
LandmarkRecording elsewhere(LandmarkRecording recording) {
  const Eigen::Quaterniond any = Eigen::Quaterniond{0.3, -0.5, 0.7, 0.4}.normalized();
  for (Landmark& point : recording.landmarks) {
    const Eigen::Vector3d to = any * Eigen::Vector3d{point.x, point.y, point.z} + Eigen::Vector3d{4000.0, -900.0, 50.0};
    point = {to.x(), to.y(), to.z(), point.confidence};
  }
  return recording;
}

LandmarkRecording mirrored(LandmarkRecording recording) {
  const std::vector<int>& mirror = recording.skeleton.mirror;
  const auto original = recording.landmarks;
  for (std::size_t row = 0; row < recording.size(); ++row) {
    for (std::size_t i = 0; i < mirror.size(); ++i) {
      Landmark& point = recording.landmarks[row * mirror.size() + i];
      point = original[row * mirror.size() + static_cast<std::size_t>(mirror[i])];
      point.x = -point.x;
    }
  }
  return recording;
}

}  // namespace

TEST_CASE("hip abduction by markers agrees with the laboratory's own on every set") {
  const auto folder = recordings_folder();
  if (!folder) return;
  std::vector<double> all;
  for (const std::string& file : marker_files(*folder)) {
    CAPTURE(file);
    const Recording ours = joint_angles(landmarks_in(*folder, file));
    const Recording theirs = recording_of(*folder, file);
    for (const Side side : both_sides) {
      const Channel hip = channel(Motion::hip_abduction, side);
      REQUIRE(ours.column(hip).size() == theirs.column(hip).size());
      const double rms = rms_between(ours.column(hip), theirs.column(hip));
      CHECK(rms <= 1.5);
      all.push_back(rms);
    }
  }
  REQUIRE(all.size() >= 20);
  CHECK(std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size()) <= 1.0);
}

TEST_CASE("openings by markers are the laboratory's: as many, and within 2.5 degrees of theirs") {
  const auto folder = recordings_folder();
  if (!folder) return;
  const Exercise founding = exercise_named("founding");
  for (const std::string& file : marker_files(*folder)) {
    CAPTURE(file);
    Recording by_markers = joint_angles(landmarks_in(*folder, file));
    const Analysis ours = analyse(by_markers, founding);
    const Analysis theirs = analyse(recording_of(*folder, file), founding);
    REQUIRE(ours.repetitions.size() == theirs.repetitions.size());
    for (std::size_t i = 0; i < ours.repetitions.size(); ++i) {
      for (const Side side : both_sides) {
        CHECK(std::fabs((*ours.repetitions[i].peak[side] - *theirs.repetitions[i].peak[side]).degrees()) <= 2.5);
      }
    }
  }
}

TEST_CASE(
    "where the laboratory stands and how it is turned changes no angle of a real person, and a mirror only sides") {
  const auto folder = recordings_folder();
  if (!folder) return;
  for (const std::string& file : marker_files(*folder)) {
    CAPTURE(file);
    const LandmarkRecording here = landmarks_in(*folder, file);
    const Recording angles = joint_angles(here);
    const Recording there = joint_angles(elsewhere(here));
    const Recording shown = joint_angles(mirrored(here));
    CHECK(there.channels() == angles.channels());
    double most_turned = 0.0;
    double most_mirrored = 0.0;
    angles.channels().each([&](Channel c) {
      for (std::size_t i = 0; i < angles.size(); ++i) {
        const double angle = angles.column(c)[i];
        const double other = there.column(c)[i];
        const double reflected = shown.column(stretchcore::mirrored(c))[i] * mirror_sign(c);
        CHECK(std::isnan(angle) == std::isnan(other));
        CHECK(std::isnan(angle) == std::isnan(reflected));
        if (std::isnan(angle)) continue;
        most_turned = std::fmax(most_turned, std::fabs(angle - other));
        most_mirrored = std::fmax(most_mirrored, std::fabs(angle - reflected));
      }
    });
    CHECK(most_turned < 1e-9);
    CHECK(most_mirrored == 0.0);
  }
}

}  // namespace motion_markers_test
