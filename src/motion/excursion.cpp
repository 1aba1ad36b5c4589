#include "excursion.hpp"

#include <algorithm>
#include <cmath>

namespace stretchcore {
namespace {

/// Where a guarded channel should be; nothing if that is not known.
const Angle* reference(std::size_t i, const RepetitionPlan& plan, const Excursion& excursion,
                       const NeutralState& neutral) {
  if (plan.from[i] == GuardedFrom::band) return &plan.middle[i];
  const Channel c = plan.guarded[i];
  if (plan.from_neutral(i) && neutral.captured && neutral.known.contains(c)) return &neutral.value[index(c)];
  return excursion.at_start[i] ? &*excursion.at_start[i] : nullptr;
}

/// How far the guarded parts are from neutral, as a share of what each may: the largest of them.
double strain_now(const RepetitionPlan& plan, Excursion& excursion, const SeenFrom& seen, const NeutralState& neutral,
                  bool moving) {
  double strain = 0.0;
  for (std::size_t i = 0; i < plan.guarded.size(); ++i) {
    if (plan.moving[i].value_or(seen.side) != seen.side) continue;
    const Sighting& guarded = seen.channels[plan.guarded[i]];
    const Angle* const home = reference(i, plan, excursion, neutral);
    if (home != nullptr && guarded.fresh) {
      strain = std::max(strain, abs(guarded.raw - *home) / plan.tolerance[i]);
    } else if (moving) {
      excursion.guard_seen = false;
    }
  }
  return strain;
}

void reach_out(const RepetitionPlan& plan, Excursion& excursion, const Instant& instant) {
  const bool quiet = instant.strain <= 1.0;
  for (const Side side : both_sides) {
    Surroundings around = instant.side[side];
    if (plan.between)
      around.half = {};  // the person does not stay at its ends, so all samples tell more than each half of them
    ExtremeState& extreme = excursion.extremes[side];
    climb(extreme.peak, around, instant.at);
    if (quiet) climb(extreme.reach, around, instant.at);
    if (plan.between && around.height) extreme.dip = std::min(extreme.dip.value_or(*around.height), *around.height);
    if (around.speed) extreme.speed = std::max(extreme.speed, std::fabs(*around.speed));
  }
}

}  // namespace

Guarded guarded_now(const RepetitionPlan& plan, const Sightings& seen) {
  Guarded values{};
  for (std::size_t i = 0; i < plan.guarded.size(); ++i) {
    const Sighting& guarded = seen[plan.guarded[i]];
    if (guarded.fresh) values[i] = guarded.smooth;
  }
  return values;
}

void track(const RepetitionPlan& plan, Excursion& excursion, RecentSamples& recent, const SeenFrom& seen,
           const NeutralState& neutral, Time now, bool moving) {
  const double strain = strain_now(plan, excursion, seen, neutral, moving);
  if (RecentSample* const sample = remember(recent, now)) {
    for (const Side side : both_sides) {
      const Sighting& one = seen.sides[side];
      if (one.taken && one.fresh) sample->angle[side] = one.raw;
    }
    sample->strain = strain;
  }
  if (!moving) {
    skip_instants(recent, now);
    return;
  }
  while (const auto* moment = next_moment(recent, now)) reach_out(plan, excursion, look_around(recent, *moment));
}

void track_to_the_end(const RepetitionPlan& plan, Excursion& excursion, RecentSamples& recent) {
  while (const auto* moment = last_moment(recent)) reach_out(plan, excursion, look_around(recent, *moment));
}

std::optional<Angle> reach_of(const ExtremeState& extreme) {
  const std::optional<Angle> reach = angle_of(extreme.reach);
  const std::optional<Angle> peak = angle_of(extreme.peak);
  return reach && peak ? std::min(*reach, *peak) : reach;
}

}  // namespace stretchcore
