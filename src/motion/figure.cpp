#include "figure.hpp"

#include <stretchcore/motion/pose_tracker.hpp>

#include "motion/marker_pelvis.hpp"

namespace stretchcore {
namespace detail {
namespace {

// Estimators guess joints a little outside the picture [pictures]; further out they are pixels taken for normalised.
constexpr double lowest_in_picture = -2.0;
constexpr double highest_in_picture = 3.0;

// The hips are about half a thigh apart, the trunk is twice as long as that. A line far shorter than it should be is
// seen along its length, and its direction is noise.
constexpr double least_hips_per_thigh = 0.2;
constexpr double least_trunk_per_hips = 1.0;

// Thigh and shank are shorter than the trunk, arms more so. Depth guessed from one picture can be several times too
// long, and a person who stands then seems to sit.
constexpr double most_limb_per_trunk = 1.3;

// A trunk turns by about 90° between hips and shoulders at the very most; cos 110°.
constexpr double furthest_twist = -0.3420201433256687;

// Knees pass each other by less than this part of the distance of the hips, unless legs are crossed on purpose.
constexpr double furthest_crossing = -0.25;

// A foot turns out by less than 90°; sin 30°, since heel and toe are near each other.
constexpr double furthest_backward = -0.5;

bool in_picture(double value) { return value >= lowest_in_picture && value <= highest_in_picture; }

bool seen(const Landmark& landmark, LandmarkUnits units, bool depth) {
  if (!(landmark.confidence >= confidence_gate)) return false;
  const bool at_origin = landmark.x == 0.0 && landmark.y == 0.0;
  switch (units) {
    case LandmarkUnits::normalised:
      return !at_origin && in_picture(landmark.x) && in_picture(landmark.y);
    case LandmarkUnits::pixels:
      return !at_origin;
    case LandmarkUnits::metres:
    case LandmarkUnits::millimetres:
      return !at_origin || (depth && landmark.z != 0.0);
  }
  return false;
}

struct Joints {
  Point shoulder, elbow, wrist, hip, knee, ankle, heel, toe;
};

/// Whether left and right cannot both be what they are called: hips turned against the shoulders, crossed knees, feet
/// that point backwards. Comparisons with what was not seen are false.
bool sides_swapped(const Figure& figure, const Bilateral<Joints>& joints, double hips_apart) {
  const Point& leftward = figure.pelvis.leftward;
  if (dot(figure.trunk.leftward, leftward) < furthest_twist) return true;
  if (dot(joints.left.knee - joints.right.knee, leftward) < furthest_crossing * hips_apart) return true;
  const auto backward = [&](const Limbs& limbs) {
    const Point ahead = cross(limbs.shank, leftward);
    return dot(limbs.foot, ahead) < furthest_backward * norm(limbs.foot) * norm(limbs.shank);
  };
  return backward(figure.limbs.left) && backward(figure.limbs.right);
}

/// A limb is believed while it is as long as it was at rest. A picture without depth shows limbs shortened.
bool as_at_rest(const Point& line, double at_rest, bool depth) {
  if (at_rest == 0.0) return true;
  const double length = norm(line);
  return length <= (1.0 + bone_length_tolerance) * at_rest &&
         (!depth || length >= (1.0 - bone_length_tolerance) * at_rest);
}

Point middle(const Point& a, const Point& b) { return (a + b) / 2.0; }

}  // namespace
}  // namespace detail

using detail::Figure;
using detail::Point;

bool PoseTracker::figure(std::span<const Landmark> landmarks, Figure& figure) const {
  using namespace detail;
  if (landmarks.size() != skeleton_.names.size()) return false;

  const auto point = [&](int place) -> Point {
    if (place == no_landmark) return nowhere();
    const Landmark& landmark = landmarks[static_cast<std::size_t>(place)];
    if (!seen(landmark, skeleton_.units, skeleton_.depth)) return nowhere();
    const auto along = [&](const Reading& reading) {
      return reading.factor == 0.0 ? 0.0 : landmark.*reading.from * reading.factor;
    };
    return {along(readings_[0]), along(readings_[1]), along(readings_[2])};
  };
  Bilateral<Joints> joints = each_side([&](Side side) {
    const JointPlaces& places = joints_[side];
    return Joints{point(places.shoulder), point(places.elbow), point(places.wrist), point(places.hip),
                  point(places.knee),     point(places.ankle), point(places.heel),  point(places.toe)};
  });

  if (skeleton_.pelvis_markers()) {
    const PelvisMarkers markers{each_side([&](Side side) { return point(joints_[side].asis); }),
                                each_side([&](Side side) { return point(joints_[side].psis); })};
    figure.pelvis = pelvis_frame(markers, shortest_);
    const Bilateral<Point> hips = hip_centres(markers, figure.pelvis, millimetre_);
    for (const Side side : both_sides) {
      Joints& of = joints[side];
      const Point inward = -figure.pelvis.outward(side);
      of.hip = hips[side];
      of.knee = joint_centre(of.knee, of.hip, inward, depth_of_knee * millimetre_);
      of.ankle = joint_centre(of.ankle, of.knee, inward, depth_of_ankle * millimetre_);
    }
  }

  const Point mid_hips = middle(joints.left.hip, joints.right.hip);
  const Point back = middle(joints.left.shoulder, joints.right.shoulder) - mid_hips;
  const double length = norm(back);
  // Without depth a trunk can look short; without shoulders in view there is nothing to compare with.
  const double longest = skeleton_.depth && std::isfinite(length) ? most_limb_per_trunk * length : no_limit;
  const auto limb = [&](const Point& from, const Point& to, double at_rest) -> Point {
    const Point line = of_length(shortest_, to - from, longest);
    return as_at_rest(line, at_rest, skeleton_.depth) ? line : nowhere();
  };
  double longest_thigh = 0.0;  // fmax leaves out what is not a number
  for (const Side side : both_sides) {
    const Joints& of = joints[side];
    const LimbLengths& at_rest = reference_.limbs[side];
    figure.limbs[side] = {limb(of.hip, of.knee, at_rest.thigh), limb(of.knee, of.ankle, at_rest.shank),
                          of_length(shortest_, of.toe - of.heel), limb(of.shoulder, of.elbow, at_rest.upper_arm),
                          limb(of.elbow, of.wrist, at_rest.forearm)};
    longest_thigh = std::fmax(longest_thigh, norm(figure.limbs[side].thigh));
  }

  const Point hips = of_length(least_hips_per_thigh * longest_thigh, joints.left.hip - joints.right.hip);
  const MidlinePlaces& midline = skeleton_.midline;
  const Point spine = point(midline.spine);
  const Point neck = point(midline.neck);
  const Point head = point(midline.head);
  const Point up_the_back = direction(of_length(least_trunk_per_hips * norm(hips), back), shortest_);
  if (!skeleton_.pelvis_markers()) {
    const Point leftward = direction(hips, shortest_);
    const bool spine_followed = midline.spine != no_landmark && midline.pelvis != no_landmark;
    figure.up = spine_followed ? direction(spine - point(midline.pelvis), shortest_) : up_the_back;
    figure.pelvis = Frame::of(leftward, square_to(leftward, figure.up));
  }
  const Point shoulders = direction(joints.left.shoulder - joints.right.shoulder, shortest_);
  const auto with_shoulders = [&](const Point& upward) { return Frame::of(square_to(upward, shoulders), upward); };
  figure.trunk = with_shoulders(up_the_back);
  figure.chest = with_shoulders(direction(neck - spine, shortest_));
  figure.head = direction(head - neck, shortest_);
  figure.face = direction(point(midline.nose) - head, shortest_);
  return !sides_swapped(figure, joints, norm(hips));
}

}  // namespace stretchcore
