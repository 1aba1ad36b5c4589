#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <optional>

#include <stretchcore/safety/condition.hpp>
#include <stretchcore/stream/posture.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

/// The longest time between two postures over which the first still counts as seen.
inline constexpr Time longest_gap{500'000'000};

/// What a condition remembers between postures. All of it is fixed in size and can be saved.
struct ConditionState {
  std::optional<Time> last;                                         ///< the posture judged last
  std::array<std::optional<Time>, most_windows> true_since{};       ///< seen true, without interruption, since
  std::array<std::optional<Time>, most_windows> not_false_since{};  ///< never seen false since: true or not seen
  RuleVerdict verdict = RuleVerdict::unknown;

  bool operator==(const ConditionState&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConditionState, (), (last, true_since, not_false_since, verdict))

/// One step: the verdict on a posture. A channel that is needed and absent makes it unknown, never ok
/// (Kleene's three-valued logic: unknown only where the answer depends on it). A posture whose time does not increase
/// changes nothing; more than `longest_gap` between two postures was not seen. Allocates nothing.
RuleVerdict evaluate(const Condition& condition, ConditionState& state, const Posture& posture) noexcept;

/// Nothing can be seen now: the verdict is unknown, and what was being held must be seen anew from its beginning.
void interrupt(ConditionState& state) noexcept;

}  // namespace stretchcore
