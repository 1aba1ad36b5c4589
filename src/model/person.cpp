#include <stretchcore/model/person.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

void Clearance::validate() const {
  detail::require_words("code", code);
  if (!exercise.empty()) detail::require_kebab_case("exercise", exercise);
  detail::require_range("limit", limit, 0_deg, 180_deg);
}

void Person::validate() const {
  detail::require_range("prescription", prescription, 0_deg, 180_deg);
  detail::require_range("clinician_limit", clinician_limit, 0_deg, 180_deg);
  for (const auto& [code, fact] : facts) detail::require_snake_case("facts", code);
  for (const auto& [id, asked] : questionnaires) detail::require_words("questionnaires", id);
  detail::validate_members(*this);
}

}  // namespace stretchcore
