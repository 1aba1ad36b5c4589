#include "file_content.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "limits.hpp"
#include "place.hpp"
#include "text_lines.hpp"

namespace stretchcore::detail {

std::string content_of(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(path.c_str(), "rb"), &std::fclose};
  if (!file) fail_at(path, 0, 0, "cannot be opened: " + std::generic_category().message(errno));

  constexpr std::size_t step = std::size_t{1} << 20;
  std::string content;
  std::size_t got = 0;
  do {
    const std::size_t had = content.size();
    content.resize(had + step);
    got = std::fread(content.data() + had, 1, step, file.get());
    content.resize(had + got);
    if (content.size() > most_bytes) fail_at(path, 0, 0, "is larger than 2 GB");
  } while (got == step);
  if (std::ferror(file.get()) != 0) fail_at(path, 0, 0, "cannot be read: " + std::generic_category().message(errno));
  return content;
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
