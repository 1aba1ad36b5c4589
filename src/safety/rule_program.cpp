// What has been understood, as a program.

#include "safety/rule_compiler.hpp"

namespace stretchcore::detail {

/// A limit of a channel, or of its size, in one step instead of two or three.
void RuleCompiler::join_with_channel(Program& program, Instruction& comparison) {
  using Compared = Instruction::Compared;
  const auto ends_in = [&](Instruction::Code code, std::size_t before_last) {
    return program.size() > before_last && program[program.size() - 1 - before_last].code == code;
  };
  const bool magnitude = ends_in(Instruction::Code::absolute, 0) && ends_in(Instruction::Code::channel, 1);
  if (magnitude) program.pop_back();
  if (!ends_in(Instruction::Code::channel, 0)) return;
  comparison.compared = magnitude ? Compared::magnitude : Compared::channel;
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
