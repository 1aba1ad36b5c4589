#pragma once

#include <cstddef>
#include <string_view>

namespace stretchcore::detail {

/// Walks through text line by line, whatever its line ends are.
class TextLines {
 public:
  /// A byte order mark is skipped.
  explicit TextLines(std::string_view text);

  /// Goes on to the next line; false at the end.
  bool next();
  /// Goes on to the next line that is not blank; false at the end.
  bool next_with_words();

  std::string_view text() const { return line_; }
  std::size_t number() const { return number_; }
  /// Where the next line begins [bytes].
  std::size_t offset() const { return offset_; }

 private:
  std::string_view whole_;
  std::string_view line_;
  std::size_t number_ = 0;
  std::size_t offset_ = 0;
};

bool is_blank(std::string_view line);
std::string_view trimmed(std::string_view text);
/// The next word between blanks, taken off the front of `rest`; empty when there is none.
std::string_view take_word(std::string_view& rest);
/// What stands before the next delimiter, without surrounding blanks, taken off the front of `rest` with it.
std::string_view take_cell(std::string_view& rest, char delimiter);
/// Whether two texts differ in nothing but the case of ASCII letters.
bool same_letters(std::string_view a, std::string_view b);

}  // namespace stretchcore::detail
