#include "safety/rule_compiler.hpp"

#include <algorithm>
#include <cmath>

#include "safety/rule_error.hpp"

namespace stretchcore::detail {

std::string_view RuleCompiler::at(Place place) const { return text_.substr(place.begin, place.end - place.begin); }

std::string RuleCompiler::quote(Place place) const { return in_quotes(at(place)); }

std::string RuleCompiler::described(const Operand& operand) const {
  switch (operand.kind) {
    case Kind::angle:
      return quote(operand.place) + " is an angle";
    case Kind::speed:
      return quote(operand.place) + " is a speed";
    case Kind::number:
      return quote(operand.place) + (operand.constant ? " has no unit" : " is a ratio, not an angle");
    case Kind::truth:
      return quote(operand.place) + " is a comparison, true or false";
  }
  return {};
}

/// A plain number as it should have been written.
std::string RuleCompiler::with_unit(const Operand& plain, Kind kind) const {
  return shown(at(plain.place)) + (kind == Kind::speed ? " deg/s" : " deg");
}

void RuleCompiler::emit(Instruction step, std::size_t position) {
  if (program_.size() == longest_program) {
    refuse_rule(text_, position,
                "the rule is too long: it takes more than " + std::to_string(longest_program) + " steps",
                "split it into several rules");
  }
  program_.push_back(step);
}

RuleCompiler::Operand RuleCompiler::pop() {
  const Operand top = operands_.back();
  operands_.pop_back();
  return top;
}

void RuleCompiler::require_value(const Operand& operand) const {
  if (operand.kind != Kind::truth) return;
  refuse_rule(text_, operand.place.begin, described(operand) + ", and cannot be calculated with or compared",
              "calculate and compare angles, then join comparisons with and, or, not");
}

void RuleCompiler::require_truth(const Operand& operand) const {
  if (operand.kind == Kind::truth) return;
  const std::string limit = operand.kind == Kind::angle   ? " > 10 deg"
                            : operand.kind == Kind::speed ? " > 40 deg/s"
                                                          : " > 1.2";
  const std::string example = operand.constant ? "pelvis_tilt > 10 deg" : shown(at(operand.place)) + limit;
  refuse_rule(text_, operand.place.begin, described(operand) + ", where a comparison is needed",
              "compare it with a limit, such as " + example);
}

void RuleCompiler::require_same_kind(const Operand& left, const Operand& right, std::size_t position) const {
  require_value(left);
  require_value(right);
  if (left.kind == right.kind) return;
  const Operand& plain = left.kind == Kind::number ? left : right;
  const Operand& other = left.kind == Kind::number ? right : left;
  if (plain.kind == Kind::number && plain.constant) {
    refuse_rule(text_, plain.place.begin, described(plain), "write " + with_unit(plain, other.kind));
  }
  refuse_rule(text_, position, described(plain) + ", and " + described(other),
              "put angles with angles, speeds with speeds, or a ratio against a plain number");
}

void RuleCompiler::require_finite(const Operand& operand) const {
  if (!operand.constant || std::isfinite(operand.range.low)) return;
  refuse_rule(text_, operand.place.begin, quote(operand.place) + " is beyond the numbers that can be calculated with",
              "write a number in the range of a joint, such as 30 deg");
}

void RuleCompiler::negate(Place place) {
  Operand& value = operands_.back();
  require_value(value);
  value.range = negated(value.range);
  value.place.begin = place.begin;
  emit({.code = Instruction::Code::negate}, place.begin);
}

void RuleCompiler::absolute(Place place) {
  Operand& value = operands_.back();
  require_value(value);
  value.range = magnitude(value.range);
  value.place = place;
  emit({.code = Instruction::Code::absolute}, place.begin);
}

void RuleCompiler::calculate(Instruction::Code code, std::size_t position) {
  const Operand right = pop();
  const Operand left = pop();
  Kind kind = left.kind;
  require_value(left);
  require_value(right);
  if (code == Instruction::Code::multiply) {
    if (left.kind != Kind::number && right.kind != Kind::number) {
      refuse_rule(text_, position, "two angles or speeds multiplied are neither", "multiply by a plain number");
    }
    kind = left.kind == Kind::number ? right.kind : left.kind;
  } else if (code == Instruction::Code::divide) {
    if (left.kind != right.kind && right.kind != Kind::number) {
      refuse_rule(text_, position, described(left) + ", and divided by an angle or a speed it is neither",
                  "divide by a plain number, an angle by an angle, or a speed by a speed");
    }
    if (right.range.low == 0.0 && right.range.high == 0.0) {
      refuse_rule(text_, position, quote(right.place) + " is always zero, and nothing can be divided by it",
                  "divide by a number other than 0");
    }
    kind = left.kind == right.kind ? Kind::number : left.kind;
  } else {
    require_same_kind(left, right, position);
  }
  operands_.push_back({.kind = kind,
                       .range = calculated(code, left.range, right.range),
                       .constant = left.constant && right.constant,
                       .first = left.first,
                       .place = {left.place.begin, right.place.end}});
  require_finite(operands_.back());
  emit({.code = code}, position);
}

void RuleCompiler::extreme(Instruction::Code code, Place place) {
  const Operand right = pop();
  const Operand left = pop();
  require_same_kind(left, right, place.begin);
  operands_.push_back({.kind = left.kind,
                       .range = calculated(code, left.range, right.range),
                       .constant = left.constant && right.constant,
                       .first = left.first,
                       .place = place});
  emit({.code = code}, place.begin);
}

void RuleCompiler::compare(Instruction::Code code, std::size_t position) {
  const Operand right = pop();
  const Operand left = pop();
  require_same_kind(left, right, position);
  const Place whole{left.place.begin, right.place.end};

  if (same_steps(left.first, right.first, right.first, program_.size())) {
    refuse_rule(text_, position, quote(whole) + " compares something with itself",
                "compare it with a limit, such as 10 deg");
  }
  if (const std::optional<bool> verdict = decided(code, left.range, right.range)) {
    const std::string always = *verdict ? " is always true" : " is never true";
    if (left.constant && right.constant) {
      refuse_rule(text_, position, quote(whole) + always + ": it compares fixed numbers only",
                  "compare a channel with a limit, such as pelvis_tilt > 10 deg");
    }
    const std::string range = left.kind == Kind::speed ? ": a joint turns by less than 30000 deg/s"
                                                       : ": a joint angle lies between -360 and 360 deg";
    refuse_rule(text_, position, quote(whole) + always + range, "write a limit that a joint can reach and keep");
  }
  const MarginUnit margin_unit = left.kind == Kind::angle   ? MarginUnit::degrees
                                 : left.kind == Kind::speed ? MarginUnit::degrees_per_second
                                                            : MarginUnit::none;
  operands_.push_back(
      {.first = left.first, .place = whole, .margin_unit = margin_unit, .limit = limit(code, left, right)});
  if (right.constant) program_.resize(right.first);
  emit({.code = code,
        .compared = right.constant ? Instruction::Compared::one : Instruction::Compared::two,
        .unit = margin_unit,
        .value = right.constant ? right.range.low : 0.0},
       position);
}

std::optional<RuleCompiler::Limit> RuleCompiler::limit(Instruction::Code code, const Operand& left,
                                                       const Operand& right) const {
  using Code = Instruction::Code;
  const bool greater = code == Code::greater || code == Code::greater_equal;
  const bool inclusive = code == Code::less_equal || code == Code::greater_equal;
  if (right.constant) return Limit{left.first, right.first, greater, inclusive, right.range.low};
  if (left.constant) return Limit{right.first, program_.size(), !greater, inclusive, left.range.low};
  return std::nullopt;
}

/// Whether two stretches of the program do the same; what they remember they remember each for itself.
bool RuleCompiler::same_steps(std::size_t first, std::size_t last, std::size_t other_first,
                              std::size_t other_last) const {
  const auto at = [&](std::size_t step) { return program_.begin() + static_cast<std::ptrdiff_t>(step); };
  return std::equal(at(first), at(last), at(other_first), at(other_last), [](Instruction one, Instruction other) {
    one.slot = other.slot;
    return one == other;
  });
}

void RuleCompiler::join(Instruction::Code code, std::size_t position) {
  const Operand right = pop();
  const Operand left = pop();
  require_truth(left);
  require_truth(right);
  operands_.push_back({.first = left.first,
                       .place = {left.place.begin, right.place.end},
                       .margin_unit = left.margin_unit == right.margin_unit ? left.margin_unit : MarginUnit::mixed});
  emit({.code = code}, position);
}

void RuleCompiler::invert(std::size_t position) {
  Operand& value = operands_.back();
  require_truth(value);
  value.place.begin = position;
  value.limit.reset();
  emit({.code = Instruction::Code::invert}, position);
}

void RuleCompiler::enclose(Place parentheses) { operands_.back().place = parentheses; }

void RuleCompiler::require_rule() const { require_truth(operands_.back()); }

}  // namespace stretchcore::detail
