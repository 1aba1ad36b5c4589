// What a posture from landmarks costs, against the angles most pose programs compute, in the same run.
//
// 33 landmarks of somebody who moves, with noise. The other program takes the angle at each of eight joints from three
// points by acos, as tutorials do: no hips against the pelvis, no signs, no check of what was seen.

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>
#include <vector>

#include <stretchcore/motion/pose_tracker.hpp>

#include "allocation_counter.hpp"
#include "motion/body.hpp"

using namespace stretchcore;

namespace {

constexpr std::size_t frames = 2'000;
constexpr int rounds = 30;
constexpr double frame = 1e9 / 60.0;  // [ns]

std::vector<std::vector<Landmark>> movement(const Skeleton& skeleton) {
  std::mt19937_64 random{3};
  std::normal_distribution noise{0.0, 0.004};
  std::vector<std::vector<Landmark>> rows;
  for (std::size_t i = 0; i < frames; ++i) {
    const double opening = 22.0 - 18.0 * std::cos(static_cast<double>(i) / 48.0);
    rows.push_back(landmarks(
        body({{85.0, opening, 5.0, 12.0, -10.0}, {85.0, 0.9 * opening, -5.0, 9.0, -10.0}}, 30.0, 2.0), skeleton));
    for (Landmark& landmark : rows.back()) {
      landmark.x += noise(random);
      landmark.y += noise(random);
      landmark.z += noise(random);
    }
  }
  return rows;
}

double at_joint(const Landmark& a, const Landmark& b, const Landmark& c) {
  const std::array u{a.x - b.x, a.y - b.y, a.z - b.z};
  const std::array v{c.x - b.x, c.y - b.y, c.z - b.z};
  const double dot = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
  const double lengths =
      std::sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]) * std::sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  return std::acos(std::clamp(dot / lengths, -1.0, 1.0)) * 180.0 / std::numbers::pi;
}

/// Elbows, shoulders, hips and knees.
double by_three_points(const std::vector<Landmark>& row, const Bilateral<JointPlaces>& joints) {
  double sum = 0.0;
  for (const Side side : both_sides) {
    const auto point = [&](int place) -> const Landmark& { return row[static_cast<std::size_t>(place)]; };
    const JointPlaces& at = joints[side];
    sum += at_joint(point(at.shoulder), point(at.elbow), point(at.wrist));
    sum += at_joint(point(at.elbow), point(at.shoulder), point(at.hip));
    sum += at_joint(point(at.shoulder), point(at.hip), point(at.knee));
    sum += at_joint(point(at.hip), point(at.knee), point(at.ankle));
  }
  return sum;
}

/// The shortest time of a call [ns].
template <class Call>
double best(const std::vector<std::vector<Landmark>>& rows, Call call) {
  double shortest = 1e18;
  for (int round = 0; round < rounds; ++round) {
    const auto began = std::chrono::steady_clock::now();
    for (const auto& row : rows) call(row);
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - began;
    shortest = std::min(shortest, took.count() / static_cast<double>(rows.size()));
  }
  return shortest;
}

}  // namespace

int main() {
  const Skeleton& world = skeleton("mediapipe-33-world");
  const auto rows = movement(world);
  const PoseTracker plain{world};
  const PoseTracker tracker{world, {}, plain.reference(rows.front())};

  double sum = 0.0;
  std::size_t channels = 0;
  const AllocationCounter counter;
  const double ours = best(rows, [&](const auto& row) {
    const Posture posture = tracker.posture(Time{0}, row);
    sum += posture.angle(Channel::hip_abduction_left).degrees();
    channels = std::max(channels, posture.present().size());
  });
  const std::size_t allocations = counter.count();
  const double theirs = best(rows, [&](const auto& row) { sum += by_three_points(row, world.joints); });

  std::printf("33 landmarks -> posture   %6.0f ns   %zu channels, %zu allocations, %.4f %% of a frame\n", ours,
              channels, allocations, 100.0 * ours / frame);
  std::printf("eight acos of 3 points    %6.0f ns   %.1f times as fast (%g)\n", theirs, ours / theirs, sum);
  return allocations == 0 ? 0 : 1;
}
