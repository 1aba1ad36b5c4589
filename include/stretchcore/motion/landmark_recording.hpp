#pragma once

#include <optional>
#include <span>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/error_model.hpp>
#include <stretchcore/motion/pose_tracker.hpp>
#include <stretchcore/motion/skeleton.hpp>
#include <stretchcore/stream/landmark.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

/// Landmarks or markers over time, in the order they came.
struct LandmarkRecording {
  Skeleton skeleton{};
  std::vector<double> time{};         ///< [s]
  std::vector<Landmark> landmarks{};  ///< row by row, one for each name of the skeleton; not seen is confidence 0
  std::optional<Source> source{};     ///< what measured it, where the file or the caller says so

  std::size_t size() const { return time.size(); }
  /// The landmarks of one moment, `index < size()`.
  STRETCHCORE_API std::span<const Landmark> row(std::size_t index) const;

  /// Throws `RecordingError` for a number of landmarks that is not rows times names, `InvalidModel` for an impossible
  /// skeleton.
  STRETCHCORE_API void validate() const;
  bool operator==(const LandmarkRecording&) const = default;
};

/// The body that a whole recording shows: limbs of their median lengths, and the pelvis as it is first seen.
STRETCHCORE_API BodyReference reference(const LandmarkRecording& recording, const CameraGeometry& camera = {});

/// The joint angles of every moment, by a `PoseTracker` that compares with `reference(recording)`. Only channels that
/// the skeleton can show have columns. Throws what `validate` and the tracker throw.
STRETCHCORE_API Recording joint_angles(const LandmarkRecording& recording, const CameraGeometry& camera = {});

}  // namespace stretchcore
