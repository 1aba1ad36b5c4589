// Whether left and right have been taken for each other.

#include <algorithm>

#include "session/seen_side.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

constexpr Angle least_difference = degrees(6);  // of the sides, before they can be seen to be exchanged
constexpr double alike = 0.25;                  // of that difference

bool swapped(const Bilateral<Angle>& before, const Bilateral<Angle>& now, Angle least) {
  const Angle difference = abs(before.right - before.left);
  if (difference < least) return false;
  return abs(now.left - before.right) <= difference * alike && abs(now.right - before.left) <= difference * alike;
}

/// No side is named from here on, until they are checked anew.
void note_exchange(Step& step) {
  Sight& sight = step.state.sight;
  step.state.tally.sides = SideCheck::exchanged;
  if (sight.sides == SideCheck::exchanged) return;
  sight.sides = SideCheck::exchanged;
  step.emit(CoverageSet{{}, sight.watched, sight.cued_only, sight.sides});
}

}  // namespace

void watch_exchange(Step& step) {
  Sight& sight = step.state.sight;
  if (!may_exchange_sides(step.plan.options.source) || step.plan.only || !sight.covered || !counted_now(step)) return;
  if (!step.plan.two_channels()) return;
  if (channel_of(step, Side::left).at() != step.state.now || channel_of(step, Side::right).at() != step.state.now)
    return;
  const auto now = each_side([&](Side side) { return channel_of(step, side).raw(); });
  const std::optional<Pair> before = sight.pair;
  sight.pair = Pair{step.state.now, now};
  const bool in_turn = step.plan.sided();  // legs that move in turn do change places, given time
  if (!before || (in_turn && step.state.now - before->at > stale_after)) return;
  if (swapped(before->angle, now, std::max(least_difference, step.plan.error.repetition * 3.0))) note_exchange(step);
}

void watch_exchange(Step& step, const Repetition& before, const Repetition& now) {
  if (!may_exchange_sides(step.plan.options.source) || before.side || now.side) return;
  if (!step.plan.two_channels()) return;
  if (!before.peak.left || !before.peak.right || !now.peak.left || !now.peak.right) return;
  const Bilateral<Angle> first{*before.peak.left, *before.peak.right};
  const Bilateral<Angle> second{*now.peak.left, *now.peak.right};
  if (swapped(first, second, std::max(least_difference, step.plan.error.repetition * 3.0))) note_exchange(step);
}

}  // namespace stretchcore
