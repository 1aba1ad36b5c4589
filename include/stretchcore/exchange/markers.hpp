#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/exchange/export.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/motion/landmark_recording.hpp>

namespace stretchcore {

/// Points by name over time, as an app or another library has read them.
struct Markers {
  std::vector<std::string> names{};
  std::optional<FileUnits> units{};
  std::vector<double> time{};         ///< [s]
  std::vector<double> coordinates{};  ///< row by row x, y, z of each; NaN was not seen
};

/// The landmarks of the skeleton whose points they are, found by their names. Throws `RecordingError`, with `file_name`
/// in front, for points of no skeleton that is known and for a number of coordinates that does not fit.
STRETCHCORE_EXCHANGE_API LandmarkRecording landmarks_of(const Markers& markers, const ReadOptions& options = {},
                                                        std::string_view file_name = "markers");

}  // namespace stretchcore
