#pragma once

#include <string>

#include <stretchcore/exchange/export.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/motion/landmark_recording.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

/// Reads a recording; what is in a file decides its format, not its name. Angles are read where it has angles, else
/// they are worked out from its landmarks or markers (`joint_angles`).
///
/// * Files: CSV, TRC, MOT and STO, BVH, JSON of OpenPose and MediaPipe, Kinect text; each has a header of its own here.
/// * Folders: one CSV file an IMU, calibrated by the standing still at its beginning (`read_imu_folder`, `calibrate`);
///   one JSON file a frame of OpenPose.
///
/// Throws `RecordingError`.
STRETCHCORE_EXCHANGE_API Recording read_recording(const std::string& path, const ReadOptions& options = {});

/// Reads the landmarks or markers of such a file, or of a folder of OpenPose. Throws `RecordingError`, also for a file
/// that has none.
STRETCHCORE_EXCHANGE_API LandmarkRecording read_landmarks(const std::string& path, const ReadOptions& options = {});

}  // namespace stretchcore
