#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stretchcore::detail {

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
  /// Whether the cell just read was the last of its line.
  bool line_ended() const { return line_ended_; }

  /// The line that the next cell is on.
  std::size_t line() const { return line_; }
  char delimiter() const { return delimiter_; }
  std::size_t newlines_left() const;
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

 private:
  CellValue unusual(std::string_view cell) const;

  bool comma_allowed_;
  bool saw_comma_ = false;
  bool saw_point_ = false;
};

}  // namespace stretchcore::detail
