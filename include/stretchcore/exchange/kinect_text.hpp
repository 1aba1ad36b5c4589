#pragma once

#include <string_view>

#include <stretchcore/exchange/export.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/motion/landmark_recording.hpp>

namespace stretchcore {

/// Reads joints of a Kinect v2 as text: a line a frame, in it for each of the 25 joints x, y, z [m] and the four
/// numbers of an orientation, which are not needed. The file has no times: `frame_rate` must be given. A joint at 0, 0,
/// 0 was not seen.
///
/// Throws `RecordingError` with line and column, `file_name` in front and what was expected.
STRETCHCORE_EXCHANGE_API LandmarkRecording parse_kinect_text(std::string_view text, const ReadOptions& options = {},
                                                             std::string_view file_name = "Kinect text");

}  // namespace stretchcore
