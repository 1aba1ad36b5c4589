#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

#include <stretchcore/balance/across.hpp>
#include <stretchcore/error.hpp>

#include "balance/openings.hpp"
#include "catch.hpp"

using namespace stretchcore;

namespace {

std::vector<Angle> angles(const std::vector<double>& values) {
  std::vector<Angle> all;
  for (const double value : values) all.push_back(degrees(value));
  return all;
}

std::vector<double> days(std::size_t count) {
  std::vector<double> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back(static_cast<double>(i));
  return all;
}

Consistency consistency_of(const std::vector<double>& differences) { return consistency(angles(differences)); }

Estimate session(double value, double error) {
  return {.value = degrees(value), .standard_error = degrees(error), .within_session = degrees(0.5), .count = 6};
}

}  // namespace

TEST_CASE("six sessions that agree name a side, five do not") {
  CHECK(consistency_of({}) == Consistency{});
  CHECK(consistency_of({3, 2, 4, 1, 2}).p == Approx(0.0625));
  CHECK_FALSE(consistency_of({3, 2, 4, 1, 2}).tighter_side);
  const Consistency six = consistency_of({3, 2, 4, 1, 2, 5});
  CHECK(six.p == Approx(0.03125));
  CHECK(six.tighter_side == Side::left);
  CHECK(six.left == 6);
  CHECK(consistency_of({-3, -2, -4, -1, -2, -5}).tighter_side == Side::right);
  CHECK_FALSE(consistency_of({3, 2, 4, 1, 2, -5}).tighter_side);
  CHECK(consistency_of({0, 0, 3}).left == 1);
  CHECK(consistency_of({1, -1}).p == 1.0);
}

TEST_CASE("mirrored differences are the other side's") {
  std::mt19937_64 random{4};
  for (int i = 0; i < 200; ++i) {
    std::vector<Angle> differences;
    for (int k = 0; k < i % 12; ++k) differences.push_back(degrees(static_cast<double>(random() % 9) - 3.0));
    std::vector<Angle> mirrored = differences;
    for (Angle& each : mirrored) each = -each;
    const Consistency a = consistency(differences);
    const Consistency b = consistency(mirrored);
    CHECK(a.left == b.right);
    CHECK(a.p == b.p);
    CHECK(a.tighter_side.has_value() == b.tighter_side.has_value());
    if (a.tighter_side) CHECK(*b.tighter_side == opposite(*a.tighter_side));
  }
}

TEST_CASE("a trend is the median of all slopes, and one wild day moves it little") {
  const auto found = trend(days(5), angles({10, 11, 12, 13, 14}));
  REQUIRE(found);
  CHECK(found->slope == Approx(1.0));
  CHECK(found->low == Approx(1.0));
  CHECK(found->high == Approx(1.0));
  CHECK(found->count == 5);
  const auto wild = trend(days(9), angles({10, 11, 12, 13, 90, 15, 16, 17, 18}));
  REQUIRE(wild);
  CHECK(wild->slope == Approx(1.0));
  CHECK_FALSE(trend(days(4), angles({1, 2, 3, 4})));
  CHECK_FALSE(trend(std::vector<double>(6, 2.0), angles({1, 2, 3, 4, 5, 6})));
  CHECK_THROWS_AS(trend(days(5), angles({1, 2})), InvalidModel);
  CHECK_THROWS_AS(trend(days(5), angles({1, 2, 3, 4, std::nan("")})), InvalidModel);
  CHECK_THROWS_AS(trend(std::vector<double>(5, std::nan("")), angles({1, 2, 3, 4, 5})), InvalidModel);
}

TEST_CASE("the interval of a trend holds the truth in about 95 of 100") {
  std::mt19937_64 random{5};
  Wander noise{random, 0.0};
  for (const std::size_t count : {8U, 16U}) {
    int held = 0;
    constexpr int trials = 4000;
    for (int i = 0; i < trials; ++i) {
      std::vector<Angle> values;
      for (std::size_t k = 0; k < count; ++k) values.push_back(degrees(30.0 + 0.4 * static_cast<double>(k) + noise()));
      const auto found = trend(days(count), values);
      REQUIRE(found);
      REQUIRE(found->low <= found->slope);
      REQUIRE(found->slope <= found->high);
      held += found->low <= 0.4 && 0.4 <= found->high ? 1 : 0;
    }
    const double share = static_cast<double>(held) / trials;
    CAPTURE(count, share);
    CHECK(share > 0.93);
    CHECK(share < 0.99);
  }
}

TEST_CASE("a trend follows its units: what is measured over, and what is added to all") {
  const std::vector<double> at{0, 1, 2.5, 3, 4, 7};
  const std::vector<Angle> values = angles({20, 23, 22, 25, 27, 31});
  const auto plain = trend(at, values);
  std::vector<double> hours = at;
  for (double& each : hours) each *= 24.0;
  std::vector<Angle> moved = values;
  for (Angle& each : moved) each += degrees(8);
  REQUIRE(plain);
  CHECK(trend(hours, values)->slope == Approx(plain->slope / 24.0));
  CHECK(trend(hours, values)->high == Approx(plain->high / 24.0));
  CHECK(trend(at, moved)->slope == Approx(plain->slope));
}

TEST_CASE("a plateau is an interval that has no room for more than a tenth of a degree an opening") {
  CHECK(plateau(Trend{.slope = 0.0, .low = -0.09, .high = 0.09, .count = 10}));
  CHECK_FALSE(plateau(Trend{.slope = 0.0, .low = -0.09, .high = 0.1, .count = 10}));
  CHECK_FALSE(plateau(Trend{.slope = 0.0, .low = -0.1, .high = 0.05, .count = 10}));
}

TEST_CASE("between sessions a change must be more than the sensor, placed anew, can make") {
  // An inclinometer: 2.2° a session, so 1.96 · √2 · 2.2 = 6.1°.
  CHECK(compare_sessions(session(40, 2.2), session(46, 2.2)).verdict == GainVerdict::undetermined);  // ± 6.1°
  CHECK(compare_sessions(session(40, 2.0), session(45, 2.0)).verdict == GainVerdict::no_detectable_change);
  CHECK(compare_sessions(session(40, 2.2), session(46.2, 2.2)).verdict == GainVerdict::increased);
  CHECK(compare_sessions(session(46.2, 2.2), session(40, 2.2)).verdict == GainVerdict::decreased);
  CHECK(compare_sessions(session(40, 0.2), session(42.9, 0.2)).verdict == GainVerdict::no_detectable_change);
  CHECK(compare_sessions(session(40, 5), session(42, 5)).verdict == GainVerdict::undetermined);
  CHECK(compare_sessions(session(40, 2.2), {}) == Gain{});
}
