#include "csv_cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "detail/parse_number.hpp"
#include "limits.hpp"
#include "place.hpp"
#include "table_header.hpp"

namespace stretchcore::detail {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool same_word(std::string_view cell, std::string_view lower) {
  return std::equal(cell.begin(), cell.end(), lower.begin(), lower.end(),
                    [](char c, char l) { return (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) == l; });
}

/// The usual cell, "-12.345": at most 16 characters hold either a whole number, rounded once, or 15 digits and a point,
/// where digits and power of ten are exact doubles and the one division rounds as `parse_number` would, only faster.
std::optional<double> plain_decimal(std::string_view cell) {
  const bool negative = cell.front() == '-';
  if (negative) cell.remove_prefix(1);
  if (cell.size() > 16 || cell.empty() || !is_digit(cell.front())) return std::nullopt;
  std::int64_t digits = 0;
  std::size_t point = cell.size();
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (is_digit(cell[i])) {
      digits = digits * 10 + (cell[i] - '0');
    } else if (cell[i] == '.' && point == cell.size()) {
      point = i;
    } else {
      return std::nullopt;
    }
  }
  const std::size_t decimals = point == cell.size() ? 0 : cell.size() - point - 1;
  const double value = static_cast<double>(digits) / powers_of_ten[decimals];
  return negative ? -value : value;
}

CellValue any_number(std::string_view cell) {
  if (cell.size() > 1 && cell[0] == '+' && cell[1] != '-') cell.remove_prefix(1);
  double value = 0.0;
  const auto [stop, error] = parse_number(cell.data(), cell.data() + cell.size(), value);
  if (error == std::errc::invalid_argument || stop != cell.data() + cell.size()) return {CellKind::not_a_number};
  if (error == std::errc::result_out_of_range) return {CellKind::out_of_range};
  if (std::isnan(value)) return {CellKind::absent};  // also what C and C++ programs print: "-nan", "nan(ind)"
  if (std::isinf(value)) return {CellKind::not_a_number};
  return {CellKind::number, value};
}

}  // namespace

CsvCells::CsvCells(std::string_view text, std::string_view file_name) : file_name_(file_name) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  next_ = text.data();
  end_ = text.data() + text.size();
  const std::size_t line_end = text.rfind('\n');
  last_line_end_ = line_end == std::string_view::npos ? next_ : next_ + line_end;
}

std::vector<std::string> CsvCells::header() {
  while (!at_end()) {
    if (*next_ == '#') {
      next_ = std::find_if(next_, end_, [](char c) { return c == '\n' || c == '\r'; });
      end_line();
    } else if (!skip_blank_line()) {
      break;
    }
  }
  if (at_end()) fail_at(file_name_, 0, 0, "has no header line; the first line names the columns");
  header_line_ = line_;
  find_delimiter();
  std::vector<std::string> names;
  do {
    if (names.size() == most_columns) fail_too_many_columns(file_name_, header_line_);
    const std::string_view cell = next();
    std::string name;
    for (std::size_t i = 0; i < cell.size(); ++i) {
      name += cell[i];
      if (cell.substr(i, 2) == "\"\"") ++i;
    }
    names.push_back(std::move(name));
  } while (!line_ended_);
  return names;
}

