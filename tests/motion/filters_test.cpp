#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/filters.hpp>
#include <stretchcore/stream/recording.hpp>

#include "catch.hpp"
#include "motion/movement.hpp"

namespace motion_filters_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

constexpr Channel hip = Channel::hip_abduction_left;
const double not_seen = std::numeric_limits<double>::quiet_NaN();

double wave(double t, double frequency) { return std::sin(2.0 * std::numbers::pi * frequency * t); }

std::vector<double> even_times(double rate, double duration) {
  std::vector<double> times;
  for (int n = 0; n <= static_cast<int>(duration * rate); ++n) times.push_back(n / rate);
  return times;
}

std::vector<double> uneven_times(double rate, double duration, std::uint64_t seed = 1) {
  Noise random{seed};
  std::vector<double> times;
  for (int n = 0; n <= static_cast<int>(duration * rate); ++n) {
    if (random.uniform() > 0.02) times.push_back((n + random.between(-0.2, 0.2)) / rate);
  }
  return times;
}

template <class Shape>
Recording recorded(const std::vector<double>& times, Shape&& angle) {
  std::vector<double> column;
  for (const double t : times) column.push_back(angle(t));
  Recording recording{times};
  recording.set(hip, column);
  return recording;
}

/// Root mean square of what is left of a wave, as a share of it, away from the ends.
double passed(const std::vector<double>& times, double frequency, double cutoff = 4.0) {
  const Recording out = smooth(recorded(times, [&](double t) { return wave(t, frequency); }), cutoff);
  double in_sum = 0.0, out_sum = 0.0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (times[i] < 2 || times[i] > times.back() - 2) continue;
    in_sum += std::pow(wave(times[i], frequency), 2);
    out_sum += std::pow(out.column(hip)[i], 2);
  }
  return std::sqrt(out_sum / in_sum);
}

}  // namespace

TEST_CASE("what is smoothed passes slow movement, halves the power of the cutoff and stops what is faster") {
  for (const double rate : {30.0, 60.0, 100.0, 240.0}) {
    const auto times = even_times(rate, 30);
    CAPTURE(rate);
    CHECK(passed(times, 0.25) == Approx(1).margin(1e-3));
    CHECK(passed(times, 4.0) ==
          Approx(std::sqrt(0.5)).margin(rate < 60 ? 0.03 : 0.015));  // Winter's correction is for slow ones
    CHECK(passed(times, 10.0) < 0.08);
    CHECK(passed(times, 2.0, 2.0) == Approx(std::sqrt(0.5)).margin(0.01));
  }
}

TEST_CASE("uneven steps and lost frames are smoothed like even ones") {
  for (const double rate : {30.0, 60.0, 120.0}) {
    const auto times = uneven_times(rate, 30);
    CAPTURE(rate);
    CHECK(passed(times, 0.25) == Approx(1).margin(5e-3));
    CHECK(passed(times, 4.0) == Approx(std::sqrt(0.5)).margin(0.06));
    CHECK(passed(times, 10.0) < 0.12);
  }
}

TEST_CASE("what is smoothed does not lag, and a slow movement keeps its angles") {
  const auto movement = [](double t) { return 40 * opening(std::fmod(t, 5.0) / 4.0); };
  for (const auto& times : {even_times(60, 30), uneven_times(60, 30), uneven_times(25, 30, 2)}) {
    const Recording out = smooth(recorded(times, movement));
    double furthest = 0.0;
    for (std::size_t i = 0; i < times.size(); ++i) {
      furthest = std::max(furthest, std::fabs(out.column(hip)[i] - movement(times[i])));
    }
    CHECK(furthest < 0.3);
  }
}

TEST_CASE("a line stays a line up to its ends, and a rest stays a rest") {
  for (const auto& times : {even_times(60, 10), uneven_times(60, 10)}) {
    for (const double slope : {0.0, 7.0, -3.0}) {
      const Recording out = smooth(recorded(times, [&](double t) { return 10 + slope * t; }));
      for (std::size_t i = 0; i < times.size(); ++i) {
        CHECK(out.column(hip)[i] == Approx(10 + slope * times[i]).margin(1e-6));
      }
    }
  }
}

TEST_CASE("the noise of a sensor is less after smoothing") {
  Noise noise{3};
  const Recording out = smooth(recorded(even_times(60, 60), [&](double) { return noise(); }));
  double sum = 0.0;
  for (const double value : out.column(hip)) sum += value * value;
  CHECK(std::sqrt(sum / static_cast<double>(out.size())) < 0.4);
}

