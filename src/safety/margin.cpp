#include <algorithm>
#include <cmath>
#include <limits>

#include <stretchcore/safety/evaluate.hpp>

namespace stretchcore {

std::optional<double> margin(const Condition& condition, const Differences& differences) noexcept {
  if (condition.margin_unit == MarginUnit::mixed) return std::nullopt;
  std::array<double, most_comparisons> stack;
  double* end = stack.data();
  std::size_t comparisons = 0;
  const auto joined = [&](auto&& choose) {
    --end;
    end[-1] = std::isunordered(end[-1], *end) ? std::numeric_limits<double>::quiet_NaN() : choose(end[-1], *end);
  };
  for (const Instruction& step : condition.program) {
    switch (step.code) {
      case Instruction::Code::less:
      case Instruction::Code::less_equal:
      case Instruction::Code::greater:
      case Instruction::Code::greater_equal:
        *end++ = differences[comparisons++];
        break;
      case Instruction::Code::both:
        joined([](double a, double b) { return std::min(a, b); });
        break;
      case Instruction::Code::either:
        joined([](double a, double b) { return std::max(a, b); });
        break;
      case Instruction::Code::invert:
        end[-1] = -end[-1];
        break;
      case Instruction::Code::since:
      case Instruction::Code::cleared:
        --end;  // what it began with, or clears with, is no limit of the rule
        break;
      default:
        break;
    }
  }
  return end == stack.data() || std::isnan(end[-1]) ? std::nullopt : std::optional{-end[-1]};
}

}  // namespace stretchcore
