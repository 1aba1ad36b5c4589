#pragma once

// What a program says of a posture. Inline: it is the inner loop of a session and of a monitor.

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>
#include <optional>

#include <stretchcore/safety/evaluate.hpp>

#include "safety/looking_back.hpp"

namespace stretchcore::detail {

/// A number that is absent: every calculation with it is absent, every comparison with it unknown.
inline constexpr double absent = std::numeric_limits<double>::quiet_NaN();

/// The number itself if it is finite, else absent: infinity − infinity is not a number.
inline double present(double value) { return value + (value - value); }

inline double seen(const Posture& posture, Channel channel) {
  return posture.has(channel) ? present(posture.angle(channel).degrees()) : absent;
}

/// By how much a comparison is true.
inline double exceeds(Instruction::Code comparison, double left, double right) {
  return comparison >= Instruction::Code::greater ? left - right : right - left;
}

/// Of a comparison that is true by so much.
inline Truth is_beyond(Instruction::Code comparison, double difference) {
  const bool inclusive = comparison == Instruction::Code::less_equal || comparison == Instruction::Code::greater_equal;
  const int strictly = int{difference > 0.0} + int{!(difference <= 0.0)};
  const int at_least = int{difference >= 0.0} + int{!(difference < 0.0)};
  return static_cast<Truth>(inclusive ? at_least : strictly);
}

/// [°/s], from the posture before this one.
inline double rate(double angle, const Instruction& step, ConditionState& state, std::optional<Time> before,
                   Time time) {
  std::optional<double>& last = state.angles[step.slot];
  const double turned = last ? angle - *last : absent;
  last = std::isnan(angle) ? std::nullopt : std::optional{angle};
  return before ? present(turned / std::chrono::duration<double>(time - *before).count()) : absent;
}

inline double change(double angle, const Instruction& step, ConditionState& state) {
  std::optional<double>& first = state.angles[step.slot];
  if (!first && !std::isnan(angle)) first = angle;
  return first ? present(angle - *first) : absent;
}

/// The truth of a condition at a posture, which is later than the one `before`.
inline Truth follow_program(const Condition& condition, ConditionState& state, std::optional<Time> before,
                            const Posture& posture, Differences& differences) {
  // Two stacks, because the compiler of rules has already checked what is a number and what is a truth. The top of each
  // is a variable of its own, so that it stays in a register; the arrays hold what is below, at first what is on no
  // stack yet.
  std::array<double, longest_program> numbers;
  std::array<Truth, longest_program> truths;
  double* below = numbers.data();
  Truth* truths_below = truths.data();
  double number = absent;
  Truth top = Truth::unknown;

  const auto push = [&](double value) {
    *below++ = number;
    number = value;
  };
  const auto calculate = [&](auto&& result) { number = present(result(*--below, number)); };
  std::size_t comparisons = 0;
  const auto compare = [&](const Instruction& step, double left, double right) {
    const double difference = exceeds(step.code, left, right);
    *truths_below++ = top;
    top = is_beyond(step.code, difference);
    differences[comparisons++] = difference;
  };

  for (const Instruction& step : condition.program) {
    // The most common step is asked for first: of many ways to jump the processor foresees fewer.
    if (step.compared >= Instruction::Compared::channel) {
      const double angle = seen(posture, step.channel);
      compare(step, step.compared == Instruction::Compared::magnitude ? std::fabs(angle) : angle, step.value);
      continue;
    }
    switch (step.code) {
      case Instruction::Code::constant:
        push(step.value);
        break;
      case Instruction::Code::channel:
        push(seen(posture, step.channel));
        break;
      case Instruction::Code::negate:
        number = -number;
        break;
      case Instruction::Code::absolute:
        number = std::fabs(number);
        break;
      case Instruction::Code::add:
        calculate([](double a, double b) { return a + b; });
        break;
      case Instruction::Code::subtract:
        calculate([](double a, double b) { return a - b; });
        break;
      case Instruction::Code::multiply:
        calculate([](double a, double b) { return a * b; });
        break;
      case Instruction::Code::divide:
        calculate([](double a, double b) { return a / b; });
        break;
      case Instruction::Code::minimum:
        calculate([](double a, double b) { return std::isunordered(a, b) ? absent : std::min(a, b); });
        break;
      case Instruction::Code::maximum:
        calculate([](double a, double b) { return std::isunordered(a, b) ? absent : std::max(a, b); });
        break;
      case Instruction::Code::less:
      case Instruction::Code::less_equal:
      case Instruction::Code::greater:
      case Instruction::Code::greater_equal:
        compare(step, step.fixed() ? number : *--below, step.fixed() ? step.value : number);
        number = *--below;
        break;
      case Instruction::Code::both:
        top = std::min(*--truths_below, top);
        break;
      case Instruction::Code::either:
        top = std::max(*--truths_below, top);
        break;
      case Instruction::Code::invert:
        top = inverse(top);
        break;
      case Instruction::Code::held:
        top = held(top, step, state, posture.time);
        break;
      case Instruction::Code::within:
        top = within(top, step, state, posture.time);
        break;
      case Instruction::Code::since:
        top = since(*--truths_below, top, step, state, posture.time);
        break;
      case Instruction::Code::cleared:
        top = cleared(*--truths_below, top, state);
        break;
      case Instruction::Code::rate:
        number = rate(number, step, state, before, posture.time);
        break;
      case Instruction::Code::change:
        number = change(number, step, state);
        break;
    }
  }
  return top;
}

inline constexpr std::array verdict_of_truth{RuleVerdict::ok, RuleVerdict::unknown, RuleVerdict::violated};

inline RuleVerdict verdict(Truth truth) { return verdict_of_truth[static_cast<std::size_t>(truth)]; }

/// Whether so much time passed since the posture before that nobody looked in between.
inline bool gap_since(Time before, Time now) { return passed(longest_gap + Time{1}, before, now); }

}  // namespace stretchcore::detail
