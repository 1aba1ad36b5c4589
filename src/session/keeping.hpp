#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <optional>

#include "plan.hpp"
#include "session/state.hpp"

namespace stretchcore {

/// Adds a value to a list with limited room, and counts it in `total`. When the list is full, the entry with the least
/// gravity gives its room, of equal ones the oldest: so the gravest entries stay, and the latest is always there. The
/// entries keep their order. Returns the place of the entry that was given up, nothing if none was.
template <class List, class Gravity>
std::optional<std::size_t> keep(List& list, int& total, const typename List::value_type& value,
                                const Gravity& gravity) {
  if (total < std::numeric_limits<int>::max()) ++total;
  std::optional<std::size_t> given_up;
  if (list.size() == list.capacity()) {
    const auto least = std::min_element(list.begin(), list.end(),
                                        [&](const auto& a, const auto& b) { return gravity(a) < gravity(b); });
    given_up = static_cast<std::size_t>(std::distance(list.begin(), least));
    list.erase(least);
  }
  list.push_back(value);
  return given_up;
}

/// For lists of which only the latest entries matter.
inline constexpr auto equal_gravity = [](const auto&) { return 0; };

/// How much it matters that the app hears of an event. An event that is not named in keeping.cpp matters most.
int gravity_of(const Event& event);

/// The urgency of a symptom first, then whether it stops the session.
int gravity_of(const SymptomRecord& record, const SessionPlan& plan);

/// A violation matters more than the end of one, and more the more the rule's response does.
int gravity_of(const RuleRecord& record, const SessionPlan& plan);

int gravity_of(const CueRecord& record, const SessionPlan& plan);

/// Keeps a repetition. Those of a measuring matter most: ranges and verdicts are computed from them. `tally.before`,
/// `tally.latest` and `tally.measuring_from` are places in the list, and follow when it gives one up.
void keep_repetition(Tally& tally, const Repetition& repetition);

}  // namespace stretchcore
