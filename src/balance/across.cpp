#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <cmath>
#include <cstddef>
#include <vector>

#include <stretchcore/balance/across.hpp>
#include <stretchcore/balance/compare.hpp>
#include <stretchcore/error.hpp>

#include "uncertainty.hpp"

namespace stretchcore {
namespace {

constexpr double no_longer_helps = 0.1;  // [° an opening]
constexpr std::size_t most_of_a_session = 64;
constexpr std::size_t fewest = 5;  // four in order are chance in one of twelve
// Of the 5 of 100 equal pairs of sides that may ever be named, three are for a sensor that is off by more than this
// many standard errors in every session, and one for each side by chance.
constexpr double widest_constant = detail::normal_97;
constexpr double by_chance = 0.02;

void require_numbers(std::span<const double> at, std::span<const Angle> values) {
  if (at.size() != values.size()) throw InvalidModel("values", "needs one angle for each of `at`");
  if (!std::all_of(at.begin(), at.end(), [](double x) { return std::isfinite(x); })) {
    throw InvalidModel("at", "is not a finite number");
  }
  if (!std::all_of(values.begin(), values.end(), [](Angle x) { return x.finite(); })) {
    throw InvalidModel("values", "is not a finite angle");
  }
}

/// Evidence that `hits` of `count` sessions are more than half would be in the long run: the likelihood ratio of a
/// share between 1/2 and 1, all of them equally likely, to 1/2,
///
///   2^(n+1) ∫ θ^k (1−θ)^(n−k) dθ from 1/2 to 1  =  Σ C(n+1, j) / ((n+1) C(n, k)), j = 0 … k.
///
/// While each session is a hit with a chance of 1/2 at most, this exceeds 1/α at any time with a chance of α at most
/// (Ville's inequality), so it may be looked at after every session.
double for_more_than_half(int hits, int count) {
  const auto n = static_cast<double>(count);
  double term = (n + 1.0) / (n + 1.0 - hits);  // C(n+1, j) / C(n, k), from j = k down
  double sum = 0.0;
  for (int j = hits; j >= 0; --j) {
    sum += term;
    term *= j / (n + 2.0 - j);
  }
  return sum / (n + 1.0);
}

}  // namespace

Consistency consistency(std::span<const Asymmetry> sessions) {
  Consistency found;
  for (const Asymmetry& session : sessions) {
    if (session.difference > Angle{}) ++found.left;  // the right side goes further
    if (session.difference < Angle{}) ++found.right;
    if (!session.sensor_error || *session.sensor_error * detail::normal_95 > widest_telling) continue;
    const Angle constant = std::max(smallest_worthwhile, *session.sensor_error * widest_constant);
    ++found.tested;
    if (session.difference > constant) ++found.beyond_left;
    if (session.difference < -constant) ++found.beyond_right;
  }
  const double evidence = std::max(for_more_than_half(found.beyond_left, found.tested),
                                   for_more_than_half(found.beyond_right, found.tested));
  found.p = std::min(1.0, 2.0 / evidence);
  if (found.p <= by_chance) found.tighter_side = found.beyond_left > found.beyond_right ? Side::left : Side::right;
  return found;
}

Consistency consistency(std::span<const Angle> differences, const ErrorModel& error) {
  std::vector<Asymmetry> sessions;
  for (const Angle difference : differences) {
    sessions.push_back({.difference = difference, .sensor_error = detail::sensor_error(error)});
  }
  return consistency(sessions);
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
  const double reach = detail::normal_95 * std::sqrt(many * (many - 1.0) * (2.0 * many + 5.0) / 18.0);
  const double pairs = static_cast<double>(count);
  const auto place = [&](double rank) { return slopes[static_cast<std::size_t>(std::clamp(rank, 0.0, pairs - 1.0))]; };
  return Trend{(slopes[(count - 1) / 2] + slopes[count / 2]) / 2.0, place(std::floor((pairs - reach) / 2.0)),
               place(std::ceil((pairs + reach) / 2.0)), static_cast<int>(n)};
}

bool plateau(const Trend& trend) { return trend.low > -no_longer_helps && trend.high < no_longer_helps; }

Gain compare_sessions(const Estimate& earlier, const Estimate& later) {
  if (!earlier.known() || !later.known()) return {};
  const Angle value = later.value - earlier.value;
  const Angle half = detail::root_of_squares(earlier.standard_error, later.standard_error) * detail::normal_95;
  return judged({value, value - half, value + half});
}

}  // namespace stretchcore
