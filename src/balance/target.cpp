#include <algorithm>
#include <array>

#include <stretchcore/balance/target.hpp>

#include "model/motion_limits.hpp"

namespace stretchcore {
namespace {

/// The measuring instruction is itself "where it is still easy", so the margin is small; a cautious profile, and an
/// exercise that is not after range, keep a fifth away.
double margin(const Exercise& exercise, const Person& person, const TargetBasis& basis) {
  const bool easily = basis.move_easily || exercise.dose.goal == Goal::move_easily;
  const bool careful = easily || person.profile == Profile::cautious;
  return std::max(careful ? 0.20 : 0.05, 1.0 - basis.most_of_easy);
}

/// The first repetitions of a block: 60 %, 75 %, then all of it.
double ramp(int repetitions_done) {
  constexpr std::array<double, ramp_repetitions> share{0.60, 0.75};
  return repetitions_done < ramp_repetitions ? share[static_cast<std::size_t>(std::max(repetitions_done, 0))] : 1.0;
}

void lower(Target& target, Angle angle, Limit limit, std::optional<Side> side = {}) {
  if (angle < target.angle) target = {angle, limit, side};
}

/// So large a share of the way from home; what is no way out from home stays as it is. The whole way is the same to the
/// last bit, so that what takes nothing away is not named as what limits.
Angle part_of(Angle whole, Angle home, double share) {
  return whole > home && share < 1.0 ? home + (whole - home) * share : whole;
}

/// Where the limit of one side lies: its range less its error and the margin, never beyond the range itself.
Angle easy_for(const Estimate& range, Angle home, double margin) {
  const Angle sure = std::max(range.value - range.within_session - home, Angle{});
  return std::min(home + sure * (1.0 - margin), range.value);
}

Angle lowered_by(Angle shift) { return std::min(shift, Angle{}); }

}  // namespace

std::optional<Target> target(const Exercise& exercise, const Person& person, const TargetBasis& basis,
                             std::optional<Side> side) {
  bool measured = true;
  std::optional<Angle> lowest_home;
  Angle shift{};
  for (const Side each : both_sides) {
    if (side && *side != each) continue;
    measured = measured && basis.range[each].known();
    lowest_home = std::min(lowest_home.value_or(basis.home[each]), basis.home[each]);
    shift = std::min(shift, lowered_by(basis.shift[each]));
  }
  const auto limit_of = [&](LimitKind kind) { return least_limit(person, exercise, kind, side); };
  const std::optional<Angle> prescribed = limit_of(LimitKind::prescription);
  if (!measured && !prescribed) return std::nullopt;
  const Angle home = *lowest_home + shift;

  Target result{exercise.movement.anatomy, Limit::anatomy, {}};
  for (const LimitKind kind : {LimitKind::clinician, LimitKind::agreed}) {
    if (const auto limit = limit_of(kind)) lower(result, *limit, Limit::clinician);
  }
  if (prescribed) lower(result, *prescribed, Limit::prescription);
  for (const Side each : both_sides) {
    const Estimate& range = basis.range[each];
    if ((side && *side != each) || !range.known()) continue;
    const Angle easy = easy_for(range, basis.home[each], margin(exercise, person, basis));
    const Angle limit = easy + lowered_by(basis.shift[each]);
    const bool alike = result.limited_by == Limit::side_that_stops_first && limit == result.angle;
    lower(result, limit, Limit::side_that_stops_first, each);
    if (alike) result.side.reset();  // neither stops first
  }
  if (basis.range_at_start) lower(result, *basis.range_at_start + allowed_progress + shift, Limit::progress);

  const Target whole = result;
  lower(result, part_of(whole.angle, home, basis.eased), Limit::eased, whole.side);
  lower(result, part_of(result.angle, home, ramp(basis.repetitions_done)), Limit::ramp_in, whole.side);
  if (basis.ceiling) lower(result, *basis.ceiling, Limit::eased, whole.side);
  return result;
}

}  // namespace stretchcore
