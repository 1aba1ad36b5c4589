// The polynomials and the ways of reduction are those of FDLIBM 5.3:
//
//   Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
//   Developed at SunPro, a Sun Microsystems, Inc. business.
//   Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
//   preserved.

#include "maths.hpp"

#include <bit>
#include <cstdint>
#include <limits>
#include <numbers>

#include <stretchcore/detail/arithmetic.hpp>

namespace stretchcore::maths {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// The parts of a number that a double has no place for are kept beside it as `_low`.
constexpr double pi = std::numbers::pi;
constexpr double pi_low = 1.2246467991473531772e-16;
constexpr double half_pi = pi / 2.0;
constexpr double half_pi_low = pi_low / 2.0;

constexpr double ln2_high = 6.93147180369123816490e-01;  // 32 bits: times an exponent it is exact
constexpr double ln2_low = 1.90821492927058770002e-10;

/// 2^exponent; a normal number.
double power_of_2(int exponent) { return std::bit_cast<double>(static_cast<std::uint64_t>(1023 + exponent) << 52); }

/// For a number far below 2^51, halves to even. std::rint would follow the mode of rounding.
double nearest_whole(double x) {
  constexpr double shift = 0x1.8p52;
  return (x + shift) - shift;
}

/// sin(x + low) for |x| up to π/4.
double sin_near_0(double x, double low) {
  const double z = x * x;
  const double w = z * z;
  const double r = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * 2.75573137070700676789e-06) +
                   z * w * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10);
  const double cubic = z * x;
  return x - ((z * (0.5 * low - cubic * r) - low) + cubic * 1.66666666666666324348e-01);
}

/// cos(x + low) for |x| up to π/4.
double cos_near_0(double x, double low) {
  const double z = x * x;
  const double w = z * z;
  const double r =
      z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * 2.48015872894767294178e-05)) +
      w * w * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11));
  const double half = 0.5 * z;
  const double one_less = 1.0 - half;
  return one_less + (((1.0 - one_less) - half) + (z * r - x * low));
}

/// How many quarters of a turn, and what is left, as a sum of two.
struct Quarters {
  unsigned count;
  double left, low;
};

/// Cody and Waite: π/2 in three parts, of which the first two times a count are exact.
Quarters quarters(double angle) {
  constexpr double first = 1.57079632673412561417e+00, second = 6.07710050630396597660e-11;
  constexpr double third = 2.02226624879595063154e-21;
  const double count = nearest_whole(angle * 6.36619772367581382433e-01);
  const double once = angle - count * first;
  const double w = count * second;
  const double twice = once - w;
  const double lost = count * third - ((once - twice) - w);
  const double left = twice - lost;
  return {static_cast<unsigned>(static_cast<std::int64_t>(count)) & 3U, left, (twice - left) - lost};
}

/// The difference of an arc from its own tangent, as a share of it, for |x| up to 7/16.
double arc_less(double x) {
  const double z = x * x;
  const double w = z * z;
  const double odd = z * (3.33333333333329318027e-01 +
                          w * (1.42857142725034663711e-01 +
                               w * (9.09088713343650656196e-02 +
                                    w * (6.66107313738753120669e-02 +
                                         w * (4.97687799461593236017e-02 + w * 1.62858201153657823623e-02)))));
  const double even =
      w *
      (-1.99999999998764832476e-01 +
       w * (-1.11111104054623557880e-01 +
            w * (-7.69187620504482999495e-02 + w * (-5.83357013379057348645e-02 + w * -3.65315727442169155270e-02))));
  return odd + even;
}

/// An arc whose tangent is known: atan 1/2, 1, 3/2 and ∞.
struct KnownArc {
  double arc, low;
};
constexpr KnownArc arc_of_half{4.63647609000806093515e-01, 2.26987774529616870924e-17};
constexpr KnownArc arc_of_1{7.85398163397448278999e-01, 3.06161699786838301793e-17};
constexpr KnownArc arc_of_3_halves{9.82793723247329054082e-01, 1.39033110312309984516e-17};
constexpr KnownArc arc_of_infinity{half_pi, half_pi_low};

