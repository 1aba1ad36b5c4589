#include <stretchcore/model/cue.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

void Cue::validate() const {
  detail::require_kebab_case("id", id);
  detail::require_words("text", text);
  detail::require_range("then_wait", then_wait, 0_s, 120_s);
  detail::validate_members(*this);
}

}  // namespace stretchcore
