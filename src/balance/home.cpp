#include <algorithm>
#include <cmath>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/home.hpp>

#include "uncertainty.hpp"

namespace stretchcore {
namespace {

using namespace detail;

/// How far the legs come back has its own noise, which no error model knows.
Estimate of_homes(const Angles& values, ErrorModel error) {
  error.correlation.reset();
  return estimate(values, error);
}

/// Half of the 95 % interval of a difference.
Angle half_width(const Estimate& before, const Estimate& after) {
  const int fewer = std::max(std::min(before.count, after.count), 2);
  return root_of_squares(before.within_session, after.within_session) * errors_wide(false, freedom_of(fewer));
}

}  // namespace

Bilateral<Estimate> homes(std::span<const Repetition> repetitions, const ErrorModel& error) {
  return each_side([&](Side side) {
    Angles values;
    for (const Repetition& r : repetitions) {
      if (r.home[side] && values.size() < values.capacity()) values.push_back(*r.home[side]);
    }
    return of_homes(values, error);
  });
}

Estimate mean_home(std::span<const Repetition> repetitions, const ErrorModel& error) {
  Angles means;
  for (const Repetition& r : repetitions) {
    if (means.size() == means.capacity()) break;
    if (r.side ? r.home[*r.side].has_value() : r.home.left && r.home.right) {
      means.push_back(r.side ? *r.home[*r.side] : (*r.home.left + *r.home.right) / 2.0);
    }
  }
  return of_homes(means, error);
}

bool moved(const Estimate& before, const Estimate& after) {
  if (!before.known() || !after.known()) return false;
  return abs(after.value - before.value) > std::max(home_wanders, half_width(before, after));
}

Gain over_homes(Gain gain, const Bilateral<Estimate>& before, const Bilateral<Estimate>& after) {
  if (gain.low == gain.high) return gain;
  for (const Side side : both_sides) {
    if (!before[side].known() || !after[side].known()) continue;
    const Angle noise = half_width(before[side], after[side]);
    if (abs(after[side].value - before[side].value) <= std::max(home_wanders, noise) * 2.0) continue;
    gain.verdict = GainVerdict::undetermined;
    gain.doubt = Doubt::moved;
  }
  return gain;
}

Gain over_home(Gain gain, const Estimate& home_before, const Estimate& home_after) {
  if (gain.low == gain.high || !home_before.known() || !home_after.known()) return gain;
  bool holds = !moved(home_before, home_after);
  if (gain.verdict == GainVerdict::increased || gain.verdict == GainVerdict::decreased) {
    const Angle value = gain.value - (home_after.value - home_before.value);
    const Angle half = root_of_squares((gain.high - gain.low) / 2.0, half_width(home_before, home_after));
    holds = holds && judged(Gain{value, value - half, value + half}).verdict == gain.verdict;
  }
  if (holds) return gain;
  gain.verdict = GainVerdict::undetermined;
  gain.doubt = Doubt::moved;
  return gain;
}

Asymmetry over_home(const Asymmetry& sides, const Bilateral<Estimate>& before, const Bilateral<Estimate>& after) {
  const auto shift = each_side([&](Side side) { return after[side].value - before[side].value; });
  const auto known = each_side([&](Side side) { return before[side].known() && after[side].known(); });
  bool holds = !moved(before.left, after.left) && !moved(before.right, after.right);
  if (known.left && known.right) {
    const Angle half = root_of_squares(half_width(before.left, after.left), half_width(before.right, after.right));
    holds = holds && abs(shift.right - shift.left) <= std::max(home_wanders, half);
  }
  return holds ? sides : unnamed(sides, Doubt::moved);
}

Asymmetry over_rest(const Asymmetry& sides, const Bilateral<Estimate>& home) {
  if (!sides.tighter_side || !home.left.known() || !home.right.known()) return sides;
  const Angle apart = home.right.value - home.left.value;
  if (abs(apart) <= std::max(home_wanders, half_width(home.left, home.right))) return sides;
  const Angle opened = sides.difference - apart;
  const bool same_way = (opened > Angle{}) == (sides.difference > Angle{});
  return same_way && abs(opened) > (sides.high - sides.low) / 2.0 ? sides : unnamed(sides, Doubt::moved);
}

Asymmetry unnamed(Asymmetry sides, Doubt doubt) {
  if (!sides.tighter_side) return sides;
  sides.verdict = AsymmetryVerdict::undetermined;
  sides.tighter_side.reset();
  sides.doubt = doubt;
  return sides;
}

bool one_side_still(std::span<const Repetition> repetitions, const ErrorModel& error) {
  const Angle least = least_movement(error);
  int of_both = 0;
  int still = 0;
  for (const Repetition& r : repetitions) {
    if (r.side || !r.peak.left || !r.peak.right || !r.home.left || !r.home.right) continue;
    ++of_both;
    const auto went = each_side([&](Side side) { return *r.peak[side] - *r.home[side]; });
    if (std::min(went.left, went.right) < least && std::max(went.left, went.right) >= least * 2.0) ++still;
  }
  return of_both > 0 && still * 2 > of_both;
}

}  // namespace stretchcore
