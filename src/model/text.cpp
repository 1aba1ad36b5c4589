#include <stretchcore/model/text.hpp>

namespace stretchcore {
namespace {

/// The longest tag of these words that `tag` begins with, in this register.
Text::const_iterator find(const Text& text, std::string_view tag, std::string_view in_register) {
  while (!tag.empty()) {
    const auto found = text.find(std::string{tag}.append(in_register));
    if (found != text.end()) return found;
    const auto last = tag.rfind('-');
    tag = tag.substr(0, last == tag.npos ? 0 : last);
  }
  return text.end();
}

Text::const_iterator find(const Text& text, std::string_view language) {
  const auto separator = language.find("-x-");
  const std::string_view tag = language.substr(0, separator);
  if (separator != language.npos) {
    const auto found = find(text, tag, language.substr(separator));
    if (found != text.end()) return found;
  }
  const auto found = find(text, tag, {});
  if (found != text.end()) return found;
  const auto english = text.find("en");
  return english == text.end() ? text.begin() : english;
}

}  // namespace

std::string_view spoken_language(const Text& text, std::string_view language) {
  const auto found = find(text, language);
  return found == text.end() ? std::string_view{} : std::string_view{found->first};
}

const std::string& in_language(const Text& text, std::string_view language) {
  static const std::string nothing;
  const auto found = find(text, language);
  return found == text.end() ? nothing : found->second;
}

}  // namespace stretchcore