/// The known arc and that of `rest`.
double beyond(const KnownArc& known, double rest) { return known.arc - ((rest * arc_less(rest) - known.low) - rest); }

/// For x from 0 to ∞.
double arc(double x) {
  if (x < 7.0 / 16.0) return x < 0x1p-27 ? x : x - x * arc_less(x);
  if (x < 11.0 / 16.0) return beyond(arc_of_half, (2.0 * x - 1.0) / (2.0 + x));
  if (x < 19.0 / 16.0) return beyond(arc_of_1, (x - 1.0) / (x + 1.0));
  if (x < 39.0 / 16.0) return beyond(arc_of_3_halves, (x - 1.5) / (1.0 + 1.5 * x));
  return beyond(arc_of_infinity, -1.0 / x);
}

}  // namespace

SinCos sin_cos(double angle) {
  if (!std::isfinite(angle)) return {not_a_number, not_a_number};
  if (std::fabs(angle) > 1e6) angle = std::fmod(angle, 2.0 * pi);
  const Quarters q = quarters(angle);
  const double sine = sin_near_0(q.left, q.low);
  const double cosine = cos_near_0(q.left, q.low);
  switch (q.count) {
    case 0:
      return {sine, cosine};
    case 1:
      return {cosine, -sine};
    case 2:
      return {-sine, -cosine};
    default:
      return {-cosine, sine};
  }
}

double atan(double x) {
  if (std::isnan(x)) return x;
  return std::copysign(arc(std::fabs(x)), x);
}

double atan2(double y, double x) {
  if (std::isnan(x) || std::isnan(y)) return not_a_number;
  const double up = std::fabs(y), along = std::fabs(x);
  const double slope = up / along;
  if (slope > 0x1p60) return std::copysign(half_pi, y);
  double angle = arc(slope);                                       // of the point (|x|, |y|)
  if (std::isnan(slope)) angle = up == 0.0 ? 0.0 : half_pi / 2.0;  // 0 / 0 and ∞ / ∞
  if (std::signbit(x)) angle = pi - (angle - pi_low);
  return std::copysign(angle, y);
}

double exp(double x) {
  if (std::isnan(x)) return x;
  if (x > 709.782712893383973096) return infinity;
  if (x < -745.13321910194110842) return 0.0;
  // x = k ln 2 + r; e^r = 1 + r + r² P(r²) / …
  const double k = nearest_whole(x * std::numbers::log2e);
  const double high = x - k * ln2_high;
  const double low = k * ln2_low;
  const double r = high - low;
  const double t = r * r;
  const double c =
      r -
      t * (1.66666666666666019037e-01 +
           t * (-2.77777777770155933842e-03 +
                t * (6.61375632143793436117e-05 + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
  const double y = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
  const int exponent = static_cast<int>(k);
  if (exponent > 1023) return y * 2.0 * power_of_2(exponent - 1);
  if (exponent < -1021) return y * power_of_2(exponent + 1000) * power_of_2(-1000);
  return y * power_of_2(exponent);
}

double log(double x) {
  if (std::isnan(x) || x < 0.0) return not_a_number;
  if (x == 0.0) return -infinity;
  if (std::isinf(x)) return x;
  int k = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 0x1p54;
    k = -54;
  }
  // x = 2^k (1 + f), 1 + f from √½ to √2
  const auto bits = std::bit_cast<std::uint64_t>(x);
  k += static_cast<int>(bits >> 52) - 1023;
  double significand = std::bit_cast<double>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (significand > std::numbers::sqrt2) {
    significand *= 0.5;
    ++k;
  }
  const double f = significand - 1.0;
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double w = z * z;
  const double odd = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const double even =
      z * (6.666666666666735130e-01 +
           w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  const double half_square = 0.5 * f * f;
  const double whole = static_cast<double>(k);
  return whole * ln2_high - ((half_square - (s * (half_square + odd + even) + whole * ln2_low)) - f);
}

}  // namespace stretchcore::maths
