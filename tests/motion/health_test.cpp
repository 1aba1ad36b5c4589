#include <array>
#include <cmath>
#include <limits>

#include <stretchcore/motion/signals.hpp>
#include <stretchcore/stream/health.hpp>

#include "catch.hpp"
#include "motion/movement.hpp"

namespace motion_health_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

constexpr Channel hip = Channel::hip_abduction_left;
const double no_number = std::numeric_limits<double>::quiet_NaN();
const double infinity = std::numeric_limits<double>::infinity();

/// One channel, value after value at one rate.
struct Sensor {
  double rate = 30.0;
  SignalState signals{};
  int n = 0;

  Time now() const { return sample_time(n, rate); }
  Health give(double angle) {
    ++n;
    take(signals, Posture{now()}.set(hip, degrees(angle)), ChannelSet{hip});
    return health(signals, hip, now());
  }
  /// For so long; the last health.
  template <class Angles>
  Health give_for(Time duration, Angles&& angle) {
    Health last = Health::absent;
    for (const Time end = now() + duration; now() < end;) last = give(angle(n));
    return last;
  }
};

double quantised(double value, double step) { return step > 0.0 ? std::round(value / step) * step : value; }

constexpr std::array rates{15.0, 30.0, 60.0, 120.0};

}  // namespace

TEST_CASE("no still hold of a minute is called frozen, at any rate, noise and resolution of a sensor") {
  int holds = 0, alarms = 0;
  for (const double rate : rates) {
    for (const double noise : {0.05, 0.1, 0.5, 1.0, 2.0}) {
      for (const double resolution : {0.0, 0.01, 0.1}) {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
          Noise random{seed * 1000 + static_cast<std::uint64_t>(holds)};
          const double angle = random.between(20, 50);
          Sensor sensor{rate};
          bool alarmed = false;
          sensor.give_for(60_s, [&](int) {
            alarmed = alarmed || health(sensor.signals, hip, sensor.now()) == Health::frozen;
            return quantised(angle + noise * random(), resolution);
          });
          ++holds;
          alarms += alarmed ? 1 : 0;
        }
      }
    }
  }
  CHECK(holds == 1200);
  CHECK(alarms == 0);  // 0 of 1200 minutes: at 95 % fewer than one in 400
}

TEST_CASE("even a sensor of tenths with half of its noise below them does not repeat itself for five seconds") {
  Time longest{0};
  constexpr std::array coarse_noise{-0.1, 0.0, 0.0, 0.1};
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Noise random{seed};
    Sensor sensor{10.0};
    sensor.give_for(600_s, [&](int) {
      const ChannelState& channel = sensor.signals[hip];
      longest = std::max(longest, channel.at() - channel.changed);
      return 45.0 + coarse_noise[static_cast<std::size_t>(random.between(0, 4))];
    });
  }
  CHECK(longest < frozen_after);
}

TEST_CASE("every sensor that sticks is called frozen after five seconds, whatever it was before") {
  for (const double rate : rates) {
    for (const double resolution : {0.0, 0.01, 0.1, 1.0}) {
      for (std::uint64_t seed = 0; seed < 25; ++seed) {
        Noise random{seed};
        Sensor sensor{rate};
        double last = 0.0;
        sensor.give_for(10_s, [&](int) { return last = quantised(30 + 2.0 * random(), resolution); });
        const auto stuck = [&](int) { return last; };
        CHECK(sensor.give_for(4.5_s, stuck) == Health::fresh);
        CHECK(sensor.give_for(0.7_s, stuck) == Health::frozen);
        CHECK(sensor.give(last + 0.1) == Health::fresh);
      }
    }
  }
}

TEST_CASE("a channel that is only beyond the joint is implausible within half a second, and never fresh after it") {
  for (const double rate : rates) {
    for (const double bad : {infinity, -infinity, 400.0, -61.0}) {
      Sensor sensor{rate};
      sensor.give_for(2_s, [](int) { return 5.0; });
      const Time began = sensor.now();
      CHECK(sensor.give(bad) == Health::fresh);  // a single one is only not taken
      CHECK(sensor.give_for(0.5_s, [&](int) { return bad; }) == Health::implausible);
      CHECK(sensor.signals[hip].doubted_since - began < 0.4_s);
      CHECK(sensor.give_for(20_s, [&](int) { return bad; }) == Health::implausible);
      CHECK(sensor.signals[hip].raw() == degrees(5));
    }
  }
}

