#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <cstddef>

#include <stretchcore/balance/across.hpp>
#include <stretchcore/balance/compare.hpp>
#include <stretchcore/error.hpp>

#include "uncertainty.hpp"

namespace stretchcore {
namespace {

constexpr double no_longer_helps = 0.1;  // [° an opening]
constexpr std::size_t most_of_a_session = 64;
constexpr std::size_t fewest = 5;  // four in order are chance in one of twelve

void require_numbers(std::span<const double> at, std::span<const Angle> values) {
  if (at.size() != values.size()) throw InvalidModel("values", "needs one angle for each of `at`");
  if (!std::all_of(at.begin(), at.end(), [](double x) { return std::isfinite(x); })) {
    throw InvalidModel("at", "is not a finite number");
  }
  if (!std::all_of(values.begin(), values.end(), [](Angle x) { return x.finite(); })) {
    throw InvalidModel("values", "is not a finite angle");
  }
}

}  // namespace

Consistency consistency(std::span<const Angle> differences) {
  Consistency found;
  for (const Angle difference : differences) {
    if (difference > Angle{}) ++found.left;  // the right side goes further
    if (difference < Angle{}) ++found.right;
  }
  const int count = found.left + found.right;
  if (count == 0) return found;
  const int fewer = std::min(found.left, found.right);
  const boost::math::binomial_distribution<double> chance(count, 0.5);
  found.p = std::min(1.0, 2.0 * boost::math::cdf(chance, fewer));
  if (found.p < 0.05) found.tighter_side = found.left > found.right ? Side::left : Side::right;
  return found;
}

std::optional<Trend> trend(std::span<const double> at, std::span<const Angle> values) {
  require_numbers(at, values);
  const std::size_t n = at.size();
  // A session asks, too, and allocates nothing.
  boost::container::small_vector<double, most_of_a_session*(most_of_a_session - 1) / 2> slopes;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = i + 1; k < n; ++k) {
      if (at[k] != at[i]) slopes.push_back((values[k] - values[i]).degrees() / (at[k] - at[i]));
    }
  }
  if (n < fewest || slopes.empty()) return std::nullopt;
  std::sort(slopes.begin(), slopes.end());
  const std::size_t count = slopes.size();
  const auto many = static_cast<double>(n);
  const double reach = detail::normal_quantile(0.05) * std::sqrt(many * (many - 1.0) * (2.0 * many + 5.0) / 18.0);
  const double pairs = static_cast<double>(count);
  const auto place = [&](double rank) { return slopes[static_cast<std::size_t>(std::clamp(rank, 0.0, pairs - 1.0))]; };
  return Trend{(slopes[(count - 1) / 2] + slopes[count / 2]) / 2.0, place(std::floor((pairs - reach) / 2.0)),
               place(std::ceil((pairs + reach) / 2.0)), static_cast<int>(n)};
}

bool plateau(const Trend& trend) { return trend.low > -no_longer_helps && trend.high < no_longer_helps; }

Gain compare_sessions(const Estimate& earlier, const Estimate& later) {
  if (!earlier.known() || !later.known()) return {};
  const Angle value = later.value - earlier.value;
  const Angle half =
      detail::root_of_squares(earlier.standard_error, later.standard_error) * detail::normal_quantile(0.05);
  return judged({value, value - half, value + half});
}

}  // namespace stretchcore
