#pragma once

#include <string>

#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

/// Reads a recording file; what is in it decides the format, not its name. Throws `RecordingError`.
Recording read_recording(const std::string& path, const ReadOptions& options = {});

}  // namespace stretchcore
