#include <random>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/body_reference.hpp>
#include <stretchcore/motion/pose_tracker.hpp>

#include "catch.hpp"
#include "motion/body.hpp"

namespace motion_body_reference_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

const PosedBody standing = body({{0.0, 10.0, 0.0, 30.0}, {0.0, 10.0, 0.0, 30.0}}, 40.0);

PoseTracker tracker(const std::string& id, const BodyReference& reference = {}) {
  return PoseTracker{skeleton(id), {false, std::array{1280, 720}}, reference};
}

BodyReference reference(const PosedBody& whole, const std::string& id) {
  return tracker(id).reference(landmarks(whole, skeleton(id)));
}

ChannelSet seen(const PosedBody& whole, const std::string& id, const BodyReference& at_rest = {}) {
  return tracker(id, at_rest).posture(1_s, landmarks(whole, skeleton(id))).present();
}

/// What needs a thigh, a shank, an upper arm or a forearm of one side.
ChannelSet of_thigh(Side s) {
  return ChannelSet{channel(Motion::hip_abduction, s), channel(Motion::hip_flexion, s),
                    channel(Motion::hip_rotation, s), channel(Motion::knee_flexion, s)};
}
ChannelSet of_shank(Side s) {
  return ChannelSet{channel(Motion::hip_rotation, s), channel(Motion::knee_flexion, s),
                    channel(Motion::ankle_dorsiflexion, s)};
}

/// The same landmarks under the other side's names.
std::vector<Landmark> swapped(std::vector<Landmark> points, const Skeleton& skeleton,
                              std::initializer_list<int JointPlaces::*> joints) {
  for (const auto joint : joints) {
    std::swap(points[static_cast<std::size_t>(skeleton.joints.left.*joint)],
              points[static_cast<std::size_t>(skeleton.joints.right.*joint)]);
  }
  return points;
}

}  // namespace

TEST_CASE("a reference has the lengths of the limbs that were seen") {
  const BodyReference world = reference(standing, "mediapipe-33-world");
  for (const Side side : both_sides) {
    CHECK(world.limbs[side].thigh == Approx(0.42));
    CHECK(world.limbs[side].shank == Approx(0.4));
    CHECK(world.limbs[side].upper_arm == Approx(0.3));
    CHECK(world.limbs[side].forearm == Approx(0.25));
  }
  CHECK_FALSE(world.pelvis.has_value());
  CHECK(reference(standing, "azure-kinect-32").limbs.left.thigh == Approx(420.0));
  CHECK(reference(standing, "mediapipe-33").limbs.left.thigh == Approx(200.0 * 0.42));
  CHECK(reference(standing, "plug-in-gait").limbs.right.shank == Approx(400.0));
  CHECK(reference(standing, "plug-in-gait").pelvis.has_value());

  auto points = landmarks(standing, skeleton("mediapipe-33-world"));
  points[static_cast<std::size_t>(skeleton("mediapipe-33-world").joints.left.knee)].confidence = 0.0;
  const BodyReference partly = tracker("mediapipe-33-world").reference(points);
  CHECK(partly.limbs.left == LimbLengths{0.0, 0.0, world.limbs.left.upper_arm, world.limbs.left.forearm});
  CHECK(partly.limbs.right == world.limbs.right);
  CHECK(tracker("mediapipe-33-world").reference({}) == BodyReference{});
}

TEST_CASE("a limb that is not as long as it was shows no angle, on its own side only") {
  for (const Side side : both_sides) {
    for (const double scale : {0.5, 0.84, 0.86, 1.0, 1.14, 1.16, 1.3}) {
      INFO(name(side) << " " << scale);
      const BodyReference at_rest = reference(standing, "mediapipe-33-world");
      const bool believed = scale > 0.85 && scale < 1.15;
      const ChannelSet all = seen(standing, "mediapipe-33-world", at_rest);
      PosedBody thigh = standing;
      auto& leg = thigh.sides[side];
      const Eigen::Vector3d by = (scale - 1.0) * (leg.knee - leg.hip);
      for (Eigen::Vector3d* point : {&leg.knee, &leg.ankle, &leg.heel, &leg.toe}) *point += by;
      CHECK(seen(thigh, "mediapipe-33-world", at_rest) == (believed ? all : all - of_thigh(side)));
      PosedBody shank = standing;
      auto& lower = shank.sides[side];
      lower.ankle = lower.knee + scale * (lower.ankle - lower.knee);
      CHECK(seen(shank, "mediapipe-33-world", at_rest) == (believed ? all : all - of_shank(side)));
      // Nobody has been compared with: nothing is known to be wrong.
      CHECK(seen(shank, "mediapipe-33-world") == all);
    }
  }
}

TEST_CASE("a picture without depth may show a limb shorter than it is, and not longer") {
  const BodyReference at_rest = reference(standing, "coco-17");
  const ChannelSet all = seen(standing, "coco-17", at_rest);
  const auto with_thigh = [&](double scale) {
    PosedBody whole = standing;
    whole.sides.left.knee = whole.sides.left.hip + scale * (whole.sides.left.knee - whole.sides.left.hip);
    return seen(whole, "coco-17", at_rest);
  };
  CHECK(with_thigh(0.5) == all);
  CHECK(with_thigh(1.1) == all);
  CHECK(with_thigh(1.2) == all - ChannelSet{Channel::hip_abduction_left});
}

