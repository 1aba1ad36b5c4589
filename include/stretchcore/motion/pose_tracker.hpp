#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <optional>
#include <span>
#include <string_view>

#include <stretchcore/motion/skeleton.hpp>
#include <stretchcore/stream/landmark.hpp>
#include <stretchcore/stream/posture.hpp>

namespace stretchcore {

/// What the app knows of its camera.
struct CameraGeometry {
  bool mirrored = false;  ///< the estimator was given a mirrored picture, as selfie cameras make them
  std::optional<std::array<int, 2>> image_size{};  ///< width and height [px]; normalised landmarks need it

  void validate() const;
  bool operator==(const CameraGeometry&) const = default;
};
BOOST_DESCRIBE_STRUCT(CameraGeometry, (), (mirrored, image_size))

/// Landmarks with less confidence count as not seen: what pose estimators use themselves by default.
inline constexpr double confidence_gate = 0.5;

/// Turns landmarks into joint angles. Plain geometry: no memory, no smoothing; the same landmarks give the same
/// posture.
///
/// - Hip abduction is measured from the line through both hips, whatever the hip's flexion.
/// - Hip flexion and pelvis list are measured from the trunk, shoulders to hips: a bending spine shows in them.
/// - Knee flexion has its sign from the line through both hips, for thighs turned less than 90°: hyperextension is −.
/// - Elbow flexion has no sign: an overstretched elbow reads as slightly bent.
class PoseTracker {
 public:
  /// Throws `InvalidModel` for an impossible skeleton, and for normalised landmarks without an image size.
  explicit PoseTracker(Skeleton skeleton, CameraGeometry camera = {});

  /// What can be known from these landmarks. A channel is absent when one of its points was not seen (below the gate,
  /// not a number, the "not found" (0, 0), far outside the picture) or when its points cannot be those of a body.
  /// Any other number of landmarks than the skeleton's is nobody. Never throws, allocates nothing.
  Posture posture(Time time, std::span<const Landmark> landmarks) const;

  /// Why a channel is never in a posture of this tracker; empty for one that can be.
  std::string_view why_absent(Channel channel) const { return skeleton_.why_absent(channel); }

  const Skeleton& skeleton() const { return skeleton_; }
  const CameraGeometry& camera() const { return camera_; }

 private:
  /// One axis of the room the angles are computed in, taken from the landmarks' own axes.
  struct Reading {
    double Landmark::*from = &Landmark::x;
    double factor = 0.0;
  };

  Skeleton skeleton_;
  CameraGeometry camera_;
  Bilateral<JointPlaces> joints_;    // the person's own sides, also in a mirror
  std::array<Reading, 3> readings_;  // right, up and toward the camera
};

}  // namespace stretchcore
