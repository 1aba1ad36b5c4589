#pragma once

#include <string_view>

#include <stretchcore/exchange/export.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/motion/landmark_recording.hpp>

namespace stretchcore {

/// Reads landmarks by name, frame by frame: {"positions": {"1.0": {"Left_hip": [x, y, z], …}, …}}, as collections of
/// MediaPipe Pose keep them; a fourth number is the visibility.
///
/// * The keys of the frames are numbers of frames if all of them are whole, and then `frame_rate` must be given; else
///   they are times in seconds. The first frame is at 0 s in the one case, at its time in the other.
/// * Nothing in it says what the numbers are in: with an `image_size` they are fractions of the picture, else `units`
/// or
///   the `skeleton` ("mediapipe-33-world") must say.
/// * Names and order are free; a landmark that a frame does not have, or has as null, was not seen.
///
/// Throws `RecordingError` with line and column, `file_name` in front and what was expected.
STRETCHCORE_EXCHANGE_API LandmarkRecording parse_mediapipe_json(std::string_view text, const ReadOptions& options = {},
                                                                std::string_view file_name = "MediaPipe JSON");

}  // namespace stretchcore