void CsvCells::find_delimiter() {
  constexpr std::string_view candidates = ",;\t";
  std::array<std::size_t, candidates.size()> counts{};
  bool inside_quotes = false;
  for (const char* c = next_; c != end_ && (inside_quotes || (*c != '\n' && *c != '\r')); ++c) {
    if (*c == '"') inside_quotes = !inside_quotes;
    const std::size_t candidate = candidates.find(*c);
    if (!inside_quotes && candidate != std::string_view::npos) ++counts[candidate];
  }
  delimiter_ = candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

bool CsvCells::skip_blank_line() {
  const char* c = next_;
  while (c != end_ && blank(*c)) ++c;
  if (c != end_ && *c != '\n' && *c != '\r') return false;
  next_ = c;
  end_line();
  return true;
}

std::string_view CsvCells::next() {
  while (next_ != end_ && blank(*next_)) ++next_;
  std::string_view cell;
  if (next_ != end_ && *next_ == '"') {
    cell = quoted_cell();
  } else {
    const char* const begin = next_;
    while (next_ != end_ && !ends_cell(*next_)) ++next_;
    const char* last = next_;
    while (last != begin && blank(last[-1])) --last;
    cell = {begin, static_cast<std::size_t>(last - begin)};
  }
  line_ended_ = next_ == end_ || *next_ != delimiter_;
  if (line_ended_) {
    end_line();
  } else {
    ++next_;
  }
  return cell;
}

std::string_view CsvCells::quoted_cell() {
  const std::size_t first_line = line_;
  const char* const begin = ++next_;
  while (true) {
    if (next_ == end_) fail_at(file_name_, first_line, 0, "a quote is opened and never closed");
    if (*next_ == '"') {
      if (end_ - next_ == 1 || next_[1] != '"') break;
      next_ += 2;
    } else if (*next_ == '\n' || *next_ == '\r') {
      end_line();
    } else {
      ++next_;
    }
  }
  const char* const last = next_++;
  while (next_ != end_ && blank(*next_)) ++next_;
  if (next_ != end_ && !ends_cell(*next_)) {
    fail_at(file_name_, line_, 0, "text follows a closing quote; a quote inside a quoted cell is written twice");
  }
  return {begin, static_cast<std::size_t>(last - begin)};
}

void CsvCells::end_line() {
  if (next_ == end_) return;
  const bool carriage_return = *next_++ == '\r';
  if (carriage_return && next_ != end_ && *next_ == '\n') ++next_;
  ++line_;
}

std::size_t CsvCells::lines_left() const {
  const char* const line_end = std::find(next_, end_, '\n');
  return bytes_left() / static_cast<std::size_t>(std::max<std::ptrdiff_t>(line_end - next_, 1)) + 1;
}

std::size_t CsvCells::skip_line() {
  const auto left = bytes_left();
  const auto* const newline = static_cast<const char*>(left == 0 ? nullptr : std::memchr(next_, '\n', left));
  if (newline == nullptr) return 0;
  const auto length = static_cast<std::size_t>(newline - next_);
  const auto* const carriage_return = static_cast<const char*>(std::memchr(next_, '\r', length));
  const bool line_of_its_own = carriage_return != nullptr && carriage_return + 1 != newline;
  if (line_of_its_own || std::memchr(next_, '"', length) != nullptr) return 0;
  const std::size_t cells = static_cast<std::size_t>(std::count(next_, newline, delimiter_)) + 1;
  next_ = newline + 1;
  ++line_;
  line_ended_ = true;
  return cells;
}

std::string problem_with(const CellValue& read, std::string_view cell) {
  switch (read.kind) {
    case CellKind::out_of_range:
      return quoted(cell) + " is out of range";
    case CellKind::mixed_decimal_marks:
      return quoted(cell) + " does not fit: the file has both a decimal comma and a decimal point";
    case CellKind::not_a_number:
    case CellKind::number:
    case CellKind::absent:
      break;
  }
  return quoted(cell) + " is not a number";
}

CellValue CellNumbers::read(std::string_view cell) {
  if (cell.empty()) return {CellKind::absent};
  const std::optional<double> plain = plain_decimal(cell);
  const CellValue value = plain ? CellValue{CellKind::number, *plain} : unusual(cell);
  if (!comma_allowed_ || value.kind != CellKind::number) return value;
  saw_comma_ = saw_comma_ || cell.find(',') != std::string_view::npos;
  saw_point_ = saw_point_ || cell.find('.') != std::string_view::npos;
  return saw_comma_ && saw_point_ ? CellValue{CellKind::mixed_decimal_marks} : value;
}

CellValue CellNumbers::unusual(std::string_view cell) const {
  if (same_word(cell, "nan") || same_word(cell, "na") || same_word(cell, "null")) return {CellKind::absent};
  const std::size_t comma = cell.find(',');
  if (!comma_allowed_ || comma == std::string_view::npos) return any_number(cell);
  if (cell.find('.') != std::string_view::npos) return {CellKind::not_a_number};
  std::string with_point{cell};
  with_point[comma] = '.';
  return any_number(with_point);
}

}  // namespace stretchcore::detail
