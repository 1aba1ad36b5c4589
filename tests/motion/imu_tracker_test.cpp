#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/imu_tracker.hpp>

#include "allocation_counter.hpp"
#include "catch.hpp"
#include "motion/strapped_body.hpp"

namespace motion_imu_tracker_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// To 1e-9°; Approx alone is content with five digits.
Approx exactly(double value) { return Approx(value).epsilon(0.0).margin(1e-9); }

ChannelSet lower_body() {
  ChannelSet channels;
  for (std::size_t i = 0; i < channel_count; ++i) {
    if (segments_of(static_cast<Channel>(i))) channels.insert(static_cast<Channel>(i));
  }
  return channels;
}

double largest_difference(const Posture& a, const Posture& b) {
  CHECK(a.present() == b.present());
  double largest = 0.0;
  a.present().each([&](Channel c) { largest = std::fmax(largest, abs(a.angle(c) - b.angle(c)).degrees()); });
  return largest;
}

std::vector<Orientation> turned(const std::vector<Orientation>& sensors, const Eigen::Matrix3d& room) {
  std::vector<Orientation> elsewhere;
  for (const Orientation& q : sensors) {
    elsewhere.push_back(orientation(room * Eigen::Quaterniond{q.w, q.x, q.y, q.z}.toRotationMatrix()));
  }
  return elsewhere;
}

std::string problem_of(const ImuCalibration& calibration) {
  try {
    ImuTracker{calibration};
  } catch (const InvalidModel& error) {
    return error.what();
  }
  return "";
}

/// What a mirror across the room's x makes of an orientation, when the sensor's x is mirrored too.
Orientation in_a_mirror(const Orientation& q) { return {q.w, q.x, -q.y, -q.z}; }

}  // namespace

TEST_CASE("a mirror swaps the segments of left and right and leads back") {
  CHECK(mirrored(Segment::pelvis) == Segment::pelvis);
  CHECK(mirrored(Segment::thigh_left) == Segment::thigh_right);
  CHECK(mirrored(Segment::shank_right) == Segment::shank_left);
  CHECK(mirrored(Segment::foot_left) == Segment::foot_right);
  for (std::size_t i = 0; i < segment_count; ++i) {
    const auto segment = static_cast<Segment>(i);
    CHECK(mirrored(mirrored(segment)) == segment);
  }
  for (std::size_t i = 0; i < channel_count; ++i) {
    const auto c = static_cast<Channel>(i);
    const auto pair = segments_of(c);
    REQUIRE(pair.has_value() == segments_of(mirrored(c)).has_value());
    if (!pair) continue;
    CHECK(segments_of(mirrored(c)) == SegmentPair{mirrored((*pair)[0]), mirrored((*pair)[1])});
  }
}

TEST_CASE("joint angles that a body was made from are read back from its sensors, however strapped") {
  std::mt19937 random{40};
  const std::vector<KnownPose> poses{{}, legs_up_the_wall(), legs_up_the_wall(70_deg), {{}, 80_deg, 85_deg, 5_deg}};
  for (const KnownPose& pose : poses) {
    for (int i = 0; i < 200; ++i) {
      const StrappedBody strapped{random, pose};
      const ImuTracker tracker{strapped.calibration};
      const Angles angles = random_angles(random);
      const Posture posture = tracker.posture(1_s, strapped.sensors(angles));
      CHECK(posture.time == 1_s);
      CHECK(posture.present() == lower_body());
      lower_body().each([&](Channel c) {
        CAPTURE(name(c));
        CHECK(posture.angle(c).degrees() == exactly(angles[index(c)]));
      });
    }
  }
}

TEST_CASE("the known pose reads as it was said to be") {
  std::mt19937 random{41};
  const KnownPose pose{Trunk::on_the_back, 80_deg, 10_deg, -5_deg};
  const StrappedBody strapped{random, pose};
  std::vector<Orientation> sensors;
  for (const PlacedSensor& sensor : strapped.calibration.sensors) sensors.push_back(sensor.in_pose);
  const Posture posture = ImuTracker{strapped.calibration}.posture(0_s, sensors);
  lower_body().each([&](Channel c) {
    CAPTURE(name(c));
    const Motion m = motion(c);
    const double expected = m == Motion::hip_flexion          ? 80.0
                            : m == Motion::knee_flexion       ? 10.0
                            : m == Motion::ankle_dorsiflexion ? -5.0
                                                              : 0.0;
    CHECK(posture.angle(c).degrees() == exactly(expected));
  });
}

