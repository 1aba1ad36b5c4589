#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

#include <stretchcore/safety/evaluate.hpp>

namespace stretchcore {
namespace {

// The order makes Kleene's connectives plain: `and` is the smaller, `or` the larger, `not` the mirror image.
enum class Truth : unsigned char { no, unknown, yes };

constexpr Truth truth(bool value) { return value ? Truth::yes : Truth::no; }
constexpr Truth inverse(Truth value) { return static_cast<Truth>(2 - static_cast<int>(value)); }

constexpr RuleVerdict verdict(Truth value) {
  constexpr std::array verdicts{RuleVerdict::ok, RuleVerdict::unknown, RuleVerdict::violated};
  return verdicts[static_cast<std::size_t>(value)];
}

/// A number that is absent: every calculation with it is absent, every comparison with it unknown.
constexpr double absent = std::numeric_limits<double>::quiet_NaN();

/// The number itself if it is finite, else absent: infinity − infinity is not a number.
inline double present(double value) { return value + (value - value); }

/// Whether at least `duration` passed between two moments of which the first is not later; cannot overflow.
inline bool passed(Time duration, Time from, Time to) {
  const auto elapsed = static_cast<std::uint64_t>(to.count()) - static_cast<std::uint64_t>(from.count());
  return elapsed >= static_cast<std::uint64_t>(duration.count());
}

/// Nobody looked for longer than a gap may be: nothing was seen to be true, and what was last seen false may not
/// have stayed so.
void bridge_gap(ConditionState& state, int windows) {
  for (std::size_t slot = 0; slot < static_cast<std::size_t>(windows); ++slot) {
    state.true_since[slot].reset();
    if (!state.not_false_since[slot]) state.not_false_since[slot] = state.last;
  }
}

/// Assigned whole, it costs no branch that nobody can predict; `reset()` asks first.
constexpr std::optional<Time> never;

Truth held(Truth now, const Instruction& step, ConditionState& state, Time time) {
  std::optional<Time>& true_since = state.true_since[step.slot];
  std::optional<Time>& not_false_since = state.not_false_since[step.slot];
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

}  // namespace

RuleVerdict evaluate(const Condition& condition, ConditionState& state, const Posture& posture) noexcept {
  if (state.last) {
    if (posture.time <= *state.last) return state.verdict;
    if (passed(longest_gap + Time{1}, *state.last, posture.time)) bridge_gap(state, condition.windows);
  }
  state.last = posture.time;

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
  const auto compare = [&](auto&& holds) {
    const double left = *--below;
    *truths_below++ = top;
    top = std::isunordered(left, number) ? Truth::unknown : truth(holds(left, number));
    number = *--below;
  };

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
        compare([](double a, double b) { return a < b; });
        break;
      case Instruction::Code::less_equal:
        compare([](double a, double b) { return a <= b; });
        break;
      case Instruction::Code::greater:
        compare([](double a, double b) { return a > b; });
        break;
      case Instruction::Code::greater_equal:
        compare([](double a, double b) { return a >= b; });
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
    }
  }
  return state.verdict = verdict(top);
}

void interrupt(ConditionState& state) noexcept {
  state.verdict = RuleVerdict::unknown;
  state.true_since.fill(std::nullopt);
}

}  // namespace stretchcore
