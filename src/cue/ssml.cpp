#include <algorithm>
#include <string_view>

#include <stretchcore/cue/ssml.hpp>

#include "cue/markup.hpp"

namespace stretchcore {
namespace {

constexpr Time longest_break{10'000'000'000};
constexpr Time shortest_break{50'000'000};

/// As XML has it: without the characters that it has not.
std::string escaped(std::string_view text) {
  std::string known{text};
  std::erase_if(known, [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t'; });
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (auto at = known.find(none); at != known.npos; at = known.find(none, at)) known.erase(at, none.size());
  }
  return detail::escaped(known, true);
}

std::string silence(Time length) {
  std::string breaks;
  for (; length >= shortest_break; length -= std::min(length, longest_break)) {
    const auto milliseconds = std::min(length, longest_break).count() / 1'000'000;
    breaks += "  <break time=\"" + std::to_string(milliseconds) + "ms\"/>\n";
  }
  return breaks;
}

}  // namespace

std::string to_ssml(std::span<const Line> lines, std::string_view language, Ssml version) {
  const bool marks = version == Ssml::v1_1;
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<speak version=\"";
  text += marks ? "1.1" : "1.0";
  text += "\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"" + escaped(language) + "\">\n";
  Time said{0};
  int number = 0;
  for (const Line& line : lines) {
    text += silence(line.start - said);
    ++number;
    if (marks) text += "  <mark name=\"line-" + std::to_string(number) + "\"/>\n";
    text += "  <s>" + escaped(line.text) + "</s>\n";
    said = std::max(line.end, line.start);
  }
  return text + "</speak>\n";
}

}  // namespace stretchcore
