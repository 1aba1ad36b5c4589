#pragma once

// What is known of a person, looked at in one order wherever it is weighed. Allocates nothing.

#include "safety/bearing.hpp"

namespace stretchcore {

inline bool considered(const Exercise& exercise, const std::string& code) {
  return std::any_of(exercise.contraindications.begin(), exercise.contraindications.end(),
                     [&](const Contraindication& one) { return one.code == code; });
}

/// Looks at everything that bears on an exercise. `fact_of(code)` says whether the person has a condition. Calls
/// `known(condition, agreed)` for each condition that they have, `questionnaire(id, agreed)` for each questionnaire
/// that left something open, `strange(code)` for a condition that the exercise was not written for, `missed(code)` for
/// what is not known, and `allowed(limit)` for a limit that a professional agreed to.
template <class FactOf, class Known, class Asked, class Strange, class Missed, class Allowed>
void weigh_all(const Person& person, const Exercise& exercise, const FactOf& fact_of, const Known& known,
               const Asked& questionnaire, const Strange& strange, const Missed& missed, const Allowed& allowed) {
  for (const Contraindication& one : exercise.contraindications) {
    if (one.caution == Caution::fine) continue;
    const Fact fact = fact_of(one.code);
    if (fact == Fact::unknown) missed(one.code);
    if (fact == Fact::yes) known(one, one.caution == Caution::avoid && agreed(person, one.code, exercise.id));
  }
  for (const auto& [code, fact] : person.facts) {
    if (fact == Fact::yes && !considered(exercise, code)) strange(code);
  }
  for (const auto& [id, asked] : person.questionnaires) {
    if (asked.clear == Fact::no) questionnaire(id, agreed(person, id, exercise.id));
    if (asked.clear == Fact::unknown) missed(id);
  }
  for (const Clearance& clearance : person.clearances) {
    if (applies(clearance, exercise.id) && clearance.limit) allowed(*clearance.limit);
  }
}

/// What all that is known comes to.
struct Weighed {
  Bearing bearing;
  std::optional<Angle> limit{};  ///< the least of what professionals agreed to, per side
  int reasons = 0;
  int unknown = 0;
};

template <class FactOf>
Weighed weigh(const Person& person, const Exercise& exercise, const FactOf& fact_of) {
  Weighed all;
  const auto add = [&](int& count, const Bearing& bearing) {
    ++count;
    all.bearing.add(bearing);
  };
  weigh_all(
      person, exercise, fact_of,
      [&](const Contraindication& one, bool agreed_to) { add(all.reasons, bearing(one, agreed_to)); },
      [&](const std::string&, bool agreed_to) { add(all.reasons, bearing(Contraindication{}, agreed_to)); },
      [&](const std::string&) { add(all.reasons, {ScreeningVerdict::unknown}); },
      [&](const std::string&) { add(all.unknown, {ScreeningVerdict::unknown}); },
      [&](Angle limit) {
        all.limit = std::min(all.limit.value_or(limit), limit);
        all.bearing.add({ScreeningVerdict::modified});
      });
  all.bearing.move_easily = all.bearing.move_easily || exercise.dose.goal == Goal::move_easily;
  return all;
}

}  // namespace stretchcore
