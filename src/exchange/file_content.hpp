#pragma once

#include <string>

namespace stretchcore::detail {

/// The whole of a file; its size is not asked first: a pipe has none. Throws `RecordingError`.
std::string content_of(const std::string& path);

}  // namespace stretchcore::detail
