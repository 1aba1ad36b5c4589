#include "detail/maths.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <random>
#include <string>

#include "catch.hpp"

namespace detail_maths_test {

using namespace stretchcore;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr int tries = 200'000;

/// How far off a value is, in units of the last place of a double there.
double off(double is, long double should) {
  const double near = std::max(std::fabs(static_cast<double>(should)), std::numeric_limits<double>::min());
  const double ulp = std::nextafter(near, infinity) - near;
  return static_cast<double>(std::fabs(static_cast<long double>(is) - should)) / ulp;
}

/// Numbers that no distribution of the standard library has a part in.
class Numbers {
 public:
  double between(double from, double to) { return from + (to - from) * static_cast<double>(random_() >> 11) * 0x1p-53; }
  /// Of any size, evenly over the exponents.
  double of_size(int least, int most) {
    const auto exponents = static_cast<std::uint64_t>(most - least + 1);
    return std::ldexp(between(1.0, 2.0), least + static_cast<int>(random_() % exponents));
  }
  double sign() { return random_() % 2 == 0 ? 1.0 : -1.0; }

 private:
  std::mt19937_64 random_{20};
};

bool is(double a, double b) { return std::isnan(a) ? std::isnan(b) : a == b && std::signbit(a) == std::signbit(b); }

}  // namespace

// The errors are held against a long double, which has more digits on x86 and aarch64 under Linux.
static_assert(std::numeric_limits<long double>::digits > std::numeric_limits<double>::digits);

TEST_CASE("sine and cosine are off by less than one unit of the last place") {
  Numbers numbers;
  double sine = 0.0, cosine = 0.0;
  const auto look = [&](double angle) {
    const maths::SinCos found = maths::sin_cos(angle);
    sine = std::max(sine, off(found.sin, std::sin(static_cast<long double>(angle))));
    cosine = std::max(cosine, off(found.cos, std::cos(static_cast<long double>(angle))));
  };
  for (int i = 0; i < tries; ++i) look(numbers.between(-4.0, 4.0));
  for (int i = 0; i < tries; ++i) look(numbers.between(-1000.0, 1000.0));
  for (int i = 0; i < tries; ++i) look(numbers.sign() * numbers.of_size(-60, 0));
  for (int quarter = -636; quarter <= 636; ++quarter) {  // where one of them vanishes
    const double angle = quarter * (std::numbers::pi / 2.0);
    look(angle);
    look(std::nextafter(angle, infinity));
    look(std::nextafter(angle, -infinity));
  }
  CAPTURE(sine, cosine);
  CHECK(sine < 1.0);
  CHECK(cosine < 1.0);
}

TEST_CASE("an arc and the angle of a point are off by less than 1 and 1.6 units of the last place") {
  Numbers numbers;
  double arc = 0.0, angle = 0.0;
  const auto look = [&](double y, double x) {
    angle =
        std::max(angle, off(maths::atan2(y, x), std::atan2(static_cast<long double>(y), static_cast<long double>(x))));
  };
  for (int i = 0; i < tries; ++i) {
    const double x = numbers.sign() * (i % 2 == 0 ? numbers.between(0.0, 4.0) : numbers.of_size(-80, 80));
    arc = std::max(arc, off(maths::atan(x), std::atan(static_cast<long double>(x))));
    look(numbers.between(-1.0, 1.0), numbers.between(-1.0, 1.0));
    look(numbers.sign() * numbers.of_size(-400, 400), numbers.sign() * numbers.of_size(-400, 400));
  }
  CAPTURE(arc, angle);
  CHECK(arc < 1.0);
  CHECK(angle < 1.6);
}

TEST_CASE("powers of e and logarithms are off by less than one unit of the last place") {
  Numbers numbers;
  double power = 0.0, tiny_power = 0.0, logarithm = 0.0;
  for (int i = 0; i < tries; ++i) {
    for (const double x :
         {numbers.between(-745.0, 709.7), numbers.between(-2.0, 2.0), numbers.sign() * numbers.of_size(-60, 0)}) {
      double& worst = x < -707.0 ? tiny_power : power;
      worst = std::max(worst, off(maths::exp(x), std::exp(static_cast<long double>(x))));
    }
    for (const double x :
         {numbers.of_size(-1074, 1022), numbers.between(0.5, 2.0), 1.0 + numbers.sign() * numbers.of_size(-52, -2)}) {
      logarithm = std::max(logarithm, off(maths::log(x), std::log(static_cast<long double>(x))));
    }
  }
  CAPTURE(power, tiny_power, logarithm);
  CHECK(power < 1.0);
  CHECK(tiny_power < 1.5);
  CHECK(logarithm < 1.0);
}

TEST_CASE("lengths and the angles of cosines are off by less than 1.3 and 3 units of the last place") {
  Numbers numbers;
  double length = 0.0, angle = 0.0;
  for (int i = 0; i < tries; ++i) {
    const double x = numbers.sign() * numbers.of_size(-500, 500), y = x * numbers.between(-2.0, 2.0);
    length =
        std::max(length, off(maths::hypot(x, y), std::hypot(static_cast<long double>(x), static_cast<long double>(y))));
    for (const double cosine : {numbers.between(-1.0, 1.0), 1.0 - numbers.of_size(-52, -1)}) {
      angle = std::max(angle, off(maths::acos(cosine), std::acos(static_cast<long double>(cosine))));
    }
  }
  CAPTURE(length, angle);
  CHECK(length < 1.3);
  CHECK(angle < 3.0);
}

TEST_CASE("zeros, infinities and what is no number give what the standard library gives") {
  const auto alike = [](double a, double b) {
    return is(a, b) || (std::isfinite(b) && off(a, static_cast<long double>(b)) < 1.6);
  };
  const std::array special{0.0, -0.0, 1.0, -1.0, 5e-324, -5e-324, 1e308, -1e308, infinity, -infinity, not_a_number};
  for (const double y : special) {
    CAPTURE(y);
    CHECK(alike(maths::atan(y), std::atan(y)));
    CHECK(alike(maths::log(y), std::log(y)));
    CHECK(alike(maths::exp(y), std::exp(y)));
    if (!(std::fabs(y) > 1e6)) CHECK(alike(maths::sin_cos(y).sin, std::sin(y)));
    for (const double x : special) {
      CAPTURE(x);
      CHECK(alike(maths::atan2(y, x), std::atan2(y, x)));
      if (!std::isnan(x)) CHECK(std::signbit(maths::atan2(y, x)) == std::signbit(y));
    }
  }
  CHECK(std::isnan(maths::sin_cos(infinity).sin));
  CHECK(std::isnan(maths::sin_cos(infinity).cos));
  CHECK(is(maths::acos(1.0), 0.0));
  CHECK(is(maths::acos(-1.0), std::numbers::pi));
  CHECK(std::isnan(maths::acos(1.0000000000000002)));
  CHECK(maths::exp(709.78) < infinity);
  CHECK(maths::exp(710.0) == infinity);
  CHECK(maths::exp(-745.1) == 5e-324);
  CHECK(maths::exp(-746.0) == 0.0);
}

TEST_CASE("an angle of any size has a sine and a cosine") {
  Numbers numbers;
  for (int i = 0; i < 10'000; ++i) {
    const double angle = numbers.sign() * numbers.of_size(-1074, 1023);
    const maths::SinCos found = maths::sin_cos(angle);
    CAPTURE(angle, found.sin, found.cos);
    REQUIRE(std::fabs(found.sin * found.sin + found.cos * found.cos - 1.0) < 1e-15);
  }
}

}  // namespace detail_maths_test
