#include <algorithm>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/skeleton.hpp>

#include "catch.hpp"

namespace motion_skeleton_test {

using namespace stretchcore;

namespace {

const std::string& name_at(const Skeleton& skeleton, int place) {
  return skeleton.names.at(static_cast<std::size_t>(place));
}

std::string sideless(std::string name) {
  for (const std::string word : {"left", "right"}) {
    if (const auto at = name.find(word); at != std::string::npos) return name.erase(at, word.size());
  }
  return name;
}

bool with_side_letter(const Skeleton& skeleton) { return skeleton.pelvis_markers(); }

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
  CHECK(skeleton("halpe-26").names.size() == 26);
  CHECK(skeleton("body-25").names.size() == 25);
  CHECK(skeleton("kinect-v2-25").names.size() == 25);
  CHECK(skeleton("azure-kinect-32").names.size() == 32);
  CHECK(skeleton("plug-in-gait").names.size() == 39);
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
                    "skeleton: \"blazepose\" is not one of mediapipe-33, mediapipe-33-world, coco-17, halpe-26, "
                    "body-25, kinect-v2-25, azure-kinect-32, plug-in-gait");
}

TEST_CASE("a mirror map leads back, and swaps left and right and nothing else") {
  for (const Skeleton& one : skeletons()) {
    for (std::size_t i = 0; i < one.names.size(); ++i) {
      const int other = one.mirror.at(i);
      CHECK(one.mirror.at(static_cast<std::size_t>(other)) == static_cast<int>(i));
      if (with_side_letter(one)) {
        if (other == static_cast<int>(i)) continue;
        CHECK(one.names[i].substr(1) == name_at(one, other).substr(1));
        CHECK(std::string{one.names[i][0], name_at(one, other)[0]}.find_first_not_of("LR") == std::string::npos);
      } else {
        CHECK((other == static_cast<int>(i)) == (sideless(one.names[i]) == one.names[i]));
        CHECK(sideless(name_at(one, other)) == sideless(one.names[i]));
      }
    }
  }
}

TEST_CASE("the joints are where their names say") {
  for (const Skeleton& one : skeletons()) {
    if (with_side_letter(one)) continue;
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
  // As published. MediaPipe and COCO: odd is left; BODY_25: the right side comes first.
  const auto expect = [](const char* id, const JointPlaces& left, const MidlinePlaces& midline) {
    INFO(id);
    CHECK(skeleton(id).joints.left == left);
    CHECK(skeleton(id).midline == midline);
  };
  expect("mediapipe-33", {11, 13, 15, 23, 25, 27, 29, 31}, {.nose = 0});
  expect("coco-17", {5, 7, 9, 11, 13, 15}, {.nose = 0});
  expect("halpe-26", {5, 7, 9, 11, 13, 15, 24, 20}, {.neck = 18, .head = 17, .nose = 0});
  expect("body-25", {5, 6, 7, 12, 13, 14, 21, 19}, {.neck = 1, .nose = 0});
  CHECK(skeleton("body-25").joints.right == JointPlaces{2, 3, 4, 9, 10, 11, 24, 22});
  expect("kinect-v2-25", {4, 5, 6, 12, 13, 14}, {.pelvis = 0, .spine = 1, .neck = 20, .head = 3});
  expect("azure-kinect-32", {5, 6, 7, 18, 19, 20}, {.pelvis = 0, .spine = 1, .neck = 3, .head = 26, .nose = 27});
  const Skeleton& markers = skeleton("plug-in-gait");
  CHECK(name_at(markers, markers.joints.left.asis) == "LASI");
  CHECK(name_at(markers, markers.joints.right.psis) == "RPSI");
  CHECK(name_at(markers, markers.joints.right.knee) == "RKNE");
  CHECK(name_at(markers, markers.joints.left.toe) == "LTOE");
  CHECK(markers.joints.left.hip == no_landmark);
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
  bad.joints.left.heel = 15;
  CHECK(problem_of(bad) == "joints: heel: the left one must be mirrored by the right one, or neither be there");
  bad = good;
  bad.midline.nose = 5;
  CHECK(problem_of(bad) == "midline.nose: a point of the midline is its own mirror image");
  bad = skeleton("plug-in-gait");
  bad.joints.left.psis = bad.joints.right.psis = no_landmark;
  CHECK(problem_of(bad) == "joints: a pelvis is known from all four of its markers or from none");
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

TEST_CASE("a skeleton shows the angles that its points can show, and no other") {
  const auto shows = [](const char* id, Channel c) { return skeleton(id).channels.contains(c); };
  for (const char* picture : {"coco-17", "halpe-26", "body-25"}) {
    CHECK(skeleton(picture).channels == ChannelSet{Channel::hip_abduction_left, Channel::hip_abduction_right,
                                                   Channel::shoulder_abduction_left, Channel::shoulder_abduction_right,
                                                   Channel::pelvis_list});
  }
  for (const Skeleton& one : skeletons()) {
    CHECK_FALSE(one.channels.contains(Channel::shoulder_rotation_left));
    CHECK(one.channels.contains(Channel::pelvis_tilt) == one.pelvis_markers());
    CHECK(one.channels.contains(Channel::hip_rotation_right) == (one.depth && !one.pelvis_markers()));
  }
  CHECK(shows("mediapipe-33", Channel::ankle_dorsiflexion_left));
  CHECK_FALSE(shows("kinect-v2-25", Channel::ankle_dorsiflexion_left));
  CHECK_FALSE(shows("mediapipe-33-world", Channel::spine_flexion));
  CHECK_FALSE(shows("mediapipe-33-world", Channel::neck_flexion));
  for (const char* chain : {"kinect-v2-25", "azure-kinect-32", "plug-in-gait"})
    CHECK(shows(chain, Channel::spine_rotation));
  CHECK(shows("kinect-v2-25", Channel::neck_flexion));
  CHECK_FALSE(shows("kinect-v2-25", Channel::neck_rotation));
  CHECK(shows("azure-kinect-32", Channel::neck_rotation));
}

TEST_CASE("in the plane of the picture the same landmarks show less, and nothing by guessed depth") {
  const Skeleton flat = skeleton("mediapipe-33").in_plane();
  CHECK_NOTHROW(flat.validate());
  CHECK_FALSE(flat.depth);
  CHECK(flat.channels == skeleton("coco-17").channels);
  CHECK(flat.why_absent(Channel::knee_flexion_left) ==
        "a bend toward or away from the camera cannot be seen without depth");
  CHECK(flat.in_plane() == flat);
}

}  // namespace motion_skeleton_test
