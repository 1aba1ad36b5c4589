#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/skeleton.hpp>

#include "observable.hpp"

// One table a source: its landmarks in their order, and which of them are the points that angles are computed from.

namespace stretchcore {
namespace {

/// The points of one side by their names without the side, and those of the midline; empty where there is none.
struct Points {
  std::string shoulder = "shoulder";
  std::string elbow = "elbow";
  std::string wrist = "wrist";
  std::string hip = "hip";
  std::string knee = "knee";
  std::string ankle = "ankle";
  std::string heel{};
  std::string toe{};
  std::string asis{};
  std::string psis{};
  std::string pelvis{};
  std::string spine{};
  std::string neck{};
  std::string head{};
  std::string nose = "nose";
};

/// How a source marks the sides in its names: "left_knee", or "LKNE".
struct SideWords {
  Bilateral<std::string> prefix{"left_", "right_"};
  Bilateral<std::string> suffix{"_left", "_right"};
};
SideWords by_letter() { return {{"L", "R"}, {}}; }

std::string in_a_mirror(const std::string& name, const SideWords& words) {
  for (const Side side : both_sides) {
    const std::string& prefix = words.prefix[side];
    const std::string& suffix = words.suffix[side];
    if (name.starts_with(prefix)) return words.prefix[opposite(side)] + name.substr(prefix.size());
    if (!suffix.empty() && name.ends_with(suffix)) {
      return name.substr(0, name.size() - suffix.size()) + words.suffix[opposite(side)];
    }
  }
  return name;
}

Skeleton with_points(Skeleton skeleton, const Points& points, const SideWords& words = {}) {
  const auto& names = skeleton.names;
  const auto place = [&](const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? no_landmark : static_cast<int>(found - names.begin());
  };
  for (const std::string& one : names) {
    // What has no partner, like a marker that tells the sides of the back apart, is its own.
    const int partner = place(in_a_mirror(one, words));
    skeleton.mirror.push_back(partner == no_landmark ? place(one) : partner);
  }
  skeleton.joints = each_side([&](Side side) {
    const auto of = [&](const std::string& point) {
      return point.empty() ? no_landmark : place(words.prefix[side] + point);
    };
    return JointPlaces{of(points.shoulder), of(points.elbow), of(points.wrist), of(points.hip),  of(points.knee),
                       of(points.ankle),    of(points.heel),  of(points.toe),   of(points.asis), of(points.psis)};
  });
  skeleton.midline = {place(points.pelvis), place(points.spine), place(points.neck), place(points.head),
                      place(points.nose)};
  skeleton.channels = detail::observable(skeleton);
  return skeleton;
}

// Order of the landmarks: MediaPipe Pose Landmarker documentation; left is the person's own.
Skeleton mediapipe(std::string id, LandmarkUnits units) {
  Skeleton skeleton;
  skeleton.id = std::move(id);
  skeleton.units = units;
  skeleton.names = {"nose",        "left_eye_inner",  "left_eye",        "left_eye_outer", "right_eye_inner",
                    "right_eye",   "right_eye_outer", "left_ear",        "right_ear",      "mouth_left",
                    "mouth_right", "left_shoulder",   "right_shoulder",  "left_elbow",     "right_elbow",
                    "left_wrist",  "right_wrist",     "left_pinky",      "right_pinky",    "left_index",
                    "right_index", "left_thumb",      "right_thumb",     "left_hip",       "right_hip",
                    "left_knee",   "right_knee",      "left_ankle",      "right_ankle",    "left_heel",
                    "right_heel",  "left_foot_index", "right_foot_index"};
  return with_points(std::move(skeleton), {.heel = "heel", .toe = "foot_index"});
}

Skeleton in_pixels(std::string id, std::vector<std::string> names) {
  Skeleton skeleton;
  skeleton.id = std::move(id);
  skeleton.units = LandmarkUnits::pixels;
  skeleton.depth = false;
  skeleton.names = std::move(names);
  return with_points(std::move(skeleton), {.heel = "heel", .toe = "big_toe", .neck = "neck", .head = "head"});
}

// Order of the keypoints: COCO person keypoints annotation.
Skeleton coco() {
  return in_pixels("coco-17", {"nose", "left_eye", "right_eye", "left_ear", "right_ear", "left_shoulder",
                               "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_hip",
                               "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle"});
}

// The first 17 are COCO's. Order: the Halpe full-body annotation, its 26 body keypoints.
Skeleton halpe() {
  std::vector<std::string> names = coco().names;
  names.insert(names.end(), {"head", "neck", "mid_hip", "left_big_toe", "right_big_toe", "left_small_toe",
                             "right_small_toe", "left_heel", "right_heel"});
  return in_pixels("halpe-26", std::move(names));
}

// Order of the keypoints: OpenPose's output documentation, model BODY_25. The right side comes first.
Skeleton body() {
  return in_pixels("body-25", {"nose",           "neck",        "right_shoulder", "right_elbow",     "right_wrist",
                               "left_shoulder",  "left_elbow",  "left_wrist",     "mid_hip",         "right_hip",
                               "right_knee",     "right_ankle", "left_hip",       "left_knee",       "left_ankle",
                               "right_eye",      "left_eye",    "right_ear",      "left_ear",        "left_big_toe",
                               "left_small_toe", "left_heel",   "right_big_toe",  "right_small_toe", "right_heel"});
}

// Order of the joints and the axes: JointType and camera space of the Kinect for Windows SDK 2.0. It shows people as a
// mirror does, but its left is the person's own.
Skeleton kinect_v2() {
  Skeleton skeleton;
  skeleton.id = "kinect-v2-25";
  skeleton.units = LandmarkUnits::metres;
  skeleton.axes = {Direction::left, Direction::up, Direction::away};
  skeleton.names = {"spine_base",     "spine_mid",     "neck",       "head",           "left_shoulder",
                    "left_elbow",     "left_wrist",    "left_hand",  "right_shoulder", "right_elbow",
                    "right_wrist",    "right_hand",    "left_hip",   "left_knee",      "left_ankle",
                    "left_foot",      "right_hip",     "right_knee", "right_ankle",    "right_foot",
                    "spine_shoulder", "left_hand_tip", "left_thumb", "right_hand_tip", "right_thumb"};
  return with_points(std::move(skeleton),
                     {.pelvis = "spine_base", .spine = "spine_mid", .neck = "spine_shoulder", .head = "head"});
}

// Order of the joints and the axes: k4abt_joint_id_t and depth camera coordinates of the Azure Kinect body tracking
// SDK.
Skeleton azure_kinect() {
  Skeleton skeleton;
  skeleton.id = "azure-kinect-32";
  skeleton.units = LandmarkUnits::millimetres;
  skeleton.names = {"pelvis",         "spine_navel", "spine_chest", "neck",          "left_clavicle",  "left_shoulder",
                    "left_elbow",     "left_wrist",  "left_hand",   "left_hand_tip", "left_thumb",     "right_clavicle",
                    "right_shoulder", "right_elbow", "right_wrist", "right_hand",    "right_hand_tip", "right_thumb",
                    "left_hip",       "left_knee",   "left_ankle",  "left_foot",     "right_hip",      "right_knee",
                    "right_ankle",    "right_foot",  "head",        "nose",          "left_eye",       "left_ear",
                    "right_eye",      "right_ear"};
  return with_points(std::move(skeleton), {.pelvis = "pelvis", .spine = "spine_navel", .neck = "neck", .head = "head"});
}

// Markers: Plug-in Gait full body, by their usual names. Axes: a laboratory's room, z up, turned anyhow.
Skeleton plug_in_gait() {
  Skeleton skeleton;
  skeleton.id = "plug-in-gait";
  skeleton.units = LandmarkUnits::millimetres;
  skeleton.axes = {Direction::right, Direction::away, Direction::up};
  skeleton.names = {"LFHD", "RFHD", "LBHD", "RBHD", "C7",   "T10",  "CLAV", "STRN", "RBAK", "LSHO",
                    "LUPA", "LELB", "LFRM", "LWRA", "LWRB", "LFIN", "RSHO", "RUPA", "RELB", "RFRM",
                    "RWRA", "RWRB", "RFIN", "LASI", "RASI", "LPSI", "RPSI", "LTHI", "LKNE", "LTIB",
                    "LANK", "LHEE", "LTOE", "RTHI", "RKNE", "RTIB", "RANK", "RHEE", "RTOE"};
  return with_points(std::move(skeleton),
                     {.shoulder = "SHO",
                      .elbow = "ELB",
                      .wrist = "WRA",
                      .hip = "",
                      .knee = "KNE",
                      .ankle = "ANK",
                      .heel = "HEE",
                      .toe = "TOE",
                      .asis = "ASI",
                      .psis = "PSI",
                      .spine = "T10",
                      .neck = "C7"},
                     by_letter());
}

}  // namespace

std::span<const Skeleton> skeletons() {
  static const std::array all{mediapipe("mediapipe-33", LandmarkUnits::normalised),
                              mediapipe("mediapipe-33-world", LandmarkUnits::metres),
                              coco(),
                              halpe(),
                              body(),
                              kinect_v2(),
                              azure_kinect(),
                              plug_in_gait()};
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
