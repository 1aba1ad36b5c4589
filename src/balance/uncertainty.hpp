#pragma once

// What a few openings leave uncertain.

#include <algorithm>
#include <boost/container/static_vector.hpp>
#include <cmath>
#include <cstddef>
#include <numbers>

#include <stretchcore/balance/compare.hpp>

#include "quantiles.hpp"

namespace stretchcore::detail {

using Angles = boost::container::static_vector<Angle, most_openings>;

inline int trimmed_each_end(std::size_t count) { return static_cast<int>(count / 5); }

inline int kept(int count) { return count - 2 * trimmed_each_end(static_cast<std::size_t>(count)); }

/// How many standard errors are half an interval: of a known error of the normal distribution, of an estimated one of
/// Student's t. From 1 to `most_looks` looks share the 5 %.
inline double errors_wide(bool known, int freedom, int looks = 1) {
  const auto look = static_cast<std::size_t>(looks - 1);
  const double z = normal_by_looks[look];
  if (known) return z;
  if (freedom <= most_freedom) {
    return student_by_freedom[static_cast<std::size_t>(std::max(freedom, 1) - 1)][look];
  }
  // Abramowitz and Stegun 26.7.5: right to five digits after the point.
  const double n = freedom, cube = z * z * z;
  return z + (cube + z) / (4.0 * n) + (5.0 * z * z * cube + 16.0 * cube + 3.0 * z) / (96.0 * n * n);
}

/// Degrees of freedom that openings leave to their error.
inline int freedom_of(int count) { return kept(count) - 1; }

/// The error model of a sum of sides: their repetitions vary each for itself.
inline ErrorModel scaled(ErrorModel error, double factor) {
  error.repetition = error.repetition * factor;
  return error;
}

inline constexpr double of_mean = 1.0 / std::numbers::sqrt2;
inline constexpr double of_difference = std::numbers::sqrt2;

inline double square(Angle a) { return a.degrees() * a.degrees(); }

inline Angle root_of_squares(Angle a, Angle b) { return degrees(std::sqrt(square(a) + square(b))); }

/// Of the difference of both sides, by the sensor alone. Its error is made once on each side; a line that both sides
/// are measured from is wrong twice where it is tilted.
inline Angle sensor_error(const ErrorModel& error) {
  return root_of_squares(error.session * std::numbers::sqrt2, error.pelvis_line * 2.0);
}

}  // namespace stretchcore::detail
