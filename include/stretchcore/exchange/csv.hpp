#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <stretchcore/model/error_model.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

/// How to read a file whose words are not ours.
struct ReadOptions {
  /// Our word → theirs or theirs → ours: {"time": "t_s"}, {"pelvis_tilt": "-tilt"}. A minus turns the sign. Where both
  /// words are ours, the right one is the file's if the file has it. A named column goes before one with our own word.
  std::map<std::string, std::string> columns;
  std::optional<Source> source;  ///< what measured it; else what the file itself shows
};

/// Reads comma-, semicolon- or tab-separated text with a header line; lines before it that start with # are skipped.
///
/// * Columns with our channel names are degrees; `…_rad` is radians, `…_deg` degrees. Other columns are ignored.
/// * One time column: time, t, timestamp or seconds, also with a unit (time_ms, "Time [s]", "timestamp (us)"); seconds
///   where no unit is given. A clock that is more than a year from zero counts from the first row.
/// * Empty cells and nan, na, null are absent. A decimal comma is understood where it is not the delimiter.
///
/// Throws `RecordingError` with line and column, `file_name` in front and what was expected.
Recording parse_csv(std::string_view text, const ReadOptions& options = {}, std::string_view file_name = "CSV");

/// Reads a recording file; what is in it decides the format, not its name. Throws `RecordingError`.
Recording read_recording(const std::string& path, const ReadOptions& options = {});

}  // namespace stretchcore
