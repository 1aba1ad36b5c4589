#include <algorithm>

#include <stretchcore/model/cue.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

void SpokenFile::validate() const {
  detail::require(!file.empty(), "file", "must not be empty");
  detail::require_range("length", length, 100_ms, 60_s);
}

void Cue::validate() const {
  detail::require_kebab_case("id", id);
  detail::require_words("text", text);
  detail::require_range("then_wait", then_wait, 0_s, 120_s);
  detail::require_range("cooldown", cooldown, 0_s, 3600_s);
  detail::require_range("at_most", at_most, 1, 100);
  detail::require(codes.empty() || moment == Moment::ask_health, "codes", "belong to ask_health, the health question");
  for (std::size_t i = 0; i < codes.size(); ++i) {
    detail::require_snake_case(detail::at("codes", i), codes[i]);
    const auto first = std::find(codes.begin(), codes.end(), codes[i]);
    detail::require(first == codes.begin() + static_cast<std::ptrdiff_t>(i), detail::at("codes", i),
                    '"' + codes[i] + "\" is named twice");
  }
  detail::validate_members(*this);
}

}  // namespace stretchcore
