#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/motion/imu_calibration.hpp>
#include <stretchcore/stream/posture.hpp>

namespace stretchcore {

/// Turns the orientations of sensors on the lower body into joint angles. Plain geometry: no memory, no smoothing.
///
/// - Hip, knee and ankle are ISB's joint coordinate systems, flexion first, then abduction, then rotation (Wu 2002,
///   Grood and Suntay 1983), with clinical signs. Abduction beyond 90° reads as that much less than 90°.
/// - The pelvis is compared with itself in the known pose: rotation first, then list, then tilt (Baker 2001), so that
///   whoever turns round and then bends forward is still seen to bend forward.
/// - The angles of the known pose are taken for true: what she did differently there is added to everything after.
class STRETCHCORE_API ImuTracker {
 public:
  /// Throws `InvalidModel` for a calibration that cannot be.
  explicit ImuTracker(ImuCalibration calibration);

  /// What can be known from these orientations, one for each of the calibration's sensors in their order. A channel is
  /// absent when one of its sensors was not seen, and so are flexion and rotation where a thigh opened to within 5° of
  /// 90° leaves them without meaning. Any other number of orientations is nobody. Never throws, allocates nothing.
  Posture posture(Time time, std::span<const Orientation> sensors) const;

  /// Why a channel is never in a posture of this tracker; empty for one that can be.
  std::string_view why_absent(Channel channel) const;

  const ImuCalibration& calibration() const { return calibration_; }

 private:
  struct Strapped {
    std::size_t place = 0;              // among the orientations
    std::array<double, 9> alignment{};  // turns the segment's axes into the sensor's, column by column
  };

  ImuCalibration calibration_;
  std::array<std::optional<Strapped>, segment_count> strapped_{};
  std::array<double, 9> pelvis_in_pose_{};
};

}  // namespace stretchcore
