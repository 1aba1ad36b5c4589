#pragma once

#include <array>
#include <boost/container/static_vector.hpp>
#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <stretchcore/safety/condition.hpp>
#include <stretchcore/stream/posture.hpp>
#include <stretchcore/stream/recording.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

/// What a condition remembers between samples: since when each of its `for` windows has been true.
struct ConditionState {
  std::array<std::optional<Time>, most_windows> true_since{};
  RuleVerdict verdict = RuleVerdict::unknown;

  bool operator==(const ConditionState&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConditionState, (), (true_since, verdict))

/// One step: the verdict on a posture. A channel that is needed and absent makes it unknown, never ok
/// (Kleene's three-valued logic: unknown only where the answer depends on it). Allocates nothing.
RuleVerdict evaluate(const Condition& condition, ConditionState& state, const Posture& posture);

/// Several conditions over one stream, without a session. A posture whose time does not increase changes nothing.
class Monitor {
 public:
  explicit Monitor(std::vector<Condition> conditions);

  /// Verdicts in the order of the conditions, valid until the next call.
  std::span<const RuleVerdict> observe(const Posture& posture);
  /// Time passes. After half a second without a posture every verdict is unknown.
  std::span<const RuleVerdict> tick(Time now);
  /// Row-major (rows × conditions): 0 ok, 1 violated, 2 unknown.
  std::vector<std::int8_t> run(const Recording& recording);

  std::span<const Condition> conditions() const { return conditions_; }

 private:
  std::vector<Condition> conditions_;
  std::vector<ConditionState> states_;
  std::vector<RuleVerdict> verdicts_;
  std::optional<Time> last_;
};

}  // namespace stretchcore
