#include <algorithm>
#include <cmath>
#include <vector>

#include <stretchcore/motion/peaks.hpp>

#include "catch.hpp"
#include "motion/detector.hpp"

namespace motion_peaks_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

void keep(RecentSamples& recent, const RecentSample& sample) {
  RecentSample* const kept = remember(recent, sample.at);
  if (kept != nullptr) kept->angle = sample.angle;
}

/// The highest of one side of a movement, angle by angle.
template <class Shape>
Summit summit_of(double rate, double duration, Shape&& angle) {
  RecentSamples recent;
  Summit summit;
  const auto reach = [&](const RecentSample& moment) {
    climb(summit, look_around(recent, moment).side.left, moment.at);
  };
  for (int n = 0; n <= static_cast<int>(duration * rate); ++n) {
    const Time now = sample_time(n, rate);
    keep(recent, {.at = now, .angle = {degrees(angle(to_seconds(now))), {}}});
    while (const RecentSample* moment = next_moment(recent, now)) reach(*moment);
  }
  while (const RecentSample* moment = last_moment(recent)) reach(*moment);
  return summit;
}

/// Out and back between 1 and 5 s to 40°.
double raised_cosine(double t) { return t > 1 && t < 5 ? 20 - 20 * std::cos(1.5707963267948966 * (t - 1)) : 0.0; }
/// Out in a second, two at 40°, and back in one.
double plateau(double t) { return 40 * std::clamp(2.0 - std::fabs(t - 3.0), 0.0, 1.0); }
double long_plateau(double t) { return 40 * std::clamp(6.0 - std::fabs(t - 7.0), 0.0, 1.0); }

struct Errors {
  double mean = 0.0;
  double rms = 0.0;
  double of_largest = 0.0;  ///< mean error of the largest single sample
};

Errors errors(double rate, double sigma, double duration, double (*shape)(double)) {
  constexpr int trials = 300;
  Errors sum;
  for (std::uint64_t seed = 0; seed < trials; ++seed) {
    Noise noise{seed};
    double largest = 0.0;
    const Summit summit = summit_of(rate, duration, [&](double t) {
      const double angle = shape(t) + sigma * noise();
      largest = std::max(largest, angle);
      return angle;
    });
    const double error = angle_of(summit)->degrees() - 40.0;
    sum.mean += error / trials;
    sum.rms += error * error / trials;
    sum.of_largest += (largest - 40.0) / trials;
  }
  sum.rms = std::sqrt(sum.rms);
  return sum;
}

}  // namespace

TEST_CASE("without noise a peak is where it is and as high as it is, at any rate") {
  for (const double rate : {15.0, 30.0, 60.0, 100.0, 120.0, 240.0}) {
    const Summit summit = summit_of(rate, 6, raised_cosine);
    CAPTURE(rate);
    CHECK(std::fabs(to_seconds(summit.at) - 3.0) <= 0.5 / rate + 0.001);
    CHECK(angle_of(summit)->degrees() ==
          Approx(40).margin(rate < 30 ? 0.4 : 0.05));  // of two samples no parabola bends
  }
}

TEST_CASE("noise does not make a hold higher: the mean error is a twentieth of it, not two or three times it") {
  for (const double rate : {15.0, 30.0, 60.0, 120.0}) {
    for (const double sigma : {1.0, 2.0}) {
      for (const auto& [shape, duration] : {std::pair{&plateau, 6.0}, std::pair{&long_plateau, 14.0}}) {
        const Errors e = errors(rate, sigma, duration, shape);
        CAPTURE(rate, sigma, duration, e.mean, e.rms, e.of_largest);
        CHECK(std::fabs(e.mean) <= 0.05 * sigma);
        CHECK(e.rms < 0.55 * sigma);
        CHECK(e.of_largest > 2.0 * sigma);
      }
    }
  }
}

TEST_CASE("noise makes a turn lower by a third of it at most, by half of it at the slowest rate") {
  for (const double rate : {15.0, 30.0, 60.0, 120.0}) {
    for (const double sigma : {1.0, 2.0}) {
      const Errors e = errors(rate, sigma, 6, raised_cosine);
      CAPTURE(rate, sigma, e.mean, e.rms, e.of_largest);
      CHECK(e.mean < 0.0);
      CHECK(e.mean > (rate < 30 ? -0.52 : -0.33) * sigma);
      CHECK(e.rms < 0.75 * sigma);
    }
  }
}

