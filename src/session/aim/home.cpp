// Home and the way out from it: where a side rests, and what its openings are measured from.

#include <algorithm>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/home.hpp>

#include "session/aim/aim.hpp"
#include "session/gains.hpp"
#include "session/seen_side.hpp"

namespace stretchcore {
namespace {

constexpr int enough_to_lift = 3;  // openings before a measuring may show more than earlier ones did
constexpr Angle least_shift = degrees(1);

/// Where the limbs rest sinks with a sensor that drifts: a way out that begins there is none in the wrong direction.
/// The middle of a motion to the left and to the right stays.
void rest_at(Step& step, Side side, Angle home) {
  const SideSignal& signal = step.plan.movement.shows[side];
  NeutralState& neutral = step.state.sight.neutral;
  if (step.plan.options.recorded || signal.one_way || !neutral.rested.contains(signal.channel)) return;
  Angle& value = neutral.value[index(signal.channel)];
  if (home < value * signal.sign) value = home * signal.sign;
}

}  // namespace

void determine(Step& step) {
  Tally& tally = step.state.tally;
  if (!counted_now(step)) return;
  const Bilateral<Estimate> latest = ranges(openings(step.state, tally.latest), step.plan.error);
  for (const Side side : both_sides) {
    const Estimate known = ranges(openings(step.state, tally.determined[side]), step.plan.error)[side];
    const bool lifts = known.known() && latest[side].value > known.value;
    if (latest[side].known() && (!lifts || latest[side].count >= enough_to_lift)) tally.determined[side] = tally.latest;
  }
}

void note_home(Step& step, const Bilateral<std::optional<Angle>>& home, const Bilateral<std::optional<Angle>>& peak) {
  for (const Side side : both_sides) {
    if (!home[side]) continue;
    step.state.aim.rests[side] = home[side];
    rest_at(step, side, *home[side]);
    if (peak[side]) step.state.aim.reached[side] = peak[side];
  }
}

namespace {

/// How far home has sunk since it was measured; noise is none.
void sink(Step& step, Side side, Angle by) {
  const Angle shift = std::min(by, Angle{});
  const Angle noise = std::max(least_shift, step.plan.error.repetition / 2.0);
  Angle& sunk = step.state.aim.shift[side];
  if (shift >= sunk - noise) return;
  if (auto& ceiling = step.state.aim.ceiling[side]) *ceiling = *ceiling + (shift - sunk);
  sunk = shift;
}

}  // namespace

void watch_shift(Step& step, bool at_rest) {
  if (step.plan.options.recorded) return;
  const bool single = step.plan.exercise.movement.sides == Sides::together;
  for (const Side side : both_sides) {
    const auto measured = openings(step.state, step.state.tally.determined[side]);
    const Estimate home = homes(measured, step.plan.error)[side];
    if (!home.known()) continue;
    std::optional<Angle> now = step.state.aim.rests[side];
    // Of one side at a time, the other limb may lie anywhere meanwhile.
    const bool elsewhere = step.plan.one_sided() && step.state.course.active_side != side;
    if (at_rest && !elsewhere) {
      const bool rests = step.state.movement.strokes[single ? Side::left : side].stroke == Stroke::home;
      if (rests && fresh(step, side)) {
        now = angle_now(step, side);
        rest_at(step, side, *now);
      }
    }
    if (now) sink(step, side, *now - home.value);
  }
}

void mind_fall(Step& step, const Attempt& attempt) {
  if (step.plan.options.recorded) return;
  for (const Side side : both_sides) {
    const auto measured = openings(step.state, step.state.tally.determined[side]);
    const Estimate home = homes(measured, step.plan.error)[side];
    if (home.known() && attempt.home[side]) sink(step, side, *attempt.home[side] - home.value);
  }
}

Angle on_the_way(StepView step, Side side, double share) {
  const Angle home = step.state.aim.home[side] + step.state.aim.shift[side];
  const Angle target = step.state.aim.target[side] ? step.state.aim.target[side]->angle : home;
  return home + (target - home) * share;
}

}  // namespace stretchcore
