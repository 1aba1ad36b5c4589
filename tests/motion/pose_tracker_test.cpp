#include <cmath>
#include <limits>
#include <random>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/pose_tracker.hpp>

#include "allocation_counter.hpp"
#include "catch.hpp"
#include "motion/body.hpp"

namespace motion_pose_tracker_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

const CameraGeometry camera{.image_size = {{1280, 720}}};
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

PoseTracker tracker(const std::string& id, bool mirrored = false, const BodyReference& reference = {}) {
  return PoseTracker{skeleton(id), {mirrored, std::array{1280, 720}}, reference};
}

/// Compared with herself standing upright.
BodyReference upright(const std::string& id) { return tracker(id).reference(landmarks(body({}), skeleton(id))); }

Posture seen(const PosedBody& whole, const std::string& id = "mediapipe-33-world") {
  return tracker(id).posture(1_s, landmarks(whole, skeleton(id)));
}

std::vector<std::string> with_depth() {
  std::vector<std::string> ids;
  for (const Skeleton& one : skeletons()) {
    if (one.depth) ids.push_back(one.id);
  }
  return ids;
}

/// To 1e-9°; Approx alone is content with five digits.
Approx exactly(double value) { return Approx(value).epsilon(0.0).margin(1e-9); }

double at(const Posture& posture, Channel c) {
  INFO(name(c));
  REQUIRE(posture.has(c));
  return posture.angle(c).degrees();
}

double at(const Posture& posture, Motion m, Side side) { return at(posture, channel(m, side)); }

Bilateral<LegAngles> random_legs(std::mt19937& random) {
  const auto between = [&](double low, double high) { return std::uniform_real_distribution{low, high}(random); };
  return each_side([&](Side) {
    return LegAngles{between(-30.0, 120.0), between(-15.0, 74.0), between(-70.0, 70.0), between(-24.0, 140.0),
                     between(-60.0, 40.0)};
  });
}

/// What a mirror in front of the camera shows, and the estimator makes of it.
std::vector<Landmark> in_a_mirror(const std::vector<Landmark>& original, const Skeleton& skeleton, double around) {
  std::vector<Landmark> shown;
  for (std::size_t i = 0; i < original.size(); ++i) {
    Landmark landmark = original[static_cast<std::size_t>(skeleton.mirror[i])];
    landmark.x = around - landmark.x;
    shown.push_back(landmark);
  }
  return shown;
}

double largest_difference(const Posture& a, const Posture& b) {
  CHECK(a.present() == b.present());
  double largest = 0.0;
  a.present().each([&](Channel c) { largest = std::fmax(largest, abs(a.angle(c) - b.angle(c)).degrees()); });
  return largest;
}

}  // namespace

TEST_CASE("a leg opened by 40 degrees with the hip bent at 90 reads 40 degrees on either side") {
  const Posture posture = seen(body({{90.0, 40.0}, {90.0, 40.0}}));
  for (const Side side : both_sides) {
    CHECK(at(posture, Motion::hip_abduction, side) == exactly(40.0));
    CHECK(at(posture, Motion::hip_flexion, side) == exactly(90.0));
  }
  // The directions that the closed form of the joint coordinate system gives (x front, y up, z right).
  const PosedBody opened = body({{90.0, 40.0}, {90.0, 40.0}});
  const Eigen::Vector3d right = (opened.sides.right.knee - opened.sides.right.hip).normalized();
  const Eigen::Vector3d left = (opened.sides.left.knee - opened.sides.left.hip).normalized();
  CHECK((right - Eigen::Vector3d{0.7660444431, 0.0, 0.6427876097}).norm() < 1e-9);
  CHECK((left - Eigen::Vector3d{0.7660444431, 0.0, -0.6427876097}).norm() < 1e-9);
}

