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
    case Kind::number:
      return quote(operand.place) + (operand.constant ? " has no unit" : " is a ratio, not an angle");
    case Kind::truth:
      return quote(operand.place) + " is a comparison, true or false";
  }
  return {};
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
  const std::string limit = operand.kind == Kind::angle ? " > 10 deg" : " > 1.2";
  const std::string example = operand.constant ? "pelvis_tilt > 10 deg" : shown(at(operand.place)) + limit;
  refuse_rule(text_, operand.place.begin, described(operand) + ", where a comparison is needed",
              "compare it with a limit, such as " + example);
}

void RuleCompiler::require_same_kind(const Operand& left, const Operand& right, std::size_t position) const {
  require_value(left);
  require_value(right);
  if (left.kind == right.kind) return;
  const Operand& plain = left.kind == Kind::number ? left : right;
  const Operand& angle = left.kind == Kind::number ? right : left;
  if (plain.constant) {
    refuse_rule(text_, plain.place.begin, described(plain), "write " + shown(at(plain.place)) + " deg");
  }
  refuse_rule(text_, position, described(plain) + ", and " + described(angle),
              "put angles with angles, or a ratio against a plain number");
}

void RuleCompiler::require_finite(const Operand& operand) const {
  if (!operand.constant || (std::isfinite(operand.range.low) && std::isfinite(operand.range.high))) return;
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
    if (left.kind == Kind::angle && right.kind == Kind::angle) {
      refuse_rule(text_, position, "an angle times an angle is not an angle", "multiply by a plain number");
    }
    kind = left.kind == Kind::angle || right.kind == Kind::angle ? Kind::angle : Kind::number;
  } else if (code == Instruction::Code::divide) {
    if (left.kind == Kind::number && right.kind == Kind::angle) {
      refuse_rule(text_, position, "a plain number divided by an angle is not an angle",
                  "divide by a plain number, or an angle by an angle");
    }
    if (right.range.low == 0.0 && right.range.high == 0.0) {
      refuse_rule(text_, position, quote(right.place) + " is always zero, and nothing can be divided by it",
                  "divide by a number other than 0");
    }
    kind = left.kind == right.kind ? Kind::number : Kind::angle;
  } else {
    require_same_kind(left, right, position);
  }
  operands_.push_back({kind,
                       calculated(code, left.range, right.range),
                       left.constant && right.constant,
                       left.first,
                       {left.place.begin, right.place.end}});
  require_finite(operands_.back());
  emit({.code = code}, position);
}

void RuleCompiler::extreme(Instruction::Code code, Place place) {
  const Operand right = pop();
  const Operand left = pop();
  require_same_kind(left, right, place.begin);
  operands_.push_back(
      {left.kind, calculated(code, left.range, right.range), left.constant && right.constant, left.first, place});
  emit({.code = code}, place.begin);
}

void RuleCompiler::compare(Instruction::Code code, std::size_t position) {
  const Operand right = pop();
  const Operand left = pop();
  require_same_kind(left, right, position);
  const Place whole{left.place.begin, right.place.end};

  const auto left_begin = program_.begin() + static_cast<std::ptrdiff_t>(left.first);
  const auto right_begin = program_.begin() + static_cast<std::ptrdiff_t>(right.first);
  if (std::equal(left_begin, right_begin, right_begin, program_.end())) {
    refuse_rule(text_, position, quote(whole) + " compares something with itself",
                "compare it with a limit, such as 10 deg");
  }
  if (const std::optional<bool> verdict = decided(code, left.range, right.range)) {
    const std::string always = *verdict ? " is always true" : " is never true";
    if (left.constant && right.constant) {
      refuse_rule(text_, position, quote(whole) + always + ": it compares fixed numbers only",
                  "compare a channel with a limit, such as pelvis_tilt > 10 deg");
    }
    refuse_rule(text_, position, quote(whole) + always + ": a joint angle lies between -360 and 360 deg",
                "write a limit that a joint can reach and keep");
  }
  operands_.push_back({Kind::truth, {}, false, left.first, whole});
  emit({.code = code}, position);
}

void RuleCompiler::join(Instruction::Code code, std::size_t position) {
  const Operand right = pop();
  const Operand left = pop();
  require_truth(left);
  require_truth(right);
  operands_.push_back({Kind::truth, {}, false, left.first, {left.place.begin, right.place.end}});
  emit({.code = code}, position);
}

void RuleCompiler::invert(std::size_t position) {
  Operand& value = operands_.back();
  require_truth(value);
  value.place.begin = position;
  emit({.code = Instruction::Code::invert}, position);
}

void RuleCompiler::enclose(Place parentheses) { operands_.back().place = parentheses; }

void RuleCompiler::hold(std::size_t position) {
  Operand& value = operands_.back();
  require_truth(value);
  if (nanoseconds_per_unit_ == 0.0) {
    refuse_rule(text_, duration_place_.begin, quote(duration_place_) + " has no unit",
                "write seconds or milliseconds, such as 0.4 s or 400 ms");
  }
  const double nanoseconds = duration_value_ * nanoseconds_per_unit_;
  if (!(nanoseconds <= static_cast<double>(longest_window.count()))) {
    refuse_rule(text_, duration_place_.begin, quote(duration_place_) + " is longer than a rule remembers",
                "write at most " + std::to_string(longest_window.count() / 1'000'000'000) + " s");
  }
  const Time duration{std::llround(nanoseconds)};
  if (duration <= Time{0}) {
    refuse_rule(text_, duration_place_.begin, quote(duration_place_) + " is no time at all",
                "write a time above zero, such as 0.4 s, or leave the for away");
  }
  if (static_cast<std::size_t>(windows_) == most_windows) {
    refuse_rule(text_, position,
                "the rule has too many for: it can remember " + std::to_string(most_windows) + " of them",
                "split it into several rules");
  }
  value.place.end = duration_place_.end;
  emit({.code = Instruction::Code::held, .slot = static_cast<unsigned char>(windows_), .duration = duration}, position);
  ++windows_;
}

void RuleCompiler::require_rule() const { require_truth(operands_.back()); }

Condition RuleCompiler::condition(std::optional<Side> side) const {
  Condition condition;
  condition.text = text_;
  condition.side = side;
  condition.program = program_;
  condition.windows = windows_;
  for (std::size_t i = 0; i < program_.size(); ++i) {
    Instruction& step = condition.program[i];
    if (side && of_pair_[i]) step.channel = channel(motion(step.channel), *side);
    if (step.code == Instruction::Code::channel) condition.channels.insert(step.channel);
  }
  return condition;
}

}  // namespace stretchcore::detail
