#include <stretchcore/safety/evaluate.hpp>

#include "safety/evaluation.hpp"

namespace stretchcore {

RuleVerdict evaluate(const Condition& condition, ConditionState& state, const Posture& posture,
                     Differences* differences) noexcept {
  const std::optional<Time> before = state.last;
  if (before) {
    if (posture.time <= *before) return state.verdict;
    if (state.interrupted || detail::gap_since(*before, posture.time)) {
      detail::bridge_gap(condition, state, *before, posture.time);
    }
  }
  state.last = posture.time;
  state.interrupted = false;
  Differences of_nobody;  // it is filled before it is read, if it is read at all
  Differences& kept = differences ? *differences : of_nobody;
  return state.verdict = detail::verdict(detail::follow_program(condition, state, before, posture, kept));
}

}  // namespace stretchcore
