#include "gains.hpp"

#include <algorithm>

#include <stretchcore/balance/across.hpp>
#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/home.hpp>

namespace stretchcore {
namespace {

bool comparable(const State& state) {
  return state.tally.measured && state.tally.remeasured && !state.tally.apart && !state.sight.given_up;
}

/// Over a neutral that has moved nothing is compared.
Gain since_moved(Gain gain, const State& state) {
  if (!state.tally.moved || gain.low == gain.high) return gain;
  gain.verdict = GainVerdict::undetermined;
  gain.doubt = Doubt::moved;
  return gain;
}

}  // namespace

std::span<const Repetition> openings(const State& state, const Openings& which) {
  const auto size = static_cast<int>(state.tally.repetitions.size());
  const int from = std::clamp(which.from, 0, size);
  const int to = std::clamp(which.to, from, size);
  return {state.tally.repetitions.data() + from, static_cast<std::size_t>(to - from)};
}

Gain gain(const SessionPlan& plan, const State& state) {
  if (!comparable(state)) return {};
  const auto before = openings(state, state.tally.before);
  const auto after = openings(state, state.tally.latest);
  const Gain found = compare_ranges(mean_range(before, plan.error), mean_range(after, plan.error), plan.looks());
  const Gain of_both = over_homes(found, homes(before, plan.error), homes(after, plan.error));
  return since_moved(over_home(of_both, mean_home(before, plan.error), mean_home(after, plan.error)), state);
}

bool no_longer_helps(const SessionPlan& plan, const State& state) {
  if (!comparable(state)) return false;
  const GainVerdict verdict = gain(plan, state).verdict;
  if (verdict == GainVerdict::decreased || verdict == GainVerdict::increased) return verdict == GainVerdict::decreased;
  boost::container::static_vector<double, most_recorded> at;
  boost::container::static_vector<Angle, most_recorded> reached;
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

Bilateral<Gain> gain_by_side(const SessionPlan& plan, const State& state) {
  if (!comparable(state)) return {};
  const auto first = openings(state, state.tally.before);
  const auto second = openings(state, state.tally.latest);
  const Bilateral<Estimate> before = ranges(first, plan.error);
  const Bilateral<Estimate> after = ranges(second, plan.error);
  const Bilateral<Estimate> home_before = homes(first, plan.error);
  const Bilateral<Estimate> home_after = homes(second, plan.error);
  return each_side([&](Side side) {
    const Gain found = compare_ranges(before[side], after[side], plan.looks());
    return since_moved(over_home(found, home_before[side], home_after[side]), state);
  });
}

bool names_sides(const SessionPlan& plan, SideCheck sides) {
  return !in_doubt(sides) && (!may_exchange_sides(plan.options.source) || sides == SideCheck::confirmed);
}

Asymmetry in_words_of(const SessionPlan& plan, Asymmetry sides) {
  if (!plan.movement.shows.left.one_way) return sides;
  if (sides.verdict == AsymmetryVerdict::left_tighter) sides.verdict = AsymmetryVerdict::left_ends_sooner;
  if (sides.verdict == AsymmetryVerdict::right_tighter) sides.verdict = AsymmetryVerdict::right_ends_sooner;
  return sides;
}

Asymmetry asymmetry(const SessionPlan& plan, const State& state) {
  if (!state.tally.measured || state.sight.given_up) return {};
  if (plan.exercise.movement.sides == Sides::midline || plan.only) return {};
  const std::span<const Repetition> before = openings(state, state.tally.before);
  const std::span<const Repetition> latest = openings(state, state.tally.latest);
  const ErrorModel error = plan.error_of_sides();
  Asymmetry none;
  if (!plan.figured) {
    none.doubt = Doubt::no_figure;
    return none;
  }
  if (plan.movement.shows.left.one_way && !state.sight.neutral.captured) {
    none.doubt = Doubt::no_zero;
    return none;
  }
  if (in_doubt(state.tally.sides)) {
    none.doubt = state.tally.sides == SideCheck::exchanged ? Doubt::sides_exchanged : Doubt::sides_unchecked;
    return none;
  }
  if (one_side_still(before, error) || one_side_still(latest, error)) {
    none.doubt = Doubt::still_side;
    return none;
  }
  const Bilateral<Estimate> home = homes(latest, error);
  const Asymmetry found =
      over_rest(state.tally.remeasured ? over_home(compare_sides(before, latest, error), homes(before, error), home)
                                       : compare_sides(latest, error),
                home);
  return in_words_of(plan, names_sides(plan, state.tally.sides) ? found : unnamed(found, Doubt::sides_unchecked));
}

}  // namespace stretchcore
