#include "place.hpp"

#include <stretchcore/error.hpp>

namespace stretchcore::detail {

namespace {

constexpr std::size_t longest_word = 48;  ///< [bytes]

/// The length of the UTF-8 character that starts here; 0 if none does, or if it would be a control character.
std::size_t character_length(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return first >= 0x20 && first != 0x7f ? 1 : 0;
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || rest.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  const unsigned second = byte(1);
  const bool overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
  const bool outside = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
  return overlong || outside ? 0 : length;
}

std::string printable(std::string_view text, std::size_t limit) {
  std::string out;
  while (!text.empty() && out.size() < limit) {
    const std::size_t length = character_length(text);
    length == 0 ? out.append("?") : out.append(text.substr(0, length));
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return text.empty() ? out : out + "…";
}

}  // namespace

std::string quoted_word(std::string_view word) { return '"' + printable(word, longest_word) + '"'; }

void fail_at(std::string_view file_name, std::size_t line, std::size_t column, const std::string& problem) {
  std::string place = printable(file_name, file_name.size());
  if (line != 0) place += ':' + std::to_string(line);
  if (column != 0) place += ':' + std::to_string(column);
  throw RecordingError(place + ": " + problem, line, column);
}

}  // namespace stretchcore::detail