TEST_CASE("joint angles that a body was made from are read back from its landmarks, through every skeleton") {
  std::mt19937 random{20};
  for (const std::string& id : with_depth()) {
    INFO(id);
    const PoseTracker of_upright = tracker(id, false, upright(id));
    const ChannelSet& can = skeleton(id).channels;
    for (int i = 0; i < 300; ++i) {
      const auto legs = random_legs(random);
      const double elbow = std::uniform_real_distribution{0.0, 150.0}(random);
      const double list = std::uniform_real_distribution{-20.0, 20.0}(random);
      const PosedBody whole = body(legs, elbow, list);
      const Posture posture = of_upright.posture(1_s, landmarks(whole, skeleton(id)));
      for (const Side side : both_sides) {
        const LegAngles& leg = legs[side];
        CHECK(at(posture, Motion::hip_abduction, side) == exactly(leg.abduction));
        CHECK(at(posture, Motion::hip_flexion, side) == exactly(leg.flexion));
        CHECK(at(posture, Motion::elbow_flexion, side) == exactly(elbow));
        // The ankle's marker is read along the pelvis' left and right; a turned thigh takes it along.
        if (skeleton(id).pelvis_markers()) continue;
        CHECK(at(posture, Motion::knee_flexion, side) == exactly(leg.knee));
        CHECK(posture.has(channel(Motion::hip_rotation, side)) == (std::fabs(leg.knee) > 20.0));
        if (leg.knee > 20.0) CHECK(at(posture, Motion::hip_rotation, side) == exactly(leg.rotation));
        if (can.contains(channel(Motion::ankle_dorsiflexion, side))) {
          CHECK(at(posture, Motion::ankle_dorsiflexion, side) == exactly(leg.ankle));
        }
      }
      if (!skeleton(id).pelvis_markers()) CHECK(at(posture, Channel::pelvis_list) == exactly(list));
    }
  }
}

TEST_CASE("knees and ankles by markers on their outer sides are right where the leg is not turned") {
  std::mt19937 random{23};
  const PoseTracker markers = tracker("plug-in-gait", false, upright("plug-in-gait"));
  for (int i = 0; i < 300; ++i) {
    auto legs = random_legs(random);
    for (const Side side : both_sides) {
      // Bending in the plane square to the pelvis' left and right.
      legs[side].rotation = legs[side].abduction = 0.0;
      legs[side].knee = 21.0 + 0.9 * std::fabs(legs[side].knee);
    }
    const Posture posture = markers.posture(1_s, landmarks(body(legs), skeleton("plug-in-gait")));
    for (const Side side : both_sides) {
      CHECK(at(posture, Motion::knee_flexion, side) == exactly(legs[side].knee));
      CHECK(at(posture, Motion::ankle_dorsiflexion, side) == exactly(legs[side].ankle));
    }
  }
}

TEST_CASE("turning and moving the landmarks changes no angle") {
  std::mt19937 random{21};
  std::normal_distribution<double> normal;
  for (const std::string& id : with_depth()) {
    INFO(id);
    const Skeleton& of = skeleton(id);
    for (int i = 0; i < 100; ++i) {
      const PosedBody upright_body = body({});
      const PosedBody still = with_spine(body(random_legs(random), 30.0, 5.0), {20.0, -10.0, 15.0});
      const Eigen::Quaterniond any{normal(random), normal(random), normal(random), normal(random)};
      const Eigen::Matrix3d rotation = any.normalized().toRotationMatrix();
      const Eigen::Vector3d by{normal(random), normal(random), normal(random)};
      // In pictures a landmark that is moved far enough leaves them.
      const auto elsewhere = [&](const PosedBody& whole) { return landmarks(moved(whole, rotation, 0.3 * by), of); };
      const PoseTracker here = tracker(id, false, tracker(id).reference(landmarks(upright_body, of)));
      const PoseTracker there = tracker(id, false, tracker(id).reference(elsewhere(upright_body)));
      const Posture posture = here.posture(1_s, landmarks(still, of));
      CHECK(posture.present().size() >= 9);
      CHECK(largest_difference(posture, there.posture(1_s, elsewhere(still))) < 1e-9);
    }
  }
}

TEST_CASE("a pelvis with markers shows how far it has turned from the reference: rotation, then list, then tilt") {
  std::mt19937 random{24};
  const auto between = [&](double low, double high) { return std::uniform_real_distribution{low, high}(random); };
  const PoseTracker markers = tracker("plug-in-gait", false, upright("plug-in-gait"));
  for (int i = 0; i < 200; ++i) {
    const double tilt = between(-50.0, 50.0);
    const double list = between(-30.0, 30.0);
    const double rotation = between(-170.0, 170.0);
    using Eigen::Vector3d;
    // Anterior tilt turns the front down; list lifts the left side; rotation brings the left side forward.
    const Eigen::Matrix3d turned =
        turn(-rotation, Vector3d::UnitY()) * turn(list, Vector3d::UnitX()) * turn(-tilt, Vector3d::UnitZ());
    const Posture posture = markers.posture(1_s, landmarks(moved(body({}), turned, {}), skeleton("plug-in-gait")));
    CHECK(at(posture, Channel::pelvis_tilt) == exactly(tilt));
    CHECK(at(posture, Channel::pelvis_list) == exactly(list));
    CHECK(at(posture, Channel::pelvis_rotation) == exactly(rotation));
  }
  const PoseTracker without = tracker("plug-in-gait");
  CHECK_FALSE(seen(body({}), "plug-in-gait").has(Channel::pelvis_tilt));
  CHECK(without.why_absent(Channel::pelvis_tilt) == "there is no reference of the pelvis to compare with");
  CHECK(without.why_absent(Channel::spine_flexion) == "there is no reference of the trunk to compare with");
  CHECK(markers.why_absent(Channel::pelvis_tilt).empty());
}

