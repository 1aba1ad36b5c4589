#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/motion/imu_tracker.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

/// Orientations of sensors over time, one row a moment, one orientation a sensor in it; NaN where it was not seen.
class STRETCHCORE_API ImuRecording {
 public:
  ImuRecording() = default;
  /// Row after row, `segments.size()` orientations each. Throws `RecordingError` for a number of orientations that does
  /// not fit, a segment named twice, an orientation that is neither of length 1 nor unseen (NaN), and times that do not
  /// increase.
  ImuRecording(std::vector<double> time_seconds, std::vector<Segment> segments, std::vector<Orientation> orientations);

  std::size_t size() const { return time_.size(); }
  bool empty() const { return time_.empty(); }
  std::span<const double> time() const { return time_; }  ///< [s]
  std::span<const Segment> segments() const { return segments_; }
  std::span<const Orientation> orientations() const { return orientations_; }
  /// The orientations of one moment, in the order of the segments; `row < size()`.
  std::span<const Orientation> row(std::size_t row) const;

  /// The rows from `start` until before `end` [s].
  ImuRecording part(double start, double end) const;

  /// The same times, segments and orientations; one that was not seen equals another that was not seen.
  bool operator==(const ImuRecording& other) const;

 private:
  std::vector<double> time_;
  std::vector<Segment> segments_;
  std::vector<Orientation> orientations_;
};

/// How the sensors were turned in the first second in which none of them turned by more than 2°: the mean over it.
/// Throws `RecordingError` if there is no such second with every sensor seen.
STRETCHCORE_API std::vector<PlacedSensor> first_still(const ImuRecording& recording);

/// A calibration from a recording that begins with the known pose, held for a second. Without `right` it is found in
/// the movement that follows (`flexion_axis`); a movement that leaves it in doubt throws `RecordingError`.
STRETCHCORE_API ImuCalibration calibrate(const ImuRecording& recording, const KnownPose& pose = {},
                                         const Vector3& up = {0.0, 0.0, 1.0}, const std::optional<Vector3>& right = {});

/// The joint angles of a whole recording, by `Source::imu_pair`. The recording's segments may come in another order
/// than the calibration's. Throws `InvalidModel` for a calibration that cannot be, `RecordingError` for a sensor that
/// it does not know.
STRETCHCORE_API Recording to_recording(const ImuRecording& recording, const ImuCalibration& calibration);

}  // namespace stretchcore
