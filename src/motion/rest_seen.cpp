#include "rest_seen.hpp"

#include "counted.hpp"

namespace stretchcore {
namespace {

constexpr Time calm_for{250'000'000};  // at the beginning: then it began at rest
constexpr Angle calm_within = degrees(1.5);

/// Where a side lay before it moved, in the direction of the movement, if that is known.
std::optional<Angle> rest_of(const RepetitionPlan& plan, const RepetitionState& state, const NeutralState& neutral,
                             Side side, Angle zero) {
  const SideSignal& signal = plan.shows[side];
  const bool captured = neutral.captured && (neutral.rested | neutral.known).contains(signal.channel);
  const bool at_first = state.first_at >= Time{0};
  const Angle first = signal.of(state.first[side], zero);
  const std::optional<Angle> seen = at_first && !state.began_moving ? std::optional{first} : std::nullopt;
  if (captured) {
    const Angle before = signal.of(neutral.value[index(signal.channel)], zero);
    // Where the limbs change places between turns, each rests where its turn begins.
    const bool elsewhere = state.working && at_first && abs(first - before) > plan.least_amplitude * 0.5;
    return elsewhere ? seen : before;
  }
  return neutral.captured ? std::nullopt : seen;
}

}  // namespace

void note_first(const RepetitionPlan& plan, RepetitionState& state, const Sightings& seen, Time now) {
  const auto one = [&](Side side) -> const Sighting& { return seen[plan.shows[side].channel]; };
  if (state.first_at < Time{0}) {
    if (!one(Side::left).followed || !one(Side::right).followed) return;
    state.first = each_side([&](Side side) { return one(side).smooth; });
    state.first_at = now;
    return;
  }
  if (state.began_moving || now - state.first_at > calm_for) return;
  for (const Side side : both_sides) {
    if (one(side).followed && abs(one(side).raw - state.first[side]) > calm_within) state.began_moving = true;
  }
}

std::optional<Angle> counted_rest(const RepetitionPlan& plan, const RepetitionState& state, const NeutralState& neutral,
                                  Side side) {
  const Angle zero = zero_of(plan, state, neutral);
  const auto rest = [&](Side each) { return rest_of(plan, state, neutral, each, zero); };
  // A person who lies still beyond the level may lie in the stretch, or turn there.
  const auto likely = [&](Angle found) {
    const bool beyond = plan.floor_level > Angle{} && found >= plan.floor_level;
    return beyond ? std::optional<Angle>{} : std::optional{found};
  };
  const auto left = rest(Side::left);
  const auto right = rest(Side::right);
  const auto one = rest(side);
  if (!one_signal(plan) || plan.sides == Sides::midline) return one ? likely(*one) : std::nullopt;
  if (!left || !right) return std::nullopt;
  return likely(plan.counted_by == CountedBy::mean ? (*left + *right) / 2.0 : *left + *right);
}

}  // namespace stretchcore
