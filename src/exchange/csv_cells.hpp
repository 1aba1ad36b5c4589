#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stretchcore::detail {

/// A number with at most seven digits before and after its point.
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
  /// The next cell if it is a number as most are, "-12.345", with nothing around it; nothing is taken if it is not.
  std::optional<PlainNumber> next_plain();
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
  std::string_view file_name_;
  std::size_t line_ = 1;
  std::size_t header_line_ = 0;
  char delimiter_ = ',';
  bool line_ended_ = false;
};

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
  /// The same for a number that was read already.
  CellValue read(const PlainNumber& number);

 private:
  CellValue unusual(std::string_view cell) const;

  CellValue with_marks(CellValue value, bool comma, bool point);

  bool comma_allowed_;
  bool saw_comma_ = false;
  bool saw_point_ = false;
};

}  // namespace stretchcore::detail
