#include "gains.hpp"

#include <algorithm>

#include <stretchcore/balance/across.hpp>
#include <stretchcore/balance/compare.hpp>

namespace stretchcore {
namespace {

bool comparable(const SessionState& state) {
  return state.tally.measured && state.tally.remeasured && !state.tally.apart && !state.sight.given_up;
}

}  // namespace

std::span<const Repetition> openings(const SessionState& state, const Openings& which) {
  const auto size = static_cast<int>(state.tally.repetitions.size());
  const int from = std::clamp(which.from, 0, size);
  const int to = std::clamp(which.to, from, size);
  return {state.tally.repetitions.data() + from, static_cast<std::size_t>(to - from)};
}

Gain gain(const SessionPlan& plan, const SessionState& state) {
  if (!comparable(state)) return {};
  return compare_ranges(mean_range(openings(state, state.tally.before), plan.error),
                        mean_range(openings(state, state.tally.latest), plan.error), plan.looks());
}

bool no_longer_helps(const SessionPlan& plan, const SessionState& state) {
  if (!comparable(state)) return false;
  const GainVerdict verdict = gain(plan, state).verdict;
  if (verdict == GainVerdict::decreased || verdict == GainVerdict::increased) return verdict == GainVerdict::decreased;
  boost::container::static_vector<double, most_repetitions> at;
  boost::container::static_vector<Angle, most_repetitions> reached;
  for (const Openings& which : {state.tally.before, state.tally.latest}) {
    for (const Repetition& r : openings(state, which)) {
      const Estimate mean = mean_range({&r, 1}, plan.error);
      if (!mean.known() || at.size() == at.capacity()) continue;
      at.push_back(static_cast<double>(&r - state.tally.repetitions.data()));
      reached.push_back(mean.value);
    }
  }
  const std::optional<Trend> found = trend(at, reached);
  return found && plateau(*found);
}

Bilateral<Gain> gain_by_side(const SessionPlan& plan, const SessionState& state) {
  if (!comparable(state)) return {};
  const Bilateral<Estimate> before = ranges(openings(state, state.tally.before), plan.error);
  const Bilateral<Estimate> after = ranges(openings(state, state.tally.latest), plan.error);
  return each_side([&](Side side) { return compare_ranges(before[side], after[side], plan.looks()); });
}

Asymmetry asymmetry(const SessionPlan& plan, const SessionState& state) {
  if (!state.tally.measured || state.sight.given_up || in_doubt(state.tally.sides)) return {};
  if (plan.exercise.movement.sides == Sides::midline || plan.only) return {};
  const std::span<const Repetition> latest = openings(state, state.tally.latest);
  if (!state.tally.remeasured) return compare_sides(latest, plan.error);
  return compare_sides(openings(state, state.tally.before), latest, plan.error);
}

}  // namespace stretchcore
