#include <algorithm>
#include <array>
#include <initializer_list>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/skeleton.hpp>

#include "model/require.hpp"

namespace stretchcore {
namespace {

/// Why points on skin and clothes give no such angle; empty where they do.
std::string_view unobservable(Channel channel, bool depth) {
  switch (motion(channel)) {
    case Motion::hip_abduction:
    case Motion::pelvis_list:
      return "";
    case Motion::hip_flexion:
    case Motion::knee_flexion:
    case Motion::elbow_flexion:
      return depth ? "" : "a bend toward or away from the camera cannot be seen without depth";
    case Motion::hip_rotation:
      return "hip and knee stay where they are while the thigh turns between them";
    case Motion::pelvis_tilt:
    case Motion::pelvis_rotation:
      return "two points at the hips do not show how the pelvis is turned";
    case Motion::spine_flexion:
    case Motion::spine_side_bend:
    case Motion::spine_rotation:
      return "there is no point between hips and shoulders";
    case Motion::neck_flexion:
    case Motion::neck_side_bend:
    case Motion::neck_rotation:
      return "points of the face do not show where the neck begins";
    case Motion::ankle_dorsiflexion:
      return "the foot is not followed";
    case Motion::shoulder_abduction:
    case Motion::shoulder_flexion:
    case Motion::shoulder_rotation:
      return "the shoulder is not followed";
  }
  return "not a channel";
}

ChannelSet observable(bool depth) {
  ChannelSet channels;
  for (std::size_t i = 0; i < channel_count; ++i) {
    const auto channel = static_cast<Channel>(i);
    if (unobservable(channel, depth).empty()) channels.insert(channel);
  }
  return channels;
}

std::string in_a_mirror(const std::string& name) {
  for (const auto& [word, other] : {std::pair{"left", "right"}, std::pair{"right", "left"}}) {
    const std::size_t at = name.find(word);
    if (at != std::string::npos) return std::string{name}.replace(at, std::string_view{word}.size(), other);
  }
  return name;
}

std::vector<int> mirror_of(const std::vector<std::string>& names) {
  std::vector<int> mirror;
  for (const std::string& name : names) {
    mirror.push_back(static_cast<int>(std::find(names.begin(), names.end(), in_a_mirror(name)) - names.begin()));
  }
  return mirror;
}

// Order of the landmarks: MediaPipe Pose Landmarker documentation; left is the person's own.
Skeleton mediapipe(std::string id, LandmarkUnits units) {
  Skeleton skeleton;
  skeleton.id = std::move(id);
  skeleton.names = {"nose",        "left_eye_inner",  "left_eye",        "left_eye_outer", "right_eye_inner",
                    "right_eye",   "right_eye_outer", "left_ear",        "right_ear",      "mouth_left",
                    "mouth_right", "left_shoulder",   "right_shoulder",  "left_elbow",     "right_elbow",
                    "left_wrist",  "right_wrist",     "left_pinky",      "right_pinky",    "left_index",
                    "right_index", "left_thumb",      "right_thumb",     "left_hip",       "right_hip",
                    "left_knee",   "right_knee",      "left_ankle",      "right_ankle",    "left_heel",
                    "right_heel",  "left_foot_index", "right_foot_index"};
  skeleton.mirror = mirror_of(skeleton.names);
  skeleton.units = units;
  skeleton.joints = {{11, 13, 15, 23, 25, 27}, {12, 14, 16, 24, 26, 28}};
  skeleton.channels = observable(skeleton.depth);
  return skeleton;
}

// Order of the keypoints: COCO person keypoints annotation.
Skeleton coco() {
  Skeleton skeleton;
  skeleton.id = "coco-17";
  skeleton.names = {"nose",           "left_eye",   "right_eye",   "left_ear",   "right_ear",   "left_shoulder",
                    "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_hip",
                    "right_hip",      "left_knee",  "right_knee",  "left_ankle", "right_ankle"};
  skeleton.mirror = mirror_of(skeleton.names);
  skeleton.units = LandmarkUnits::pixels;
  skeleton.depth = false;
  skeleton.joints = {{5, 7, 9, 11, 13, 15}, {6, 8, 10, 12, 14, 16}};
  skeleton.channels = observable(skeleton.depth);
  return skeleton;
}

constexpr std::array joints_of_a_side{&JointPlaces::shoulder, &JointPlaces::elbow, &JointPlaces::wrist,
                                      &JointPlaces::hip,      &JointPlaces::knee,  &JointPlaces::ankle};

int line(Direction direction) { return static_cast<int>(direction) / 2; }

}  // namespace

std::string_view Skeleton::why_absent(Channel channel) const {
  if (channels.contains(channel)) return "";
  const std::string_view reason = unobservable(channel, depth);
  return reason.empty() ? "left out of the channels of this skeleton" : reason;
}

void Skeleton::validate() const {
  using detail::at;
  using detail::require;
  const int count = static_cast<int>(names.size());
  detail::require_words("id", id);
  require(count > 0 && count <= 1000, "names", "expected 1 to 1000 landmarks, got " + std::to_string(count));
  require(mirror.size() == names.size(), "mirror", "expected one place for each of the names");
  for (std::size_t i = 0; i < mirror.size(); ++i) {
    detail::require_range(at("mirror", i), mirror[i], 0, count - 1);
    const int back = mirror[static_cast<std::size_t>(mirror[i])];
    require(back == static_cast<int>(i), at("mirror", i), "mirroring twice must lead back");
  }
  for (const auto joint : joints_of_a_side) {
    detail::require_range("joints.left", joints.left.*joint, 0, count - 1);
    detail::require_range("joints.right", joints.right.*joint, 0, count - 1);
    require(mirror[static_cast<std::size_t>(joints.left.*joint)] == joints.right.*joint, "joints",
            "a joint of the left side must be mirrored by the same joint of the right side");
  }
  require(line(axes.x) != line(axes.y) && line(axes.y) != line(axes.z) && line(axes.z) != line(axes.x), "axes",
          "x, y and z must point three ways: right or left, up or down, toward or away");
  require(depth || line(axes.z) == line(Direction::toward), "axes.z", "without depth it must be what is not measured");
  channels.each([&](Channel c) {
    const std::string_view reason = unobservable(c, depth);
    require(reason.empty(), "channels", std::string{name(c)} + ": " + std::string{reason});
  });
}

std::span<const Skeleton> skeletons() {
  static const std::array all{mediapipe("mediapipe-33", LandmarkUnits::normalised),
                              mediapipe("mediapipe-33-world", LandmarkUnits::metres), coco()};
  return all;
}

const Skeleton& skeleton(std::string_view id) {
  std::string known;
  for (const Skeleton& one : skeletons()) {
    if (one.id == id) return one;
    known += (known.empty() ? "" : ", ") + one.id;
  }
  throw InvalidModel("skeleton", "\"" + std::string{id} + "\" is not one of " + known);
}

}  // namespace stretchcore
