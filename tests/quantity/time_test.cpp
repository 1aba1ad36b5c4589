#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

#include <stretchcore/quantity/time.hpp>

#include "catch.hpp"

namespace quantity_time_test {

using namespace stretchcore;
using namespace stretchcore::literals;

TEST_CASE("seconds are rounded once, to the nearest nanosecond") {
  CHECK(seconds(0.0) == Time{0});
  CHECK(seconds(1.0) == Time{1'000'000'000});
  CHECK(seconds(0.1) == Time{100'000'000});
  CHECK(seconds(1e-9) == Time{1});
  CHECK(seconds(0.4e-9) == Time{0});
  CHECK(seconds(0.6e-9) == Time{1});
  CHECK(seconds(-0.6e-9) == Time{-1});
  CHECK(seconds(1.0 / 3.0) == Time{333'333'333});
  CHECK(seconds(2.0 / 3.0) == Time{666'666'667});
}

TEST_CASE("a time survives the way to seconds and back") {
  std::mt19937_64 random{3};
  constexpr std::int64_t twenty_days = 20LL * 24 * 3600 * 1'000'000'000;  // a double counts nanoseconds up to here
  for (int i = 0; i < 10'000; ++i) {
    const Time time{static_cast<std::int64_t>(random() % (2 * twenty_days)) - twenty_days};
    REQUIRE(seconds(to_seconds(time)) == time);
    REQUIRE(seconds(-to_seconds(time)) == -time);
  }
}

TEST_CASE("later seconds are later times") {
  std::mt19937_64 random{4};
  double before = -longest_seconds;
  for (int i = 0; i < 1000; ++i) {
    const double now = before + 1e-9 + static_cast<double>(random() % 1'000'000'000) * 1e-5;
    REQUIRE(seconds(before) <= seconds(now));
    before = now;
  }
}

TEST_CASE("seconds that are no time are refused, with the field and the limit") {
  const double infinity = std::numeric_limits<double>::infinity();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double beyond = std::nextafter(longest_seconds, infinity);
  for (const double bad : {infinity, -infinity, nan, -nan, beyond, -beyond, 1e300}) {
    CHECK_THROWS_WITH(seconds(bad), Catch::Contains("time") && Catch::Contains("finite") && Catch::Contains("century"));
  }
  CHECK(seconds(longest_seconds) == std::chrono::hours{36525 * 24});
  CHECK(seconds(-longest_seconds) == -std::chrono::hours{36525 * 24});
}

TEST_CASE("times are written with their unit") {
  CHECK(5_s == Time{5'000'000'000});
  CHECK(0.25_s == Time{250'000'000});
  CHECK(400_ms == Time{400'000'000});
  CHECK(0.1_s == seconds(0.1));
}

}  // namespace quantity_time_test