TEST_CASE("a spine that is followed bends and turns as it was bent and turned") {
  std::mt19937 random{25};
  const auto between = [&](double low, double high) { return std::uniform_real_distribution{low, high}(random); };
  for (const char* id : {"kinect-v2-25", "azure-kinect-32", "plug-in-gait"}) {
    INFO(id);
    const PoseTracker of_upright = tracker(id, false, upright(id));
    for (int i = 0; i < 200; ++i) {
      const Turn by{between(-30.0, 60.0), between(-35.0, 35.0), between(-45.0, 45.0)};
      const Posture posture = of_upright.posture(1_s, landmarks(with_spine(body({}), by), skeleton(id)));
      CHECK(at(posture, Channel::spine_flexion) == exactly(by.flexion));
      CHECK(at(posture, Channel::spine_side_bend) == exactly(by.side_bend));
      CHECK(at(posture, Channel::spine_rotation) == exactly(by.rotation));
      if (skeleton(id).channels.contains(Channel::neck_flexion)) {
        CHECK(at(posture, Channel::neck_flexion) == exactly(0.0));
        CHECK(at(posture, Channel::neck_side_bend) == exactly(0.0));
      }
    }
  }
}

TEST_CASE("a head that nods, leans and turns shows in the neck") {
  for (const double angle : {-40.0, -5.0, 30.0, 60.0}) {
    const auto turned = [&](const Turn& by) {
      PosedBody whole = body({});
      for (Eigen::Vector3d* point : {&whole.head, &whole.nose}) *point = whole.neck + turn(by) * (*point - whole.neck);
      return seen(whole, "azure-kinect-32");
    };
    CHECK(at(turned({.flexion = angle}), Channel::neck_flexion) == exactly(angle));
    CHECK(at(turned({.side_bend = angle}), Channel::neck_side_bend) == exactly(angle));
    CHECK(at(turned({.rotation = angle}), Channel::neck_rotation) == exactly(angle));
  }
}

TEST_CASE("arms that rise to the side or to the front read as far as they rose") {
  using Eigen::Vector3d;
  for (const std::string& id : with_depth()) {
    for (const double angle : {-60.0, -20.0, 0.0, 45.0, 120.0, 175.0, 200.0}) {
      INFO(id << " " << angle);
      const Eigen::Matrix3d forward = turn(angle, Vector3d::UnitZ());
      const Posture raised = seen(with_arms(body({}), {forward, forward}), id);
      const Posture spread =
          seen(with_arms(body({}), {turn(angle, Vector3d::UnitX()), turn(-angle, Vector3d::UnitX())}), id);
      for (const Side side : both_sides) {
        CHECK(at(raised, Motion::shoulder_flexion, side) == exactly(angle));
        CHECK(at(spread, Motion::shoulder_abduction, side) == exactly(angle));
      }
    }
    // Straight out of a plane there is no angle in it.
    CHECK_FALSE(seen(body({}), id).has(Channel::shoulder_flexion_left));
    CHECK(at(seen(body({}), id), Channel::shoulder_abduction_left) == exactly(90.0));
  }
}

TEST_CASE("abduction stays exact where the leg nears the line of the hips") {
  for (const double opening : {85.0, 89.9, 89.999999, 90.0}) {
    const Posture posture = seen(body({{10.0, opening}, {10.0, opening}}));
    CHECK(at(posture, Channel::hip_abduction_left) == exactly(opening));
    CHECK_FALSE(posture.has(Channel::hip_flexion_left));
  }
}