TEST_CASE("sides that cannot be what they are called give nothing") {
  for (const char* id : {"mediapipe-33-world", "azure-kinect-32", "coco-17", "body-25"}) {
    INFO(id);
    const Skeleton& of = skeleton(id);
    const auto points = landmarks(standing, of);
    const auto present = [&](const std::vector<Landmark>& changed) {
      return tracker(id).posture(1_s, changed).present();
    };
    REQUIRE_FALSE(present(points).empty());
    // The hips against the shoulders.
    CHECK(present(swapped(points, of, {&JointPlaces::hip})).empty());
    CHECK(present(swapped(points, of, {&JointPlaces::shoulder})).empty());
    CHECK(present(swapped(points, of, {&JointPlaces::hip, &JointPlaces::knee, &JointPlaces::ankle})).empty());
    // Knees that pass each other.
    CHECK(present(swapped(points, of, {&JointPlaces::knee})).empty());
    CHECK(present(swapped(points, of, {&JointPlaces::knee, &JointPlaces::ankle})).empty());
  }
  // With depth, all sides swapped at once turn the front to the back; the feet show it.
  const Skeleton& world = skeleton("mediapipe-33-world");
  std::vector<Landmark> all_swapped;
  const auto points = landmarks(standing, world);
  for (const int other : world.mirror) all_swapped.push_back(points[static_cast<std::size_t>(other)]);
  CHECK(tracker("mediapipe-33-world").posture(1_s, all_swapped).present().empty());
}

TEST_CASE("turned trunks, turned out feet and legs side by side are what they are called") {
  PosedBody twisted = with_spine(standing, {.rotation = 80.0});
  CHECK(seen(twisted, "mediapipe-33-world").contains(Channel::hip_abduction_left));
  const LegAngles turned_out{0.0, 5.0, -85.0, 25.0};
  CHECK(seen(body({turned_out, turned_out}), "mediapipe-33-world").contains(Channel::knee_flexion_left));
  const LegAngles together{90.0, -12.0, 0.0, 8.0};
  CHECK(seen(body({together, together}), "mediapipe-33-world").contains(Channel::hip_abduction_left));
  const LegAngles pointed{90.0, 40.0, 0.0, 8.0, -70.0};
  CHECK(seen(body({pointed, pointed}), "mediapipe-33-world").contains(Channel::ankle_dorsiflexion_left));
}

TEST_CASE("a pelvis turns and lists about the trunk it was at rest with, however its markers lean") {
  using Eigen::Vector3d;
  for (const double lean : {0.0, 12.0, 25.0}) {
    PosedBody whole = standing;
    for (const Side side : both_sides) {
      auto& of = whole.sides[side];
      for (Vector3d* point : {&of.asis, &of.psis}) *point = turn(-lean, Vector3d::UnitZ()) * *point;
    }
    const BodyReference at_rest = reference(whole, "plug-in-gait");
    const auto turned = [&](const Eigen::Matrix3d& by) {
      return tracker("plug-in-gait", at_rest)
          .posture(1_s, landmarks(moved(whole, by, {0.0, 0.0, 0.0}), skeleton("plug-in-gait")));
    };
    const auto expect = [&](const Posture& posture, double tilt, double list, double rotation) {
      CHECK(posture.angle(Channel::pelvis_tilt).degrees() == Approx(tilt).margin(1e-9));
      CHECK(posture.angle(Channel::pelvis_list).degrees() == Approx(list).margin(1e-9));
      CHECK(posture.angle(Channel::pelvis_rotation).degrees() == Approx(rotation).margin(1e-9));
    };
    expect(turned(turn(0.0, Vector3d::UnitY())), 0.0, 0.0, 0.0);
    expect(turned(turn(-30.0, Vector3d::UnitY())), 0.0, 0.0, 30.0);
    expect(turned(turn(20.0, Vector3d::UnitX())), 0.0, 20.0, 0.0);
    expect(turned(turn(-40.0, Vector3d::UnitZ())), 40.0, 0.0, 0.0);
  }
}

TEST_CASE("an impossible reference is refused with the place") {
  BodyReference bad;
  bad.limbs.left.shank = -1.0;
  CHECK_THROWS_WITH(tracker("coco-17", bad), "reference.limbs.left.shank: a length cannot be less than 0");
  bad = {};
  bad.pelvis = BodyAxes{{2.0, 0.0, 0.0}, {0.0, 1.0, 0.0}};
  CHECK_THROWS_WITH(tracker("coco-17", bad), "reference.pelvis.leftward: must have the length 1");
  bad.pelvis = BodyAxes{{1.0, 0.0, 0.0}, {0.6, 0.8, 0.0}};
  CHECK_THROWS_WITH(tracker("coco-17", bad), "reference.pelvis.upward: must be square to leftward");
}

}  // namespace motion_body_reference_test
