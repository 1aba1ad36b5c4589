#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace stretchcore {
inline namespace exchange_tests {

/// A file that is gone when the test is over.
class ShortLivedFile {
 public:
  ShortLivedFile(const std::string& file_name, std::string_view content)
      : path_(std::filesystem::temp_directory_path() / ("stretchcore_read_recording_" + file_name)) {
    std::ofstream{path_, std::ios::binary} << content;
  }
  ShortLivedFile(const ShortLivedFile&) = delete;
  ShortLivedFile& operator=(const ShortLivedFile&) = delete;
  ~ShortLivedFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }

  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

/// A folder that is gone with all its files when the test is over.
class ShortLivedFolder {
 public:
  explicit ShortLivedFolder(const std::string& folder_name)
      : path_(std::filesystem::temp_directory_path() / ("stretchcore_read_recording_" + folder_name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directory(path_);
  }
  ShortLivedFolder(const ShortLivedFolder&) = delete;
  ShortLivedFolder& operator=(const ShortLivedFolder&) = delete;
  ~ShortLivedFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  void write(const std::string& file_name, std::string_view content) const {
    std::ofstream{path_ / file_name, std::ios::binary} << content;
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace exchange_tests
}  // namespace stretchcore
