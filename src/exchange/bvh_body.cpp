#include "bvh_body.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "motion/observable.hpp"
#include "place.hpp"
#include "point_names.hpp"
#include "table_header.hpp"

namespace stretchcore::detail {

namespace {

using Words = std::vector<std::string_view>;

struct SidedPoint {
  std::string_view name;
  int JointPlaces::*place;
  Words words;  // the surest first: a LeftShoulder is a collar bone where there is a LeftArm too
};

struct MidlinePoint {
  std::string_view name;
  int MidlinePlaces::*place;
  Words words;
};

// What 3ds Max, Blender, CMU, MotionBuilder, Mixamo, Poser, SMPL and Xsens call them.
const std::array<SidedPoint, 7>& sided_points() {
  static const std::array<SidedPoint, 7> points{
      {{"hip", &JointPlaces::hip, {"upleg", "upperleg", "thigh", "femur", "hip", "hipjoint"}},
       {"knee", &JointPlaces::knee, {"knee", "lowleg", "lowerleg", "shin", "calf", "tibia", "leg"}},
       {"ankle", &JointPlaces::ankle, {"ankle", "foot"}},
       {"toe", &JointPlaces::toe, {"toebase", "toe", "toes", "toe0", "ball", "foot", "footend", "ankleend"}},
       {"shoulder", &JointPlaces::shoulder, {"arm", "uparm", "upperarm", "humerus", "shldr", "shoulder"}},
       {"elbow", &JointPlaces::elbow, {"elbow", "forearm", "lowarm", "lowerarm", "radius"}},
       {"wrist", &JointPlaces::wrist, {"wrist", "hand"}}}};
  return points;
}

const std::array<MidlinePoint, 4>& midline_points() {
  static const std::array<MidlinePoint, 4> points{
      {{"pelvis", &MidlinePlaces::pelvis, {"hips", "pelvis", "hip", "root"}},
       {"spine", &MidlinePlaces::spine, {"spine1", "chest", "spine", "abdomen", "upperback", "lowerback"}},
       {"neck", &MidlinePlaces::neck, {"neck", "neck1", "lowerneck"}},
       {"head", &MidlinePlaces::head, {"head"}}}};
  return points;
}

/// What all names but the root's begin with, up to a separator: "Character1_", "Bip01 ".
std::size_t common_prefix(const BvhHierarchy& hierarchy) {
  std::optional<std::string_view> common;
  for (const BvhJoint& joint : hierarchy.joints) {
    if (joint.parent < 0) continue;
    if (!common) common = joint.name;
    const auto differs = std::mismatch(common->begin(), common->end(), joint.name.begin(), joint.name.end());
    common = common->substr(0, static_cast<std::size_t>(differs.first - common->begin()));
  }
  const std::size_t separator = common ? common->find_last_of("_: ") : std::string_view::npos;
  return separator == std::string_view::npos ? 0 : separator + 1;
}

class BodyFinder {
 public:
  BodyFinder(const BvhHierarchy& hierarchy, std::string_view file_name)
      : hierarchy_(hierarchy), file_name_(file_name), taken_(hierarchy.joints.size(), false) {
    const std::size_t prefix = common_prefix(hierarchy);
    for (const BvhJoint& joint : hierarchy.joints) {
      keys_.push_back(point_key(std::string_view{joint.name}.substr(joint.parent < 0 ? 0 : prefix)));
    }
  }

  BvhBody find() {
    Skeleton& skeleton = body_.skeleton;
    skeleton.id = "bvh";
    skeleton.units = LandmarkUnits::metres;
    skeleton.axes = {Direction::right, Direction::up, Direction::toward};
    for (const SidedPoint& point : sided_points()) find_both(point);
    for (const MidlinePoint& point : midline_points()) {
      if (const auto joint = joint_named("", point.words)) {
        skeleton.midline.*point.place = add(std::string{point.name}, *joint);
        skeleton.mirror.push_back(skeleton.midline.*point.place);
      }
    }
    skeleton.channels = observable(skeleton);
    return std::move(body_);
  }

 private:
  void find_both(const SidedPoint& point) {
    const auto left = joint_named("left", point.words);
    const auto right = joint_named("right", point.words);
    if (!left || !right) {
      if (point.place == &JointPlaces::hip || point.place == &JointPlaces::knee) fail_without(point, left.has_value());
      return;
    }
    JointPlaces& of_left = body_.skeleton.joints.left;
    JointPlaces& of_right = body_.skeleton.joints.right;
    of_left.*point.place = add("left_" + std::string{point.name}, *left);
    of_right.*point.place = add("right_" + std::string{point.name}, *right);
    body_.skeleton.mirror.push_back(of_right.*point.place);
    body_.skeleton.mirror.push_back(of_left.*point.place);
  }

  std::optional<std::size_t> joint_named(std::string_view side, const Words& words) const {
    for (const std::string_view word : words) {
      const std::string spelled = side.empty() ? std::string{word} : std::string{side} + ' ' + std::string{word};
      const std::string run_together = side.empty() ? spelled : side.front() + std::string{word};  // lfemur
      for (std::size_t joint = 0; joint < keys_.size(); ++joint) {
        if (!taken_[joint] && (keys_[joint] == spelled || keys_[joint] == run_together)) return joint;
      }
    }
    return std::nullopt;
  }

  int add(std::string name, std::size_t joint) {
    taken_[joint] = true;
    body_.joints.push_back(joint);
    body_.skeleton.names.push_back(std::move(name));
    return static_cast<int>(body_.skeleton.names.size()) - 1;
  }

  [[noreturn]] void fail_without(const SidedPoint& point, bool left_found) const {
    TableHeader found{{}, {}, 0};
    for (const BvhJoint& joint : hierarchy_.joints) found.names.push_back(joint.name);
    std::string usual;
    for (const std::string_view word : point.words) usual += (usual.empty() ? "" : ", ") + std::string{word};
    fail_at(file_name_, hierarchy_.line, 0,
            "no joint is the " + std::string{left_found ? "right " : "left "} + std::string{point.name} +
                "; expected a name with the side and one of " + usual + "; found " + columns_found(found));
  }

  const BvhHierarchy& hierarchy_;
  std::string_view file_name_;
  std::vector<std::string> keys_;
  std::vector<bool> taken_;
  BvhBody body_;
};

}  // namespace

BvhBody bvh_body(const BvhHierarchy& hierarchy, std::string_view file_name) {
  return BodyFinder{hierarchy, file_name}.find();
}

}  // namespace stretchcore::detail
