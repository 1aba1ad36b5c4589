#pragma once

#include <string_view>

namespace stretchcore::detail {

enum class FileFormat { csv, mot, trc, bvh, json, kinect_text, c3d, utf16_text, binary, markup, empty };

/// What the content says. The name of a file says nothing.
FileFormat format_of(std::string_view content);

/// For messages: what is read, after "; what is read is ".
inline constexpr std::string_view formats_read =
    "CSV, TRC, MOT or STO, BVH, JSON of OpenPose or MediaPipe, Kinect text, C3D in Python, and folders of IMU or "
    "OpenPose files";

}  // namespace stretchcore::detail
