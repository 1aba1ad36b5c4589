#include <algorithm>
#include <array>

#include <stretchcore/balance/target.hpp>

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

}  // namespace

Target target(const Exercise& exercise, const Person& person, const TargetBasis& basis, std::optional<Side> side) {
  Target result{exercise.movement.anatomy, Limit::anatomy, {}};
  lower(result, person.clinician_limit.value_or(exercise.movement.anatomy), Limit::clinician);
  if (basis.agreed) lower(result, *basis.agreed, Limit::clinician);
  if (person.prescription) lower(result, *person.prescription, Limit::prescription);

  bool measured = false;
  for (const Side each : both_sides) {
    const Estimate& range = basis.range[each];
    if ((side && *side != each) || !range.known()) continue;
    measured = true;
    const Angle easy = (range.value - range.within_session) * (1.0 - margin(exercise, person, basis));
    const Angle limit = std::max(easy, Angle{});
    const bool alike = result.limited_by == Limit::side_that_stops_first && limit == result.angle;
    lower(result, limit, Limit::side_that_stops_first, each);
    if (alike) result.side.reset();  // neither stops first
  }
  if (!measured && !person.prescription) lower(result, unmeasured_width * basis.most_of_easy, Limit::prescription);
  if (basis.range_at_start) lower(result, *basis.range_at_start + allowed_progress, Limit::progress);

  const Target whole = result;
  lower(result, whole.angle * basis.eased, Limit::eased, whole.side);
  lower(result, result.angle * ramp(basis.repetitions_done), Limit::ramp_in, whole.side);
  return result;
}

}  // namespace stretchcore
