#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace stretchcore::detail {

/// The whole of a file; its size is not asked first: a pipe has none. Throws `RecordingError`.
std::string content_of(const std::string& path);

/// The files of a folder whose names end so, in any case, sorted. Throws `RecordingError`.
std::vector<std::filesystem::path> files_in(const std::string& folder, std::string_view extension);

}  // namespace stretchcore::detail
