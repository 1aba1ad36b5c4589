#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/motion/landmark_recording.hpp>

#include "model/require.hpp"

namespace stretchcore {
namespace {

double median(std::vector<double>& values) {
  if (values.empty()) return 0.0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

std::span<const Landmark> LandmarkRecording::row(std::size_t index) const {
  const std::size_t width = skeleton.names.size();
  return std::span{landmarks}.subspan(index * width, width);
}

void LandmarkRecording::validate() const {
  detail::validate_member("skeleton", skeleton);
  if (landmarks.size() != time.size() * skeleton.names.size()) {
    throw RecordingError("landmarks: expected " + std::to_string(skeleton.names.size()) + " for each of the " +
                         std::to_string(time.size()) + " times, got " + std::to_string(landmarks.size()));
  }
}

BodyReference reference(const LandmarkRecording& recording, const CameraGeometry& camera) {
  recording.validate();
  const PoseTracker tracker{recording.skeleton, camera};
  BodyReference all;
  Bilateral<std::array<std::vector<double>, detail::member_count<LimbLengths>>> lengths;
  for (std::size_t i = 0; i < recording.size(); ++i) {
    const BodyReference one = tracker.reference(recording.row(i));
    if (!all.pelvis) {
      all.pelvis = one.pelvis;
      all.pelvis_tilt = one.pelvis_tilt;
    }
    if (!all.trunk) all.trunk = one.trunk;
    for (const Side side : both_sides) {
      std::size_t limb = 0;
      detail::each_member<LimbLengths>([&](std::string_view, auto of) {
        const double length = one.limbs[side].*of;
        if (length > 0.0) lengths[side][limb].push_back(length);
        ++limb;
      });
    }
  }
  for (const Side side : both_sides) {
    std::size_t limb = 0;
    detail::each_member<LimbLengths>(
        [&](std::string_view, auto of) { all.limbs[side].*of = median(lengths[side][limb++]); });
  }
  return all;
}

Recording joint_angles(const LandmarkRecording& recording, const CameraGeometry& camera) {
  const PoseTracker tracker{recording.skeleton, camera, reference(recording, camera)};
  std::array<std::vector<double>, channel_count> columns;
  const ChannelSet& channels = recording.skeleton.channels;
  channels.each(
      [&](Channel c) { columns[index(c)].assign(recording.size(), std::numeric_limits<double>::quiet_NaN()); });
  for (std::size_t i = 0; i < recording.size(); ++i) {
    const Posture posture = tracker.posture(Time::zero(), recording.row(i));
    channels.each([&](Channel c) {
      if (posture.has(c)) columns[index(c)][i] = posture.angle(c).degrees();
    });
  }
  Recording angles{recording.time};
  channels.each([&](Channel c) { angles.set(c, std::move(columns[index(c)])); });
  angles.source = recording.source;
  return angles;
}

}  // namespace stretchcore
