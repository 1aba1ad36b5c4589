#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stretchcore::detail {

/// What is in a file.
class FileContent {
 public:
  /// Reads the whole of it. Its size is only a hint: a pipe has none, and a file may grow. Throws `RecordingError`.
  explicit FileContent(const std::string& path);

  std::string_view text() const { return {bytes_.get(), size_}; }

 private:
  // Not a string: that would fill its bytes with zeros before they are read, which takes as long as reading them.
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
};

/// The files of a folder whose names end so, in any case, sorted. Throws `RecordingError`.
std::vector<std::filesystem::path> files_in(const std::string& folder, std::string_view extension);

}  // namespace stretchcore::detail
