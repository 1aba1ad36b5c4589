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
  /// Our word → theirs or theirs → ours, whichever is unambiguous: {"time": "t_s"}, {"pelvis_tilt": "-tilt"}. A minus turns the sign.
  std::map<std::string, std::string> columns;
  std::optional<Source> source;  ///< what measured it; else what the file itself shows
};

/// Reads comma-, semicolon- or tab-separated text with a header line. Columns with our channel names are taken as they
/// are, usual time columns (time, t, t_s, time_s, time_ms, timestamp_ms, frame with a rate…) are understood, other
/// columns are ignored. Empty cells and "nan" are absent. Throws `RecordingError` with line, column and what was expected.
Recording parse_csv(std::string_view text, const ReadOptions& options = {}, std::string_view file_name = "CSV");

/// Reads a recording file. Throws `RecordingError`.
Recording read_recording(const std::string& path, const ReadOptions& options = {});

}  // namespace stretchcore
