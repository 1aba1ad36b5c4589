#include <algorithm>
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

/// A number that is absent: every calculation with it is absent, every comparison with it unknown.
constexpr double absent = std::numeric_limits<double>::quiet_NaN();

inline double present(double value) { return std::isfinite(value) ? value : absent; }
inline bool either_absent(double a, double b) { return std::isnan(a) || std::isnan(b); }

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

Truth held(Truth now, const Instruction& step, ConditionState& state, Time time) {
  std::optional<Time>& true_since = state.true_since[step.slot];
  std::optional<Time>& not_false_since = state.not_false_since[step.slot];
  if (now == Truth::no) {
    true_since.reset();
    not_false_since.reset();
    return Truth::no;
  }
  if (!not_false_since) not_false_since = time;
  if (now == Truth::unknown) {
    true_since.reset();
    return Truth::unknown;
  }
  if (!true_since) true_since = time;
  if (passed(step.duration, *true_since, time)) return Truth::yes;
  return passed(step.duration, *not_false_since, time) ? Truth::unknown : Truth::no;
}

Truth run(const Condition& condition, ConditionState& state, const Posture& posture) {
  // Two stacks, because the compiler of rules has already checked what is a number and what is a truth. `number` and
  // `truth_top` point at the top; the first place stays free.
  std::array<double, longest_program + 1> numbers;
  std::array<Truth, longest_program + 1> truths;
  double* number = numbers.data();
  Truth* top = truths.data();
  *top = Truth::unknown;

  const auto compare = [&](auto&& holds) {
    const double right = *number--;
    const double left = *number--;
    *++top = either_absent(left, right) ? Truth::unknown : truth(holds(left, right));
  };
  const auto calculate = [&](auto&& result) {
    const double right = *number--;
    *number = present(result(*number, right));
  };

  for (const Instruction& step : condition.program) {
    switch (step.code) {
      case Instruction::Code::constant:
        *++number = step.value;
        break;
      case Instruction::Code::channel:
        *++number = posture.has(step.channel) ? present(posture.angle(step.channel).degrees()) : absent;
        break;
      case Instruction::Code::negate:
        *number = -*number;
        break;
      case Instruction::Code::absolute:
        *number = std::fabs(*number);
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
        calculate([](double a, double b) { return either_absent(a, b) ? absent : std::min(a, b); });
        break;
      case Instruction::Code::maximum:
        calculate([](double a, double b) { return either_absent(a, b) ? absent : std::max(a, b); });
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
      case Instruction::Code::both: {
        const Truth right = *top--;
        *top = std::min(*top, right);
        break;
      }
      case Instruction::Code::either: {
        const Truth right = *top--;
        *top = std::max(*top, right);
        break;
      }
      case Instruction::Code::invert:
        *top = inverse(*top);
        break;
      case Instruction::Code::held:
        *top = held(*top, step, state, posture.time);
        break;
    }
  }
  return *top;
}

}  // namespace

RuleVerdict evaluate(const Condition& condition, ConditionState& state, const Posture& posture) noexcept {
  if (state.last) {
    if (posture.time <= *state.last) return state.verdict;
    if (passed(longest_gap + Time{1}, *state.last, posture.time)) bridge_gap(state, condition.windows);
  }
  switch (run(condition, state, posture)) {
    case Truth::yes:
      state.verdict = RuleVerdict::violated;
      break;
    case Truth::no:
      state.verdict = RuleVerdict::ok;
      break;
    case Truth::unknown:
      state.verdict = RuleVerdict::unknown;
      break;
  }
  state.last = posture.time;
  return state.verdict;
}

void interrupt(ConditionState& state) noexcept {
  state.verdict = RuleVerdict::unknown;
  state.true_since.fill(std::nullopt);
}

}  // namespace stretchcore
