#pragma once

#include <string_view>

#include <stretchcore/exchange/export.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

/// Reads coordinates as OpenSim writes them, .mot or .sto: a header that ends with `endheader`, a line of names, rows.
///
/// * `inDegrees` says degrees or radians; without it `units` must.
/// * Names are those of OpenSim's full-body models, also as "/jointset/hip_r/hip_flexion_r/value". Turned round are
///   hip_adduction and arm_add (our abduction), pelvis_tilt and lumbar_extension (backward there), pelvis_rotation and
///   lumbar_bending (to the other side). `pelvis_list`, a turn about the axis that points forward, raises the left side
///   here as there. Columns that are not theirs may bear our own words.
/// * knee_angle is flexion +, as in the newer models. In gait2392 and its kin it is −: knees that bend only backwards
///   are refused with the `columns` that turn them.
/// * `nRows` and `nColumns`, where the header has them, must be true: a file that was cut off is not read in part.
///
/// Throws `RecordingError` with line and column, `file_name` in front and what was expected.
STRETCHCORE_EXCHANGE_API Recording parse_mot(std::string_view text, const ReadOptions& options = {},
                                             std::string_view file_name = "MOT");

}  // namespace stretchcore
