#include <cmath>
#include <random>
#include <vector>

#include <stretchcore/balance/fall.hpp>

#include "balance/openings.hpp"
#include "catch.hpp"

namespace balance_fall_test {

using namespace stretchcore;

namespace {

/// At which opening of those below a target, from 1, it is a fall; 0: at none.
int falls_at(const std::vector<double>& below, double deviation = 1.0) {
  FallWatch watch;
  int number = 0;
  for (const double one : below) {
    ++number;
    if (fell(watch, degrees(one), degrees(deviation))) return number;
  }
  return 0;
}

}  // namespace

TEST_CASE("a sudden fall is told by the first opening that shows it") {
  CHECK(falls_at({0, 0, 0, 0, 8}) == 5);
  CHECK(falls_at({3, 2, 3, 2, 10}) == 5);  // whoever always ends below her target falls from there
  CHECK(falls_at({0, 0, 0, 0, 8}, 2.0) == 5);
  CHECK(falls_at({0, 0, 0, 0, 5}, 2.0) == 0);     // one short opening may be chance
  CHECK(falls_at({0, 0, 0, 0, 5, 5}, 2.0) == 6);  // but not two
}

TEST_CASE("a slow fall is told as well") {
  const int at = falls_at({0, 0, 0, 0, 0, 0, 0, 0, 0.4, 0.8, 1.2, 1.6, 2.0, 2.4, 2.8, 3.2, 3.6, 4.0});
  CHECK(at > 12);
  CHECK(at <= 16);
}

TEST_CASE("what is beyond the target, and what is less than three degrees, is no fall") {
  CHECK(falls_at({-20, -20, -20, 0, -20, 0, 0}) == 0);  // told to come back to the target, she does
  CHECK(falls_at(std::vector<double>(50, 9.0)) == 0);   // always the same
  CHECK(falls_at({0, 0, 0, 0, 2.9, 2.9, 2.9}, 0.1) == 0);
  CHECK(falls_at({0, 0, 0, 0, 3.1}, 0.1) == 5);
  CHECK(falls_at({12}) == 0);  // nothing is usual yet
}

TEST_CASE("it is told once, and from there it learns anew what is usual") {
  FallWatch watch;
  for (int i = 0; i < 4; ++i) REQUIRE_FALSE(fell(watch, degrees(0), degrees(1)));
  REQUIRE(fell(watch, degrees(9), degrees(1)));
  CHECK(watch == FallWatch{});
  for (int i = 0; i < 6; ++i) CHECK_FALSE(fell(watch, degrees(9), degrees(1)));  // as far as she goes now
  CHECK(fell(watch, degrees(18), degrees(1)));
}

TEST_CASE("it does not depend on the unit of what varies") {
  std::mt19937_64 random{3};
  Wander noise{random, 0.3};
  FallWatch one, other;
  for (int i = 0; i < 400; ++i) {
    const double below = 4.0 * noise() + (i % 60 == 50 ? 30.0 : 0.0);
    CHECK(fell(one, degrees(below), degrees(4)) == fell(other, degrees(4.0 * below), degrees(16)));
  }
}

TEST_CASE("of somebody who follows a target it is rarely said in vain") {
  std::mt19937_64 random{5};
  constexpr int people = 4000;
  constexpr int openings = 30;
  int told = 0;
  for (int person = 0; person < people; ++person) {
    Wander noise{random, 0.0};
    FallWatch watch;
    bool any = false;
    for (int i = 0; i < openings; ++i) any = fell(watch, degrees(2.0 * noise()), degrees(2)) || any;
    told += any ? 1 : 0;
  }
  CHECK(told < people / 10);
}

TEST_CASE("how much she varies is taken from her free openings, at least one degree") {
  const std::vector<Repetition> openings{opened(40, 44), opened(44, 40), opened(42, 42), opened(38, 46)};
  // left 40 44 42 38 and right 44 40 42 46: 20 each about their means, of six degrees of freedom
  CHECK(deviation(openings, {}).degrees() == Approx(std::sqrt(40.0 / 6.0)));
  CHECK(deviation({openings.data(), 2}, {}) == ErrorModel{}.repetition);
  CHECK(deviation({}, {}) == ErrorModel{}.repetition);
  CHECK(deviation(openings, {.repetition = degrees(3), .correlation = 0.2}) == degrees(3));
  const std::vector<Repetition> alike(5, opened(40, 40));
  CHECK(deviation(alike, {}) == degrees(1));
  const std::vector<Repetition> in_turn{opened(Side::left, 30),  opened(Side::right, 50), opened(Side::left, 34),
                                        opened(Side::right, 54), opened(Side::left, 32),  opened(Side::right, 52)};
  CHECK(deviation(in_turn, {}).degrees() == Approx(2.0));
  std::vector<Repetition> beside = in_turn;  // the other leg lies still, and is seen
  for (Repetition& r : beside) r.reach[opposite(*r.side)] = degrees(2);
  CHECK(deviation(beside, {}) == deviation(in_turn, {}));
  CHECK(deviation(openings, {.repetition = degrees(0), .correlation = 0.0}) == degrees(1));
}

}  // namespace balance_fall_test
