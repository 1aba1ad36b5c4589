#pragma once

#include <bitset>
#include <optional>

#include <stretchcore/model/person.hpp>

#include "safety/bearing.hpp"

namespace stretchcore {

struct PlannedCode;
struct SessionPlan;

inline constexpr std::size_t most_codes = 96;  ///< of conditions that are listed or asked about

/// How the exercise fits the person.
struct Standing {
  Bearing bearing;
  int reasons = 0;  ///< things that bear on it
  int unknown = 0;  ///< things that are not known

  bool operator==(const Standing&) const = default;
};

/// What is known of a person changes this about a plan.
struct Terms {
  Standing before;       ///< by what was known before; as if a no, what can be asked about or has parts that can
  Standing now;          ///< and by what was answered since
  bool unclear = false;  ///< what is not known decides
  std::bitset<most_codes> known;   ///< by place in the plan: whether the person has it was said before
  std::bitset<most_codes> has;     ///< of these, those that they have
  std::bitset<most_codes> agreed;  ///< a professional agreed nevertheless

  /// What a condition comes to if the person has it.
  const Bearing& if_yes(const SessionPlan& plan, int code) const;
  /// An answer about it would change something.
  bool matters(const SessionPlan& plan, int code) const;

  bool operator==(const Terms&) const = default;
};

/// Throws `InvalidModel` for a person with an invalid member, or with a code that no exercise knows.
Terms terms(const SessionPlan& plan, const Person& person);

}  // namespace stretchcore
