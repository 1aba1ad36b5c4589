#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <tuple>
#include <vector>

#include <stretchcore/balance/across.hpp>
#include <stretchcore/error.hpp>

#include "balance/openings.hpp"
#include "catch.hpp"

namespace balance_across_test {

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

/// By a sensor that is never off: agreement beyond 3° is all it takes.
constexpr ErrorModel exact{.repetition = degrees(1), .session = degrees(0)};

Consistency consistency_of(const std::vector<double>& differences, const ErrorModel& error = exact) {
  return consistency(angles(differences), error);
}

/// Normal numbers, from uniform ones of a linear congruence, twelve at a time; the same on every machine.
class Bell {
 public:
  explicit Bell(std::uint64_t seed) : state_(seed) {}

  double operator()() {
    double sum = -6.0;
    for (int i = 0; i < 12; ++i) {
      state_ = state_ * 6364136223846793005U + 1442695040888963407U;
      sum += static_cast<double>(state_ >> 11) / static_cast<double>(std::uint64_t{1} << 53);
    }
    return sum;
  }

 private:
  std::uint64_t state_;
};

/// How a sensor is off: the same in all sessions of a person, or in each session another way.
enum class Off { always_alike, each_time_anew };

/// The first session after which a side is named, of so many; nothing if none is. Sides differ by `truth`.
std::optional<int> named_after(Bell& bell, double truth, const ErrorModel& error, Off off, int looks) {
  const double sensor = error.session.degrees() * std::sqrt(2.0);
  const double constant = sensor * bell();
  std::vector<Asymmetry> sessions;
  for (int look = 1; look <= looks; ++look) {
    const double bias = off == Off::always_alike ? constant : sensor * bell();
    Asymmetry session;
    session.difference = degrees(truth + bias + 1.5 * bell());
    session.sensor_error = degrees(sensor);
    sessions.push_back(session);
    if (consistency(sessions).tighter_side) return look;
  }
  return std::nullopt;
}

/// The upper end of Wilson's 95 % interval of a share.
double at_most(int count, int of) {
  const double n = of;
  const double share = count / n;
  const double z = 1.96;
  return (share + z * z / (2 * n) + z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (1 + z * z / n);
}

Estimate session(double value, double error) {
  return {.value = degrees(value), .standard_error = degrees(error), .within_session = degrees(0.5), .count = 6};
}

}  // namespace

TEST_CASE("nine sessions that agree name a side, eight do not") {
  CHECK(consistency_of({}) == Consistency{});
  const std::vector<double> left{4, 5, 9, 4, 7, 6, 5, 4, 8};
  const Consistency nine = consistency_of(left);
  CHECK(nine.tighter_side == Side::left);
  CHECK(nine.left == 9);
  CHECK(nine.beyond_left == 9);
  CHECK(nine.tested == 9);
  CHECK(nine.p == Approx(2.0 * 10.0 / 1023.0));
  CHECK_FALSE(consistency_of({left.begin(), left.end() - 1}).tighter_side);
  CHECK(consistency_of({-4, -5, -9, -4, -7, -6, -5, -4, -8}).tighter_side == Side::right);
  CHECK_FALSE(consistency_of({4, 5, 9, 4, 7, 6, 5, 4, -8}).tighter_side);
  CHECK(consistency_of({0, 0, 3}).left == 1);
  CHECK(consistency_of({1, -1}).p == 1.0);
}

TEST_CASE("a difference of less than three degrees is worth no word, however often it is seen") {
  CHECK_FALSE(consistency_of(std::vector<double>(1000, 2.9)).tighter_side);
  CHECK(consistency_of(std::vector<double>(3000, 3.1)).tighter_side == Side::left);
  CHECK(consistency_of(std::vector<double>(3000, 3.1)).p == 0.0);
}

TEST_CASE("sessions that agree name no side while the sensor itself may be off by as much", "[SR-11]") {
  for (const Source source : {Source::optical_markers, Source::goniometer, Source::inclinometer, Source::imu_pair}) {
    const ErrorModel error = error_model(source);
    const double bound = 2.1700904 * std::sqrt(2.0) * error.session.degrees();
    CHECK_FALSE(consistency_of(std::vector<double>(500, bound - 0.01), error).tighter_side);
    CHECK(consistency_of(std::vector<double>(500, bound + 0.01), error).tighter_side == Side::left);
  }
  ErrorModel tilted = error_model(Source::optical_markers);
  tilted.pelvis_line = degrees(3);
  CHECK_FALSE(consistency_of(std::vector<double>(500, 13.0), tilted).tighter_side);
}

TEST_CASE("a single camera and the person's own report name no side over any number of sessions", "[SR-11]") {
  for (const Source source : {Source::phone_camera, Source::depth_camera, Source::self_report}) {
    const Consistency found = consistency_of(std::vector<double>(500, 40.0), error_model(source));
    CHECK_FALSE(found.tighter_side);
    CHECK(found.left == 500);
    CHECK(found.tested == 0);
  }
  // Nor do sessions that were kept without the error of their sensor.
  const std::vector<Asymmetry> unknown(500, Asymmetry{degrees(40), degrees(39), degrees(41)});
  CHECK_FALSE(consistency(unknown).tighter_side);
}

TEST_CASE("looked at after each of 150 sessions, equal sides are named in five of a hundred people at most",
          "[SR-11]") {
  Bell bell{20261129};
  constexpr int people = 1000;
  for (const Source source : {Source::optical_markers, Source::imu_pair, Source::phone_camera}) {
    for (const Off off : {Off::always_alike, Off::each_time_anew}) {
      int named = 0;
      for (int person = 0; person < people; ++person) {
        named += named_after(bell, 0.0, error_model(source), off, 150) ? 1 : 0;
      }
      CAPTURE(static_cast<int>(source), off == Off::always_alike, named);
      CHECK(at_most(named, people) <= 0.05);
    }
  }
  // Nor where the sides are equal but for what is not worth a word.
  int named = 0;
  const ErrorModel error = error_model(Source::optical_markers);
  for (int person = 0; person < people; ++person)
    named += named_after(bell, 1.0, error, Off::each_time_anew, 150) ? 1 : 0;
  CHECK(at_most(named, people) <= 0.05);
}

TEST_CASE("sides that differ by ten degrees are named by markers within a few weeks") {
  Bell bell{5};
  constexpr int people = 400;
  for (const auto& [truth, sessions, share] : {std::tuple{10.0, 15, 0.9}, std::tuple{8.0, 30, 0.8}}) {
    int named = 0;
    for (int person = 0; person < people; ++person) {
      const auto after = named_after(bell, truth, error_model(Source::optical_markers), Off::always_alike, sessions);
      named += after ? 1 : 0;
    }
    CAPTURE(truth, sessions, named);
    CHECK(named >= share * people);
  }
}

TEST_CASE("mirrored differences are the other side's") {
  std::mt19937_64 random{4};
  for (int i = 0; i < 200; ++i) {
    std::vector<Angle> differences;
    for (int k = 0; k < i % 30; ++k) differences.push_back(degrees(static_cast<double>(random() % 20) - 5.0));
    std::vector<Angle> mirrored = differences;
    for (Angle& each : mirrored) each = -each;
    const Consistency a = consistency(differences, exact);
    const Consistency b = consistency(mirrored, exact);
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

}  // namespace balance_across_test
