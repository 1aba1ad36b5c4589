#pragma once

#include <array>
#include <span>
#include <string>

#include <stretchcore/exchange/export.hpp>
#include <stretchcore/motion/imu_recording.hpp>

namespace stretchcore {

/// What hip angles need of both sides.
inline constexpr std::array segments_of_hips{Segment::pelvis, Segment::thigh_left, Segment::thigh_right};

/// Reads a folder with one CSV file a sensor, as x-io's software exports them: "Left_Upper_Leg_quaternion.csv" with
/// Timestamp (us), W, X, Y, Z.
///
/// * The words of a file's name say the segment: pelvis; left or right with thigh or upper leg, shank or lower leg,
/// foot.
///   Of two for one segment the one called quaternion is read. Other files are left alone.
/// * The time column may have any of the units of `parse_csv`, the others end in w, x, y, z, also qw or quat_w.
/// * The rows are those of the first segment, pelvis where there is one. The others are turned to its times between
///   their own neighbouring samples (slerp), across a gap of at most 0.1 s; beyond that they were not seen.
///
/// Throws `RecordingError`: with file, line, column and what was expected; for a `required` segment that has no file.
STRETCHCORE_EXCHANGE_API ImuRecording read_imu_folder(const std::string& path,
                                                      std::span<const Segment> required = segments_of_hips);

}  // namespace stretchcore
