#include <algorithm>

#include <stretchcore/model/phrase_pack.hpp>

#include "model/require.hpp"

namespace stretchcore {

void Phrase::validate() const {
  detail::require_words("text", text);
  detail::validate_members(*this);
}

void PhrasePack::validate() const {
  detail::require_language("language", language);
  for (const auto& [id, phrase] : phrases) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    detail::require(!id.empty() && std::all_of(id.begin(), id.end(), fits), "phrases." + id,
                    '"' + id + "\" is not an id like \"standard-pause\"");
  }
  for (const auto& [key, word] : words) {
    detail::require_snake_case("words." + key, key);
    detail::require_words("words." + key, word);
  }
  detail::validate_member("phrases", phrases);
}

}  // namespace stretchcore
