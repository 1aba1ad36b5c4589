#pragma once

#include <string>
#include <string_view>

#include <stretchcore/exchange/export.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/motion/landmark_recording.hpp>

namespace stretchcore {

/// Reads people as OpenPose writes them: {"people": [{"pose_keypoints_2d": [x, y, c, …]}, …]} for a frame; several
/// frames as a list or one after the other (JSON lines). There are no times: `frame_rate` must be given.
///
/// * 25 keypoints are those of "body-25", 26 of "halpe-26", 17 of "coco-17"; pixels, unless `units` says normalised. A
///   keypoint of confidence 0 was not seen.
/// * Of several people one is followed: the one with the most confidence where she is first seen, then whoever is
///   nearest to where she was, within half her size. After a second without her it begins anew.
///
/// Throws `RecordingError` with line and column, `file_name` in front and what was expected.
STRETCHCORE_EXCHANGE_API LandmarkRecording parse_openpose_json(std::string_view text, const ReadOptions& options = {},
                                                               std::string_view file_name = "OpenPose JSON");

/// Reads a folder with one such file a frame. The last number in a file's name is that of its frame; frames that have
/// no file are left out.
STRETCHCORE_EXCHANGE_API LandmarkRecording read_openpose_folder(const std::string& path,
                                                                const ReadOptions& options = {});

}  // namespace stretchcore
