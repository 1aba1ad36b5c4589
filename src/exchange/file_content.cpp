#include "file_content.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "limits.hpp"
#include "place.hpp"
#include "text_lines.hpp"

namespace stretchcore::detail {

FileContent::FileContent(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(path.c_str(), "rb"), &std::fclose};
  if (!file) fail_at(path, 0, 0, "cannot be opened: " + std::generic_category().message(errno));

  std::error_code no_size;
  const auto hint = std::filesystem::file_size(path, no_size);
  if (!no_size && hint > most_bytes) fail_at(path, 0, 0, "is larger than 2 GB");
  std::size_t room = no_size ? std::size_t{1} << 16 : static_cast<std::size_t>(hint) + 1;
  bytes_ = std::make_unique_for_overwrite<char[]>(room);
  while (true) {
    size_ += std::fread(bytes_.get() + size_, 1, room - size_, file.get());
    if (size_ > most_bytes) fail_at(path, 0, 0, "is larger than 2 GB");
    if (size_ < room) break;
    room *= 2;
    auto more = std::make_unique_for_overwrite<char[]>(room);
    std::copy_n(bytes_.get(), size_, more.get());
    bytes_ = std::move(more);
  }
  if (std::ferror(file.get()) != 0) fail_at(path, 0, 0, "cannot be read: " + std::generic_category().message(errno));
}

std::vector<std::filesystem::path> files_in(const std::string& folder, std::string_view extension) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error)) {
    if (same_letters(entry->path().extension().string(), extension) && entry->is_regular_file(error)) {
      files.push_back(entry->path());
    }
  }
  if (error) fail_at(folder, 0, 0, "cannot be read as a folder: " + error.message());
  std::sort(files.begin(), files.end());  // their order in the folder is nobody's intention
  return files;
}

}  // namespace stretchcore::detail
