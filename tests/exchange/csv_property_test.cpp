#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/csv.hpp>

#include "catch.hpp"

namespace exchange_csv_property_test {

using namespace stretchcore;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }
  double number(double limit) { return std::uniform_real_distribution<double>{-limit, limit}(engine_); }
  template <class Sequence>
  auto one_of(const Sequence& sequence) {
    return sequence[below(sequence.size())];
  }
  template <class Sequence>
  void shuffle(Sequence& sequence) {
    std::shuffle(sequence.begin(), sequence.end(), engine_);
  }

 private:
  std::mt19937 engine_;
};

Recording random_recording(Dice& dice) {
  const std::size_t rows = 1 + dice.below(30);
  std::vector<double> time(rows);
  for (double& t : time) t = dice.number(1000.0);
  Recording recording{time};
  for (std::size_t n = 1 + dice.below(6); n > 0; --n) {
    std::vector<double> column(rows);
    for (double& value : column) value = dice.chance(5) ? absent : dice.number(dice.chance(9) ? 1e-300 : 180.0);
    recording.set(static_cast<Channel>(dice.below(channel_count)), std::move(column));
  }
  return recording;
}

/// The shortest text that reads back as the same bits.
std::string exact(double value, char decimal_mark) {
  std::array<char, 64> buffer{};
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  std::string text{buffer.data(), written.ptr};
  std::replace(text.begin(), text.end(), '.', decimal_mark);
  return text;
}

/// A recording written as text in a way of its own, and how to read it back.
struct Written {
  std::string text;
  ReadOptions options;
  // Where the cells stand that are read: line and column.
  struct Place {
    std::size_t line;
    std::size_t column;
    std::size_t begin;
    std::size_t length;
  };
  std::vector<Place> places;
};

class CsvWriter {
 public:
  CsvWriter(const Recording& recording, Dice& dice) : recording_(recording), dice_(dice) {
    delimiter_ = dice_.one_of(std::string_view{",;\t"});
    decimal_mark_ = delimiter_ != ',' && dice_.chance(2) ? ',' : '.';
    line_end_ = dice_.one_of(std::vector<std::string>{"\n", "\r\n", "\r"});
    columns_ = {Column{time_column}};
    recording_.channels().each([&](Channel c) { columns_.push_back({static_cast<int>(index(c))}); });
    for (std::size_t extra = dice_.below(4); extra > 0; --extra) columns_.push_back({extra_column});
    dice_.shuffle(columns_);
  }

  Written write() {
    if (dice_.chance(3)) out_.text += "\xEF\xBB\xBF";
    if (dice_.chance(3)) end_line("# by hand; for a test, \"");
    for (Column& column : columns_) cell(header_of(column), false);
    end_line();
    for (std::size_t row = 0; row < recording_.size(); ++row) {
      for (const Column& column : columns_) cell(cell_of(column, row), column.holds != extra_column);
      end_line();
    }
    return out_;
  }

 private:
  static constexpr int time_column = -1;
  static constexpr int extra_column = -2;
  struct Column {
    int holds;
    double sign = 1.0;
  };

  std::string header_of(Column& column) {
    const std::string number = std::to_string(at_);
    if (column.holds == extra_column) return dice_.chance(3) ? "note" : "pelvis tilt " + number;
    const std::string ours{column.holds == time_column ? "time" : name(static_cast<Channel>(column.holds))};
    if (dice_.chance(2)) return column.holds == time_column || dice_.chance(2) ? ours : ours + "_deg";
    const std::string theirs = "col \"" + number + "\"";
    const bool turned = column.holds != time_column && dice_.chance(2);
    if (turned) column.sign = -1.0;
    std::string left = ours;
    std::string right = theirs;
    if (dice_.chance(2)) std::swap(left, right);
    if (turned) (dice_.chance(2) ? left : right).insert(0, "-");
    out_.options.columns[left] = right;
    return theirs;
  }

  std::string cell_of(const Column& column, std::size_t row) {
    if (column.holds == extra_column)
      return dice_.one_of(std::vector<std::string>{"", "x", "1.5", "a \"b\"", "\r\n,;\t"});
    if (column.holds == time_column) return exact(recording_.time()[row], decimal_mark_);
    const double value = recording_.column(static_cast<Channel>(column.holds))[row];
    if (std::isnan(value)) return dice_.one_of(std::vector<std::string>{"", "nan", "NA", "null"});
    return exact(value * column.sign, decimal_mark_);
  }

  void cell(const std::string& content, bool is_read) {
    if (at_++ > 0) out_.text += delimiter_;
    const bool must_quote = content.find_first_of("\"\r\n,;\t") != std::string::npos;
    const bool quote = (must_quote && !is_read) || dice_.chance(6);
    if (quote) out_.text += '"';
    if (is_read) out_.places.push_back({line_, at_, out_.text.size(), content.size()});
    for (const char c : content) out_.text.append(c == '"' ? 2 : 1, c);
    if (content.find('\r') != std::string::npos) ++line_;
    if (quote) out_.text += '"';
  }

