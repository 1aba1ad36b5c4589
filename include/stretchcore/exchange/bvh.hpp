#pragma once

#include <string_view>

#include <stretchcore/exchange/export.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/motion/landmark_recording.hpp>

namespace stretchcore {

/// Reads motion of BVH: a HIERARCHY of joints, and a row of their channels for each frame of the MOTION. The joints'
/// places are worked out from it (degrees; rotations one after the other in the listed order, about turned axes;
/// positions in place of the OFFSET) and become a skeleton of their own, "bvh".
///
/// * Hips and knees must be among the joints; ankles, toes, shoulders, elbows, wrists, spine, neck and head are taken
///   where they are. Their names may be those of the usual programs: LeftHip, LeftUpLeg, "mixamorig:LeftUpLeg", lfemur,
///   L_Hip, thigh.L.
/// * The file says no unit of length. Thigh and shank together are made 0.9 m, as is typical; no angle depends on it.
/// * `Frames` must be true: a file that was cut off is not read in part.
///
/// Throws `RecordingError` with line and column, `file_name` in front and what was expected.
STRETCHCORE_EXCHANGE_API LandmarkRecording parse_bvh(std::string_view text, const ReadOptions& options = {},
                                                     std::string_view file_name = "BVH");

}  // namespace stretchcore
