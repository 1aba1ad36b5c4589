#include <stretchcore/model/contraindication.hpp>

#include "model/require.hpp"

namespace stretchcore {

void Contraindication::validate() const {
  detail::require_snake_case("code", code);
  detail::require_words("text", text);
  detail::require_range("most_of_easy", most_of_easy, 0.1, 1.0);
  const bool changes = most_of_easy < 1.0 || goal;
  detail::require(caution != Caution::fine || !changes, "caution", "fine changes nothing; write modify");
  detail::require(caution != Caution::postpone || !changes, "caution", "postpone changes nothing; write modify");
  detail::validate_members(*this);
}

}  // namespace stretchcore
