#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

#include <stretchcore/exchange/csv.hpp>

#include "limits.hpp"
#include "place.hpp"

namespace stretchcore {

namespace {

using detail::fail_at;

constexpr const char* understood = "; what is read is text with a header line and comma, semicolon or tab (CSV)";

enum class Format { csv, utf16_text, binary, json, markup, empty };

/// What the first bytes say. The name of a file says nothing.
Format format_of(std::string_view content) {
  if (content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF")) return Format::utf16_text;
  if (content.find('\0') != std::string_view::npos) return Format::binary;
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  const std::size_t first = content.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return Format::empty;
  if (content[first] == '{' || content[first] == '[') return Format::json;
  if (content[first] == '<') return Format::markup;
  return Format::csv;
}

/// The whole file. Its size is not asked first: a pipe has none.
std::string content_of(const std::string& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (std::filesystem::is_directory(status)) fail_at(path, 0, 0, "is a folder, not a file");
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
    if (content.size() > detail::most_bytes) fail_at(path, 0, 0, "is larger than 2 GB");
  } while (got == step);
  if (std::ferror(file.get()) != 0) fail_at(path, 0, 0, "cannot be read: " + std::generic_category().message(errno));
  return content;
}

}  // namespace

Recording read_recording(const std::string& path, const ReadOptions& options) {
  const std::string content = content_of(path);
  const std::string file_name = std::filesystem::path{path}.filename().string();
  switch (format_of(content)) {
    case Format::csv:
      return parse_csv(content, options, file_name);
    case Format::utf16_text:
      fail_at(path, 0, 0, std::string{"is UTF-16 text; save it as UTF-8"} + understood);
    case Format::binary:
      fail_at(path, 0, 0, std::string{"is not text"} + understood);
    case Format::json:
      fail_at(path, 0, 0, std::string{"is JSON, not a table"} + understood);
    case Format::markup:
      fail_at(path, 0, 0, std::string{"is XML or HTML, not a table"} + understood);
    case Format::empty:
      break;
  }
  fail_at(path, 0, 0, std::string{"is empty"} + understood);
}

}  // namespace stretchcore
