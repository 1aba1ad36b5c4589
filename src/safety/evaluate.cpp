#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>

#include <stretchcore/safety/evaluate.hpp>

#include "safety/looking_back.hpp"

namespace stretchcore {
namespace {

using detail::Truth;

constexpr RuleVerdict verdict(Truth value) {
  constexpr std::array verdicts{RuleVerdict::ok, RuleVerdict::unknown, RuleVerdict::violated};
  return verdicts[static_cast<std::size_t>(value)];
}

/// A number that is absent: every calculation with it is absent, every comparison with it unknown.
constexpr double absent = std::numeric_limits<double>::quiet_NaN();

/// The number itself if it is finite, else absent: infinity − infinity is not a number.
inline double present(double value) { return value + (value - value); }

/// [°/s], from the posture before this one.
double rate(double angle, const Instruction& step, ConditionState& state, std::optional<Time> before, Time time) {
  std::optional<double>& last = state.angles[step.slot];
  const double turned = last ? angle - *last : absent;
  last = std::isnan(angle) ? std::nullopt : std::optional{angle};
  return before ? present(turned / std::chrono::duration<double>(time - *before).count()) : absent;
}

double change(double angle, const Instruction& step, ConditionState& state) {
  std::optional<double>& first = state.angles[step.slot];
  if (!first && !std::isnan(angle)) first = angle;
  return first ? present(angle - *first) : absent;
}

}  // namespace

RuleVerdict evaluate(const Condition& condition, ConditionState& state, const Posture& posture,
                     Differences* differences) noexcept {
  const std::optional<Time> before = state.last;
  if (before) {
    if (posture.time <= *before) return state.verdict;
    if (state.interrupted || detail::passed(longest_gap + Time{1}, *before, posture.time)) {
      detail::bridge_gap(condition, state, posture.time);
    }
  }
  state.last = posture.time;
  state.interrupted = false;

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
  // `exceeds` says by how much a comparison is true.
  std::size_t comparisons = 0;
  const auto compare = [&](const Instruction& step, auto&& holds, auto&& exceeds) {
    const double right = step.fixed ? step.value : number;
    const double left = step.fixed ? number : *--below;
    *truths_below++ = top;
    top = std::isunordered(left, right) ? Truth::unknown : detail::truth(holds(left, right));
    if (differences) (*differences)[comparisons++] = exceeds(left, right);
    number = *--below;
  };
  constexpr auto above = [](double a, double b) { return a - b; };
  constexpr auto below_by = [](double a, double b) { return b - a; };

  for (const Instruction& step : condition.program) {
    // The two most common steps are asked for first: of many ways to jump the processor foresees fewer.
    if (step.code == Instruction::Code::channel) {
      push(posture.has(step.channel) ? present(posture.angle(step.channel).degrees()) : absent);
      continue;
    }
    if (step.code == Instruction::Code::constant) {
      push(step.value);
      continue;
    }
    switch (step.code) {
      case Instruction::Code::constant:
      case Instruction::Code::channel:
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
        compare(
            step, [](double a, double b) { return a < b; }, below_by);
        break;
      case Instruction::Code::less_equal:
        compare(
            step, [](double a, double b) { return a <= b; }, below_by);
        break;
      case Instruction::Code::greater:
        compare(
            step, [](double a, double b) { return a > b; }, above);
        break;
      case Instruction::Code::greater_equal:
        compare(
            step, [](double a, double b) { return a >= b; }, above);
        break;
      case Instruction::Code::both:
        top = std::min(*--truths_below, top);
        break;
      case Instruction::Code::either:
        top = std::max(*--truths_below, top);
        break;
      case Instruction::Code::invert:
        top = detail::inverse(top);
        break;
      case Instruction::Code::held:
        top = detail::held(top, step, state, posture.time);
        break;
      case Instruction::Code::within:
        top = detail::within(top, step, state, posture.time);
        break;
      case Instruction::Code::since:
        top = detail::since(*--truths_below, top, step, state, posture.time);
        break;
      case Instruction::Code::cleared:
        top = detail::cleared(*--truths_below, top, state);
        break;
      case Instruction::Code::rate:
        number = rate(number, step, state, before, posture.time);
        break;
      case Instruction::Code::change:
        number = change(number, step, state);
        break;
    }
  }
  return state.verdict = verdict(top);
}

}  // namespace stretchcore
