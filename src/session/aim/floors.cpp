// What is little: how small a movement may be and still count.

#include <algorithm>

#include <stretchcore/balance/target.hpp>

#include "session/aim/aim.hpp"
#include "session/aim/inside.hpp"

namespace stretchcore {
namespace {

constexpr double counts_from = 0.6;  // this share of how far a person goes, or is asked to go, counts as an opening
constexpr int alike_in_a_row = 3;    // small openings show how this person opens

/// What the detector would count for these angles of the sides.
Angle counted_of(StepView step, const Bilateral<Angle>& sides, std::optional<Side> moved) {
  const Movement& movement = step.plan.exercise.movement;
  if (movement.sides == Sides::midline || movement.counted_by == CountedBy::leading) {
    return sides[moved.value_or(Side::left)];
  }
  const Angle sum = sides.left + sides.right;
  return movement.counted_by == CountedBy::mean ? sum / 2.0 : sum;
}

}  // namespace

bool lower_floors(Step& step) {
  const Course& course = step.state.course;
  const bool free = course.phase == Phase::measuring && course.stage == Stage::opening && course.counted == 0;
  const auto& attempts = step.state.tally.attempts;
  if (!free || step.plan.options.recorded || step.state.tally.floors || attempts.size() < alike_in_a_row) return false;
  const Angle least = std::max(least_floor_amplitude, step.plan.error.session * 2.0);
  std::optional<Angle> rise;
  std::optional<Angle> level;
  for (auto a = attempts.end() - alike_in_a_row; a != attempts.end(); ++a) {
    if (a->start < course.stage_since || !too_little(a->reason)) return false;
    Bilateral<Angle> peak{};
    Bilateral<Angle> home{};
    for (const Side side : both_sides) {
      if (a->side && *a->side != side) continue;
      if (!a->peak[side] || !a->home[side] || *a->peak[side] - *a->home[side] < least) return false;
      peak[side] = *a->peak[side];
      home[side] = *a->home[side];
    }
    const Angle top = counted_of(step, peak, a->side);
    const Angle up = top - counted_of(step, home, a->side);
    rise = std::min(rise.value_or(up), up);
    level = std::min(level.value_or(top), top);
  }
  const Floors own = floors(step.plan.movement);
  const Angle counts = *rise * counts_from;
  step.state.tally.floors = Floors{std::min(own.amplitude, counts), std::min(own.least, counts),
                                   std::min(own.level, *level - *rise * (1.0 - counts_from))};
  step.state.movement.floors = step.state.tally.floors;
  step.state.tally.measuring_from = static_cast<int>(step.state.tally.repetitions.size());
  enter(step, Stage::opening);
  return true;
}

void ask_floors(Step& step) {
  step.state.movement.floors = step.state.tally.floors;
  if (!aimed(step) || step.plan.options.recorded) return;
  Floors least = step.state.tally.floors.value_or(floors(step.plan.movement));
  const Floors usual = least;
  for (const Side side : both_sides) {
    const auto& target = step.state.aim.target[side];
    if (!target) continue;
    const auto home = each_side([&](Side each) { return step.state.aim.home[each] + step.state.aim.shift[each]; });
    const Angle low = counted_of(step, home, side);
    const Angle rise = counted_of(step, {target->angle, target->angle}, side) - low;
    const Angle counts =
        std::max({rise * counts_from, step.plan.movement.floor_amplitude / 4.0, least_floor_amplitude});
    least = {std::min(least.amplitude, counts), std::min(least.least, counts),
             std::min(least.level, low + rise * counts_from)};
  }
  if (least != usual) step.state.movement.floors = least;
}

}  // namespace stretchcore
