#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <optional>
#include <span>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/motion/body_reference.hpp>
#include <stretchcore/motion/skeleton.hpp>
#include <stretchcore/stream/landmark.hpp>
#include <stretchcore/stream/posture.hpp>

namespace stretchcore {

namespace detail {
struct Figure;
}

/// What the app knows of its camera.
struct CameraGeometry {
  bool mirrored = false;  ///< the estimator was given a mirrored picture, as selfie cameras make them
  std::optional<std::array<int, 2>> image_size{};  ///< width and height [px]; normalised landmarks need it

  STRETCHCORE_API void validate() const;
  bool operator==(const CameraGeometry&) const = default;
};
BOOST_DESCRIBE_STRUCT(CameraGeometry, (), (mirrored, image_size))

/// Landmarks with less confidence count as not seen: what pose estimators use themselves by default.
inline constexpr double confidence_gate = 0.5;

/// Turns landmarks into joint angles. Plain geometry: no memory, no smoothing; the same landmarks give the same
/// posture, wherever the body is and however it is turned.
///
/// - Hip abduction is measured from the line through both hips, whatever the hip's flexion.
/// - Hip flexion and pelvis list are measured from the trunk, shoulders to hips, or from the lower end of the spine
///   where it is followed: a bending spine shows in them. With markers on the pelvis it is the pelvis itself.
/// - Hip rotation is where the shank of a knee bent by 20° or more points.
/// - Knee flexion has its sign from the line through both hips, for thighs turned less than 90°: hyperextension is −.
/// - Ankle dorsiflexion is that of the line from heel to toe, 0 where it is square to the shank.
/// - Shoulder abduction and flexion are the arm's direction in the frontal and the sagittal plane of the trunk, from
///   −90° to 270°; an arm within 15° of straight out of a plane has none in it.
/// - Elbow flexion has no sign: an overstretched elbow reads as slightly bent.
/// - The spine is the upper part of the trunk against the pelvis, the neck the head against the upper part of the
/// trunk.
/// - Pelvis tilt, list and rotation by markers are how far the pelvis has turned from the reference's: rotation first,
///   then list, then tilt (Baker 2001).
class STRETCHCORE_API PoseTracker {
 public:
  /// Throws `InvalidModel` for an impossible skeleton or reference, and for normalised landmarks without an image size.
  explicit PoseTracker(Skeleton skeleton, CameraGeometry camera = {}, BodyReference reference = {});

  /// What can be known from these landmarks. A channel is absent when one of its points was not seen (below the gate,
  /// not a number, the "not found" (0, 0), far outside the picture) or when its points cannot be those of a body: a
  /// limb is longer than the trunk, or not as long as in the reference. Where left and right cannot both be what they
  /// are called, everything is absent. Any other number of landmarks than the skeleton's is nobody. Never throws,
  /// allocates nothing.
  Posture posture(Time time, std::span<const Landmark> landmarks) const;

  /// The body as it is now, lying still, for a tracker that compares with it. What is not seen is left out.
  BodyReference reference(std::span<const Landmark> landmarks) const;

  /// Why a channel is never in a posture of this tracker; empty for one that can be.
  std::string_view why_absent(Channel channel) const;

  const Skeleton& skeleton() const { return skeleton_; }
  const CameraGeometry& camera() const { return camera_; }
  const BodyReference& compared_with() const { return reference_; }

 private:
  /// One axis of the room the angles are computed in, taken from the landmarks' own axes.
  struct Reading {
    double Landmark::*from = &Landmark::x;
    double factor = 0.0;
  };

  /// False where there is nobody, or nobody whose left and right can be told.
  bool figure(std::span<const Landmark> landmarks, detail::Figure& figure) const;

  Skeleton skeleton_;
  CameraGeometry camera_;
  BodyReference reference_;
  Bilateral<JointPlaces> joints_;    // the person's own sides, also in a mirror
  std::array<Reading, 3> readings_;  // right, up and toward the camera
  double millimetre_ = 1.0;          // in the landmarks' units
  double shortest_ = 0.0;            // shorter lines have no direction
};

}  // namespace stretchcore
