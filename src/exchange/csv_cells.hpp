#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stretchcore::detail {

/// As many as a double holds exactly with fifteen digits before them.
inline constexpr std::array<double, 16> powers_of_ten{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                      1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/// A number of at most fifteen digits.
struct PlainNumber {
  double value = 0.0;
  bool point = false;
  std::string_view cell{};
};

/// Walks through delimited text, a cell at a time; cells are views into the text.
class CsvCells {
 public:
  /// A byte order mark is skipped.
  CsvCells(std::string_view text, std::string_view file_name);

  /// Skips empty lines and comments, finds out the delimiter and reads the line of names.
  std::vector<std::string> header();

  std::size_t header_line() const { return header_line_; }

  bool at_end() const { return next_ == end_; }
  /// Skips a line with nothing but blanks in it.
  bool skip_blank_line();
  /// The next cell without surrounding blanks and quotes; a doubled quote inside stays doubled.
  std::string_view next();
  /// Takes the next cell if it is a number as most are, "-12.345", with nothing around it.
  bool take_plain(PlainNumber& number);
  /// Takes the rest of the line; how many cells it has. None is taken if that cannot be told without looking at each.
  std::size_t skip_line();
  /// Whether the cell just read was the last of its line.
  bool line_ended() const { return line_ended_; }

  /// The line that the next cell is on.
  std::size_t line() const { return line_; }
  char delimiter() const { return delimiter_; }
  /// Lines like the next one that fit into what is left.
  std::size_t lines_left() const;
  std::size_t bytes_left() const { return static_cast<std::size_t>(end_ - next_); }

 private:
  std::string_view quoted_cell();
  bool ends_cell(char c) const { return c == delimiter_ || c == '\n' || c == '\r'; }
  bool blank(char c) const { return (c == ' ' || c == '\t') && c != delimiter_; }
  void end_line();
  void find_delimiter();

  const char* next_;
  const char* end_;
  const char* last_line_end_;
  std::string_view file_name_;
  std::size_t line_ = 1;
  std::size_t header_line_ = 0;
  char delimiter_ = ',';
  bool line_ended_ = false;
};

// In the header, because nearly every cell of a long table is read here, and digit by digit: the length of a cell is
// mostly that of the cell above, which processors guess.
inline bool CsvCells::take_plain(PlainNumber& number) {
  if (next_ >= last_line_end_) return false;  // every loop below ends there
  const bool negative = *next_ == '-';
  const char* const begin = next_ + (negative ? 1 : 0);
  const char* at = begin;
  std::uint64_t digits = 0;
  const auto digit = [&] { return static_cast<unsigned>(*at) - '0'; };
  for (unsigned d = digit(); d <= 9; d = digit()) {
    digits = digits * 10 + d;
    ++at;
  }
  if (at == begin) return false;
  std::size_t decimals = 0;
  number.point = *at == '.';
  if (number.point) {
    const char* const first = ++at;
    for (unsigned d = digit(); d <= 9; d = digit()) {
      digits = digits * 10 + d;
      ++at;
    }
    decimals = static_cast<std::size_t>(at - first);
  }
  // Fifteen digits and their power of ten are exact doubles, and the one division rounds as `parse_number` would.
  constexpr std::ptrdiff_t most_characters = 16;
  const bool ends_line = *at == '\n' || *at == '\r';
  if ((*at != delimiter_ && !ends_line) || at - begin > most_characters - (number.point ? 0 : 1)) return false;
  const double value = static_cast<double>(static_cast<std::int64_t>(digits)) / powers_of_ten[decimals];
  number.value = negative ? -value : value;
  number.cell = {next_, static_cast<std::size_t>(at - next_)};
  next_ = at;
  line_ended_ = ends_line;
  if (ends_line) {
    end_line();
  } else {
    ++next_;
  }
  return true;
}

enum class CellKind { number, absent, not_a_number, out_of_range, mixed_decimal_marks };

struct CellValue {
  CellKind kind = CellKind::absent;
  double value = std::numeric_limits<double>::quiet_NaN();
};

/// Why a cell is no number, `"12x" is not a number`; for one that is neither a number nor absent.
std::string problem_with(const CellValue& read, std::string_view cell);

/// Turns cells into numbers. A file has one decimal mark, so that "1,234" never means two things in it.
class CellNumbers {
 public:
  explicit CellNumbers(char delimiter) : comma_allowed_(delimiter != ',') {}

  CellValue read(std::string_view cell);
  /// Whether a number that was read already has the file's decimal mark.
  bool fits(const PlainNumber& number) {
    if (!comma_allowed_) return true;
    saw_point_ = saw_point_ || number.point;
    return !(saw_comma_ && saw_point_);
  }

 private:
  CellValue unusual(std::string_view cell) const;

  bool comma_allowed_;
  bool saw_comma_ = false;
  bool saw_point_ = false;
};

}  // namespace stretchcore::detail
