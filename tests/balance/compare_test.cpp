#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include <stretchcore/balance/compare.hpp>

#include "balance/openings.hpp"
#include "catch.hpp"

namespace balance_compare_test {

using namespace stretchcore;

namespace {

const ErrorModel exact{.repetition = degrees(0), .session = degrees(0)};
constexpr double widened = 1.5 / 0.5;  // the square of what a correlation of 0.5 does to an error

Estimate estimate_of(std::vector<double> values, const ErrorModel& error = exact) {
  std::vector<Angle> angles;
  for (const double v : values) angles.push_back(degrees(v));
  return estimate(angles, error);
}

/// Eighths of a degree add up without rounding.
double eighths(std::mt19937_64& random, int from, int to) {
  return from + static_cast<double>(random() % static_cast<std::uint64_t>((to - from) * 8)) / 8.0;
}

std::vector<Repetition> some_openings(std::mt19937_64& random, int count) {
  std::vector<Repetition> openings;
  for (int i = 0; i < count; ++i) openings.push_back(opened(eighths(random, 20, 50), eighths(random, 20, 50)));
  return openings;
}

std::vector<Repetition> changed(std::vector<Repetition> openings, double left, double right) {
  for (Repetition& r : openings) {
    r.reach.left = *r.reach.left + degrees(left);
    r.reach.right = *r.reach.right + degrees(right);
  }
  return openings;
}

}  // namespace

TEST_CASE("a few angles are described by their 20 % trimmed mean and Yuen's error, widened by a likeness of 0.5") {
  // 10 20 30 40 100: mean of 20 30 40; winsorised 20 20 30 40 40 has a sum of squares of 400; 400 / (3 · 2), times
  // 1.5 / 0.5.
  const Estimate five = estimate_of({40, 100, 10, 30, 20});
  CHECK(five.value.degrees() == Approx(30));
  CHECK(five.within_session.degrees() == Approx(std::sqrt(400.0 / 6.0 * widened)));
  CHECK(five.count == 5);

  // Below five nothing is trimmed: 30 32 34, sum of squares 8; 8 / (3 · 2).
  const Estimate three = estimate_of({30, 32, 34});
  CHECK(three.value.degrees() == Approx(32));
  CHECK(three.within_session.degrees() == Approx(std::sqrt(8.0 / 6.0 * widened)));

  // Of ten, two at each end: 3 4 5 6 7 8 remain; winsorised squares 2 · (3 · 2.5² + 1.5² + 0.5²) = 42.5; h = 6.
  const Estimate ten = estimate_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  CHECK(ten.value.degrees() == Approx(5.5));
  CHECK(ten.within_session.degrees() == Approx(std::sqrt(42.5 / 30.0 * widened)));
}

TEST_CASE("what is uncertain is the repetitions' error and the sensor's") {
  const ErrorModel error{degrees(2), degrees(4)};
  const Estimate three = estimate_of({30, 32, 34}, error);
  CHECK(three.within_session.degrees() == Approx(std::sqrt(8.0 / 6.0 * widened)));
  CHECK(three.standard_error.degrees() == Approx(std::sqrt(8.0 / 6.0 * widened + 16.0)));
}

TEST_CASE("of sides that are taken for each other, the one that goes less far stands for both, in whatever order") {
  const ErrorModel markers = error_model(Source::optical_markers);
  for (int order = 0; order < 64; ++order) {
    std::vector<Repetition> mixed;
    for (int i = 0; i < 6; ++i) mixed.push_back((order >> i) % 2 == 1 ? opened(25, 40) : opened(40, 25));
    const Bilateral<Estimate> range = ranges_of_mixed(mixed, markers);
    CHECK(range.left.value.degrees() == Approx(25));
    CHECK(range.right == range.left);
    CHECK(range.left.count == 6);
  }
  CHECK_FALSE(ranges_of_mixed({}, markers).left.known());
}

TEST_CASE("one angle has the error of one repetition, none is not known") {
  const ErrorModel error{degrees(3), degrees(4)};
  const Estimate one = estimate_of({31}, error);
  CHECK(one.value == degrees(31));
  CHECK(one.within_session == degrees(3));
  CHECK(one.standard_error.degrees() == Approx(5));
  CHECK(one.count == 1);
  CHECK(estimate_of({}, error) == Estimate{});
  CHECK_FALSE(estimate_of({}, error).known());
}

TEST_CASE(
    "one wild opening in five moves an estimate no further than its neighbours, and their order moves it not at all") {
  std::mt19937_64 random{1};
  for (int i = 0; i < 200; ++i) {
    std::vector<double> values;
    for (int k = 0; k < 6; ++k) values.push_back(eighths(random, 30, 40));
    const Estimate before = estimate_of(values);
    std::shuffle(values.begin(), values.end(), random);
    CHECK(estimate_of(values) == before);
    values[0] = 400;
    const Estimate wild = estimate_of(values);
    CHECK(wild.value <= degrees(*std::max_element(values.begin() + 1, values.end())));
    CHECK(wild.value >= degrees(*std::min_element(values.begin() + 1, values.end())));
  }
}

TEST_CASE("where the correlation is known the error is the one that is given, whatever the openings show") {
  const ErrorModel known{.repetition = degrees(2), .session = degrees(0), .correlation = 0.5};
  // Of four, each like the one before: 1 + 2 (3/4 · 1/2 + 2/4 · 1/4 + 1/4 · 1/8) = 2.0625.
  const Estimate four = estimate_of({30, 30, 30, 30}, known);
  CHECK(four.error_known);
  CHECK(four.within_session.degrees() == Approx(2.0 * std::sqrt(2.0625 / 4.0)));
  CHECK(estimate_of({10, 20, 40, 50}, known).within_session == four.within_session);
  CHECK(estimate_of({30}, known).within_session == degrees(2));
  const Interval all = interval(four);
  CHECK(all.high.degrees() - 30.0 == Approx(1.959964 * four.within_session.degrees()));
  CHECK(all.low.degrees() - 30.0 == Approx(-1.959964 * four.within_session.degrees()));

  // Two sides vary each for itself: their mean by less, their difference by more.
  const std::vector<Repetition> openings(4, opened(30, 40));
  CHECK(mean_range(openings, known).within_session.degrees() == Approx(std::sqrt(2.0625 / 4.0 * 2.0)));
  const Asymmetry sides = compare_sides(openings, known);
  CHECK(sides.high.degrees() - 10.0 == Approx(1.959964 * std::sqrt(2.0625 / 4.0 * 8.0)));
  const Gain gain = compare_ranges(openings, openings, known);
  CHECK(gain.high.degrees() == Approx(1.959964 * std::sqrt(2.0 * 2.0625 / 4.0 * 2.0)));
}

TEST_CASE("what is left out of a known error is paid for: the mean of four of six normal values varies by 11 % more") {
  const ErrorModel known{.repetition = degrees(2), .session = degrees(0), .correlation = 0.0};
  const double within = estimate_of({30, 31, 32, 33, 34, 35}, known).within_session.degrees();
  CHECK(within * within / (4.0 / 6.0) == Approx(1.114229).margin(1e-5));
}

TEST_CASE("two measurings are compared each with its own variation, and what both sides gained cancels out") {
  // Differences 9 10 11 and 11 12 13: each within 1, together √2 / 2, with 2 + 2 − 1 degrees of freedom.
  const std::vector<Repetition> before{opened(30, 39), opened(30, 40), opened(30, 41)};
  const std::vector<Repetition> after{opened(36, 47), opened(36, 48), opened(36, 49)};
  const Asymmetry both = compare_sides(before, after, exact);
  CHECK(both.difference.degrees() == Approx(11));
  CHECK(both.high.degrees() == Approx(11 + 3.182446 * std::sqrt(2.0) / 2.0));
  CHECK(both.low.degrees() == Approx(11 - 3.182446 * std::sqrt(2.0) / 2.0));
  CHECK(compare_sides(before, {}, exact) == compare_sides(before, exact));
  CHECK(compare_sides({}, after, exact) == compare_sides(after, exact));
  CHECK(compare_sides({}, {}, exact) == Asymmetry{});
}

TEST_CASE("an interval is as wide as its openings and its sensor are uncertain") {
  const Estimate three = estimate_of({30, 32, 34}, {.repetition = degrees(2), .session = degrees(4)});
  const double half = std::hypot(4.302653 * std::sqrt(8.0 / 6.0 * widened), 1.959964 * 4.0);
  CHECK(interval(three).high.degrees() == Approx(32 + half));
  CHECK(interval(three).low.degrees() == Approx(32 - half));
  CHECK(interval(three).contains(degrees(32)));
  // One opening has the error model's word for it.
  const Estimate one = estimate_of({30}, {.repetition = degrees(2), .session = degrees(0)});
  CHECK(interval(one).high.degrees() == Approx(30 + 1.959964 * 2.0));
  CHECK(interval({}) == Interval{});
}

TEST_CASE("a tilted pelvis line is wrong on both sides: twice in a difference") {
  const std::vector<Repetition> openings{opened(30, 40), opened(30, 40), opened(30, 40)};
  const ErrorModel error{.repetition = degrees(1), .session = degrees(3), .pelvis_line = degrees(2)};
  const Asymmetry a = compare_sides(openings, error);
  CHECK(a.high.degrees() == Approx(10 + 1.959964 * std::sqrt(2.0 * 9.0 + 4.0 * 4.0)));
}

TEST_CASE("more noise never narrows an interval, and more openings of the same kind do not widen it") {
  std::mt19937_64 random{6};
  for (int i = 0; i < 200; ++i) {
    const auto openings = some_openings(random, 4 + i % 6);
    const Bilateral<Estimate> range = ranges(openings, exact);
    auto noisier = openings;
    for (Repetition& r : noisier)
      r.reach = each_side([&](Side s) { return std::optional{range[s].value + (*r.reach[s] - range[s].value) * 1.5}; });
    const auto wide = [](const Interval& of) { return (of.high - of.low).degrees(); };
    for (const Side side : both_sides) {
      CHECK(wide(interval(ranges(noisier, exact)[side])) >= wide(interval(range[side])));
    }
    auto twice = openings;
    twice.insert(twice.end(), openings.begin(), openings.end());
    for (const Side side : both_sides)
      CHECK(wide(interval(ranges(twice, exact)[side])) <= wide(interval(range[side])) + 1e-9);
    for (const Source source : {Source::optical_markers, Source::imu_pair, Source::phone_camera}) {
      ErrorModel error = error_model(source);
      const Asymmetry before = compare_sides(openings, error);
      error.session = error.session + degrees(1);
      const Asymmetry after = compare_sides(openings, error);
      CHECK(after.low <= before.low);
      CHECK(after.high >= before.high);
    }
  }
}

TEST_CASE("openings beyond the most that are kept are left out") {
  std::vector<double> values(most_openings, 30.0);
  values.resize(most_openings + 50, 90.0);
  CHECK(estimate_of(values).value == degrees(30));
  CHECK(estimate_of(values).count == static_cast<int>(most_openings));

  const std::vector<Repetition> many(most_openings + 50, opened(30, 40));
  CHECK(ranges(many, exact).left.count == static_cast<int>(most_openings));
  CHECK(mean_range(many, exact).count == static_cast<int>(most_openings));
  CHECK(compare_sides(many, exact).difference == degrees(10));
}

TEST_CASE("the range of a side comes from what that side did and was seen to do") {
  std::vector<Repetition> openings{opened(30, 40), opened(32, 42), opened(Side::left, 34), opened(Side::right, 44)};
  openings[1].reach.right.reset();
  const auto range = ranges(openings, exact);
  CHECK(range.left.value.degrees() == Approx(32));
  CHECK(range.left.count == 3);
  CHECK(range.right.value.degrees() == Approx(42));
  CHECK(range.right.count == 2);
  const Estimate mean = mean_range(openings, exact);  // 35, 34, 44: without the right side the second says nothing
  CHECK(mean.count == 3);
  CHECK(mean.value.degrees() == Approx((35.0 + 34.0 + 44.0) / 3));
  CHECK(mean_range({}, exact) == Estimate{});
}

TEST_CASE("the interval of a gain is Student's, by the openings that are left after trimming") {
  // Two-sided 5 %: tables of t for 2, 3, 5 and 9 degrees of freedom.
  const auto half = [](int count, int looks) {
    const Estimate one{degrees(30), degrees(5), degrees(std::sqrt(0.5)), count};
    const Gain gain = compare_ranges(one, one, looks);
    CHECK(gain.value == degrees(0));
    CHECK(gain.low == -gain.high);
    return gain.high.degrees();
  };
  CHECK(half(3, 1) == Approx(4.302653));
  CHECK(half(4, 1) == Approx(3.182446));
  CHECK(half(5, 1) == Approx(4.302653));
  CHECK(half(6, 1) == Approx(3.182446));
  CHECK(half(10, 1) == Approx(2.570582));
  CHECK(half(16, 1) == Approx(2.262157));
  // With 2 degrees of freedom t = (2p − 1) / √(2p(1 − p)); four looks share the 5 %, p = 1 − 0.05 / 8.
  CHECK(half(3, 4) == Approx(0.9875 / std::sqrt(2 * 0.99375 * 0.00625)));
  CHECK(half(3, 0) == Approx(4.302653));
}

TEST_CASE("a gain is one when its interval is above zero and it is worth a word") {
  const auto verdict = [](double before, double after, double within, int count = 6) {
    const auto range = [&](double value) { return Estimate{degrees(value), degrees(5), degrees(within), count}; };
    return compare_ranges(range(before), range(after)).verdict;
  };
  CHECK(verdict(30, 33, 0.5) == GainVerdict::increased);
  CHECK(verdict(30, 32.9, 0.1) == GainVerdict::no_detectable_change);
  CHECK(verdict(30, 33, 1.0) == GainVerdict::no_detectable_change);
  CHECK(verdict(33, 30, 0.5) == GainVerdict::decreased);
  CHECK(verdict(32.9, 30, 0.1) == GainVerdict::no_detectable_change);
  CHECK(verdict(30, 33, 1.4) == GainVerdict::undetermined);  // half an interval of 6.3°
  CHECK(verdict(30, 60, 1.4) == GainVerdict::increased);
  CHECK(verdict(30, 60, 0.1, 2) == GainVerdict::undetermined);
  CHECK(compare_ranges(Estimate{}, Estimate{}) == Gain{});
}

TEST_CASE("a gain does not depend on what the sensor adds to everything, nor on who is mirrored") {
  std::mt19937_64 random{2};
  for (int i = 0; i < 200; ++i) {
    const auto before = some_openings(random, 3 + i % 8);
    const auto after = some_openings(random, 3 + (i / 8) % 8);
    const double constant = eighths(random, -10, 10);
    const ErrorModel error = error_model(static_cast<Source>(i % 8));
    const Gain gain = compare_ranges(before, after, error);
    const Gain moved = compare_ranges(changed(before, constant, constant), changed(after, constant, constant), error);
    CHECK(moved.value.degrees() == Approx(gain.value.degrees()).margin(1e-9));
    CHECK(moved.low.degrees() == Approx(gain.low.degrees()));
    CHECK(moved.verdict == gain.verdict);
    auto mirrored_before = before, mirrored_after = after;
    for (Repetition& r : mirrored_before) r.reach = r.reach.mirrored();
    for (Repetition& r : mirrored_after) r.reach = r.reach.mirrored();
    CHECK(compare_ranges(mirrored_before, mirrored_after, error) == gain);
    const Gain back = compare_ranges(after, before, error);
    CHECK(back.value == -gain.value);
    CHECK((back.verdict == GainVerdict::decreased) == (gain.verdict == GainVerdict::increased));
  }
}

TEST_CASE("sides are compared opening by opening, with the sensor's error of both") {
  // Differences 9 10 11: within √(2 / 6), widened, t of 2 degrees of freedom; the sensor √2 · 1.5 · 1.96.
  const std::vector<Repetition> openings{opened(30, 40), opened(38, 47), opened(24, 35)};
  const Asymmetry a = compare_sides(openings, error_model(Source::optical_markers));
  const double half = std::hypot(4.302653 * std::sqrt(2.0 / 6.0 * widened), std::sqrt(2.0) * 1.5 * 1.959964);
  CHECK(a.difference.degrees() == Approx(10));
  CHECK(a.low.degrees() == Approx(10 - half));
  CHECK(a.high.degrees() == Approx(10 + half));
  CHECK(a.verdict == AsymmetryVerdict::left_tighter);
  CHECK(a.tighter_side == Side::left);

  // Of five, three are left after trimming: differences 8 9 10 11 30, winsorised squares 4; 4 / (3 · 2).
  const Asymmetry five =
      compare_sides(std::vector{opened(30, 60), opened(30, 38), opened(30, 39), opened(30, 40), opened(30, 41)}, exact);
  CHECK(five.difference.degrees() == Approx(10));
  CHECK(five.high.degrees() == Approx(10 + 4.302653 * std::sqrt(4.0 / 6.0 * widened)));
}

TEST_CASE("a side is named only when zero lies outside, and balanced is said only when all of it is near zero") {
  const auto verdict = [](double difference, double spread, const ErrorModel& error) {
    const Asymmetry a = compare_sides(std::vector{opened(30, 30 + difference - spread), opened(30, 30 + difference),
                                                  opened(30, 30 + difference + spread)},
                                      error);
    CHECK(a.tighter_side.has_value() ==
          (a.verdict == AsymmetryVerdict::left_tighter || a.verdict == AsymmetryVerdict::right_tighter));
    return a.verdict;
  };
  const ErrorModel phone = error_model(Source::phone_camera);
  CHECK(verdict(3, 0.5, exact) == AsymmetryVerdict::left_tighter);
  CHECK(verdict(-3, 0.5, exact) == AsymmetryVerdict::right_tighter);
  CHECK(verdict(2.9, 0.1, exact) == AsymmetryVerdict::balanced);  // surely there, and not worth a word
  CHECK(verdict(-2.9, 0.1, exact) == AsymmetryVerdict::balanced);
  CHECK(verdict(1, 0.5, exact) == AsymmetryVerdict::balanced);
  CHECK(verdict(3.5, 1.2, exact) == AsymmetryVerdict::undetermined);
  CHECK(verdict(-3.5, 1.2, exact) == AsymmetryVerdict::undetermined);
  CHECK(verdict(10, 0.5, phone) == AsymmetryVerdict::undetermined);
  CHECK(verdict(0, 0.0, phone) == AsymmetryVerdict::undetermined);
  CHECK(verdict(15, 0.5, phone) == AsymmetryVerdict::undetermined);
  CHECK(verdict(40, 0.5, phone) == AsymmetryVerdict::undetermined);  // one camera names no side
  CHECK(verdict(12, 0.5, error_model(Source::multi_camera)) == AsymmetryVerdict::left_tighter);
  CHECK(verdict(-10, 0.5, error_model(Source::imu_pair)) == AsymmetryVerdict::right_tighter);
}

TEST_CASE("sides that moved in turn are compared by their ranges, and fewer than three openings say nothing") {
  std::vector<Repetition> openings;
  for (const double off : {-1.0, 0.0, 1.0}) {
    openings.push_back(opened(Side::left, 40 + off));
    CHECK(compare_sides(openings, exact) == Asymmetry{});
    openings.push_back(opened(Side::right, 30 + off));
  }
  const Asymmetry a = compare_sides(openings, exact);
  CHECK(a.difference.degrees() == Approx(-10));
  CHECK(a.high.degrees() - a.low.degrees() == Approx(2 * 4.302653 * std::sqrt(2 * 2.0 / 6.0 * widened)));
  CHECK(a.tighter_side == Side::right);
  CHECK(compare_sides({}, exact) == Asymmetry{});
}

TEST_CASE("mirroring the openings mirrors the comparison, and what is added to both sides changes nothing") {
  std::mt19937_64 random{3};
  for (int i = 0; i < 300; ++i) {
    const ErrorModel error = error_model(static_cast<Source>(i % 8));
    const auto openings = some_openings(random, 1 + i % 12);
    auto mirrored = openings;
    for (Repetition& r : mirrored) r.reach = r.reach.mirrored();
    const Asymmetry a = compare_sides(openings, error);
    const Asymmetry m = compare_sides(mirrored, error);
    CHECK(m.difference == -a.difference);
    CHECK(m.low == -a.high);
    CHECK(m.high == -a.low);
    CHECK(m.tighter_side.has_value() == a.tighter_side.has_value());
    if (a.tighter_side) CHECK(*m.tighter_side == opposite(*a.tighter_side));
    CHECK(ranges(mirrored, error) == ranges(openings, error).mirrored());

    const double constant = eighths(random, -10, 10);
    if (openings.size() >= 3) CHECK(compare_sides(changed(openings, constant, constant), error) == a);
    const auto moved = changed(openings, constant, -constant);
    if (openings.size() >= 3) {
      CHECK(compare_sides(moved, error).difference.degrees() ==
            Approx(a.difference.degrees() - 2 * constant).margin(1e-9));
    }
  }
}

}  // namespace balance_compare_test