TEST_CASE("turning the whole room about anything changes no angle") {
  std::mt19937 random{42};
  for (int i = 0; i < 200; ++i) {
    const Eigen::Matrix3d room = any_rotation(random);
    const std::mt19937 same = random;
    std::mt19937 here = same, there = same;
    const StrappedBody straight{here, legs_up_the_wall()};
    const StrappedBody elsewhere{there, legs_up_the_wall(), room};
    const Angles angles = random_angles(random);
    const Posture posture = ImuTracker{straight.calibration}.posture(0_s, straight.sensors(angles));
    CHECK(largest_difference(posture, ImuTracker{elsewhere.calibration}.posture(0_s, elsewhere.sensors(angles))) <
          1e-9);
    // Between calibration and now, the joints do not mind either; the pelvis has turned with the room.
    const Posture carried = ImuTracker{straight.calibration}.posture(0_s, turned(straight.sensors(angles), room));
    for (const Side side : both_sides) {
      for (const Motion m : {Motion::hip_abduction, Motion::hip_flexion, Motion::hip_rotation, Motion::knee_flexion,
                             Motion::ankle_dorsiflexion}) {
        const Channel c = channel(m, side);
        CHECK(abs(carried.angle(c) - posture.angle(c)).degrees() < 1e-9);
      }
    }
  }
}

TEST_CASE("a mirrored body swaps its sides, exactly") {
  std::mt19937 random{43};
  for (const KnownPose& pose : {KnownPose{}, legs_up_the_wall()}) {
    for (int i = 0; i < 100; ++i) {
      const StrappedBody strapped{random, pose};
      const std::vector<Orientation> sensors = strapped.sensors(random_angles(random));
      ImuCalibration calibration = strapped.calibration;
      for (PlacedSensor& sensor : calibration.sensors) {
        sensor = {mirrored(sensor.segment), in_a_mirror(sensor.in_pose)};
      }
      // What points to the right in the room points in the mirror to somebody's left.
      calibration.right = {calibration.right.x, -calibration.right.y, -calibration.right.z};
      std::vector<Orientation> shown;
      for (const Orientation& q : sensors) shown.push_back(in_a_mirror(q));
      CHECK(ImuTracker{calibration}.posture(0_s, shown) ==
            ImuTracker{strapped.calibration}.posture(0_s, sensors).mirrored());
    }
  }
}

TEST_CASE("whoever turns round and bends forward is seen to bend forward") {
  std::mt19937 random{44};
  const StrappedBody strapped{random, {}};
  Angles angles{};
  angles[index(Channel::pelvis_rotation)] = 120.0;
  angles[index(Channel::pelvis_tilt)] = 25.0;
  const Posture posture = ImuTracker{strapped.calibration}.posture(0_s, strapped.sensors(angles));
  CHECK(posture.angle(Channel::pelvis_tilt).degrees() == exactly(25.0));
  CHECK(posture.angle(Channel::pelvis_list).degrees() == exactly(0.0));
  CHECK(posture.angle(Channel::pelvis_rotation).degrees() == exactly(120.0));
}

TEST_CASE("in the split, abduction stays and what has lost its meaning is absent") {
  std::mt19937 random{45};
  const StrappedBody strapped{random, legs_up_the_wall()};
  const ImuTracker tracker{strapped.calibration};
  for (const double opening : {84.9, 85.1, 89.9, 90.0}) {
    Angles angles{};
    angles[index(Channel::hip_flexion_left)] = 60.0;
    angles[index(Channel::hip_abduction_left)] = opening;
    const Posture posture = tracker.posture(0_s, strapped.sensors(angles));
    CHECK(posture.angle(Channel::hip_abduction_left).degrees() == exactly(opening));
    CHECK(posture.has(Channel::hip_flexion_left) == (opening < 85.0));
    CHECK(posture.has(Channel::hip_rotation_left) == (opening < 85.0));
    CHECK(posture.has(Channel::hip_flexion_right));
  }
}

TEST_CASE("a sensor that was not seen makes only the angles absent that need it") {
  std::mt19937 random{46};
  const StrappedBody strapped{random, {}};
  const ImuTracker tracker{strapped.calibration};
  const auto whole = strapped.sensors(random_angles(random));
  const auto without = [&](Segment segment, const Orientation& instead) {
    auto sensors = whole;
    sensors[index(segment)] = instead;
    return tracker.posture(0_s, sensors);
  };
  const double infinity = std::numeric_limits<double>::infinity();
  for (const Orientation& bad : {not_seen, Orientation{0.0, 0.0, 0.0, 0.0}, Orientation{1.0, 0.1, 0.0, 0.0},
                                 Orientation{infinity, 0.0, 0.0, 0.0}, Orientation{1.0, 0.0, not_a_number, 0.0}}) {
    for (std::size_t i = 0; i < segment_count; ++i) {
      const auto segment = static_cast<Segment>(i);
      const Posture posture = without(segment, bad);
      CHECK(posture.not_a_number().empty());
      lower_body().each([&](Channel c) {
        const auto pair = *segments_of(c);
        CHECK(posture.has(c) == (pair[0] != segment && pair[1] != segment));
      });
    }
  }
  // What printing with few digits leaves of a norm does not bend an angle.
  auto sensors = whole;
  for (Orientation& q : sensors) q = {q.w * 1.0005, q.x * 1.0005, q.y * 1.0005, q.z * 1.0005};
  CHECK(largest_difference(tracker.posture(0_s, sensors), tracker.posture(0_s, whole)) < 1e-9);
}

TEST_CASE("another number of orientations is nobody") {
  std::mt19937 random{47};
  const StrappedBody strapped{random, {}};
  const ImuTracker tracker{strapped.calibration};
  const auto whole = strapped.sensors({});
  CHECK(tracker.posture(2_s, {}) == Posture{2_s});
  CHECK(tracker.posture(2_s, std::span{whole}.first(6)) == Posture{2_s});
}

