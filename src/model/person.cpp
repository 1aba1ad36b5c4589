#include <algorithm>
#include <string_view>

#include <stretchcore/model/person.hpp>

#include "model/require.hpp"

namespace stretchcore {
namespace {

bool is_date(std::string_view text) {
  constexpr std::string_view pattern = "dddd-dd-dd";
  const auto fits = [](char c, char wanted) { return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted; };
  return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(), fits);
}

}  // namespace

using namespace literals;

void Clearance::validate() const {
  detail::require_words("code", code);
  if (!exercise.empty()) detail::require_kebab_case("exercise", exercise);
}

void MotionLimit::validate() const {
  detail::require(direction != MotionDirection::both, "direction", "is both; write a limit for each");
  detail::require(!side || paired(motion), "side",
                  "is of a motion of the midline; leave it out, and say the side by the direction");
  detail::require_range("at_most", at_most, -90_deg, 180_deg);
  if (!exercise.empty()) detail::require_kebab_case("exercise", exercise);
  detail::require(until.empty() || is_date(until), "until", '"' + until + "\" is not a date like \"2027-03-31\"");
}

void Person::validate() const {
  for (const auto& [code, fact] : facts) detail::require_snake_case("facts", code);
  for (const auto& [id, asked] : questionnaires) detail::require_words("questionnaires", id);
  detail::validate_members(*this);
}

}  // namespace stretchcore
