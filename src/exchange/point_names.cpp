#include "point_names.hpp"

#include <algorithm>
#include <vector>

namespace stretchcore::detail {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }

/// Lower-case words; a capital after a small letter begins one, and so does the last of several capitals before a
/// small letter: "LBigToe" is l, big, toe.
std::vector<std::string> words_in(std::string_view name) {
  std::vector<std::string> words;
  char before = ' ';
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool in_word = is_upper(c) || is_lower(c) || is_decimal_digit(c);
    const bool hump =
        is_upper(c) && (is_lower(before) || (is_upper(before) && i + 1 < name.size() && is_lower(name[i + 1])));
    const bool was_in_word = is_upper(before) || is_lower(before) || is_decimal_digit(before);
    if (in_word && (!was_in_word || hump)) words.emplace_back();
    if (in_word) words.back() += is_upper(c) ? static_cast<char>(c + 32) : c;
    before = c;
  }
  return words;
}

}  // namespace

std::string point_key(std::string_view name) {
  if (const std::size_t subject = name.rfind(':'); subject != std::string_view::npos) name.remove_prefix(subject + 1);
  std::string side;
  std::string rest;
  for (const std::string& word : words_in(name)) {
    const bool left = word == "left" || word == "l";
    const bool right = word == "right" || word == "r";
    if ((left || right) && side.empty()) {
      side = left ? "left " : "right ";
    } else {
      rest += word;
    }
  }
  return side + rest;
}

}  // namespace stretchcore::detail
