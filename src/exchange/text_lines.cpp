#include "text_lines.hpp"

#include <algorithm>

namespace stretchcore::detail {

namespace {

constexpr std::string_view blanks = " \t\v\f";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

TextLines::TextLines(std::string_view text) : whole_(text) {
  if (whole_.starts_with("\xEF\xBB\xBF")) offset_ = 3;
}

bool TextLines::next() {
  if (offset_ >= whole_.size()) return false;
  const std::size_t end = std::min(whole_.find_first_of("\r\n", offset_), whole_.size());
  line_ = whole_.substr(offset_, end - offset_);
  offset_ = end + 1;
  if (whole_.substr(end, 2) == "\r\n") ++offset_;
  ++number_;
  return true;
}

bool TextLines::next_with_words() {
  while (next()) {
    if (!is_blank(line_)) return true;
  }
  return false;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(blanks) == std::string_view::npos; }

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

std::string_view take_word(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
  const std::string_view word = rest.substr(0, rest.find_first_of(blanks));
  rest.remove_prefix(word.size());
  return word;
}

std::string_view take_cell(std::string_view& rest, char delimiter) {
  const std::size_t end = rest.find(delimiter);
  const std::string_view cell = trimmed(rest.substr(0, end));
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return cell;
}

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char c, char d) { return lower(c) == lower(d); });
}

}  // namespace stretchcore::detail
