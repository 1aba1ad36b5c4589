// What a rule remembers: times, angles, and that it was violated.

#include <cmath>

#include "safety/rule_compiler.hpp"
#include "safety/rule_error.hpp"

namespace stretchcore::detail {

/// Functions of an angle that need the one before, or the first.
void RuleCompiler::remember(Instruction::Code code, Place place) {
  Operand& value = operands_.back();
  require_value(value);
  if (value.kind != Kind::angle) {
    refuse_rule(text_, value.place.begin, described(value) + ", where an angle is needed",
                "write a channel, such as rate(hip_abduction_left) or change(pelvis_tilt)");
  }
  if (value.constant) {
    refuse_rule(text_, value.place.begin, quote(value.place) + " never changes", "write a channel here");
  }
  if (static_cast<std::size_t>(angles_) == most_angles) {
    refuse_rule(text_, place.begin,
                "the rule has too many rate and change: it can remember " + std::to_string(most_angles) + " angles",
                "split it into several rules");
  }
  const bool speed = code == Instruction::Code::rate;
  value.kind = speed ? Kind::speed : Kind::angle;
  value.range = speed ? Range::any_joint_speed() : Range::any_change();
  value.place = place;
  emit({.code = code, .slot = static_cast<unsigned char>(angles_)}, place.begin);
  ++angles_;
}

Time RuleCompiler::duration() const {
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
                "write a time above zero, such as 0.4 s, or leave it away");
  }
  return duration;
}

/// `for`, `within`, `since`.
void RuleCompiler::look_back(Instruction::Code code, std::size_t position) {
  Operand began = operands_.back();
  require_truth(began);
  if (code == Instruction::Code::since) operands_.pop_back();
  Operand& value = operands_.back();
  require_truth(value);
  const Time time = duration();
  if (static_cast<std::size_t>(windows_) == most_windows) {
    refuse_rule(text_, position,
                "the rule has too many for, within and since: it can remember " + std::to_string(most_windows),
                "split it into several rules");
  }
  value.place.end = duration_place_.end;
  if (code != Instruction::Code::held) value.limit.reset();  // held or not, it is the same limit
  emit({.code = code, .slot = static_cast<unsigned char>(windows_), .duration = time}, position);
  ++windows_;
}

void RuleCompiler::clear(std::size_t position) {
  const Operand clear = pop();
  Operand& violated = operands_.back();
  require_truth(clear);
  require_truth(violated);
  require_hysteresis(violated, clear, position);
  violated.place.end = clear.place.end;
  emit({.code = Instruction::Code::cleared}, position);
  latches_ = true;
}

/// What ends a violation must not be true while it begins.
void RuleCompiler::require_hysteresis(const Operand& violated, const Operand& clear, std::size_t position) const {
  bool overlap = same_steps(violated.first, clear.first, clear.first, program_.size());
  if (const auto &limit = violated.limit, &back = clear.limit;
      limit && back && same_steps(limit->first, limit->last, back->first, back->last)) {
    const double room = limit->above ? limit->value - back->value : back->value - limit->value;
    const bool touching = room == 0.0 && limit->inclusive && back->inclusive;
    overlap = limit->above == back->above || room < 0.0 || touching;
  }
  if (!overlap) return;
  refuse_rule(text_, position, quote(clear.place) + " can be true while " + quote(violated.place) + " is",
              "clear on the other side of the limit: pelvis_list > 5 deg clears when pelvis_list < 3 deg");
}

}  // namespace stretchcore::detail
