#pragma once

// Sentences of the library's own, in the languages it speaks.

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

namespace stretchcore::detail {

enum class Tongue { en, de, es };

inline Tongue tongue(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "de") return Tongue::de;
  if (primary == "es") return Tongue::es;
  return Tongue::en;
}

using Sentence = std::array<std::string_view, 3>;

inline std::string_view in(const Sentence& sentence, Tongue t) { return sentence[static_cast<std::size_t>(t)]; }

/// With the whole number in the place of {}.
inline std::string fill(std::string_view sentence, double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), std::llround(std::fabs(value))).ptr;
  std::string text{sentence};
  text.replace(text.find("{}"), 2, digits.data(), static_cast<std::size_t>(end - digits.data()));
  return text;
}

}  // namespace stretchcore::detail
