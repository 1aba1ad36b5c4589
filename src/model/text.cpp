#include <stretchcore/model/text.hpp>

namespace stretchcore {

const std::string& in_language(const Text& text, std::string_view language) {
  static const std::string nothing;
  const std::string_view first_part = language.substr(0, language.find('-'));
  for (const std::string_view tag : {language, first_part, std::string_view{"en"}}) {
    if (const auto found = text.find(std::string{tag}); found != text.end()) return found->second;
  }
  return text.empty() ? nothing : text.begin()->second;
}

}  // namespace stretchcore
