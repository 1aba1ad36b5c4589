#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <stretchcore/safety/screening.hpp>

namespace stretchcore {

/// What something about a person comes to for an exercise. It can be combined without allocating.
struct Bearing {
  ScreeningVerdict verdict = ScreeningVerdict::cleared;
  double most_of_easy = 1.0;
  bool move_easily = false;

  void add(const Bearing& other) {
    verdict = std::max(verdict, other.verdict, [](auto one, auto two) { return strictness(one) < strictness(two); });
    most_of_easy = std::min(most_of_easy, other.most_of_easy);
    move_easily = move_easily || other.move_easily;
  }

  bool operator==(const Bearing&) const = default;
};

/// What a condition comes to for a person who has it. Where a professional agreed the person goes on, carefully; no
/// word is needed, and none helps, where it passes by itself.
inline Bearing bearing(const Contraindication& condition, bool agreed) {
  const Bearing result{ScreeningVerdict::modified, condition.most_of_easy, condition.goal == Goal::move_easily};
  const Bearing gently{ScreeningVerdict::modified, std::min(condition.most_of_easy, agreed_share), true};
  const auto not_now = [&](ScreeningVerdict verdict) {  // and no less gently than where it is not known
    return Bearing{verdict, gently.most_of_easy, result.move_easily};
  };
  switch (condition.caution) {
    case Caution::fine:
      return {};
    case Caution::modify:
      return result;
    case Caution::postpone:
      return not_now(ScreeningVerdict::postponed);
    case Caution::never:
      return not_now(ScreeningVerdict::needs_clearance);
    case Caution::substitute:
    case Caution::avoid:
      return agreed ? gently : not_now(ScreeningVerdict::needs_clearance);
  }
  return result;
}

/// What a condition comes to where it is not known whether the person has it. Never more than for one who has it.
inline Bearing bearing_of_unknown(const Contraindication& condition) {
  if (condition.caution == Caution::fine || condition.unknown_means == UnknownMeans::as_no) return {};
  if (condition.unknown_means == UnknownMeans::ask) return {ScreeningVerdict::unknown};
  Bearing result = bearing(condition, false);
  result.verdict = ScreeningVerdict::unknown;
  return result;
}

/// What only a professional's word lifts.
inline bool needs_word(const Contraindication& condition) {
  return condition.caution == Caution::avoid || condition.caution == Caution::substitute;
}

/// A condition that says more than a wider one: which half of a pregnancy, where an operation was.
struct ConditionPart {
  std::string code;
  std::string_view of;
};
std::span<const ConditionPart> condition_parts();

/// All that speaks against an exercise, as `with_conditions`, for those who do not read it.
std::vector<Contraindication> conditions_without_words(const Exercise& exercise);

/// What of an exercise is weighed, without its words: its id, goal, demands and way, and what it says of conditions.
Exercise weighed_part(const Exercise& exercise);

/// Whether a professional agreed although a condition, or a questionnaire, speaks against an exercise.
bool agreed(const Person& person, const std::string& code, const std::string& exercise);

/// What a clearance says, it says about this exercise.
inline bool applies(const Clearance& clearance, const std::string& exercise) {
  return clearance.exercise.empty() || clearance.exercise == exercise;
}

/// What is known of a condition.
inline Fact known_fact(const Person& person, const std::string& code) {
  const auto found = person.facts.find(code);
  return found == person.facts.end() ? Fact::unknown : found->second;
}

/// As `screen` without other exercises, for facts that were looked at before. `measured`: it is seen how far the person
/// goes, so that a target holds a limit.
Screening screen_alone(const Person& person, const Exercise& exercise, bool measured);

/// The codes that a fact or a clearance may name, in order.
std::vector<std::string> known_codes(const Exercise& exercise, std::span<const Exercise> exercises);

/// Throws `InvalidModel` for a fact or a clearance that names none of them.
void require_known(const Person& person, const std::vector<std::string>& codes);

/// The exercise as it is done by somebody who moves one side only.
Exercise with_one_side(Exercise exercise);

}  // namespace stretchcore
