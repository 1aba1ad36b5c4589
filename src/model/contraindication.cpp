#include <stretchcore/model/contraindication.hpp>

#include "model/require.hpp"

namespace stretchcore {

void Contraindication::validate() const {
  detail::require_snake_case("code", code);
  detail::require_words("text", text);
  detail::validate_members(*this);
}

}  // namespace stretchcore