  void end_line(std::string_view content = {}) {
    out_.text.append(content).append(line_end_);
    ++line_;
    at_ = 0;
  }

  const Recording& recording_;
  Dice& dice_;
  Written out_;
  char delimiter_ = ',';
  char decimal_mark_ = '.';
  std::string line_end_;
  std::vector<Column> columns_;
  std::size_t line_ = 1;
  std::size_t at_ = 0;
};

}  // namespace

TEST_CASE("any recording written as text is read back equal, to the last bit") {
  Dice dice{1};
  for (int trial = 0; trial < 2000; ++trial) {
    const Recording recording = random_recording(dice);
    const Written written = CsvWriter{recording, dice}.write();
    CAPTURE(trial, written.text);
    REQUIRE(parse_csv(written.text, written.options) == recording);
  }
}

TEST_CASE("an error planted anywhere is found at its line and column") {
  Dice dice{2};
  for (int trial = 0; trial < 2000; ++trial) {
    Written written = CsvWriter{random_recording(dice), dice}.write();
    const Written::Place place = dice.one_of(written.places);
    written.text.replace(place.begin, place.length, "12x");
    CAPTURE(trial, written.text);
    try {
      parse_csv(written.text, written.options);
      FAIL("nothing thrown");
    } catch (const RecordingError& error) {
      REQUIRE(error.line() == place.line);
      REQUIRE(error.column() == place.column);
      REQUIRE_THAT(error.what(), Catch::Matchers::StartsWith("CSV:" + std::to_string(place.line) + ':' +
                                                             std::to_string(place.column) + ": ") &&
                                     Catch::Matchers::EndsWith(": \"12x\" is not a number"));
    }
  }
}

TEST_CASE("damaged text is read or refused, and nothing else happens") {
  Dice dice{3};
  const std::vector<std::string> pieces{"\"",
                                        ",",
                                        ";",
                                        "\t",
                                        "\n",
                                        "\r",
                                        "#",
                                        "-",
                                        ".",
                                        "e",
                                        "9",
                                        "nan",
                                        "inf",
                                        "time",
                                        std::string{"\0x", 2},
                                        "\xEF\xBB\xBF",
                                        "\xFF",
                                        "pelvis_tilt",
                                        "1e999",
                                        "\n\n"};
  int refused = 0;
  int read = 0;
  for (int trial = 0; trial < 5000; ++trial) {
    Written written = CsvWriter{random_recording(dice), dice}.write();
    for (std::size_t damage = 1 + dice.below(4); damage > 0 && !written.text.empty(); --damage) {
      const std::size_t at = dice.below(written.text.size());
      switch (dice.below(4)) {
        case 0:
          written.text.insert(at, dice.one_of(pieces));
          break;
        case 1:
          written.text.erase(at, 1 + dice.below(20));
          break;
        case 2:
          written.text[at] = static_cast<char>(dice.below(256));
          break;
        default:
          if (dice.chance(4)) written.text.resize(at);
          if (dice.chance(4)) written.options.columns[dice.one_of(pieces)] = dice.one_of(pieces);
      }
    }
    try {
      const Recording recording = parse_csv(written.text, written.options);
      REQUIRE_FALSE(recording.empty());
      REQUIRE_FALSE(recording.channels().empty());
      ++read;
    } catch (const RecordingError& error) {
      REQUIRE_THAT(error.what(), Catch::Matchers::StartsWith("CSV:"));
      ++refused;
    }
  }
  CHECK(refused > 500);
  CHECK(read > 500);
}

TEST_CASE("a number is read to the same bits as the C library reads it") {
  Dice dice{4};
  for (int trial = 0; trial < 20000; ++trial) {
    std::string cell = dice.chance(2) ? "-" : "";
    for (std::size_t digits = 1 + dice.below(17); digits > 0; --digits) cell += static_cast<char>('0' + dice.below(10));
    if (!dice.chance(4)) cell.insert(cell.size() - dice.below(cell.size() - (cell[0] == '-' ? 1 : 0)), 1, '.');
    if (dice.chance(8)) cell.append("e").append(std::to_string(static_cast<int>(dice.below(60)) - 30));
    const Recording recording = parse_csv(std::string{"t,pelvis_tilt\n0,"}.append(cell).append("\n"));
    CAPTURE(cell);
    REQUIRE(recording.column(Channel::pelvis_tilt)[0] == std::strtod(cell.c_str(), nullptr));
  }
}

}  // namespace exchange_csv_property_test
