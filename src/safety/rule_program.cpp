// What has been understood, as a program.

#include <cstddef>

#include "safety/rule_compiler.hpp"

namespace stretchcore::detail {

/// A limit of a channel, or of its size, in one step instead of two or three.
void RuleCompiler::join_with_channel(Program& program, Instruction& comparison) {
  // What is compared stands at the end, and before a magnitude what it is of.
  const auto last = [&](std::ptrdiff_t from_end) { return program.end()[-from_end].code; };
  const bool magnitude = last(1) == Instruction::Code::absolute && last(2) == Instruction::Code::channel;
  if (magnitude) program.pop_back();
  if (last(1) != Instruction::Code::channel) return;
  comparison.compared = magnitude ? Instruction::Compared::magnitude : Instruction::Compared::channel;
  comparison.channel = program.back().channel;
  program.pop_back();
}

Condition RuleCompiler::condition(std::optional<Side> side) const {
  Condition condition;
  condition.text = text_;
  condition.side = side;
  condition.windows = windows_;
  condition.angles = angles_;
  condition.latches = latches_;
  condition.margin_unit = operands_.back().margin_unit;
  for (std::size_t i = 0; i < program_.size(); ++i) {
    Instruction step = program_[i];
    if (side && of_pair_[i]) step.channel = channel(motion(step.channel), *side);
    if (step.code == Instruction::Code::channel) condition.channels.insert(step.channel);
    if (step.fixed()) join_with_channel(condition.program, step);
    condition.program.push_back(step);
  }
  return condition;
}

}  // namespace stretchcore::detail
