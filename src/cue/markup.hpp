#pragma once

// Text in a document of tags.

#include <string>
#include <string_view>

namespace stretchcore::detail {

/// What stands for a character that tags are made of; nothing for any other.
constexpr std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    default:
      return {};
  }
}

/// The text with entities for `& < >`, and for quotes where it stands in an attribute.
inline std::string escaped(std::string_view text, bool quotes_too) {
  std::string safe;
  for (const char c : text) {
    const bool quote = c == '"' || c == '\'';
    const std::string_view entity = quote && !quotes_too ? std::string_view{} : entity_of(c);
    if (entity.empty()) {
      safe += c;
    } else {
      safe += entity;
    }
  }
  return safe;
}

}  // namespace stretchcore::detail
