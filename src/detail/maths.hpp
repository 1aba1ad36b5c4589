#pragma once

// Functions whose last bit is the same on every machine. The standard asks only + − × ÷ and √ to be rounded exactly;
// the last bit of std::sin, std::atan2 and the like is another one in each C library. These are made of the exact ones
// alone. tests/detail/maths_test.cpp holds each to its error, in units of the last place (ulp).

#include <cmath>

#include <stretchcore/export.hpp>

namespace stretchcore::maths {

struct SinCos {
  double sin, cos;
};

/// Off by less than 1 ulp each for angles up to 1000 [rad]. Of larger ones the turns are taken off first, with π as a
/// double holds it.
STRETCHCORE_API SinCos sin_cos(double angle);

/// Off by less than 1 ulp [rad].
STRETCHCORE_API double atan(double x);

/// The angle of the point (x, y), −π to π, with the signs and the infinities of std::atan2. Off by less than 1.6 ulp.
STRETCHCORE_API double atan2(double y, double x);

/// Off by less than 1 ulp, and by less than 1.5 where the result is below 2.3e-308.
STRETCHCORE_API double exp(double x);

/// The natural logarithm, off by less than 1 ulp: −∞ of 0, not a number of what is negative.
STRETCHCORE_API double log(double x);

/// Off by less than 1.3 ulp. Lengths below 1e-154 and above 1e154 are 0 and ∞.
inline double hypot(double x, double y) { return std::sqrt(x * x + y * y); }

/// Off by less than 3 ulp, also near ±1; not a number beyond [rad].
inline double acos(double x) { return maths::atan2(std::sqrt((1.0 - x) * (1.0 + x)), x); }

}  // namespace stretchcore::maths
