#include <algorithm>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/skeleton.hpp>

#include "catch.hpp"

using namespace stretchcore;

namespace {

const std::string& name_at(const Skeleton& skeleton, int place) {
  return skeleton.names.at(static_cast<std::size_t>(place));
}

std::string sideless(std::string name) {
  for (const std::string word : {"left", "right"}) {
    if (const auto at = name.find(word); at != std::string::npos) name.erase(at, word.size());
  }
  return name;
}

std::string problem_of(const Skeleton& skeleton) {
  try {
    skeleton.validate();
  } catch (const InvalidModel& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("every skeleton is valid, has its own id and its number of landmarks") {
  CHECK(skeleton("mediapipe-33").names.size() == 33);
  CHECK(skeleton("mediapipe-33-world").names.size() == 33);
  CHECK(skeleton("coco-17").names.size() == 17);
  for (const Skeleton& one : skeletons()) {
    CHECK_NOTHROW(one.validate());
    CHECK(&skeleton(one.id) == &one);
    auto names = one.names;
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
  }
}

TEST_CASE("an unknown skeleton is refused with the ids there are") {
  CHECK_THROWS_AS(skeleton("blazepose"), InvalidModel);
  CHECK_THROWS_WITH(skeleton("blazepose"),
                    "skeleton: \"blazepose\" is not one of mediapipe-33, mediapipe-33-world, coco-17");
}

TEST_CASE("a mirror map leads back, and swaps left and right and nothing else") {
  for (const Skeleton& one : skeletons()) {
    for (std::size_t i = 0; i < one.names.size(); ++i) {
      const int other = one.mirror.at(i);
      CHECK(one.mirror.at(static_cast<std::size_t>(other)) == static_cast<int>(i));
      CHECK((other == static_cast<int>(i)) == (one.names[i] == "nose"));
      CHECK(sideless(name_at(one, other)) == sideless(one.names[i]));
    }
  }
}

TEST_CASE("the joints are where their names say") {
  for (const Skeleton& one : skeletons()) {
    for (const Side side : both_sides) {
      const std::string prefix = std::string{name(side)} + "_";
      const JointPlaces& at = one.joints[side];
      CHECK(name_at(one, at.shoulder) == prefix + "shoulder");
      CHECK(name_at(one, at.elbow) == prefix + "elbow");
      CHECK(name_at(one, at.wrist) == prefix + "wrist");
      CHECK(name_at(one, at.hip) == prefix + "hip");
      CHECK(name_at(one, at.knee) == prefix + "knee");
      CHECK(name_at(one, at.ankle) == prefix + "ankle");
    }
  }
  // As published: odd is left in both.
  CHECK(skeleton("mediapipe-33").joints.left == JointPlaces{11, 13, 15, 23, 25, 27});
  CHECK(skeleton("coco-17").joints.left == JointPlaces{5, 7, 9, 11, 13, 15});
}

TEST_CASE("a skeleton that cannot be is refused with the place") {
  const Skeleton good = skeleton("coco-17");
  Skeleton bad = good;
  bad.mirror[11] = 11;
  CHECK(problem_of(bad) == "mirror[12]: mirroring twice must lead back");
  bad = good;
  bad.mirror.pop_back();
  CHECK(problem_of(bad) == "mirror: expected one place for each of the names");
  bad = good;
  bad.joints.left.knee = 17;
  CHECK(problem_of(bad).find("joints.left") == 0);
  bad = good;
  std::swap(bad.joints.left.knee, bad.joints.left.ankle);
  CHECK(problem_of(bad).find("joints:") == 0);
  bad = good;
  bad.axes.y = Direction::left;
  CHECK(problem_of(bad).find("axes:") == 0);
  bad = good;
  bad.axes = {Direction::toward, Direction::down, Direction::right};
  CHECK(problem_of(bad).find("axes.z:") == 0);
  bad = good;
  bad.channels.insert(Channel::knee_flexion_left);
  CHECK(problem_of(bad).find("channels: knee_flexion_left: ") == 0);
  bad = good;
  bad.channels.insert(Channel::pelvis_tilt);
  CHECK(problem_of(bad).find("channels: pelvis_tilt: ") == 0);
  bad = good;
  bad.names.clear();
  CHECK(problem_of(bad).find("names:") == 0);
}

TEST_CASE("for each channel a skeleton either observes it or says why not") {
  for (const Skeleton& one : skeletons()) {
    for (std::size_t i = 0; i < channel_count; ++i) {
      const auto c = static_cast<Channel>(i);
      CHECK(one.why_absent(c).empty() == one.channels.contains(c));
    }
  }
  CHECK(skeleton("mediapipe-33").channels.contains(Channel::knee_flexion_left));
  CHECK_FALSE(skeleton("coco-17").channels.contains(Channel::knee_flexion_left));
  CHECK_FALSE(skeleton("mediapipe-33").channels.contains(Channel::pelvis_tilt));

  Skeleton fewer = skeleton("mediapipe-33");
  fewer.channels.erase(Channel::pelvis_list);
  CHECK(fewer.why_absent(Channel::pelvis_list) == "left out of the channels of this skeleton");
}