TEST_CASE("with fewer sensors, in any order, the other channels are absent and say why") {
  std::mt19937 random{48};
  const StrappedBody strapped{random, {}};
  const Angles angles = random_angles(random);
  const auto whole = strapped.sensors(angles);
  ImuCalibration fewer = strapped.calibration;
  fewer.sensors = {strapped.calibration.sensors[index(Segment::shank_left)],
                   strapped.calibration.sensors[index(Segment::thigh_right)],
                   strapped.calibration.sensors[index(Segment::thigh_left)],
                   strapped.calibration.sensors[index(Segment::pelvis)]};
  const ImuTracker tracker{fewer};
  const Posture posture =
      tracker.posture(0_s, std::vector{whole[index(Segment::shank_left)], whole[index(Segment::thigh_right)],
                                       whole[index(Segment::thigh_left)], whole[index(Segment::pelvis)]});
  for (std::size_t i = 0; i < channel_count; ++i) {
    const auto c = static_cast<Channel>(i);
    CAPTURE(name(c));
    CHECK(tracker.why_absent(c).empty() == posture.has(c));
    if (posture.has(c)) CHECK(posture.angle(c).degrees() == exactly(angles[i]));
  }
  CHECK(tracker.why_absent(Channel::knee_flexion_left).empty());
  CHECK(tracker.why_absent(Channel::knee_flexion_right) == "no sensor on the right shank");
  CHECK(tracker.why_absent(Channel::ankle_dorsiflexion_left) == "no sensor on the left foot");
  CHECK(tracker.why_absent(Channel::spine_flexion) == "no sensor above the pelvis");
  fewer.sensors.pop_back();
  CHECK(ImuTracker{fewer}.why_absent(Channel::hip_abduction_left) == "no sensor on the pelvis");
  CHECK(ImuTracker{fewer}.why_absent(Channel::pelvis_tilt) == "no sensor on the pelvis");
}

TEST_CASE("a direction to the right need not be level, and may be an axis of a sensor") {
  std::mt19937 random{49};
  const StrappedBody strapped{random, {}};
  const auto sensors = strapped.sensors(random_angles(random));
  const Posture posture = ImuTracker{strapped.calibration}.posture(0_s, sensors);
  ImuCalibration leaning = strapped.calibration;
  leaning.right = {5.0 * leaning.right.x, 5.0 * leaning.right.y, 2.0};
  CHECK(largest_difference(ImuTracker{leaning}.posture(0_s, sensors), posture) < 1e-9);

  const Orientation& pelvis = strapped.calibration.sensors[0].in_pose;
  const Vector3 axis = pelvis.conjugate().in_room(strapped.calibration.right);
  leaning.right = pelvis.in_room(axis);
  CHECK(largest_difference(ImuTracker{leaning}.posture(0_s, sensors), posture) < 1e-9);
}

TEST_CASE("a calibration that cannot be is refused with the place") {
  std::mt19937 random{50};
  const ImuCalibration good = StrappedBody{random, {}}.calibration;
  CHECK(problem_of(good).empty());
  ImuCalibration bad = good;
  bad.sensors.clear();
  CHECK(problem_of(bad) == "calibration.sensors: at least one joint needs a sensor on either side of it");
  bad = good;
  bad.sensors[3].segment = Segment::thigh_right;
  CHECK(problem_of(bad) == "calibration.sensors[3].segment: \"thigh_right\" is already that of sensors[2]");
  bad = good;
  bad.sensors[2].in_pose = {1.0, 1.0, 0.0, 0.0};
  CHECK(problem_of(bad) == "calibration.sensors[2].in_pose.norm: of w, x, y, z must be 1, is 1.414214");
  bad = good;
  bad.pose.hip_flexion = 180_deg;
  CHECK(problem_of(bad) == "calibration.pose.hip_flexion: 180° exceeds 150°");
  bad = good;
  bad.up = {};
  CHECK(problem_of(bad) == "calibration.up: must be a direction, along the room's axes, against gravity");
  bad = good;
  bad.right = {};
  CHECK(problem_of(bad) == "calibration.right: must be a direction, along the room's axes, to her right in the pose");
  bad.right = {not_a_number, 0.0, 0.0};
  CHECK(problem_of(bad).find("calibration.right: ") == 0);
  bad.right = {0.0, 1.0, 1.0};
  CHECK(problem_of(bad) == "calibration.right: must be about level, is 45° from up");
}

TEST_CASE("a tracker of sensors allocates nothing") {
  std::mt19937 random{51};
  const StrappedBody strapped{random, {}};
  const ImuTracker tracker{strapped.calibration};
  const auto sensors = strapped.sensors(random_angles(random));
  const AllocationCounter counter;
  const Posture posture = tracker.posture(1_s, sensors);
  CHECK(tracker.why_absent(Channel::neck_flexion) == "no sensor above the pelvis");
  CHECK(counter.count() == 0);
  CHECK(posture.present() == lower_body());
}

}  // namespace motion_imu_tracker_test
