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
  detail::validate_members(*this);
}

}  // namespace stretchcore
