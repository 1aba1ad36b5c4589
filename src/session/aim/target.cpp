// How far to go.

#include <algorithm>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/home.hpp>
#include <stretchcore/balance/target.hpp>

#include "session/aim/aim.hpp"
#include "session/aim/inside.hpp"
#include "session/gains.hpp"
#include "session/standing.hpp"

namespace stretchcore {

void set_target(Step& step) {
  // The movement that led here may have ended the block, by a stop or a cap.
  const bool paused = step.state.course.phase == Phase::paused && step.state.intermission.phase == Phase::stretching;
  if (step.state.course.phase != Phase::stretching && !paused) return;
  if (!counted_now(step)) return;
  const bool one_at_a_time = step.plan.sided();
  // Both ends of a motion of the midline are held to the one that comes sooner.
  const bool alone = one_at_a_time && !step.plan.movement.shows.left.one_way;
  const bool mixed = step.state.tally.sides == SideCheck::exchanged && !one_at_a_time;
  const auto range_of = [&](std::span<const Repetition> openings) {
    return mixed ? ranges_of_mixed(openings, step.plan.error) : ranges(openings, step.plan.error);
  };
  TargetBasis basis;
  for (const Side side : both_sides) {
    const auto measured = openings(step.state, step.state.tally.determined[side]);
    basis.range[side] = range_of(measured)[side];
    basis.home[side] = homes(measured, step.plan.error)[side].value;
  }
  step.state.aim.home = basis.home;
  basis.shift = step.state.aim.shift;
  basis.most_of_easy = step.state.terms.now.bearing.most_of_easy;
  basis.move_easily = goal(step.plan, step.state) == Goal::move_easily;
  const auto before = openings(step.state, step.state.tally.before);
  const Bilateral<Estimate> start = range_of(before);
  const Bilateral<Estimate> start_home = homes(before, step.plan.error);
  for (const Side side : both_sides) {
    if (step.plan.only && side != *step.plan.only) continue;
    const int counted = one_at_a_time ? step.state.course.counted_side[side] : step.state.course.counted;
    const int done = step.plan.held() ? ramp_repetitions : counted + step.state.course.practised;
    basis.range_at_start.reset();
    basis.ceiling.reset();
    for (const Side each : both_sides) {
      if (alone && each != side) continue;
      if (const auto& ceiling = step.state.aim.ceiling[each])
        basis.ceiling = std::min(basis.ceiling.value_or(*ceiling), *ceiling);
      if (!start[each].known()) continue;
      const Angle sunk = std::min(basis.home[each] - start_home[each].value, Angle{});
      const Angle at_start = start[each].value + (start_home[each].known() ? sunk : Angle{});
      basis.range_at_start = std::min(basis.range_at_start.value_or(at_start), at_start);
    }
    const auto named = one_at_a_time ? std::optional{side} : std::optional<Side>{};
    const auto next_of = [&](int repetitions_done, double eased, const std::optional<Angle>& ceiling) {
      TargetBasis with = basis;
      with.repetitions_done = repetitions_done;
      with.eased = eased;
      with.ceiling = ceiling;
      return target(step.plan.exercise, step.person, with, alone ? named : std::nullopt);
    };
    const std::optional<Target> next = next_of(done, step.state.aim.eased, basis.ceiling);
    if (next) {
      step.state.aim.whole[side] = next_of(ramp_repetitions, step.state.aim.eased, basis.ceiling)->angle;
      step.state.aim.easy[side] = next_of(ramp_repetitions, 1.0, {})->angle;
    }
    if (step.state.aim.target[side] == next) continue;
    const auto& last = step.state.aim.target[side];
    step.state.aim.earlier[side] = last ? std::optional{last->angle} : std::nullopt;
    step.state.aim.changed[side] = step.state.now;
    step.state.aim.target[side] = next;
    if (one_at_a_time || side == Side::right) step.emit(TargetChanged{{}, named, next});
  }
  ask_floors(step);
}

void drop_target(Step& step) {
  step.state.movement.floors = step.state.tally.floors;
  if (!aimed(step)) return;
  step.state.aim.target = {};
  step.emit(TargetChanged{});
}

bool aimed(StepView step) { return step.state.aim.target.left || step.state.aim.target.right; }

}  // namespace stretchcore
