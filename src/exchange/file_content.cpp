#include "file_content.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "limits.hpp"
#include "place.hpp"

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

}  // namespace stretchcore::detail
