#include "document/read_scalars.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

#include <stretchcore/error.hpp>

namespace stretchcore::detail {
namespace {

using Kind = JsonValue::Kind;

/// The nanoseconds of plain decimal digits, "12.5"; they may be finer than a double, and finer than a nanosecond.
Time nanoseconds_of(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::int64_t count = 0;
  std::from_chars(digits.data(), digits.data() + point, count);
  digits.remove_prefix(std::min(point + 1, digits.size()));
  const auto decimal = [&](std::size_t place) { return place < digits.size() ? digits[place] - '0' : 0; };
  for (std::size_t place = 0; place < 9; ++place) count = count * 10 + decimal(place);
  if (decimal(9) >= 5) ++count;
  return Time{negative ? -count : count};
}

}  // namespace

void refuse(const Path& path, const std::string& problem) { throw DocumentError(path.text(), problem); }

void refuse_word(const JsonValue& json, const Path& path, std::span<const std::string_view> words) {
  refuse(path, shown(json) + " is not one of " + listed(words) +
                   (json.kind == Kind::string ? suggestion(json.text, words) : std::string{}));
}

void refuse_member(std::string_view key, const Path& path, std::string_view type,
                   std::span<const std::string_view> members) {
  const std::string near = suggestion(key, members);
  const std::string word = shortened(key);
  refuse(Path{path, word},
         "unknown member of " + std::string{type} + (near.empty() ? ", which has " + listed(members) : near));
}

void expect(const JsonValue& json, Kind kind, const Path& path, std::string_view expected) {
  if (json.kind != kind) refuse(path, shown(json) + " is not " + std::string{expected});
}

void expect_count(const JsonValue& json, std::size_t least, std::size_t most, const Path& path) {
  const std::size_t count = json.members.size();
  if (count > most) refuse(path, std::to_string(count) + " elements exceed " + std::to_string(most));
  if (count < least) refuse(path, std::to_string(count) + " elements are fewer than " + std::to_string(least));
}

bool read_boolean(const JsonValue& json, const Path& path) {
  expect(json, Kind::boolean, path, "true or false");
  return json.truth;
}

double read_number(const JsonValue& json, const Path& path, std::string_view expected) {
  expect(json, Kind::number, path, expected);
  return json.number;
}

std::string read_whole_number(const JsonValue& json, const Path& path) {
  expect(json, Kind::number, path, "a whole number");
  if (json.text.find_first_of(".eE") == std::string::npos) return json.text;
  constexpr double exact = 9007199254740992.0;  // 2^53: up to here a double is the number that was written
  if (json.number != std::trunc(json.number) || std::fabs(json.number) > exact) {
    refuse(path, shown(json) + " is not a whole number");
  }
  return std::to_string(static_cast<std::int64_t>(json.number));
}

double read_sensor_number(const JsonValue& json, const Path& path) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (json.kind == Kind::string) {
    if (json.text == "nan") return std::numeric_limits<double>::quiet_NaN();
    if (json.text == "inf") return infinity;
    if (json.text == "-inf") return -infinity;
  }
  return read_number(json, path, "a number of degrees");
}

Time read_time(const JsonValue& json, const Path& path) {
  const double value = read_number(json, path, "a number of seconds");
  if (std::fabs(value) > longest_seconds) refuse(path, shown(json) + " s is more than a century");
  return json.text.find_first_of("eE") == std::string::npos ? nanoseconds_of(json.text) : seconds(value);
}

std::string read_string(const JsonValue& json, const Path& path) {
  expect(json, Kind::string, path, "a text in quotes");
  return json.text;
}

Text read_text(const JsonValue& json, const Path& path) {
  expect(json, Kind::object, path, R"(words by language, like {"en": "Rest."})");
  Text text;
  for (const auto& [language, words] : json.members) {
    const std::string tag = shortened(language);
    text.emplace(language, read_string(words, Path{path, tag}));
  }
  return text;
}

}  // namespace stretchcore::detail
