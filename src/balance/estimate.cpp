#include <algorithm>
#include <cmath>
#include <numbers>

#include <stretchcore/balance/compare.hpp>

#include "detail/maths.hpp"
#include "uncertainty.hpp"

namespace stretchcore {
namespace {

using namespace detail;

// Neighbouring repetitions are alike. How much cannot be estimated from six openings: a correlation of 0.5 is taken for
// granted, which widens an error by √((1+ρ)/(1−ρ)). With less, sides would be called unequal too often where it is 0.5.
constexpr double likeness = 0.5;

/// How much more the trimmed mean of normal values varies than their mean (Stigler 1973, Ann Stat 1:472): the
/// winsorised variance over the square of the share that is left.
double trimmed_varies(std::size_t n) {
  const double cut = static_cast<double>(trimmed_each_end(n)) / static_cast<double>(n);
  if (cut == 0.0) return 1.0;
  const double left = 1.0 - 2.0 * cut;
  const double z = normal_by_trimming[n];
  const double density = maths::exp(-z * z / 2.0) / std::sqrt(2.0 * std::numbers::pi);
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

}  // namespace

Interval interval(const Estimate& estimate) {
  if (!estimate.known()) return {};
  const Angle sensor =
      degrees(std::sqrt(std::max(0.0, square(estimate.standard_error) - square(estimate.within_session))));
  // One opening shows nothing of its own error: that of the error model is the best there is.
  const double within =
      errors_wide(estimate.error_known || estimate.count == 1, freedom_of(std::max(estimate.count, 2)));
  const Angle half = root_of_squares(estimate.within_session * within, sensor * normal_95);
  return {estimate.value - half, estimate.value + half};
}

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

Bilateral<Estimate> ranges_of_mixed(std::span<const Repetition> repetitions, const ErrorModel& error) {
  Angles least;
  for (const Repetition& r : repetitions) {
    if (r.side || !r.reach.left || !r.reach.right || least.size() == least.capacity()) continue;
    least.push_back(std::min(*r.reach.left, *r.reach.right));
  }
  const Estimate range = estimate(least, error);
  return {range, range};
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

}  // namespace stretchcore