TEST_CASE("a tracker told of a mirror gives the person's own sides, exactly") {
  std::mt19937 random{22};
  for (int i = 0; i < 100; ++i) {
    const PosedBody whole = body(random_legs(random), 20.0, 7.0);
    const Skeleton& world = skeleton("mediapipe-33-world");
    const auto points = landmarks(whole, world);
    const auto shown = in_a_mirror(points, world, 0.0);
    const Posture straight = tracker("mediapipe-33-world").posture(1_s, points);
    CHECK(tracker("mediapipe-33-world", true).posture(1_s, shown) == straight);
    CHECK(tracker("mediapipe-33-world").posture(1_s, shown) == straight.mirrored());
  }
  for (const char* id : {"mediapipe-33", "coco-17"}) {
    const PosedBody whole = body({{0.0, 30.0}, {0.0, 10.0}}, 0.0, 7.0);
    const double width = skeleton(id).units == LandmarkUnits::pixels ? 1280.0 : 1.0;
    const auto shown = in_a_mirror(landmarks(whole, skeleton(id)), skeleton(id), width);
    CHECK(largest_difference(tracker(id, true).posture(1_s, shown), seen(whole, id)) < 1e-9);
  }
}

TEST_CASE("one T-pose gives the same angles through every skeleton") {
  const PosedBody whole = body({{0.0, 12.0}, {0.0, 3.0}}, 0.0, 4.0);
  // A straight knee does not show how the thigh is turned, an arm straight out to the side no flexion.
  const ChannelSet not_shown{Channel::hip_rotation_left, Channel::hip_rotation_right, Channel::shoulder_flexion_left,
                             Channel::shoulder_flexion_right};
  const Posture first = seen(whole, "azure-kinect-32");
  for (const Skeleton& one : skeletons()) {
    INFO(one.id);
    const BodyReference reference = upright(one.id);
    const Posture posture = tracker(one.id, false, reference).posture(1_s, landmarks(whole, one));
    CHECK(posture.present() == one.channels - not_shown);
    CHECK(at(posture, Channel::hip_abduction_left) == exactly(12.0));
    CHECK(at(posture, Channel::hip_abduction_right) == exactly(3.0));
    CHECK(at(posture, Channel::shoulder_abduction_left) == exactly(90.0));
    // With markers on it the pelvis itself has not moved; it is the trunk that leans.
    if (!one.pelvis_markers()) CHECK(at(posture, Channel::pelvis_list) == exactly(4.0));
    if (one.depth) CHECK(at(posture, Channel::elbow_flexion_left) == exactly(0.0));
    (first.present() & posture.present()).each([&](Channel c) {
      if (one.pelvis_markers() && !side(c)) return;
      INFO(name(c));
      CHECK(at(posture, c) == exactly(at(first, c)));
    });
  }
}

TEST_CASE("a picture that is wider than high does not bend angles") {
  const PosedBody whole = body({{0.0, 35.0}, {0.0, 20.0}});
  const Skeleton& picture = skeleton("mediapipe-33");
  for (const auto& size : {std::array{1280, 720}, std::array{720, 1280}, std::array{640, 640}}) {
    const auto points = landmarks(whole, picture, size[0], size[1]);
    const Posture posture = PoseTracker{picture, {false, size}}.posture(1_s, points);
    CHECK(at(posture, Channel::hip_abduction_left) == exactly(35.0));
  }
}

TEST_CASE("normalised landmarks without an image size are refused") {
  CHECK_THROWS_AS(PoseTracker{skeleton("mediapipe-33")}, InvalidModel);
  CHECK_THROWS_WITH(PoseTracker{skeleton("mediapipe-33")}, Catch::Contains("camera.image_size: "));
  CHECK_THROWS_AS((PoseTracker{skeleton("mediapipe-33"), {false, std::array{0, 720}}}), InvalidModel);
  CHECK_NOTHROW(PoseTracker{skeleton("mediapipe-33-world")});
  CHECK_NOTHROW(PoseTracker{skeleton("coco-17")});
}