TEST_CASE("what is no number was not seen") {
  Sensor sensor;
  sensor.give_for(1_s, [](int) { return 5.0; });
  CHECK(sensor.give_for(1_s, [](int) { return no_number; }) == Health::absent);
}

TEST_CASE("a channel that was beyond the joint from its first number on was never seen, and is implausible") {
  Sensor sensor;
  CHECK(sensor.give(400) == Health::absent);
  CHECK(sensor.give_for(0.5_s, [](int) { return 400.0; }) == Health::implausible);
}

TEST_CASE("a channel whose every other number is wild is not fresh, though the others are taken") {
  for (const double rate : rates) {
    Sensor sensor{rate};
    sensor.give_for(1_s, [](int) { return 20.0; });
    CHECK(sensor.give_for(0.7_s, [](int n) { return n % 2 == 0 ? 20.0 : 95.0; }) == Health::jumping);
    CHECK(sensor.signals[hip].raw() == degrees(20));
  }
  Sensor beyond;
  beyond.give_for(1_s, [](int) { return 20.0; });
  CHECK(beyond.give_for(0.7_s, [](int n) { return n % 2 == 0 ? 20.0 : 150.0; }) == Health::implausible);
}

TEST_CASE("landmarks that swap from frame to frame are jumping, also within what the gate lets pass") {
  for (const double rate : {15.0, 30.0}) {  // at higher rates the gate refuses them
    Sensor sensor{rate};
    sensor.give_for(1_s, [](int) { return 20.0; });
    CHECK(sensor.give_for(0.8_s, [](int n) { return n % 2 == 0 ? 20.0 : 38.0; }) == Health::jumping);
  }
}

TEST_CASE("a channel is believed again after about a second of good numbers") {
  for (const double rate : rates) {
    for (const double bad : {400.0, 100.0}) {
      Sensor sensor{rate};
      sensor.give_for(1_s, [](int) { return 20.0; });
      REQUIRE(sensor.give_for(2_s, [&](int n) { return n % 2 == 0 ? 20.0 : bad; }) != Health::fresh);
      const auto good = [](int) { return 20.0; };
      CHECK(sensor.give_for(0.5_s, good) != Health::fresh);
      CHECK(sensor.give_for(0.7_s, good) == Health::fresh);
    }
  }
}

TEST_CASE("one wild number in ten, quick movement and a noisy camera leave a channel fresh") {
  for (const double rate : rates) {
    Noise random{7};
    const auto always_fresh = [&](auto&& angle) {
      Sensor sensor{rate};
      bool fresh = true;
      sensor.give_for(60_s, [&](int n) {
        fresh = fresh && (n < 1 || health(sensor.signals, hip, sensor.now()) == Health::fresh);
        return angle(n / rate);
      });
      return fresh;
    };
    CAPTURE(rate);
    int since = 0;
    CHECK(always_fresh([&](double) { return ++since % 10 == 0 ? 400.0 : 20.0; }));
    CHECK(always_fresh([&](double) { return 40 + 2.5 * random(); }));  // a phone camera
    CHECK(
        always_fresh([&](double t) { return 40 * opening(std::fmod(t, 0.8) / 0.8) + 2 * random(); }));  // jumping jacks
    CHECK(always_fresh([&](double t) { return 25 + 25 * std::sin(6.28 * 1.5 * t); }));
  }
}

TEST_CASE("a doubted channel that falls silent is absent, and stale with all others") {
  Sensor sensor;
  sensor.give_for(1_s, [](int) { return 400.0; });
  const Time silent = sensor.now() + 0.6_s;
  CHECK(health(sensor.signals, hip, silent) == Health::stale);
  take(sensor.signals, Posture{silent}, ChannelSet{hip});
  CHECK(health(sensor.signals, hip, silent) == Health::absent);
}

}  // namespace motion_health_test