TEST_CASE("a sharp turn is not cut off as a mean would") {
  const auto triangle = [](double t) { return 40 - 80 * std::fabs(t - 1); };
  CHECK(angle_of(summit_of(60, 2, triangle))->degrees() > 36.5);  // a mean over the same time says 34
}

TEST_CASE("a peak at the very end is seen") {
  const auto rising = [](double t) { return 40 * t; };
  CHECK(angle_of(summit_of(60, 1, rising))->degrees() == Approx(40).margin(4));
}

TEST_CASE("the speed is the slope, whatever the rate") {
  for (const double rate : {15.0, 30.0, 60.0, 240.0}) {
    RecentSamples recent;
    double fastest = 0.0;
    for (int n = 0; n <= static_cast<int>(rate); ++n) {
      const Time now = sample_time(n, rate);
      keep(recent, {.at = now, .angle = {degrees(-35 * to_seconds(now)), degrees(20 * to_seconds(now))}});
      while (const RecentSample* moment = next_moment(recent, now)) {
        const Instant instant = look_around(recent, *moment);
        if (!instant.side.left.speed) continue;
        CHECK(*instant.side.left.speed == Approx(-35));
        CHECK(*instant.side.right.speed == Approx(20));
        fastest = std::max(fastest, *instant.side.right.speed);
      }
    }
    CHECK(fastest > 0);
  }
}

TEST_CASE("any stream is remembered in the same room, and its moments are asked in order, once") {
  Noise random{3};
  for (const double rate : {5.0, 15.0, 60.0, 125.0, 1000.0}) {
    RecentSamples recent;
    Time now{0};
    std::optional<Time> before;
    Time furthest{0};
    int asked = 0;
    const auto check = [&](const Instant& instant) {
      if (before) {
        CHECK(instant.at - *before >= asked_every);
        furthest = std::max(furthest, instant.at - *before);
      }
      CHECK_FALSE(instant.side.left.height);
      before = instant.at;
      ++asked;
    };
    for (int n = 0; n < 3000; ++n) {
      now += seconds(random.between(0.8, 1.2) / rate);
      keep(recent, {.at = now});
      while (const RecentSample* moment = next_moment(recent, now)) {
        CHECK(now - moment->at >= around);
        check(look_around(recent, *moment));
      }
    }
    while (const RecentSample* moment = last_moment(recent)) check(look_around(recent, *moment));
    CAPTURE(rate);
    CHECK(furthest <= asked_every + thinned + seconds(1.2 / rate));
    CHECK(now - *before < asked_every + thinned + seconds(1.2 / rate));
  }
}

TEST_CASE("the peak speed of a repetition is that of its quicker way") {
  Course course;
  course.amplitude = {40, 20};
  course.rate = 60;
  const Detector detector = found_in(course);
  REQUIRE(detector.repetitions.size() == 5);
  for (const Repetition& r : detector.repetitions) {
    CHECK(*r.peak_speed.left == Approx(1.875 * 40 / 2).margin(0.6));  // the steepest of `opening`
    CHECK(*r.peak_speed.right == Approx(1.875 * 20 / 2).margin(0.3));
  }
}

TEST_CASE("a saved state that points before or behind its samples reads nothing that is not there") {
  for (const int next : {-100000000, -1, 1000, 1 << 30}) {
    RecentSamples recent;
    for (int i = 0; i < 80; ++i) {
      if (i == 70) recent.next = next;
      RecentSample sample;
      sample.at = Time{16'000'000} * i;
      sample.angle = {degrees(i), degrees(i)};
      keep(recent, sample);
    }
    skip_instants(recent, Time{0});
    int told = 0;
    while (const RecentSample* moment = next_moment(recent, Time{16'000'000} * 80)) {
      CHECK(look_around(recent, *moment).at == moment->at);
      ++told;
    }
    CHECK(told <= static_cast<int>(most_samples));
    CHECK(next_moment(recent, Time{16'000'000} * 80) == nullptr);
  }
}

}  // namespace motion_peaks_test
