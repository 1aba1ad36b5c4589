#include <boost/container/static_vector.hpp>
#include <cmath>

#include <stretchcore/safety/widen.hpp>

namespace stretchcore {
namespace {

/// What a part of a rule does to the whole: being true violates it, being false does, or neither.
enum class Bearing { violates, spares, none };

Bearing opposite(Bearing bearing) {
  if (bearing == Bearing::none) return bearing;
  return bearing == Bearing::violates ? Bearing::spares : Bearing::violates;
}

bool beyond(const Instruction& step, Bearing bearing) {
  using Code = Instruction::Code;
  const bool above = step.code == Code::greater || step.code == Code::greater_equal;
  const bool violated_above = above == (bearing == Bearing::violates);
  return violated_above ? step.value > 0.0 : step.value < 0.0;
}

}  // namespace

bool widen(Condition& condition, Angle least) {
  using Code = Instruction::Code;
  bool moved = false;
  // Backwards a program comes from the whole to its parts, so the bearing of each part is known before the part.
  boost::container::static_vector<Bearing, longest_program> bearings{Bearing::violates};
  for (auto step = condition.program.rbegin(); !bearings.empty() && step != condition.program.rend(); ++step) {
    Bearing& bearing = bearings.back();
    switch (step->code) {
      case Code::both:
      case Code::either:
      case Code::since:
        bearings.push_back(bearing);
        break;
      case Code::cleared:
        bearings.push_back(Bearing::none);
        break;
      case Code::invert:
        bearing = opposite(bearing);
        break;
      case Code::less:
      case Code::less_equal:
      case Code::greater:
      case Code::greater_equal:
        if (bearing != Bearing::none && step->fixed() && step->unit == MarginUnit::degrees && beyond(*step, bearing) &&
            std::fabs(step->value) < least.degrees()) {
          step->value = std::copysign(least.degrees(), step->value);
          moved = true;
        }
        bearings.pop_back();
        break;
      default:
        break;
    }
  }
  return moved;
}

}  // namespace stretchcore
