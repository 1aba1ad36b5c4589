#include <cmath>
#include <limits>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/imu_tracker.hpp>

#include "model/require.hpp"
#include "motion/rotation.hpp"
#include "motion/turns.hpp"

namespace stretchcore {
namespace {

using detail::cross;
using detail::dot;
using detail::Rotation;
using detail::Turns;
using detail::unit;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// The pelvis in the room in the known pose. Columns are where its front, its upper end and its right point.
Rotation pelvis_in(const ImuCalibration& calibration) {
  const Vector3 up = unit(calibration.up);
  const Vector3 given = unit(calibration.right);
  const Vector3 right = unit(given - dot(given, up) * up);
  if (calibration.pose.trunk == Trunk::upright) return Rotation::of_columns(cross(up, right), up, right);
  return Rotation::of_columns(up, cross(right, up), right);
}

/// A segment in the pelvis in the known pose, both sides alike.
Rotation in_pelvis(Segment segment, const KnownPose& pose) {
  const double thigh = pose.hip_flexion.radians();
  const double shank = thigh - pose.knee_flexion.radians();
  switch (segment) {
    case Segment::pelvis:
      break;
    case Segment::thigh_left:
    case Segment::thigh_right:
      return detail::about_right(thigh);
    case Segment::shank_left:
    case Segment::shank_right:
      return detail::about_right(shank);
    case Segment::foot_left:
    case Segment::foot_right:
      return detail::about_right(shank + pose.ankle_dorsiflexion.radians());
  }
  return {};
}

std::string_view no_sensor_on(Segment segment) {
  switch (segment) {
    case Segment::pelvis:
      return "no sensor on the pelvis";
    case Segment::thigh_left:
      return "no sensor on the left thigh";
    case Segment::thigh_right:
      return "no sensor on the right thigh";
    case Segment::shank_left:
      return "no sensor on the left shank";
    case Segment::shank_right:
      return "no sensor on the right shank";
    case Segment::foot_left:
      return "no sensor on the left foot";
    case Segment::foot_right:
      return "no sensor on the right foot";
  }
  return "not a segment";
}

/// Clinical signs from ISB's, in which the left hip abducts and turns outward to the other side.
double clinical(Channel channel, const Turns& joint, const Turns& pelvis) {
  const double outward = side(channel) == Side::left ? 1.0 : -1.0;
  switch (motion(channel)) {
    case Motion::hip_flexion:
    case Motion::ankle_dorsiflexion:
      return joint.about_z;
    case Motion::hip_abduction:
      return outward * joint.about_x;
    case Motion::hip_rotation:
      return -outward * joint.about_y;
    case Motion::knee_flexion:
      return -joint.about_z;
    case Motion::pelvis_tilt:
      return -pelvis.about_z;
    case Motion::pelvis_list:
      return pelvis.about_x;
    case Motion::pelvis_rotation:
      return -pelvis.about_y;
    default:
      return unknown;
  }
}

}  // namespace

ImuTracker::ImuTracker(ImuCalibration calibration) : calibration_(std::move(calibration)) {
  detail::validate_member("calibration", calibration_);
  const Rotation pelvis = pelvis_in(calibration_);
  pelvis_in_pose_ = pelvis.columns;
  for (std::size_t place = 0; place < calibration_.sensors.size(); ++place) {
    const PlacedSensor& sensor = calibration_.sensors[place];
    const Rotation in_pose = pelvis * in_pelvis(sensor.segment, calibration_.pose);
    strapped_[index(sensor.segment)] = {place, (detail::rotation(sensor.in_pose).transposed() * in_pose).columns};
  }
}

Posture ImuTracker::posture(Time time, std::span<const Orientation> sensors) const {
  Posture posture{time};
  if (sensors.size() != calibration_.sensors.size()) return posture;

  std::array<Rotation, segment_count> segments;  // NaN where not seen, and so is every angle that needs it
  for (std::size_t i = 0; i < segment_count; ++i) {
    segments[i] = Rotation::constant(unknown);
    if (!strapped_[i] || !sensors[strapped_[i]->place].seen()) continue;
    segments[i] = detail::rotation(sensors[strapped_[i]->place]) * Rotation{strapped_[i]->alignment};
  }
  const Rotation pelvis = Rotation{pelvis_in_pose_}.transposed() * segments[index(Segment::pelvis)];
  const Turns of_pelvis = detail::y_x_z(pelvis);
  for (std::size_t i = 0; i < channel_count; ++i) {
    const auto channel = static_cast<Channel>(i);
    const std::optional<SegmentPair> pair = segments_of(channel);
    if (!pair) continue;
    const auto& [inner, outer] = *pair;
    const Rotation joint = segments[index(inner)].transposed() * segments[index(outer)];
    const double angle = clinical(channel, detail::z_x_y(joint), of_pelvis);
    if (std::isfinite(angle)) posture.set(channel, radians(angle));
  }
  return posture;
}

std::string_view ImuTracker::why_absent(Channel channel) const {
  const std::optional<SegmentPair> pair = segments_of(channel);
  if (!pair) return "no sensor above the pelvis";
  for (const Segment segment : *pair) {
    if (!strapped_[index(segment)]) return no_sensor_on(segment);
  }
  return "";
}

}  // namespace stretchcore
