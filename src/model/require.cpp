#include "model/require.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace stretchcore::detail {
namespace {

constexpr int longest_text = 4000;  // bytes: more than a person listens to

std::string in_words(int value) { return std::to_string(value); }

std::string in_words(double value) {
  std::array<char, 32> digits;
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return {digits.data(), written.ptr};
}

std::string in_words(Time value) { return in_words(to_seconds(value)) + " s"; }
std::string in_words(Angle value) { return in_words(value.degrees()) + "°"; }

template <class T>
void require_between(std::string_view field, T value, T lowest, T highest) {
  if (value < lowest) throw InvalidModel(std::string{field}, in_words(value) + " is below " + in_words(lowest));
  if (value > highest) throw InvalidModel(std::string{field}, in_words(value) + " exceeds " + in_words(highest));
}

bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return lower(c) || (c >= 'A' && c <= 'Z'); }
bool blank(std::string_view words) { return words.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// Words of small letters and digits with one `separator` between them, the first word beginning with a letter.
bool joined_words(std::string_view value, char separator) {
  if (value.empty() || !lower(value.front()) || value.back() == separator) return false;
  char before = 0;
  for (const char c : value) {
    if (!lower(c) && !digit(c) && (c != separator || before == separator)) return false;
    before = c;
  }
  return true;
}

/// A language of two or three letters, then parts of up to eight letters and digits.
bool language_tag(std::string_view tag) {
  bool first = true;
  for (;;) {
    const std::size_t end = std::min(tag.find('-'), tag.size());
    const std::string_view part = tag.substr(0, end);
    const bool fits = first ? part.size() >= 2 && part.size() <= 3 && std::all_of(part.begin(), part.end(), letter)
                            : !part.empty() && part.size() <= 8 &&
                                  std::all_of(part.begin(), part.end(), [](char c) { return letter(c) || digit(c); });
    if (!fits) return false;
    if (end == tag.size()) return true;
    tag.remove_prefix(end + 1);
    first = false;
  }
}

std::string quoted(std::string_view value) { return std::string{'"'}.append(value).append(1, '"'); }

}  // namespace

void require(bool fine, std::string_view field, std::string_view problem) {
  if (!fine) throw InvalidModel(std::string{field}, std::string{problem});
}

void require_range(std::string_view field, int value, int lowest, int highest) {
  require_between(field, value, lowest, highest);
}

void require_range(std::string_view field, double value, double lowest, double highest) {
  require(value == value, field, "is not a number");
  require_between(field, value, lowest, highest);
}

void require_range(std::string_view field, Time value, Time lowest, Time highest) {
  require_between(field, value, lowest, highest);
}

void require_range(std::string_view field, Angle value, Angle lowest, Angle highest) {
  require(value.finite(), field, "is not a finite angle");
  require_between(field, value, lowest, highest);
}

void require_words(std::string_view field, std::string_view value) { require(!blank(value), field, "is empty"); }

void require_words(std::string_view field, const Text& value) {
  require(!value.empty(), field, R"(has no words in any language, like {"en": "Rest."})");
}

void require_kebab_case(std::string_view field, std::string_view value) {
  require(joined_words(value, '-'), field, quoted(value) + " is not an id like \"knees-soft\"");
}

void require_snake_case(std::string_view field, std::string_view value) {
  require(joined_words(value, '_'), field, quoted(value) + " is not a code like \"hip_surgery\"");
}

void require_language(std::string_view field, std::string_view tag) {
  if (language_tag(tag)) return;
  throw InvalidModel(std::string{field}, quoted(tag) + " is not a language tag like \"en\" or \"de-AT\"");
}

void require_languages(std::string_view field, const Text& value) {
  for (const auto& [tag, words] : value) {
    require_language(field, tag);
    const bool fits = words.size() <= static_cast<std::size_t>(longest_text);
    if (fits && !blank(words)) continue;  // what is wrong is put into words only where something is
    throw InvalidModel(std::string{field} + "." + tag, fits ? "is empty"
                                                            : "has " + in_words(static_cast<int>(words.size())) +
                                                                  " bytes, at most " + in_words(longest_text) + " fit");
  }
}

std::string at(std::string_view list, std::size_t index, std::string_view member) {
  std::string place = std::string{list} + "[" + std::to_string(index) + "]";
  if (!member.empty()) place.append(".").append(member);
  return place;
}

}  // namespace stretchcore::detail
