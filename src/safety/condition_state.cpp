#include <cmath>

#include <stretchcore/safety/evaluate.hpp>

namespace stretchcore {

void interrupt(ConditionState& state) noexcept {
  state.verdict = RuleVerdict::unknown;
  state.interrupted = true;
}

bool fits(const Condition& condition, const ConditionState& state) noexcept {
  const auto known = [&](const WindowTime& moment) {
    return !moment.known || (state.last && moment.time <= *state.last);
  };
  for (std::size_t slot = 0; slot < most_windows; ++slot) {
    const bool used = slot < static_cast<std::size_t>(condition.windows);
    if (!used && (state.certain[slot].known || state.possible[slot].known)) return false;
    if (!known(state.certain[slot]) || !known(state.possible[slot])) return false;
  }
  for (std::size_t slot = 0; slot < most_angles; ++slot) {
    const bool used = slot < static_cast<std::size_t>(condition.angles) && state.last;
    if (state.angles[slot] && !(used && std::isfinite(*state.angles[slot]))) return false;
  }
  return !state.latched || condition.latches;
}

}  // namespace stretchcore
