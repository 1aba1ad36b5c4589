#pragma once

// Truths with three values, and what a rule remembers of them. Inline: together they are the inner loop of a monitor.

#include <algorithm>
#include <array>
#include <cstdint>

#include <stretchcore/safety/evaluate.hpp>

namespace stretchcore::detail {

// The order makes Kleene's connectives plain: `and` is the smaller, `or` the larger, `not` the mirror image.
enum class Truth : unsigned char { no, unknown, yes };

constexpr Truth inverse(Truth value) { return static_cast<Truth>(2 - static_cast<int>(value)); }

/// Whether at least `duration` passed between two moments of which the first is not later; cannot overflow.
inline bool passed(Time duration, Time from, Time to) {
  const auto elapsed = static_cast<std::uint64_t>(to.count()) - static_cast<std::uint64_t>(from.count());
  return elapsed >= static_cast<std::uint64_t>(duration.count());
}

/// Nobody looked between the last posture and this one: nothing was seen to be true, and whatever was false may have
/// become true and false again. What was latched was seen, and stays.
inline void bridge_gap(const Condition& condition, ConditionState& state, Time before, Time now) {
  for (const Instruction& step : condition.program) {
    switch (step.code) {
      case Instruction::Code::held:
        state.certain[step.slot] = {};
        if (!state.possible[step.slot].known) state.possible[step.slot] = {before, true};
        break;
      case Instruction::Code::within:
        state.possible[step.slot] = {now, true};
        break;
      case Instruction::Code::since:
        state.certain[step.slot] = {};
        state.possible[step.slot] = {now, true};
        break;
      case Instruction::Code::rate:
        state.angles[step.slot].reset();
        break;
      default:
        break;
    }
  }
}

// What follows has no branches: whether a noisy angle is beyond its limit no processor can foresee, and each time it
// guesses wrong costs more than all the rest.

inline Time one_of(Time first, Time second, bool take_second) { return std::array{first, second}[take_second]; }

/// What is certain by one time of a window is possible by the other.
inline Truth truth(bool certain, bool possible) { return static_cast<Truth>(int{certain} + int{possible}); }

/// Whether something has been so for `duration`, and since when.
inline bool lasted(WindowTime& since, bool is_so, Time duration, Time now) {
  since.time = one_of(now, since.time, since.known);  // one by one: put together and copied they would be waited for
  since.known = is_so;
  return is_so & passed(duration, since.time, now);
}

inline Truth held(Truth now, const Instruction& step, ConditionState& state, Time time) {
  const Truth so_long = truth(lasted(state.certain[step.slot], now == Truth::yes, step.duration, time),
                              lasted(state.possible[step.slot], now != Truth::no, step.duration, time));
  return now == Truth::unknown ? Truth::unknown : so_long;
}

/// Whether something happened at most `duration` ago, and when last; what is not kept has never happened.
inline bool recent(WindowTime& last, bool keep, bool happens, Time duration, Time now) {
  last.time = one_of(last.time, now, happens);
  last.known = (last.known & keep) | happens;
  return last.known & !passed(duration + Time{1}, last.time, now);
}

inline Truth within(Truth now, const Instruction& step, ConditionState& state, Time time) {
  return truth(recent(state.certain[step.slot], true, now == Truth::yes, step.duration, time),
               recent(state.possible[step.slot], true, now != Truth::no, step.duration, time));
}

/// The latest beginning counts: whatever has been true since an earlier one has been true since that.
inline Truth since(Truth lasting, Truth beginning, const Instruction& step, ConditionState& state, Time time) {
  return truth(recent(state.certain[step.slot], lasting == Truth::yes, beginning == Truth::yes, step.duration, time),
               recent(state.possible[step.slot], lasting != Truth::no, beginning != Truth::no, step.duration, time));
}

inline Truth cleared(Truth violated, Truth clear, ConditionState& state) {
  const Truth lasting = state.latched ? inverse(clear) : Truth::no;
  const Truth now = std::max(violated, lasting);
  if (now != Truth::unknown) state.latched = now == Truth::yes;
  return now;
}

}  // namespace stretchcore::detail
