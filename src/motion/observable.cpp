#include "observable.hpp"

namespace stretchcore::detail {
namespace {

constexpr std::string_view no_depth = "a bend toward or away from the camera cannot be seen without depth";

/// Every one of these points is there, on both sides.
template <class... Points>
bool has(const Skeleton& skeleton, Points... points) {
  return (... && (skeleton.joints.left.*points != no_landmark && skeleton.joints.right.*points != no_landmark));
}

template <class... Points>
bool has_midline(const Skeleton& skeleton, Points... points) {
  return (... && (skeleton.midline.*points != no_landmark));
}

bool has_pelvis(const Skeleton& s) { return has(s, &JointPlaces::asis, &JointPlaces::psis); }
bool has_hips(const Skeleton& s) { return has_pelvis(s) || has(s, &JointPlaces::hip); }
bool has_spine(const Skeleton& s) {
  return has_midline(s, &MidlinePlaces::spine, &MidlinePlaces::neck) && has(s, &JointPlaces::shoulder) &&
         (has_pelvis(s) || (has_hips(s) && has_midline(s, &MidlinePlaces::pelvis)));
}
bool has_trunk(const Skeleton& s) { return has_pelvis(s) || (has_hips(s) && has(s, &JointPlaces::shoulder)); }

std::string_view of_the_leg(Motion motion, const Skeleton& s) {
  if (!has_hips(s)) return "the hips are not followed";
  if (!has(s, &JointPlaces::knee)) return "the knees are not followed";
  if (motion == Motion::hip_abduction) return "";
  if (!s.depth) return no_depth;
  if (motion == Motion::hip_flexion) return has_trunk(s) ? "" : "there is nothing of the trunk to measure it from";
  if (motion == Motion::hip_rotation && has_pelvis(s))
    return "markers on the outer side of knee and ankle show it too roughly";
  if (!has(s, &JointPlaces::ankle)) {
    return motion == Motion::hip_rotation ? "hip and knee stay where they are while the thigh turns between them"
                                          : "the ankles are not followed";
  }
  return "";
}

std::string_view of_the_foot(const Skeleton& s) {
  if (!has(s, &JointPlaces::knee, &JointPlaces::ankle, &JointPlaces::heel, &JointPlaces::toe)) {
    return "the foot is not followed";
  }
  return s.depth ? "" : no_depth;
}

std::string_view of_the_arm(Motion motion, const Skeleton& s) {
  if (!has(s, &JointPlaces::shoulder, &JointPlaces::elbow)) return "the arms are not followed";
  if (motion == Motion::elbow_flexion && !has(s, &JointPlaces::wrist)) return "the wrists are not followed";
  if (motion != Motion::elbow_flexion && !has_trunk(s)) return "there is nothing of the trunk to measure it from";
  return s.depth || motion == Motion::shoulder_abduction ? "" : no_depth;
}

std::string_view of_the_spine(const Skeleton& s) {
  if (!has_spine(s)) return "there is no point between hips and shoulders";
  return s.depth ? "" : no_depth;
}

std::string_view of_the_neck(Motion motion, const Skeleton& s) {
  if (!has_spine(s)) return "points of the face do not show where the neck begins";
  if (!has_midline(s, &MidlinePlaces::head)) return "the head is not followed";
  if (motion == Motion::neck_rotation && !has_midline(s, &MidlinePlaces::nose)) return "the face is not followed";
  return s.depth ? "" : no_depth;
}

}  // namespace

std::string_view unobservable(Channel channel, const Skeleton& skeleton) {
  const Motion what = motion(channel);
  switch (what) {
    case Motion::hip_abduction:
    case Motion::hip_flexion:
    case Motion::hip_rotation:
    case Motion::knee_flexion:
      return of_the_leg(what, skeleton);
    case Motion::ankle_dorsiflexion:
      return of_the_foot(skeleton);
    case Motion::shoulder_abduction:
    case Motion::shoulder_flexion:
    case Motion::elbow_flexion:
      return of_the_arm(what, skeleton);
    case Motion::shoulder_rotation:
      return "what counts as unturned changes with where the arm points";
    case Motion::pelvis_list:
      return has_trunk(skeleton) ? "" : "there is nothing of the trunk to measure it from";
    case Motion::pelvis_tilt:
    case Motion::pelvis_rotation:
      return has_pelvis(skeleton) ? "" : "two points at the hips do not show how the pelvis is turned";
    case Motion::spine_flexion:
    case Motion::spine_side_bend:
    case Motion::spine_rotation:
      return of_the_spine(skeleton);
    case Motion::neck_flexion:
    case Motion::neck_side_bend:
    case Motion::neck_rotation:
      return of_the_neck(what, skeleton);
  }
  return "not a channel";
}

ChannelSet observable(const Skeleton& skeleton) {
  ChannelSet channels;
  for (std::size_t i = 0; i < channel_count; ++i) {
    const auto channel = static_cast<Channel>(i);
    if (unobservable(channel, skeleton).empty()) channels.insert(channel);
  }
  return channels;
}

}  // namespace stretchcore::detail
