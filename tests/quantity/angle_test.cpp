#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <random>

#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/estimate.hpp>

#include "catch.hpp"

namespace quantity_angle_test {

using namespace stretchcore;
using namespace stretchcore::literals;

static_assert((30_deg).degrees() == 30.0);
static_assert(-12.5_deg == degrees(-12.5));
static_assert(degrees(40) - degrees(2.5) == degrees(37.5));
static_assert(3 * degrees(2) / degrees(4) == 1.5);

TEST_CASE("degrees come out as they went in, to the last bit") {
  std::mt19937_64 random{1};
  for (int i = 0; i < 10'000; ++i) {
    const std::uint64_t bits = random();
    const auto value = std::bit_cast<double>(bits);
    if (std::isnan(value)) continue;
    REQUIRE(std::bit_cast<std::uint64_t>(degrees(value).degrees()) == bits);
  }
  CHECK(std::signbit(degrees(-0.0).degrees()));
}

TEST_CASE("radians and degrees are one angle") {
  CHECK(radians(std::numbers::pi).degrees() == Approx(180));
  CHECK(degrees(90).radians() == Approx(std::numbers::pi / 2));
  for (double d = -360; d <= 360; d += 7.3) CHECK(radians(degrees(d).radians()).degrees() == Approx(d));
}

TEST_CASE("angles add, scale and compare as their degrees do") {
  std::mt19937_64 random{2};
  const auto any = [&] { return static_cast<double>(random() >> 11) * 0x1p-53 * 400.0 - 200.0; };
  for (int i = 0; i < 1000; ++i) {
    const double a = any(), b = any(), factor = any();
    CHECK((degrees(a) + degrees(b)).degrees() == a + b);
    CHECK((degrees(a) - degrees(b)).degrees() == a - b);
    CHECK((degrees(a) * factor).degrees() == a * factor);
    CHECK((factor * degrees(a)).degrees() == a * factor);
    CHECK((degrees(a) / factor).degrees() == a / factor);
    CHECK(degrees(a) / degrees(b) == a / b);
    CHECK((degrees(a) < degrees(b)) == (a < b));
    CHECK(abs(degrees(a)).degrees() == std::fabs(a));
    CHECK(-degrees(a) == degrees(-a));
    Angle sum = degrees(a);
    sum += degrees(b);
    CHECK(sum == degrees(a) + degrees(b));
    sum -= degrees(b);
    CHECK(sum == degrees(a) + degrees(b) - degrees(b));
  }
}

TEST_CASE("an angle that is no number says so") {
  CHECK(degrees(359).finite());
  CHECK_FALSE(degrees(std::numeric_limits<double>::infinity()).finite());
  CHECK_FALSE(degrees(std::numeric_limits<double>::quiet_NaN()).finite());
}

TEST_CASE("a value for each side is read and written by its side") {
  Bilateral<int> both{1, 2};
  CHECK(both[Side::left] == 1);
  CHECK(both[Side::right] == 2);
  both[Side::right] = 5;
  CHECK(both == Bilateral<int>{1, 5});
  CHECK(both.mirrored() == Bilateral<int>{5, 1});
  CHECK(both.mirrored().mirrored() == both);
  CHECK(each_side([](Side side) { return side == Side::left ? 'l' : 'r'; }) == Bilateral<char>{'l', 'r'});
}

TEST_CASE("an interval holds its ends and nothing beyond them") {
  const Interval interval{degrees(-1), degrees(5)};
  CHECK(interval.contains(degrees(-1)));
  CHECK(interval.contains(degrees(5)));
  CHECK(interval.contains(degrees(0)));
  CHECK_FALSE(interval.contains(degrees(std::nextafter(5.0, 6.0))));
  CHECK_FALSE(interval.contains(degrees(-1.01)));
  CHECK_FALSE(interval.contains(degrees(std::numeric_limits<double>::quiet_NaN())));
  CHECK_FALSE(Estimate{}.known());
}

}  // namespace quantity_angle_test
