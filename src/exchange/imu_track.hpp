#pragma once

#include <string_view>
#include <vector>

#include <stretchcore/motion/orientation.hpp>

namespace stretchcore::detail {

/// What one sensor's file says.
struct ImuTrack {
  std::vector<double> time;  // [s], increasing
  std::vector<Orientation> orientations;

  /// Between the two neighbouring samples; NaN where there is none on either side within the longest gap.
  Orientation at(double seconds) const;
};

/// Reads text with a header line and columns of a time, w, x, y and z. Throws `RecordingError` with the place.
ImuTrack parse_imu_track(std::string_view text, std::string_view file_name);

}  // namespace stretchcore::detail
