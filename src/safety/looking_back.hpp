#pragma once

// Truths with three values, and what a rule remembers of them. Inline: together they are the inner loop of a monitor.

#include <algorithm>
#include <cstdint>
#include <optional>

#include <stretchcore/safety/evaluate.hpp>

namespace stretchcore::detail {

// The order makes Kleene's connectives plain: `and` is the smaller, `or` the larger, `not` the mirror image.
enum class Truth : unsigned char { no, unknown, yes };

constexpr Truth truth(bool value) { return value ? Truth::yes : Truth::no; }
constexpr Truth inverse(Truth value) { return static_cast<Truth>(2 - static_cast<int>(value)); }

/// Whether at least `duration` passed between two moments of which the first is not later; cannot overflow.
inline bool passed(Time duration, Time from, Time to) {
  const auto elapsed = static_cast<std::uint64_t>(to.count()) - static_cast<std::uint64_t>(from.count());
  return elapsed >= static_cast<std::uint64_t>(duration.count());
}

/// Assigned whole, it costs no branch that nobody can predict; `reset()` asks first.
inline constexpr std::optional<Time> never;

/// Nobody looked between the last posture and this one: nothing was seen to be true, and whatever was false may have
/// become true and false again. What was latched was seen, and stays.
inline void bridge_gap(const Condition& condition, ConditionState& state, Time now) {
  for (const Instruction& step : condition.program) {
    switch (step.code) {
      case Instruction::Code::held:
        state.certain[step.slot] = never;
        if (!state.possible[step.slot]) state.possible[step.slot] = state.last;
        break;
      case Instruction::Code::within:
        state.possible[step.slot] = now;
        break;
      case Instruction::Code::since:
        state.certain[step.slot] = never;
        state.possible[step.slot] = now;
        break;
      case Instruction::Code::rate:
        state.angles[step.slot].reset();
        break;
      default:
        break;
    }
  }
}

inline Truth held(Truth now, const Instruction& step, ConditionState& state, Time time) {
  std::optional<Time>& true_since = state.certain[step.slot];
  std::optional<Time>& not_false_since = state.possible[step.slot];
  if (now == Truth::no) {
    true_since = never;
    not_false_since = never;
    return Truth::no;
  }
  if (!not_false_since) not_false_since = time;
  if (now == Truth::unknown) {
    true_since = never;
    return Truth::unknown;
  }
  if (!true_since) true_since = time;
  if (passed(step.duration, *true_since, time)) return Truth::yes;
  return passed(step.duration, *not_false_since, time) ? Truth::unknown : Truth::no;
}

/// What happened at two times, of which the later may only have happened.
inline Truth recent(const Instruction& step, const ConditionState& state, Time time) {
  const auto is_recent = [&](const std::optional<Time>& when) {
    return when && !passed(step.duration + Time{1}, *when, time);
  };
  if (is_recent(state.certain[step.slot])) return Truth::yes;
  return is_recent(state.possible[step.slot]) ? Truth::unknown : Truth::no;
}

inline Truth within(Truth now, const Instruction& step, ConditionState& state, Time time) {
  if (now == Truth::yes) state.certain[step.slot] = time;
  if (now != Truth::no) state.possible[step.slot] = time;
  return recent(step, state, time);
}

/// The latest beginning counts: whatever has been true since an earlier one has been true since that.
inline Truth since(Truth lasting, Truth beginning, const Instruction& step, ConditionState& state, Time time) {
  if (lasting != Truth::yes) state.certain[step.slot] = never;
  if (lasting == Truth::no) state.possible[step.slot] = never;
  if (beginning == Truth::yes) state.certain[step.slot] = time;
  if (beginning != Truth::no) state.possible[step.slot] = time;
  return recent(step, state, time);
}

inline Truth cleared(Truth violated, Truth clear, ConditionState& state) {
  const Truth lasting = state.latched ? inverse(clear) : Truth::no;
  const Truth now = std::max(violated, lasting);
  if (now != Truth::unknown) state.latched = now == Truth::yes;
  return now;
}

}  // namespace stretchcore::detail