TEST_CASE("each stretch between gaps is smoothed as if it were alone") {
  const auto times = even_times(50, 20);
  Noise noise{4};
  std::vector<double> column;
  for (const double t : times) column.push_back(t > 8 && t < 9 ? not_seen : (t < 8.5 ? 0.0 : 50.0) + noise());
  Recording whole{times};
  whole.set(hip, column);
  const Recording out = smooth(whole);
  std::vector<double> first_times, first;
  for (std::size_t i = 0; i < times.size() && times[i] <= 8; ++i) {
    first_times.push_back(times[i]);
    first.push_back(column[i]);
  }
  Recording alone{first_times};
  alone.set(hip, first);
  const Recording expected = smooth(alone);
  for (std::size_t i = 0; i < first.size(); ++i) CHECK(out.column(hip)[i] == expected.column(hip)[i]);
  CHECK(std::fabs(out.column(hip)[450] - 50) < 3);  // the first row after the gap knows nothing of the other side
}

TEST_CASE("columns are smoothed together as each would be alone, whatever was not seen of them") {
  Noise random{6};
  const auto times = even_times(50, 20);
  Recording all{times};
  for (const std::size_t c : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U}) {
    std::vector<double> column;
    for (std::size_t i = 0; i < times.size(); ++i) {
      const bool seen =
          c % 2 == 0 || (i % 90 != 7 * (c / 4) && (i < 300 || i > 340));  // two columns each have the same holes
      column.push_back(seen ? 20 + random() : not_seen);
    }
    all.set(static_cast<Channel>(c), column);
  }
  const Recording together = smooth(all);
  all.channels().each([&](Channel c) {
    Recording alone{times};
    alone.set(c, {all.column(c).begin(), all.column(c).end()});
    Recording same{times};
    same.set(c, {together.column(c).begin(), together.column(c).end()});
    CHECK(smooth(alone) == same);
  });
}

TEST_CASE("a row whose time does not increase stays as it is and changes nothing else") {
  Noise noise{7};
  const auto times = even_times(50, 10);
  std::vector<double> column;
  for (std::size_t i = 0; i < times.size(); ++i) column.push_back(20 + noise());
  Recording good{times};
  good.set(hip, column);
  auto more_times = times;
  more_times.insert(more_times.begin() + 200, times[199]);
  column.insert(column.begin() + 200, 99.0);
  Recording bad{more_times};
  bad.set(hip, column);
  const Recording expected = smooth(good);
  const Recording out = smooth(bad);
  CHECK(out.column(hip)[200] == 99.0);
  int different = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    different += out.column(hip)[i < 200 ? i : i + 1] == expected.column(hip)[i] ? 0 : 1;
  }
  CHECK(different == 0);
}

TEST_CASE("what was not seen stays not seen, and what was seen stays seen") {
  Noise random{5};
  const auto times = uneven_times(30, 30);
  std::vector<double> column;
  for (const double t : times) column.push_back(random.uniform() < 0.1 ? not_seen : 20 + 5 * wave(t, 0.3));
  Recording recording{times};
  recording.set(hip, column);
  recording.source = Source::phone_camera;
  const Recording out = smooth(recording);
  CHECK(out.source == Source::phone_camera);
  CHECK(out.channels() == recording.channels());
  for (std::size_t i = 0; i < times.size(); ++i) {
    CHECK(out.time()[i] == times[i]);
    CHECK(std::isnan(out.column(hip)[i]) == std::isnan(column[i]));
    if (!std::isnan(column[i])) CHECK(std::fabs(out.column(hip)[i] - column[i]) < 1);
  }
}

TEST_CASE("nothing, a single row, rows out of order and rows too far apart come back as they were") {
  CHECK(smooth(Recording{}) == Recording{});
  for (const std::vector<double>& times : {std::vector{1.0}, {1.0, 1.01}, {0.0, 1.0, 2.0, 3.0}, {5.0, 4.0, 3.0}}) {
    const Recording recording = recorded(times, [](double t) { return 7 * t * t; });
    CHECK(smooth(recording) == recording);
  }
  const Recording five_a_second = recorded(even_times(5, 10), [](double t) { return wave(t, 1.0); });
  CHECK(smooth(five_a_second) == five_a_second);
}

TEST_CASE("a cutoff that is no frequency is refused") {
  for (const double cutoff : {0.0, -1.0, not_seen, std::numeric_limits<double>::infinity()}) {
    CHECK_THROWS_AS(smooth(Recording{}, cutoff), InvalidModel);
  }
}

TEST_CASE("the live filter says when it begins anew") {
  const OneEuroPlan plan;
  OneEuroState state;
  CHECK(step(plan, state, degrees(10), 1_s));
  CHECK_FALSE(step(plan, state, degrees(12), 1.1_s));
  CHECK(state.smooth > degrees(10));
  CHECK(state.smooth < degrees(12));
  CHECK(state.speed > 0);
  CHECK_FALSE(step(plan, state, degrees(12), 1.6_s));
  CHECK(step(plan, state, degrees(30), 2.1_s + Time{1}));
  CHECK(state.smooth == degrees(30));
  CHECK(state.speed == 0.0);
}

}  // namespace motion_filters_test
