#include "terms.hpp"

#include "plan.hpp"
#include "safety/weighing.hpp"

namespace stretchcore {

const Bearing& Terms::if_yes(const SessionPlan& plan, int code) const {
  const auto place = static_cast<std::size_t>(code);
  return agreed[place] ? plan.codes[place].if_agreed : plan.codes[place].if_yes;
}

bool Terms::matters(const SessionPlan& plan, int code) const {
  return !known[static_cast<std::size_t>(code)] && if_yes(plan, code).verdict != ScreeningVerdict::cleared;
}

Terms terms(const SessionPlan& plan, const Person& person) {
  person.validate();
  require_known(person, plan.known_codes);
  const auto fact_of = [&](const std::string& code) { return known_fact(person, code); };
  Terms result;
  for (std::size_t i = 0; i < plan.codes.size(); ++i) {
    const std::string& code = plan.codes[i].code;
    const Fact fact = known_fact(person, code);
    const bool in_part = narrowed(plan.weighed, code, fact_of);
    result.known[i] = in_part || fact != Fact::unknown;
    result.has[i] = !in_part && fact == Fact::yes;
    result.agreed[i] = agreed(person, code, plan.exercise.id);
  }
  const Weighed all = weigh(person, plan.weighed, fact_of, plan.counted);
  const auto without_wholes = [&](const std::string& code) {
    const int place = plan.place_of_code(code);
    const bool whole = place >= 0 && !plan.codes[static_cast<std::size_t>(place)].parts.empty();
    const Fact fact = known_fact(person, code);
    return whole && fact == Fact::yes ? Fact::no : fact;
  };
  const Weighed before = weigh(person, plan.weighed, without_wholes, plan.counted);
  result.before = {before.as_if_well, before.reasons, before.unknown};
  result.unclear = all.bearing.verdict == ScreeningVerdict::unknown;
  return result;
}

}  // namespace stretchcore
