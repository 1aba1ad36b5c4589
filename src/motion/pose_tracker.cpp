#include <cmath>
#include <string>

#include <stretchcore/motion/pose_tracker.hpp>

#include "model/require.hpp"
#include "motion/figure.hpp"
#include "motion/turns.hpp"

namespace stretchcore {
namespace {

using detail::dot;
using detail::Figure;
using detail::Frame;
using detail::Point;
using detail::Rotation;
using detail::Turns;
using detail::unit;

// Normalised points taken for pixels end here too.
constexpr double shortest_in_pixels = 2.0;
constexpr double shortest_in_millimetres = 10.0;

/// ISB's axes, column by column: to the front, up, to the right.
Rotation isb(const Frame& frame) { return Rotation::of_columns(frame.front, frame.upward, -frame.leftward); }

std::optional<BodyAxes> axes(const Rotation& rotation) {
  for (const double part : rotation.columns) {
    if (!std::isfinite(part)) return std::nullopt;
  }
  return BodyAxes{-rotation.column(2), rotation.column(1)};
}

/// What has turned since a reference, along the reference's axes.
Rotation since(const std::optional<BodyAxes>& reference, const Rotation& now) {
  if (!reference) return Rotation::constant(detail::unseen);
  return isb(Frame::of(reference->leftward, reference->upward)).transposed() * now;
}

bool needs_trunk_reference(Channel channel) {
  const Motion what = motion(channel);
  return what == Motion::spine_flexion || what == Motion::spine_side_bend || what == Motion::spine_rotation;
}

bool of_pelvis(Channel channel) {
  return channel == Channel::pelvis_tilt || channel == Channel::pelvis_list || channel == Channel::pelvis_rotation;
}

}  // namespace

void CameraGeometry::validate() const {
  if (!image_size) return;
  for (const int side : *image_size) detail::require_range("image_size", side, 1, 100'000);
}

PoseTracker::PoseTracker(Skeleton skeleton, CameraGeometry camera, BodyReference reference)
    : skeleton_(std::move(skeleton)), camera_(camera), reference_(reference), joints_(skeleton_.joints) {
  detail::validate_member("skeleton", skeleton_);
  detail::validate_member("camera", camera_);
  detail::validate_member("reference", reference_);
  detail::require(
      skeleton_.units != LandmarkUnits::normalised || camera_.image_size.has_value(), "camera.image_size",
      "the landmarks of " + skeleton_.id + " are fractions of the picture: its width and height are needed");

  // A mirror shows the person's left as somebody's right, and turns the picture round.
  if (camera_.mirrored) joints_ = joints_.mirrored();
  const auto read = [&](double Landmark::*from, Direction to, double scale) {
    const auto way = static_cast<std::size_t>(to);
    const bool forth = to == Direction::right || to == Direction::up || to == Direction::toward;
    readings_[way / 2] = {from, forth ? scale : -scale};
  };
  const bool scaled = skeleton_.units == LandmarkUnits::normalised;
  const double width = scaled ? (*camera_.image_size)[0] : 1.0;
  const double height = scaled ? (*camera_.image_size)[1] : 1.0;
  read(&Landmark::x, skeleton_.axes.x, width);
  read(&Landmark::y, skeleton_.axes.y, height);
  read(&Landmark::z, skeleton_.axes.z, skeleton_.depth ? width : 0.0);
  if (camera_.mirrored) readings_[0].factor = -readings_[0].factor;

  const bool in_picture = scaled || skeleton_.units == LandmarkUnits::pixels;
  millimetre_ = skeleton_.units == LandmarkUnits::metres ? 1e-3 : 1.0;
  shortest_ = in_picture ? shortest_in_pixels : shortest_in_millimetres * millimetre_;
}

Posture PoseTracker::posture(Time time, std::span<const Landmark> landmarks) const {
  Posture posture{time};
  Figure figure;
  if (!this->figure(landmarks, figure)) return posture;

  const auto give = [&](Channel channel, double angle) {
    if (std::isfinite(angle) && skeleton_.channels.contains(channel)) posture.set(channel, radians(angle));
  };
  const bool markers = skeleton_.pelvis_markers();
  const Frame& pelvis = figure.pelvis;
  for (const Side side : both_sides) {
    const detail::Limbs& limbs = figure.limbs[side];
    const Point thigh = unit(limbs.thigh);
    const Point shank = unit(limbs.shank);
    const Point upper_arm = unit(limbs.upper_arm);
    const auto of = [&](Motion motion) { return channel(motion, side); };
    give(of(Motion::hip_abduction), detail::rise(thigh, pelvis.outward(side)));
    give(of(Motion::hip_flexion), detail::hip_flexion(thigh, pelvis));
    give(of(Motion::hip_rotation), detail::hip_rotation(thigh, shank, pelvis.leftward, side));
    give(of(Motion::knee_flexion), detail::knee_flexion(thigh, shank, pelvis.leftward));
    give(of(Motion::ankle_dorsiflexion), detail::ankle_dorsiflexion(shank, unit(limbs.foot)));
    give(of(Motion::shoulder_abduction), detail::shoulder_abduction(upper_arm, figure.trunk, side));
    give(of(Motion::shoulder_flexion), detail::shoulder_flexion(upper_arm, figure.trunk));
    give(of(Motion::elbow_flexion), detail::bend(upper_arm, unit(limbs.forearm)));
  }
  if (markers) {
    const Rotation upright = isb(pelvis) * detail::about_right(reference_.pelvis_tilt.radians());
    const Turns turns = detail::y_x_z(since(reference_.pelvis, upright));
    give(Channel::pelvis_tilt, -turns.about_z);
    give(Channel::pelvis_list, turns.about_x);
    give(Channel::pelvis_rotation, -turns.about_y);
  } else {
    give(Channel::pelvis_list, detail::rise(pelvis.leftward, figure.up));
  }
  if (skeleton_.channels.contains(Channel::spine_flexion)) {
    const Rotation bent = isb(pelvis).transposed() * isb(figure.chest);
    const Turns turns = detail::z_x_y(markers ? since(reference_.trunk, bent) : bent);
    give(Channel::spine_flexion, -turns.about_z);
    give(Channel::spine_side_bend, -turns.about_x);
    give(Channel::spine_rotation, turns.about_y);
  }
  if (skeleton_.channels.contains(Channel::neck_flexion)) {
    const Frame& chest = figure.chest;
    give(Channel::neck_flexion, detail::turned(figure.head, chest.upward, chest.front));
    give(Channel::neck_side_bend, detail::rise(figure.head, chest.leftward));
    give(Channel::neck_rotation, detail::turned(figure.face, chest.front, chest.leftward));
  }
  return posture;
}

BodyReference PoseTracker::reference(std::span<const Landmark> landmarks) const {
  BodyReference reference;
  Figure figure;
  if (!this->figure(landmarks, figure)) return reference;
  const auto length = [](const Point& limb) { return std::isfinite(detail::norm(limb)) ? detail::norm(limb) : 0.0; };
  reference.limbs = each_side([&](Side side) {
    const detail::Limbs& limbs = figure.limbs[side];
    return LimbLengths{length(limbs.thigh), length(limbs.shank), length(limbs.upper_arm), length(limbs.forearm)};
  });
  if (skeleton_.pelvis_markers()) {
    // The plane of the markers leans by some 10° in everybody; without the trunk as upright, turning would list.
    const Frame& pelvis = figure.pelvis;
    const Point up = detail::square_to(pelvis.leftward, figure.trunk.upward);
    const double tilt = maths::atan2(dot(pelvis.upward, detail::cross(pelvis.leftward, up)), dot(pelvis.upward, up));
    if (std::isfinite(tilt)) reference.pelvis_tilt = radians(tilt);
    reference.pelvis = axes(isb(pelvis) * detail::about_right(reference.pelvis_tilt.radians()));
    reference.trunk = axes(isb(figure.pelvis).transposed() * isb(figure.chest));
  }
  return reference;
}

std::string_view PoseTracker::why_absent(Channel channel) const {
  const std::string_view reason = skeleton_.why_absent(channel);
  if (!reason.empty() || !skeleton_.pelvis_markers()) return reason;
  if (of_pelvis(channel) && !reference_.pelvis) return "there is no reference of the pelvis to compare with";
  if (needs_trunk_reference(channel) && !reference_.trunk) return "there is no reference of the trunk to compare with";
  return "";
}

}  // namespace stretchcore
