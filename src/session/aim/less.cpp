// Less far, when it is asked for.

#include <algorithm>

#include <stretchcore/balance/target.hpp>

#include "session/aim/aim.hpp"
#include "session/aim/inside.hpp"
#include "session/seen_side.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

constexpr double least_share = 0.33;  // of the easy excursion; a smaller target is none

}  // namespace

bool ask_for_less(Step& step) {
  if (traits(step.state.course.phase).leaving) return false;
  step.state.aim.eased = std::max(step.state.aim.eased * eased_by, least_eased);
  return true;
}

void ease(Step& step) {
  if (!ask_for_less(step)) return;
  if (moving(step) || step.state.course.phase == Phase::paused) say(step, Moment::ease_off);
  if (step.state.course.phase == Phase::stretching) set_target(step);
}

void cap_at_latest(Step& step) {
  const bool together = step.plan.exercise.movement.sides == Sides::together;
  Bilateral<std::optional<Angle>> far = step.state.aim.reached;
  const auto home =
      each_side([&](Side side) { return step.state.aim.rests[side].value_or(step.state.aim.home[side]); });
  for (const Side side : both_sides) {
    const Side followed = together ? Side::left : side;
    if (step.state.movement.strokes[followed].stroke == Stroke::home) continue;
    const Angle smooth = angle_now(step, side);
    const auto& peak = step.state.movement.excursions[followed].extremes[side].peak.height;
    const Angle under_way = std::max(peak.value_or(smooth), smooth);
    const auto& target = step.state.aim.target[side];
    const Angle asked = target ? target->angle : far[side].value_or(under_way);
    if (!far[side] || under_way - home[side] >= (asked - home[side]) * 0.5) far[side] = under_way;
  }
  const auto went = each_side([&](Side side) { return far[side] ? *far[side] - home[side] : Angle{}; });
  const Angle most = std::max(went.left, went.right);
  std::optional<Angle> least;
  for (const Side side : both_sides) {
    if (!far[side] || (together && went[side] * 2.0 < most)) continue;
    const Angle next = home[side] + std::max(went[side], Angle{}) * eased_by;
    auto& ceiling = step.state.aim.ceiling[side];
    ceiling = std::min(ceiling.value_or(next), next);
    least = std::min(least.value_or(*ceiling), *ceiling);
  }
  if (together && least) step.state.aim.ceiling = {least, least};
}

bool at_the_smallest(StepView step) {
  if (!aimed(step)) return step.state.aim.eased <= least_eased;
  const Movement& movement = step.plan.exercise.movement;
  const bool sum = movement.sides != Sides::midline && movement.counted_by == CountedBy::sum;
  const Angle floor = step.state.tally.floors.value_or(floors(step.plan.movement)).least * (sum ? 0.5 : 1.0);
  for (const Side side : both_sides) {
    const auto& ceiling = step.state.aim.ceiling[side];
    if (!ceiling || !step.state.aim.target[side]) continue;
    const Angle home = step.state.aim.home[side] + step.state.aim.shift[side];
    if (*ceiling - home < std::max(floor, (step.state.aim.easy[side] - home) * least_share)) return true;
  }
  return false;
}

}  // namespace stretchcore
