#pragma once

#include <optional>
#include <span>

#include <stretchcore/quantity/estimate.hpp>
#include <stretchcore/quantity/side.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

// What several measurements say together: of one session, one after the other, or of several sessions.

/// How often each side was the tighter one.
struct Consistency {
  int left = 0;
  int right = 0;
  double p = 1.0;                      ///< of so one-sided a count, were it chance (two-sided sign test)
  std::optional<Side> tighter_side{};  ///< where p is below 0.05: six sessions that agree, and no fewer

  bool operator==(const Consistency&) const = default;
};
BOOST_DESCRIBE_STRUCT(Consistency, (), (left, right, p, tighter_side))

/// From the differences of several sessions, right − left; sides that were alike count for neither.
Consistency consistency(std::span<const Angle> differences);

/// How an angle changes, with a 95 % interval [° a unit of what it was measured over].
struct Trend {
  double slope = 0.0;
  double low = 0.0;
  double high = 0.0;
  int count = 0;  ///< of measurements

  bool operator==(const Trend&) const = default;
};
BOOST_DESCRIBE_STRUCT(Trend, (), (slope, low, high, count))

/// The median of the slopes of all pairs, with the interval of Kendall's rank correlation (Theil 1950, Sen 1968, J Am
/// Stat Assoc 63:1379). Over days it tells progress, over openings whether more of them still help. Nothing for fewer
/// than five, or measurements that were all made at once. Throws `InvalidModel` for a number that is none.
std::optional<Trend> trend(std::span<const double> at, std::span<const Angle> values);

/// Whether openings no longer change anything: all of the interval within 0.1° an opening.
bool plateau(const Trend& trend);

/// A session against an earlier one. The sensor was placed anew: its error is in both, and *increased* needs the
/// smallest change that it can detect (MDC95 = 1.96 · √(SE₁² + SE₂²)) besides the 3°.
Gain compare_sessions(const Estimate& earlier, const Estimate& later);

}  // namespace stretchcore
