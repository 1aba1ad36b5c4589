#pragma once

// What a few openings leave uncertain.

#include <boost/container/static_vector.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <cstddef>
#include <numbers>

#include <stretchcore/balance/compare.hpp>

namespace stretchcore::detail {

using Angles = boost::container::static_vector<Angle, most_openings>;

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

/// Rounded so that no compiler's last bit can reach a verdict.
template <class Distribution>
double two_sided(const Distribution& of, double alpha) {
  return std::round(boost::math::quantile(boost::math::complement(of, alpha / 2.0)) * 1e6) / 1e6;
}

inline double normal_quantile(double alpha) {
  return two_sided(boost::math::normal_distribution<double, Policy>{}, alpha);
}

inline double t_quantile(int degrees_of_freedom, double alpha) {
  return two_sided(boost::math::students_t_distribution<double, Policy>(static_cast<double>(degrees_of_freedom)),
                   alpha);
}

inline int trimmed_each_end(std::size_t count) { return static_cast<int>(count / 5); }

inline int kept(int count) { return count - 2 * trimmed_each_end(static_cast<std::size_t>(count)); }

/// How many standard errors are half an interval: of a known error of the normal distribution, of an estimated one of
/// Student's t.
inline double errors_wide(bool known, int freedom, double alpha = 0.05) {
  return known ? normal_quantile(alpha) : t_quantile(freedom, alpha);
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
