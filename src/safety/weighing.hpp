#pragma once

// What is known of a person, looked at in one order wherever it is weighed. Allocates nothing.

#include <stretchcore/safety/health_conditions.hpp>

#include "safety/bearing.hpp"
#include "safety/keeping.hpp"

namespace stretchcore {

inline bool considered(const Exercise& exercise, const std::string& code) {
  if (exercise.demands && is_condition(code)) return true;  // what asks nothing of it does not matter for it
  return std::any_of(exercise.contraindications.begin(), exercise.contraindications.end(),
                     [&](const Contraindication& one) { return one.code == code; });
}

/// What cannot be held needs a professional's word, or another exercise.
inline Bearing bearing_of(Keeping kept) {
  return {kept == Keeping::held ? ScreeningVerdict::modified : ScreeningVerdict::needs_clearance};
}

/// Whether the person has a part of this condition, which counts in its place.
template <class FactOf>
bool narrowed(const Exercise& exercise, const std::string& code, const FactOf& fact_of) {
  const auto parts = condition_parts();
  return std::any_of(parts.begin(), parts.end(), [&](const ConditionPart& part) {
    return part.of == code && fact_of(part.code) == Fact::yes && considered(exercise, part.code);
  });
}

/// Looks at everything that bears on an exercise. `fact_of(code)` says whether the person has a condition. Calls
/// `known(condition, agreed)` for each condition that they have, `missed(condition)` for one of which that is not known
/// and matters, `strange(code)` for one that the exercise was not written for, `questionnaire(id, clear, agreed)` for
/// each questionnaire that is not clear, and `limited(limit, keeping)` for each limit that the exercise leads up to.
template <class FactOf, class Known, class Missed, class Strange, class Asked, class Limited>
void weigh_all(const Person& person, const Exercise& exercise, const FactOf& fact_of, const Known& known,
               const Missed& missed, const Strange& strange, const Asked& questionnaire, bool measured,
               const Limited& limited) {
  for (const Contraindication& one : exercise.contraindications) {
    if (one.caution == Caution::fine || narrowed(exercise, one.code, fact_of)) continue;
    const Fact fact = fact_of(one.code);
    if (fact == Fact::unknown && one.unknown_means != UnknownMeans::as_no) missed(one);
    if (fact == Fact::yes) known(one, needs_word(one) && agreed(person, one.code, exercise.id));
  }
  for (const auto& [code, fact] : person.facts) {
    if (fact == Fact::yes && !considered(exercise, code)) strange(code);
  }
  for (const auto& [id, asked] : person.questionnaires) {
    if (asked.clear != Fact::yes) questionnaire(id, asked.clear, agreed(person, id, exercise.id));
  }
  for (const MotionLimit& limit : person.limits) {
    const Keeping kept = keeping(limit, exercise, measured);
    if (kept != Keeping::untouched) limited(limit, kept);
  }
}

/// What all that is known comes to.
struct Weighed {
  Bearing bearing;
  Bearing as_if_well;  ///< the same, as if each condition of which nothing is known were a no
  int reasons = 0;
  int unknown = 0;
};

template <class FactOf>
Weighed weigh(const Person& person, const Exercise& exercise, const FactOf& fact_of, bool measured) {
  Weighed all;
  const auto add = [&](const Bearing& bearing) {
    all.bearing.add(bearing);
    all.as_if_well.add(bearing);
  };
  const auto known = [&](const Contraindication& one, bool agreed_to) {
    ++all.reasons;
    add(bearing(one, agreed_to));
  };
  const auto missed = [&](const Contraindication& one) {
    ++all.unknown;
    all.bearing.add(bearing_of_unknown(one));
  };
  const auto strange = [&](const std::string&) {
    ++all.reasons;
    add({ScreeningVerdict::unknown});
  };
  const auto questionnaire = [&](const std::string&, Fact clear, bool agreed_to) {
    ++(clear == Fact::no ? all.reasons : all.unknown);
    add(clear == Fact::no ? bearing(Contraindication{}, agreed_to) : Bearing{ScreeningVerdict::unknown});
  };
  const auto limited = [&](const MotionLimit&, Keeping kept) {
    ++all.reasons;
    add(bearing_of(kept));
  };
  weigh_all(person, exercise, fact_of, known, missed, strange, questionnaire, measured, limited);
  const bool easily = exercise.dose.goal == Goal::move_easily;
  all.bearing.move_easily = all.bearing.move_easily || easily;
  all.as_if_well.move_easily = all.as_if_well.move_easily || easily;
  return all;
}

}  // namespace stretchcore
