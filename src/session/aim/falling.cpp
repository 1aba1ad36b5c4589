// Whether the person goes less far than before.

#include <algorithm>

#include <stretchcore/balance/compare.hpp>

#include "session/aim/aim.hpp"
#include "session/aim/inside.hpp"
#include "session/gains.hpp"

namespace stretchcore {
namespace {

constexpr Time taken_in_after{1'000'000'000};  // a person takes this long to notice a new target

}  // namespace

bool watch_fall(Step& step, Time began, std::optional<Side> moved, const Bilateral<std::optional<Angle>>& reach) {
  const Angle varies = deviation(openings(step.state, step.state.tally.latest), step.plan.error);
  const bool midline = step.plan.exercise.movement.sides == Sides::midline;
  const bool unnamed = midline || !names_sides(step.plan, step.state.sight.sides);
  std::optional<Angle> most;
  for (const Side side : both_sides) {
    const auto& target = step.state.aim.target[side];
    if ((moved && *moved != side) || !reach[side] || !target || (midline && side == Side::right)) continue;
    // The ramp says nothing of the person. A person who had begun when the target was raised, or began at once, went by
    // the target before it.
    const auto& earlier = step.state.aim.earlier[side];
    const bool raised = earlier && *earlier < target->angle && began < step.state.aim.changed[side] + taken_in_after;
    if (raised || target->limited_by == Limit::ramp_in) continue;
    const Angle below = target->angle - *reach[side];
    const Angle usual = step.state.aim.fall[side].usual;
    if (!fell(step.state.aim.fall[side], below, varies)) continue;
    most = std::max(most.value_or(below - usual), below - usual);
    if (!unnamed) step.emit(ReachDropped{{}, side, below - usual});
  }
  if (most && unnamed) step.emit(ReachDropped{{}, {}, *most});
  if (most && !step.plan.options.recorded && step.state.aim.eased > least_eased) ease(step);
  return most.has_value();
}

}  // namespace stretchcore