TEST_CASE("what was not seen makes only the angles absent that need it") {
  const Skeleton& picture = skeleton("mediapipe-33");
  const auto whole = landmarks(body({{0.0, 20.0, 0.0, 30.0}, {0.0, 20.0, 0.0, 30.0}}, 40.0), picture);
  const ChannelSet all = tracker("mediapipe-33").posture(1_s, whole).present();
  CHECK(all == picture.channels - ChannelSet{Channel::shoulder_flexion_left, Channel::shoulder_flexion_right});
  const auto left_knee = static_cast<std::size_t>(picture.joints.left.knee);
  const auto left_hip = static_cast<std::size_t>(picture.joints.left.hip);

  const auto without_knee =
      all - ChannelSet{Channel::hip_abduction_left, Channel::hip_flexion_left, Channel::hip_rotation_left,
                       Channel::knee_flexion_left, Channel::ankle_dorsiflexion_left};
  const auto changed = [&](std::size_t place, const Landmark& landmark) {
    auto points = whole;
    points[place] = landmark;
    return tracker("mediapipe-33").posture(1_s, points);
  };
  const Landmark knee = whole[left_knee];
  CHECK(changed(left_knee, knee).present() == all);
  CHECK(changed(left_knee, {knee.x, knee.y, knee.z, 0.5}).present() == all);
  const double infinity = std::numeric_limits<double>::infinity();
  for (const Landmark& bad : {Landmark{knee.x, knee.y, knee.z, 0.499}, Landmark{knee.x, knee.y, knee.z, not_a_number},
                              Landmark{}, Landmark{0.0, 0.0, knee.z, 1.0}, Landmark{not_a_number, knee.y, knee.z, 1.0},
                              Landmark{knee.x, not_a_number, knee.z, 1.0}, Landmark{knee.x, knee.y, not_a_number, 1.0},
                              Landmark{infinity, knee.y, knee.z, 1.0}, Landmark{640.0, 360.0, 0.0, 1.0}}) {
    const Posture posture = changed(left_knee, bad);
    CHECK(posture.present() == without_knee);
    CHECK(posture.not_a_number().empty());
  }
  // A limb much too long, or too long to be counted.
  const auto left_elbow = static_cast<std::size_t>(picture.joints.left.elbow);
  for (const double z : {0.5, 100.0, 1e300}) {
    CHECK(changed(left_knee, {knee.x, knee.y, z, 1.0}).present() == without_knee);
    CHECK(changed(left_elbow, {0.55, 0.4, z, 1.0}).present() ==
          all - ChannelSet{Channel::elbow_flexion_left, Channel::shoulder_abduction_left});
  }
  // Without a hip nothing of the pelvis is left; bent knees and elbows still are.
  CHECK_FALSE(changed(left_hip, {}).has(Channel::hip_abduction_right));
  CHECK_FALSE(changed(left_hip, {}).has(Channel::pelvis_list));
  CHECK(changed(left_hip, {}).has(Channel::elbow_flexion_left));
}

TEST_CASE("depth that is guessed much too long does not make a standing person sit") {
  const Skeleton& picture = skeleton("mediapipe-33");
  auto points = landmarks(body({}), picture);
  for (const Side side : both_sides) points[static_cast<std::size_t>(picture.joints[side].knee)].z = -0.2;
  CHECK(tracker("mediapipe-33").posture(1_s, points).present() ==
        ChannelSet{Channel::elbow_flexion_left, Channel::elbow_flexion_right, Channel::shoulder_abduction_left,
                   Channel::shoulder_abduction_right, Channel::pelvis_list});
  // Of legs alone nothing is known to compare with, and where there is no depth none is guessed.
  for (const Side side : both_sides) points[static_cast<std::size_t>(picture.joints[side].shoulder)] = {};
  CHECK(tracker("mediapipe-33").posture(1_s, points).has(Channel::knee_flexion_left));
}

TEST_CASE("another number of landmarks is nobody") {
  const auto whole = landmarks(body({}), skeleton("mediapipe-33"));
  const PoseTracker picture = tracker("mediapipe-33");
  CHECK(picture.posture(2_s, {}) == Posture{2_s});
  CHECK(picture.posture(2_s, std::span{whole}.first(32)) == Posture{2_s});
  auto one_more = whole;
  one_more.push_back(whole.back());
  CHECK(picture.posture(2_s, one_more) == Posture{2_s});
  // All in one place, as some estimators say "nobody".
  CHECK(picture.posture(2_s, std::vector<Landmark>(33, Landmark{0.5, 0.5, 0.0, 1.0})) == Posture{2_s});
}

TEST_CASE("landmarks in another unit than the skeleton's give no angles") {
  const PosedBody whole = body({{0.0, 20.0}, {0.0, 20.0}});
  Skeleton normalised = skeleton("coco-17");
  normalised.units = LandmarkUnits::normalised;
  CHECK(tracker("coco-17").posture(1_s, landmarks(whole, normalised)).present().empty());
  const PoseTracker of_normalised{normalised, camera};
  CHECK(of_normalised.posture(1_s, landmarks(whole, skeleton("coco-17"))).present().empty());
  CHECK(of_normalised.posture(1_s, landmarks(whole, normalised)).present() == normalised.channels);
}

