#include <boost/container/static_vector.hpp>
#include <cmath>

#include <stretchcore/safety/widen.hpp>

namespace stretchcore {
namespace {

/// What a part of a rule does to the whole: being true violates it, being false does, or neither.
enum class Effect { violates, spares, none };

Effect opposite(Effect effect) {
  if (effect == Effect::none) return effect;
  return effect == Effect::violates ? Effect::spares : Effect::violates;
}

bool beyond(const Instruction& step, Effect effect) {
  const bool above = step.code == Instruction::Code::greater || step.code == Instruction::Code::greater_equal;
  const bool violated_above = above == (effect == Effect::violates);
  return violated_above ? step.value > 0.0 : step.value < 0.0;
}

}  // namespace

bool widen(Condition& condition, Angle least) {
  bool moved = false;
  // Backwards a program comes from the whole to its parts, so the effect of each part is known before the part.
  boost::container::static_vector<Effect, longest_program> effects{Effect::violates};
  for (auto step = condition.program.rbegin(); !effects.empty() && step != condition.program.rend(); ++step) {
    Effect& effect = effects.back();
    switch (step->code) {
      case Instruction::Code::both:
      case Instruction::Code::either:
      case Instruction::Code::since:
        effects.push_back(effect);
        break;
      case Instruction::Code::cleared:
        effects.push_back(Effect::none);
        break;
      case Instruction::Code::invert:
        effect = opposite(effect);
        break;
      case Instruction::Code::less:
      case Instruction::Code::less_equal:
      case Instruction::Code::greater:
      case Instruction::Code::greater_equal:
        if (effect != Effect::none && step->fixed() && step->unit == MarginUnit::degrees && beyond(*step, effect) &&
            std::fabs(step->value) < least.degrees()) {
          step->value = std::copysign(least.degrees(), step->value);
          moved = true;
        }
        effects.pop_back();
        break;
      default:
        break;
    }
  }
  return moved;
}

}  // namespace stretchcore
