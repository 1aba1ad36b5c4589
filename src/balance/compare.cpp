#include <algorithm>

#include <stretchcore/balance/compare.hpp>

#include "uncertainty.hpp"

namespace stretchcore {
namespace {

using namespace detail;

constexpr int fewest_openings = 3;  // of anything that is compared

AsymmetryVerdict verdict_of(const Asymmetry& a, bool can_tell) {
  if (can_tell && a.low > Angle{} && a.difference >= smallest_worthwhile) return AsymmetryVerdict::left_tighter;
  if (can_tell && a.high < Angle{} && a.difference <= -smallest_worthwhile) return AsymmetryVerdict::right_tighter;
  if (a.low > -equivalence_margin && a.high < equivalence_margin) return AsymmetryVerdict::balanced;
  return AsymmetryVerdict::undetermined;
}

/// Right − left of one measuring, and what its repetitions leave uncertain of it.
struct Difference {
  Angle value;
  Angle within;
  int freedom;
};

std::optional<Difference> difference(std::span<const Repetition> repetitions, const ErrorModel& error) {
  Angles paired;
  for (const Repetition& r : repetitions) {
    if (!r.side && r.reach.left && r.reach.right && paired.size() < paired.capacity()) {
      paired.push_back(*r.reach.right - *r.reach.left);
    }
  }
  if (std::ssize(paired) >= fewest_openings) {
    const Estimate d = estimate(paired, scaled(error, of_difference));
    return Difference{d.value, d.within_session, freedom_of(d.count)};
  }
  const Bilateral<Estimate> range = ranges(repetitions, error);
  const int fewer = std::min(range.left.count, range.right.count);
  if (fewer < fewest_openings) return std::nullopt;
  return Difference{range.right.value - range.left.value,
                    root_of_squares(range.left.within_session, range.right.within_session), freedom_of(fewer)};
}

/// The sensor's own error is one that no number of repetitions takes away.
Asymmetry judged(const Difference& d, const ErrorModel& error) {
  const Angle sensor = sensor_error(error);
  const Angle sensor_alone = sensor * normal_95;
  const Angle half = root_of_squares(d.within * errors_wide(error.correlation.has_value(), d.freedom), sensor_alone);
  Asymmetry result{d.value, d.value - half, d.value + half, {}, {}, sensor, {}};
  result.verdict = verdict_of(result, sensor_alone <= widest_telling);
  if (result.verdict == AsymmetryVerdict::left_tighter) result.tighter_side = Side::left;
  if (result.verdict == AsymmetryVerdict::right_tighter) result.tighter_side = Side::right;
  return result;
}

}  // namespace

Asymmetry compare_sides(std::span<const Repetition> repetitions, const ErrorModel& error) {
  const std::optional<Difference> found = difference(repetitions, error);
  return found ? judged(*found, error) : Asymmetry{};
}

Asymmetry compare_sides(std::span<const Repetition> before, std::span<const Repetition> after,
                        const ErrorModel& error) {
  const std::optional<Difference> first = difference(before, error);
  const std::optional<Difference> second = difference(after, error);
  if (!first || !second) return first ? judged(*first, error) : second ? judged(*second, error) : Asymmetry{};
  return judged(Difference{(first->value + second->value) / 2.0, root_of_squares(first->within, second->within) / 2.0,
                           first->freedom + second->freedom - 1},
                error);
}

Gain judged(Gain gain) {
  const Angle half = (gain.high - gain.low) / 2.0;
  gain.verdict = GainVerdict::no_detectable_change;
  if (gain.low > Angle{} && gain.value >= smallest_worthwhile) {
    gain.verdict = GainVerdict::increased;
  } else if (gain.high < Angle{} && gain.value <= -smallest_worthwhile) {
    gain.verdict = GainVerdict::decreased;
  } else if (half > widest_informative) {
    gain.verdict = GainVerdict::undetermined;
  }
  return gain;
}

Gain compare_ranges(const Estimate& before, const Estimate& after, int looks) {
  const int fewer = std::min(before.count, after.count);
  if (fewer < fewest_openings || looks > most_looks) return {};
  const double wide = errors_wide(before.error_known && after.error_known, freedom_of(fewer), std::max(looks, 1));
  const Angle half = root_of_squares(before.within_session, after.within_session) * wide;
  const Angle value = after.value - before.value;
  return judged({value, value - half, value + half});
}

Gain compare_ranges(std::span<const Repetition> before, std::span<const Repetition> after, const ErrorModel& error) {
  return compare_ranges(mean_range(before, error), mean_range(after, error), 1);
}

}  // namespace stretchcore