TEST_CASE("hips seen from the side give no abduction") {
  const PosedBody whole = body({{0.0, 20.0}, {0.0, 20.0}});
  const auto turned = [&](double yaw) {
    return seen(moved(whole, turn(yaw, Eigen::Vector3d::UnitY()), {0.0, 0.0, 0.0}), "coco-17");
  };
  CHECK(turned(20.0).has(Channel::hip_abduction_left));
  CHECK_FALSE(turned(80.0).has(Channel::hip_abduction_left));
  CHECK_FALSE(turned(90.0).has(Channel::pelvis_list));
}

TEST_CASE("a pelvis list is only read from a trunk that is seen at its length") {
  const PosedBody whole = body({{90.0, 30.0}, {90.0, 20.0}});
  // On her back, legs up, the camera looking along her: the trunk is a short line in the picture, or none.
  for (const double pitch : {80.0, 90.0}) {
    const Posture lying = seen(moved(whole, turn(pitch, Eigen::Vector3d::UnitZ()), {0.0, 0.0, 0.0}), "coco-17");
    CHECK(lying.has(Channel::hip_abduction_left));
    CHECK_FALSE(lying.has(Channel::pelvis_list));
    if (pitch == 90.0) CHECK(at(lying, Channel::hip_abduction_left) == exactly(30.0));
  }
}

TEST_CASE("without depth, whatever stands in z does not matter") {
  const Skeleton& flat = skeleton("coco-17");
  auto points = landmarks(body({{0.0, 20.0}, {0.0, 10.0}}), flat);
  const Posture posture = tracker("coco-17").posture(1_s, points);
  double z = -300.0;
  for (Landmark& p : points) p.z = z += 50.0;
  CHECK(tracker("coco-17").posture(1_s, points) == posture);
  for (Landmark& p : points) p.z = not_a_number;
  CHECK(tracker("coco-17").posture(1_s, points) == posture);
}

TEST_CASE("a knee bends one way, overstretches the other, and turned out it still bends") {
  for (const double knee : {-20.0, -5.0, -0.5, 0.5, 8.0, 24.0, 90.0, 150.0}) {
    for (const double rotation : {-80.0, 0.0, 80.0}) {
      const LegAngles leg{80.0, 40.0, rotation, knee};
      const Posture posture = seen(body({leg, leg}));
      CHECK(at(posture, Channel::knee_flexion_left) == exactly(knee));
      CHECK(at(posture, Channel::knee_flexion_right) == exactly(knee));
    }
  }
  // A frog's thighs turn so far out that the sign alone would say overstretched.
  const LegAngles frog{90.0, 60.0, -100.0, 90.0};
  CHECK(at(seen(body({frog, frog})), Channel::knee_flexion_left) == exactly(90.0));
  // In the split the line of the hips no longer tells which way a knee bends; a large bend needs no telling.
  const LegAngles split{90.0, 85.0, 0.0, 5.0};
  CHECK_FALSE(seen(body({split, split})).has(Channel::knee_flexion_left));
  const LegAngles bent_split{90.0, 85.0, 0.0, 40.0};
  CHECK(at(seen(body({bent_split, bent_split})), Channel::knee_flexion_left) == exactly(40.0));
}

TEST_CASE("axes may point anywhere") {
  const PosedBody whole = body({{30.0, 25.0, 10.0, 40.0}, {50.0, 15.0, -10.0, 70.0}}, 20.0, 6.0);
  Skeleton other = skeleton("mediapipe-33-world");
  other.axes = {Direction::up, Direction::toward, Direction::left};
  CHECK(PoseTracker{other}.posture(1_s, landmarks(whole, other)) == seen(whole));
}

TEST_CASE("a tracker allocates nothing and says what it cannot see") {
  const PoseTracker picture = tracker("mediapipe-33");
  const auto points = landmarks(body({{0.0, 20.0}, {0.0, 20.0}}), picture.skeleton());
  const AllocationCounter counter;
  const Posture posture = picture.posture(1_s, points);
  CHECK(counter.count() == 0);
  CHECK(posture.time == 1_s);
  CHECK(picture.why_absent(Channel::hip_abduction_left).empty());
  CHECK_FALSE(picture.why_absent(Channel::spine_flexion).empty());
}

}  // namespace motion_pose_tracker_test
