#pragma once

#include <string_view>

#include <stretchcore/exchange/export.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/motion/landmark_recording.hpp>

namespace stretchcore {

/// Reads markers of a TRC file ("PathFileType 4 (X/Y/Z)"): tab-separated, three columns a marker.
///
/// * The markers' names say whose points they are; "subject:" in front is left away. Other markers are ignored.
/// * `Units` is mm, cm or m; where the header does not say, `units` must. An empty coordinate: not seen.
/// * `NumFrames` must be true: a file that was cut off is not read in part.
///
/// Throws `RecordingError` with line and column, `file_name` in front and what was expected.
STRETCHCORE_EXCHANGE_API LandmarkRecording parse_trc(std::string_view text, const ReadOptions& options = {},
                                                     std::string_view file_name = "TRC");

}  // namespace stretchcore
