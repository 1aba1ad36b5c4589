#pragma once

#include <optional>
#include <span>

#include <stretchcore/export.hpp>
#include <stretchcore/model/error_model.hpp>
#include <stretchcore/quantity/estimate.hpp>
#include <stretchcore/quantity/side.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

// What several measurements say together: of one session, one after the other, or of several sessions.

/// How often each side was the tighter one, and whether that names a side.
struct Consistency {
  int left = 0;
  int right = 0;
  int beyond_left = 0;   ///< sessions in which left was the tighter one by more than the sensor can be off
  int beyond_right = 0;  ///< the same of right
  int tested = 0;        ///< sessions whose sensor can tell sides apart
  double p = 1.0;        ///< valid at every look: the chance that equal sides ever come to this
  std::optional<Side> tighter_side{};  ///< where p is 0.02 or less: nine tested sessions that agree, and no fewer

  bool operator==(const Consistency&) const = default;
};
BOOST_DESCRIBE_STRUCT(Consistency, (), (left, right, beyond_left, beyond_right, tested, p, tighter_side))

/// From the comparisons of several sessions, in any order.
///
/// A sensor that stands at the same place in every session may be off by the same angle in each, so sessions that agree
/// prove nothing by themselves. A session counts for a side only where the difference is more than its sensor can be
/// off (2.17 standard errors, 3 of 100) and more than 3°. Whether most sessions do is asked by a test that may be
/// looked at after every session: the chance that it ever names a side of equal ones is 2 of 100, however many sessions
/// there are (docs/balance.md). A sensor that names no side in one session (`widest_telling`: a single camera, the
/// person's own report) names none over many, nor does a session whose sensor error is not known.
STRETCHCORE_API Consistency consistency(std::span<const Asymmetry> sessions);

/// The same from differences, right − left, that were all measured by one kind of sensor.
STRETCHCORE_API Consistency consistency(std::span<const Angle> differences, const ErrorModel& error);

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
STRETCHCORE_API std::optional<Trend> trend(std::span<const double> at, std::span<const Angle> values);

/// Whether openings no longer change anything: all of the interval within 0.1° an opening.
STRETCHCORE_API bool plateau(const Trend& trend);

/// A session against an earlier one. The sensor was placed anew: its error is in both, and *increased* needs the
/// smallest change that it can detect (MDC95 = 1.96 · √(SE₁² + SE₂²)) besides the 3°.
STRETCHCORE_API Gain compare_sessions(const Estimate& earlier, const Estimate& later);

}  // namespace stretchcore
