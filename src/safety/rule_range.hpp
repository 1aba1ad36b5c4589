#pragma once

// Between which values an expression can lie, so that a comparison which is always true or never true is refused.

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <optional>

#include <stretchcore/safety/condition.hpp>

namespace stretchcore::detail {

struct Range {
  double low = 0.0;
  double high = 0.0;

  static constexpr Range point(double value) { return {value, value}; }
  static constexpr Range any_joint_angle() { return {-360.0, 360.0}; }  ///< [°]
  static constexpr Range any_change() { return {-720.0, 720.0}; }       ///< [°]
  /// [°/s]. The fastest joint, a thrower's shoulder, turns a third as fast.
  static constexpr Range any_joint_speed() { return {-30000.0, 30000.0}; }
  static constexpr Range anything() {
    return {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  }
  constexpr bool contains(double value) const { return low <= value && value <= high; }
};

constexpr Range negated(Range a) { return {-a.high, -a.low}; }

constexpr Range magnitude(Range a) {
  if (a.low >= 0) return a;
  if (a.high <= 0) return negated(a);
  return {0.0, std::max(-a.low, a.high)};
}

constexpr Range hull(std::initializer_list<double> corners) {
  Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const double corner : corners) {
    if (!(corner == corner)) return Range::anything();  // infinity times zero, infinity less infinity
    range = {std::min(range.low, corner), std::max(range.high, corner)};
  }
  return range;
}

constexpr Range calculated(Instruction::Code code, Range a, Range b) {
  switch (code) {
    case Instruction::Code::add:
      return hull({a.low + b.low, a.high + b.high});
    case Instruction::Code::subtract:
      return hull({a.low - b.high, a.high - b.low});
    case Instruction::Code::multiply:
      return hull({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
    case Instruction::Code::divide:
      if (b.contains(0.0)) return Range::anything();
      return hull({a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high});
    case Instruction::Code::minimum:
      return {std::min(a.low, b.low), std::min(a.high, b.high)};
    case Instruction::Code::maximum:
      return {std::max(a.low, b.low), std::max(a.high, b.high)};
    default:
      return Range::anything();
  }
}

/// What a comparison says whatever is seen; nothing if it depends on what is seen.
constexpr std::optional<bool> decided(Instruction::Code code, Range a, Range b) {
  switch (code) {
    case Instruction::Code::less:
      if (a.high < b.low) return true;
      if (a.low >= b.high) return false;
      return std::nullopt;
    case Instruction::Code::less_equal:
      if (a.high <= b.low) return true;
      if (a.low > b.high) return false;
      return std::nullopt;
    case Instruction::Code::greater:
      return decided(Instruction::Code::less, b, a);
    case Instruction::Code::greater_equal:
      return decided(Instruction::Code::less_equal, b, a);
    default:
      return std::nullopt;
  }
}

}  // namespace stretchcore::detail
