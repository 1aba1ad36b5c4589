#include <algorithm>
#include <boost/container/static_vector.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numbers>

#include <stretchcore/balance/compare.hpp>

namespace stretchcore {
namespace {

using Angles = boost::container::static_vector<Angle, most_openings>;

// Neighbouring repetitions are alike. How much cannot be estimated from six openings: a correlation of 0.5 is taken for
// granted, which widens an error by √((1+ρ)/(1−ρ)). With less, sides would be called unequal too often where it is 0.5.
constexpr double likeness = 0.5;

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

/// Rounded so that no compiler's last bit can reach a verdict.
template <class Distribution>
double two_sided(const Distribution& of, double alpha) {
  return std::round(boost::math::quantile(boost::math::complement(of, alpha / 2.0)) * 1e6) / 1e6;
}

double normal_quantile(double alpha) { return two_sided(boost::math::normal_distribution<double, Policy>{}, alpha); }

double t_quantile(int degrees_of_freedom, double alpha) {
  return two_sided(boost::math::students_t_distribution<double, Policy>(static_cast<double>(degrees_of_freedom)),
                   alpha);
}

int trimmed_each_end(std::size_t count) { return static_cast<int>(count / 5); }

int kept(int count) { return count - 2 * trimmed_each_end(static_cast<std::size_t>(count)); }

/// How many standard errors are half an interval: of a known error of the normal distribution, of an estimated one of
/// Student's t.
double errors_wide(bool known, int freedom, double alpha = 0.05) {
  return known ? normal_quantile(alpha) : t_quantile(freedom, alpha);
}

/// Degrees of freedom that openings leave to their error.
int freedom_of(int count) { return kept(count) - 1; }

/// How much more the trimmed mean of normal values varies than their mean (Stigler 1973, Ann Stat 1:472): the
/// winsorised variance over the square of the share that is left.
double trimmed_varies(std::size_t n) {
  const double cut = static_cast<double>(trimmed_each_end(n)) / static_cast<double>(n);
  if (cut == 0.0) return 1.0;
  const double left = 1.0 - 2.0 * cut;
  const double z = normal_quantile(2.0 * cut);
  const double density = std::exp(-z * z / 2.0) / std::sqrt(2.0 * std::numbers::pi);
  return std::round((left - 2.0 * z * density + 2.0 * cut * z * z) / (left * left) * 1e6) / 1e6;
}

/// How much more a mean of `n` values varies than one of values that have nothing to do with each other, where each is
/// like the one before (first-order autoregression).
double widened_by(double correlation, std::size_t n) {
  double factor = 1.0;
  double power = 1.0;
  for (std::size_t k = 1; k < n; ++k) {
    power *= correlation;
    factor += 2.0 * (1.0 - static_cast<double>(k) / static_cast<double>(n)) * power;
  }
  return factor;
}

/// The error model of a sum of sides: their repetitions vary each for itself.
ErrorModel scaled(ErrorModel error, double factor) {
  error.repetition = error.repetition * factor;
  return error;
}

constexpr int fewest_openings = 3;  // of anything that is compared

constexpr double of_mean = 1.0 / std::numbers::sqrt2;
constexpr double of_difference = std::numbers::sqrt2;

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

double square(Angle a) { return a.degrees() * a.degrees(); }

Angle root_of_squares(Angle a, Angle b) { return degrees(std::sqrt(square(a) + square(b))); }

AsymmetryVerdict verdict_of(const Asymmetry& a) {
  if (a.low > Angle{} && a.difference >= smallest_worthwhile) return AsymmetryVerdict::left_tighter;
  if (a.high < Angle{} && a.difference <= -smallest_worthwhile) return AsymmetryVerdict::right_tighter;
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

/// The sensor's own error is made once on each side and no number of repetitions takes it away. A line that is tilted
/// is wrong twice.
Asymmetry judged(const Difference& d, const ErrorModel& error) {
  const Angle sensor = root_of_squares(error.session * std::numbers::sqrt2, error.pelvis_line * 2.0);
  const Angle half =
      root_of_squares(d.within * errors_wide(error.correlation.has_value(), d.freedom), sensor * normal_quantile(0.05));
  Asymmetry result{d.value, d.value - half, d.value + half, {}, {}};
  result.verdict = verdict_of(result);
  if (result.verdict == AsymmetryVerdict::left_tighter) result.tighter_side = Side::left;
  if (result.verdict == AsymmetryVerdict::right_tighter) result.tighter_side = Side::right;
  return result;
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
  result.error_known = error.correlation.has_value();
  if (error.correlation) {
    result.within_session =
        error.repetition * std::sqrt(trimmed_varies(n) * widened_by(*error.correlation, n) / static_cast<double>(n));
  } else if (n == 1) {
    result.within_session = error.repetition;
  } else {
    result.within_session = degrees(std::sqrt(squares / (h * (h - 1.0)) * (1.0 + likeness) / (1.0 - likeness)));
  }
  result.standard_error = root_of_squares(result.within_session, error.session);
  return result;
}

Bilateral<Estimate> ranges(std::span<const Repetition> repetitions, const ErrorModel& error) {
  return each_side([&](Side side) { return estimate(reaches(repetitions, side), error); });
}

Estimate mean_range(std::span<const Repetition> repetitions, const ErrorModel& error) {
  Angles means;
  bool of_both = true;
  for (const Repetition& r : repetitions) {
    if (means.size() == means.capacity()) break;
    if (r.side) {
      of_both = false;
      if (r.reach[*r.side]) means.push_back(*r.reach[*r.side]);
    } else if (r.reach.left && r.reach.right) {
      means.push_back((*r.reach.left + *r.reach.right) / 2.0);
    }
  }
  return estimate(means, error.correlation && of_both ? scaled(error, of_mean) : error);
}

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
                           first->freedom + second->freedom},
                error);
}

Interval interval(const Estimate& estimate) {
  if (!estimate.known()) return {};
  const Angle sensor =
      degrees(std::sqrt(std::max(0.0, square(estimate.standard_error) - square(estimate.within_session))));
  // One opening shows nothing of its own error: that of the error model is the best there is.
  const double within =
      errors_wide(estimate.error_known || estimate.count == 1, freedom_of(std::max(estimate.count, 2)));
  const Angle half = root_of_squares(estimate.within_session * within, sensor * normal_quantile(0.05));
  return {estimate.value - half, estimate.value + half};
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
  if (fewer < fewest_openings) return {};
  const double wide = errors_wide(before.error_known && after.error_known, freedom_of(fewer),
                                  0.05 / static_cast<double>(std::max(looks, 1)));
  const Angle half = root_of_squares(before.within_session, after.within_session) * wide;
  const Angle value = after.value - before.value;
  return judged({value, value - half, value + half});
}

Gain compare_ranges(std::span<const Repetition> before, std::span<const Repetition> after, const ErrorModel& error) {
  return compare_ranges(mean_range(before, error), mean_range(after, error), 1);
}

}  // namespace stretchcore
