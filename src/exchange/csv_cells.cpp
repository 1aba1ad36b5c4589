#include "csv_cells.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "limits.hpp"
#include "place.hpp"
#include "table_header.hpp"

namespace stretchcore::detail {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::array<double, 16> powers_of_ten{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool same_word(std::string_view cell, std::string_view lower) {
  return std::equal(cell.begin(), cell.end(), lower.begin(), lower.end(),
                    [](char c, char l) { return (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) == l; });
}

/// The usual cell, "-12.345": at most 16 characters hold either a whole number, rounded once, or 15 digits and a point,
/// where digits and power of ten are exact doubles and the one division rounds as `from_chars` would, only faster.
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
  const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error == std::errc::invalid_argument || stop != cell.data() + cell.size()) return {CellKind::not_a_number};
  if (error == std::errc::result_out_of_range) return {CellKind::out_of_range};
  if (std::isnan(value)) return {CellKind::absent};  // also what C and C++ programs print: "-nan", "nan(ind)"
  if (std::isinf(value)) return {CellKind::not_a_number};
  return {CellKind::number, value};
}

constexpr std::uint64_t every_byte(std::uint8_t byte) { return byte * std::uint64_t{0x0101010101010101}; }

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

/// How often a byte stands in a text, eight places at a time.
std::size_t count_of(char byte, std::string_view text) {
  const std::uint64_t wanted = every_byte(static_cast<std::uint8_t>(byte));
  std::size_t count = 0;
  while (text.size() >= sizeof(std::uint64_t)) {
    // A one in every byte that is the wanted one; their sum in each place stays below 256.
    std::uint64_t ones = 0;
    for (int step = 0; step < 255 && text.size() >= sizeof(std::uint64_t); ++step) {
      const std::uint64_t differs = eight_bytes(text.data()) ^ wanted;
      const std::uint64_t nonzero = ((differs & every_byte(0x7f)) + every_byte(0x7f)) | differs;
      ones += (~nonzero >> 7) & every_byte(0x01);
      text.remove_prefix(sizeof(std::uint64_t));
    }
    for (; ones != 0; ones >>= 8) count += ones & 0xff;
  }
  return count + static_cast<std::size_t>(std::count(text.begin(), text.end(), byte));
}

/// The digits that a text begins with, less than eight of them.
struct Digits {
  std::uint64_t value = 0;
  std::size_t count = 0;
};

/// Eight bytes at once, without a branch for each: the first is the lowest of the number they are read as.
Digits digits_at(const char* at) {
  const std::uint64_t values = eight_bytes(at) ^ every_byte('0');  // digits are now 0 to 9, all else is more
  const std::uint64_t others = ((values & every_byte(0x7f)) + every_byte(0x7f - 9)) | values;
  const auto count = static_cast<std::size_t>(std::countr_zero(others & every_byte(0x80))) / 8;
  if (count == 0) return {};
  // As if zeros stood before them; then neighbours are joined: tens, hundreds, ten thousands.
  const std::uint64_t padded = values << (8 * (8 - count));
  const std::uint64_t pairs = (padded * 10 + (padded >> 8)) & 0x00ff00ff00ff00ff;
  const std::uint64_t fours = (pairs * 100 + (pairs >> 16)) & 0x0000ffff0000ffff;
  return {(fours * 10000 + (fours >> 32)) & 0xffffffff, count};
}

}  // namespace

CsvCells::CsvCells(std::string_view text, std::string_view file_name) : file_name_(file_name) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  next_ = text.data();
  end_ = text.data() + text.size();
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

std::optional<PlainNumber> CsvCells::next_plain() {
  // A sign, two times eight bytes that are looked at, a point and what ends the line.
  constexpr std::ptrdiff_t furthest_look = 20;
  if (std::endian::native != std::endian::little || end_ - next_ < furthest_look) return std::nullopt;
  const bool negative = *next_ == '-';
  const char* at = next_ + (negative ? 1 : 0);
  const Digits whole = digits_at(at);
  if (whole.count == 0 || whole.count == 8) return std::nullopt;
  at += whole.count;
  auto digits = static_cast<double>(whole.value);
  const bool point = *at == '.';
  if (point) {
    const Digits decimals = digits_at(++at);
    if (decimals.count == 0 || decimals.count == 8) return std::nullopt;
    at += decimals.count;
    // Fourteen digits and a power of ten are exact doubles, and the one division rounds as `from_chars` would.
    digits =
        (digits * powers_of_ten[decimals.count] + static_cast<double>(decimals.value)) / powers_of_ten[decimals.count];
  }
  if (!ends_cell(*at)) return std::nullopt;
  const PlainNumber number{negative ? -digits : digits, point, {next_, static_cast<std::size_t>(at - next_)}};
  next_ = at;
  line_ended_ = *next_ != delimiter_;
  if (line_ended_) {
    end_line();
  } else {
    ++next_;
  }
  return number;
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
  const std::size_t cells = count_of(delimiter_, {next_, length}) + 1;
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
  return with_marks(value, cell.find(',') != std::string_view::npos, cell.find('.') != std::string_view::npos);
}

CellValue CellNumbers::read(const PlainNumber& number) {
  const CellValue value{CellKind::number, number.value};
  return comma_allowed_ ? with_marks(value, false, number.point) : value;
}

CellValue CellNumbers::with_marks(CellValue value, bool comma, bool point) {
  saw_comma_ = saw_comma_ || comma;
  saw_point_ = saw_point_ || point;
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
