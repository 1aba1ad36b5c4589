#pragma once

#include <string_view>

#include <stretchcore/exchange/export.hpp>
#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/motion/landmark_recording.hpp>

namespace stretchcore {

/// Reads a table as `parse_csv` does, with a column for each number of a point: NAME_x, NAME_y, NAME_z and
/// NAME_visibility, _confidence or _v, also with a unit, "LASI_x_mm".
///
/// * The names say whose points they are, however they are spelled: left_hip, LeftHip, LHip, "subject:LASI". Points
///   with numbers (x0, y0, z0, v0, x1 …) are those of the `skeleton` that the caller names.
/// * Units come from the names, else from `units`, else from the `skeleton`; with an `image_size` and nothing else said
///   they are fractions of the picture. Points without z lie in the plane of the picture.
/// * A point with an empty coordinate was not seen.
///
/// Throws `RecordingError` with line and column, `file_name` in front and what was expected.
STRETCHCORE_EXCHANGE_API LandmarkRecording parse_landmark_csv(std::string_view text, const ReadOptions& options = {},
                                                              std::string_view file_name = "CSV");

}  // namespace stretchcore
