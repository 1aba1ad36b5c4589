#include <stretchcore/document/catalog.hpp>
#include <stretchcore/motion/pose_tracker.hpp>
#include <stretchcore/session/session.hpp>

#include "catch.hpp"
#include "motion/body.hpp"

namespace session_side_check_test {

using namespace stretchcore;

namespace {

/// What the camera's estimator makes of a picture that shows her as a mirror does.
std::vector<Landmark> in_a_mirror(const std::vector<Landmark>& points, const Skeleton& skeleton) {
  std::vector<Landmark> shown;
  for (const int other : skeleton.mirror) {
    Landmark landmark = points[static_cast<std::size_t>(other)];
    landmark.x = 1.0 - landmark.x;
    shown.push_back(landmark);
  }
  return shown;
}

struct Camera {
  bool mirror = false;  ///< what it does
  bool told = false;    ///< what the tracker was told
};

/// She lies still and, when she is asked to move her left side, bends the knees that she bends.
CoverageSet covered(Camera camera, const Bilateral<bool>& bends) {
  const Skeleton& picture = skeleton("mediapipe-33");
  const PoseTracker tracker{picture, {camera.told, std::array{1280, 720}}};
  Session session{catalog().at("dynamic-inner-thigh-stretch"), {}, {.check_sides = true}};
  session.report(Command{Time{0}, Action::start});
  std::optional<Time> asked;
  std::optional<CoverageSet> coverage;
  for (int i = 1; i < 1800 && !coverage; ++i) {
    const Time now = seconds(i / 15.0);
    const double bent = asked && now - *asked > seconds(2) && now - *asked < seconds(4) ? 60.0 : 9.0;
    const auto leg = [&](bool moves) { return LegAngles{85.0, 3.0 + 0.01 * (i % 3), 0.0, moves ? bent : 9.0}; };
    const auto points = landmarks(body({leg(bends.left), leg(bends.right)}), picture);
    const Posture posture = tracker.posture(now, camera.mirror ? in_a_mirror(points, picture) : points);
    for (const Event& event : session.observe(posture)) {
      const auto* cue = std::get_if<CueGiven>(&event);
      if (cue != nullptr && cue->moment == Moment::side_check) asked = now;
      if (const auto* set = std::get_if<CoverageSet>(&event)) coverage = *set;
    }
  }
  REQUIRE(asked);
  REQUIRE(coverage);
  return *coverage;
}

}  // namespace

TEST_CASE("moving the left side once finds a mirrored camera that the tracker was not told of", "[SR-11]") {
  const Bilateral<bool> left_one{true, false};
  CHECK(covered({false, false}, left_one).sides == SideCheck::confirmed);
  CHECK(covered({true, true}, left_one).sides == SideCheck::confirmed);
  CHECK(covered({true, false}, left_one).sides == SideCheck::mirrored);
  CHECK(covered({false, true}, left_one).sides == SideCheck::mirrored);
}

TEST_CASE("moving both sides or none tells nothing about the camera") {
  CHECK(covered({}, {true, true}).sides == SideCheck::unclear);
  CHECK(covered({}, {false, false}).sides == SideCheck::unclear);
  CHECK(covered({}, {false, true}).sides == SideCheck::mirrored);  // or she took the other one; no side is named
}

}  // namespace session_side_check_test
