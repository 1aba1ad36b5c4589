#include <algorithm>
#include <boost/container/static_vector.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include <stretchcore/balance/compare.hpp>

namespace stretchcore {
namespace {

using Angles = boost::container::static_vector<Angle, most_openings>;

constexpr double normal_975 = 1.959964;  // two-sided 95 % of the normal distribution

// Neighbouring repetitions are alike. A correlation of 0.2 widens an error by √((1+ρ)/(1−ρ)); it cannot be
// estimated from six openings.
constexpr double likeness = 0.2;

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

/// Two-sided quantile of Student's t, rounded so that no compiler's last bit can reach a verdict.
double t_quantile(int degrees_of_freedom, double alpha) {
  const boost::math::students_t_distribution<double, Policy> t(static_cast<double>(degrees_of_freedom));
  return std::round(boost::math::quantile(boost::math::complement(t, alpha / 2.0)) * 1e6) / 1e6;
}

int trimmed_each_end(std::size_t count) { return static_cast<int>(count / 5); }

int kept(int count) { return count - 2 * trimmed_each_end(static_cast<std::size_t>(count)); }

Angles reaches(std::span<const Repetition> repetitions, Side side) {
  Angles values;
  for (const Repetition& r : repetitions) {
    const bool moved = !r.side || *r.side == side;
    if (moved && r.reach[side] && values.size() < values.capacity()) values.push_back(*r.reach[side]);
  }
  return values;
}

/// The sum over [from, to), from both ends inwards: values in mirrored order, or with the other sign, have the same sum
/// to the last bit.
template <class Value>
double sum_from_both_ends(std::size_t from, std::size_t to, Value&& value) {
  double sum = 0.0;
  for (; from + 1 < to; ++from, --to) sum += value(from) + value(to - 1);
  return from < to ? sum + value(from) : sum;
}

Angle root_of_squares(Angle a, Angle b) {
  return degrees(std::sqrt(a.degrees() * a.degrees() + b.degrees() * b.degrees()));
}

AsymmetryVerdict verdict_of(const Asymmetry& a) {
  if (a.low > Angle{}) return AsymmetryVerdict::left_tighter;
  if (a.high < Angle{}) return AsymmetryVerdict::right_tighter;
  if (a.low > -equivalence_margin && a.high < equivalence_margin) return AsymmetryVerdict::balanced;
  return AsymmetryVerdict::undetermined;
}

}  // namespace

Estimate estimate(std::span<const Angle> values, const ErrorModel& error) {
  Estimate result;
  Angles sorted(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size(), most_openings)));
  if (sorted.empty()) return result;
  std::sort(sorted.begin(), sorted.end());
  const auto trim = static_cast<std::size_t>(trimmed_each_end(sorted.size()));
  const std::size_t n = sorted.size();
  const double h = static_cast<double>(n - 2 * trim);

  const double sum = sum_from_both_ends(trim, n - trim, [&](std::size_t i) { return sorted[i].degrees(); });
  const double ends = static_cast<double>(trim) * (sorted[trim].degrees() + sorted[n - 1 - trim].degrees());
  const double winsorised_mean = (sum + ends) / static_cast<double>(n);
  const double squares = sum_from_both_ends(0, n, [&](std::size_t i) {
    const double away = sorted[std::clamp(i, trim, n - 1 - trim)].degrees() - winsorised_mean;
    return away * away;
  });
  result.value = degrees(sum / h);
  result.count = static_cast<int>(n);
  result.within_session =
      n == 1 ? error.repetition : degrees(std::sqrt(squares / (h * (h - 1.0)) * (1.0 + likeness) / (1.0 - likeness)));
  result.standard_error = root_of_squares(result.within_session, error.session);
  return result;
}

Bilateral<Estimate> ranges(std::span<const Repetition> repetitions, const ErrorModel& error) {
  return each_side([&](Side side) { return estimate(reaches(repetitions, side), error); });
}

Estimate mean_range(std::span<const Repetition> repetitions, const ErrorModel& error) {
  Angles means;
  for (const Repetition& r : repetitions) {
    if (means.size() == means.capacity()) break;
    if (r.side) {
      if (r.reach[*r.side]) means.push_back(*r.reach[*r.side]);
    } else if (r.reach.left && r.reach.right) {
      means.push_back((*r.reach.left + *r.reach.right) / 2.0);
    }
  }
  return estimate(means, error);
}

Asymmetry compare_sides(std::span<const Repetition> repetitions, const ErrorModel& error) {
  Angles paired;
  for (const Repetition& r : repetitions) {
    if (!r.side && r.reach.left && r.reach.right && paired.size() < paired.capacity()) {
      paired.push_back(*r.reach.right - *r.reach.left);
    }
  }
  Angle difference;
  Angle within;
  int freedom = 0;
  if (paired.size() >= 3) {
    const Estimate d = estimate(paired, error);
    difference = d.value;
    within = d.within_session;
    freedom = kept(d.count) - 1;
  } else {
    const Bilateral<Estimate> range = ranges(repetitions, error);
    const int fewer = std::min(range.left.count, range.right.count);
    if (fewer < 3) return {};
    difference = range.right.value - range.left.value;
    within = root_of_squares(range.left.within_session, range.right.within_session);
    freedom = kept(fewer) - 1;
  }
  // The sensor's own error is made once on each side and no number of repetitions takes it away.
  const Angle sensor = error.session * std::sqrt(2.0);
  const Angle half = root_of_squares(within * t_quantile(freedom, 0.05), sensor * normal_975);
  Asymmetry result{difference, difference - half, difference + half, {}, {}};
  result.verdict = verdict_of(result);
  if (result.verdict == AsymmetryVerdict::left_tighter) result.tighter_side = Side::left;
  if (result.verdict == AsymmetryVerdict::right_tighter) result.tighter_side = Side::right;
  return result;
}

Gain compare_ranges(const Estimate& before, const Estimate& after, int looks) {
  const int fewer = std::min(before.count, after.count);
  if (fewer < 3) return {};
  const double t = t_quantile(kept(fewer) - 1, 0.05 / static_cast<double>(std::max(looks, 1)));
  const Angle half = root_of_squares(before.within_session, after.within_session) * t;
  const Angle value = after.value - before.value;
  Gain gain{value, value - half, value + half, GainVerdict::no_detectable_change};
  if (gain.low > Angle{} && value >= smallest_worthwhile) {
    gain.verdict = GainVerdict::increased;
  } else if (gain.high < Angle{} && value <= -smallest_worthwhile) {
    gain.verdict = GainVerdict::decreased;
  } else if (half > widest_informative) {
    gain.verdict = GainVerdict::undetermined;
  }
  return gain;
}

Gain compare_ranges(std::span<const Repetition> before, std::span<const Repetition> after, const ErrorModel& error) {
  return compare_ranges(mean_range(before, error), mean_range(after, error), 1);
}

}  // namespace stretchcore
