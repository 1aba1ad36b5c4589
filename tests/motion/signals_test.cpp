#include <cmath>
#include <limits>
#include <map>
#include <type_traits>

#include <stretchcore/motion/signals.hpp>

#include "catch.hpp"
#include "motion/movement.hpp"

namespace motion_signals_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

constexpr Channel knee = Channel::knee_flexion_left;
constexpr Channel hip = Channel::hip_abduction_right;
const ChannelSet wanted{knee, hip};
const double infinity = std::numeric_limits<double>::infinity();
const double no_number = std::numeric_limits<double>::quiet_NaN();

/// Signals that are given one channel at a time.
struct Stream {
  SignalState signals;

  RejectedSamples take(Time at, Channel c, double angle) {
    return stretchcore::take(signals, Posture{at}.set(c, degrees(angle)), wanted);
  }
  RejectedSamples nothing(Time at) { return stretchcore::take(signals, Posture{at}, wanted); }
  Health health(Channel c, Time at) const { return stretchcore::health(signals, c, at); }
};

/// Whether that, and that alone, was refused.
bool only(const RejectedSamples& rejected, Rejection reason, std::optional<Channel> channel) {
  return rejected.size() == 1 && rejected[0].reason == reason && rejected[0].channel == channel;
}

/// An opening of 40° in 4 s, and what the filter made of it.
std::map<Time, double> smoothed_opening(double rate) {
  Stream stream;
  std::map<Time, double> smooth;
  for (int n = 0; n <= static_cast<int>(5.0 * rate); ++n) {
    const Time now = sample_time(n, rate);
    stream.take(now, hip, 40.0 * opening((to_seconds(now) - 0.5) / 4.0));
    smooth[now] = stream.signals[hip].smooth().degrees();
  }
  return smooth;
}

}  // namespace

TEST_CASE("a posture whose time does not increase is refused whole and changes nothing") {
  Stream stream;
  stream.take(1_s, knee, 10);
  const SignalState before = stream.signals;
  CHECK(only(stream.take(1_s, knee, 11), Rejection::time_repeated, {}));
  CHECK(only(stream.take(0.999_s, knee, no_number), Rejection::time_decreased, {}));
  CHECK(only(stream.take(-1_s, knee, infinity), Rejection::time_decreased, {}));
  CHECK(stream.signals == before);
  CHECK(stream.take(1_s + Time{1}, knee, 11).empty());
}

TEST_CASE("an angle at the limit of a joint is taken, the next number beyond it is not") {
  for (std::size_t i = 0; i < channel_count; ++i) {
    const auto c = static_cast<Channel>(i);
    const JointLimits limits = joint_limits(motion(c));
    REQUIRE(limits.lowest < limits.highest);
    const double low = limits.lowest.degrees();
    const double high = limits.highest.degrees();
    for (const double at_limit : {low, high}) {
      const double beyond = std::nextafter(at_limit, at_limit == low ? -infinity : infinity);
      SignalState signals;
      const auto take_one = [&](Time at, double angle) {
        return take(signals, Posture{at}.set(c, degrees(angle)), ChannelSet{c});
      };
      CHECK(only(take_one(1_s, beyond), Rejection::beyond_joint, c));
      CHECK_FALSE(signals[c].seen());
      CHECK(take_one(2_s, at_limit).empty());
      CHECK(signals[c].raw() == degrees(at_limit));
      CHECK(only(take_one(3_s, 400), Rejection::beyond_joint, c));
      CHECK(only(take_one(4_s, -infinity), Rejection::not_finite, c));
      CHECK(signals[c].at() == 2_s);
    }
  }
}

TEST_CASE("a joint may move ten degrees at once, and 600 degrees a second over the gap") {
  const auto taken = [](Time gap, double jump) {
    Stream stream;
    stream.take(1_s, hip, 20);
    const auto rejected = stream.take(1_s + gap, hip, 20 + jump);
    CHECK((rejected.empty() || only(rejected, Rejection::too_fast, hip)));
    CHECK(stream.signals[hip].raw() == degrees(rejected.empty() ? 20 + jump : 20));
    return rejected.empty();
  };
  CHECK(taken(1_ms, 10));
  CHECK(taken(1_ms, -10));
  CHECK_FALSE(taken(1_ms, 10.0001));
  CHECK_FALSE(taken(1_ms, -10.0001));
  CHECK(taken(50_ms, 30));
  CHECK_FALSE(taken(50_ms, 30.0001));
  CHECK(taken(125_ms, -75));
  CHECK_FALSE(taken(125_ms, -75.0001));
}

TEST_CASE("speed is judged over the time since the last value that was taken, not since the last posture") {
  Stream stream;
  stream.take(1_s, hip, 0);
  for (int i = 1; i < 10; ++i) stream.nothing(1_s + i * 10_ms);
  CHECK(stream.take(1100_ms, hip, 59.9).empty());
}

TEST_CASE("a jump that stays is believed as soon as a joint could have moved that far") {
  for (const double jump : {-70.0, -30.0, 12.0, 50.0, 90.0}) {
    for (const double rate : {15.0, 30.0, 60.0, 120.0}) {
      Stream stream;
      stream.take(0_s, hip, 10);
      for (int n = 1; n < static_cast<int>(rate); ++n) {
        const Time now = sample_time(n, rate);
        const bool possible = 600.0 * to_seconds(now) >= std::fabs(jump);
        stream.take(now, hip, 10 + jump);
        CAPTURE(jump, rate, n);
        CHECK((stream.signals[hip].raw() == degrees(10 + jump)) == possible);
        CHECK(stream.health(hip, now) == Health::fresh);
      }
      CHECK(stream.signals[hip].smooth().degrees() == Approx(10 + jump).margin(0.5));
    }
  }
}

TEST_CASE("a single wild value leaves no trace") {
  Stream clean, disturbed;
  for (int n = 0; n < 300; ++n) {
    const Time now = sample_time(n, 60);
    const double angle = 40.0 * opening(n / 300.0);
    clean.take(now, hip, angle);
    const bool wild = n % 50 == 25;
    if (wild) {
      CHECK(only(disturbed.take(now - 1_ms, hip, angle + 45), Rejection::too_fast, hip));
    }
    disturbed.take(now, hip, angle);
    CHECK(disturbed.signals[hip].filter == clean.signals[hip].filter);
    CHECK(disturbed.health(hip, now) == Health::fresh);
  }
}

TEST_CASE("a value that is no number is told once, each time it begins") {
  Stream stream;
  CHECK(only(stream.take(1_s, knee, no_number), Rejection::not_a_number, knee));
  CHECK(stream.take(2_s, knee, no_number).empty());
  CHECK(stream.take(3_s, knee, -no_number).empty());
  CHECK(stream.take(4_s, knee, 5).empty());
  CHECK(only(stream.take(5_s, knee, no_number), Rejection::not_a_number, knee));
  CHECK(stream.nothing(6_s).empty());
  CHECK(only(stream.take(7_s, knee, no_number), Rejection::not_a_number, knee));
  CHECK(stream.signals[knee].raw() == degrees(5));
  CHECK(stream.signals[knee].at() == 4_s);
}

TEST_CASE("what is wrong with one channel does not touch another, and unwanted channels are not looked at") {
  Stream stream;
  Posture posture{1_s};
  posture.set(knee, degrees(400)).set(hip, degrees(20)).set(Channel::pelvis_tilt, degrees(infinity));
  CHECK(only(take(stream.signals, posture, wanted), Rejection::beyond_joint, knee));
  CHECK(stream.signals[hip].raw() == degrees(20));
  CHECK_FALSE(stream.signals[knee].seen());
  CHECK_FALSE(stream.signals[Channel::pelvis_tilt].seen());
}

TEST_CASE("a channel is stale when nothing has come for half a second") {
  Stream stream;
  CHECK(stream.health(knee, 0_s) == Health::stale);
  stream.take(10_s, knee, 5);
  CHECK(stream.health(knee, 10_s) == Health::fresh);
  CHECK(stream.health(knee, 10.5_s) == Health::fresh);
  CHECK(stream.health(knee, 10.5_s + Time{1}) == Health::stale);
  CHECK(stream.health(hip, 10.5_s) == Health::absent);
  CHECK(stream.health(hip, 10.5_s + Time{1}) == Health::stale);
}

TEST_CASE("a channel is absent when postures come without it, and back with its first value") {
  Stream stream;
  stream.take(0_s, knee, 5);
  for (int i = 1; i <= 20; ++i) {
    const Time now = i * 50_ms;
    stream.take(now, hip, 1.0 * i);
    CHECK(stream.health(knee, now) == (i <= 10 ? Health::fresh : Health::absent));
    CHECK(stream.health(hip, now) == Health::fresh);
  }
  stream.take(1.2_s, knee, 60);
  CHECK(stream.health(knee, 1.2_s) == Health::fresh);
  CHECK(stream.signals[knee].smooth() == degrees(60));  // no smoothing across the gap
  CHECK(stream.signals[knee].joined == 1.2_s);
}

TEST_CASE("after more than half a second without it a channel begins anew") {
  for (const bool anew : {false, true}) {
    Stream stream;
    for (int n = 0; n <= 10; ++n) stream.take(n * 100_ms, knee, 3.0 * n);
    REQUIRE(stream.signals[knee].speed() > 10);
    const Time back = anew ? 1.5_s + Time{1} : 1.5_s;
    stream.take(back, knee, 30);
    const ChannelState& now = stream.signals[knee];
    CHECK((now.speed() == 0.0) == anew);
    CHECK((now.smooth() == degrees(30)) == anew);
    CHECK(now.joined == (anew ? back : 0_s));
    CHECK(now.changed == (anew ? back : 1_s));
  }
}

TEST_CASE("a number that stops changing is frozen after five seconds, and fresh with the next change") {
  for (const double rate : {15.0, 30.0, 60.0}) {
    Stream stream;
    const auto last_change = static_cast<int>(rate);
    const auto end = static_cast<int>(8.0 * rate);
    for (int n = 0; n < end; ++n) {
      const Time now = sample_time(n, rate);
      stream.take(now, knee, std::min(n, last_change) * 0.1);
      const bool frozen = now - sample_time(last_change, rate) >= frozen_after;
      CAPTURE(rate, n);
      CHECK(stream.health(knee, now) == (frozen ? Health::frozen : Health::fresh));
    }
    const Time later = sample_time(end, rate);
    stream.take(later, knee, 0.1);
    CHECK(stream.health(knee, later) == Health::fresh);
  }
}

TEST_CASE("a sensor that comes back stuck after a gap is frozen too") {
  Stream stream;
  for (int n = 0; n < 60; ++n) stream.take(sample_time(n, 30), knee, 0.1 * n);
  for (int n = 120; n < 300; ++n) stream.take(sample_time(n, 30), knee, 5.9);
  CHECK(stream.health(knee, sample_time(299, 30)) == Health::frozen);
}

TEST_CASE("a number that never changed is not called stuck: some apps give a constant") {
  Stream stream;
  for (int n = 0; n < 600; ++n) stream.take(sample_time(n, 30), knee, 8);
  CHECK(stream.health(knee, sample_time(599, 30)) == Health::fresh);
}

TEST_CASE("the filter lags alike at every sample rate") {
  const std::map<Time, double> reference = smoothed_opening(120);
  for (const double rate : {15.0, 30.0, 60.0}) {
    double furthest = 0.0;
    for (const auto& [time, value] : smoothed_opening(rate)) {
      const auto near = reference.lower_bound(time - 1_ms);
      if (near == reference.end()) continue;
      furthest = std::max(furthest, std::fabs(value - near->second));
    }
    CAPTURE(rate, furthest);
    CHECK(furthest < 0.2);
  }
}

TEST_CASE("the filter is at most a tenth of a second behind a leg that moves, and less behind a faster one") {
  for (const double rate : {15.0, 30.0, 60.0, 120.0}) {
    std::map<double, double> lag;
    for (const double speed : {10.0, 20.0, 40.0, 80.0}) {
      Stream stream;
      for (int n = 0; n < static_cast<int>(rate); ++n) {
        const Time now = sample_time(n, rate);
        const double angle = speed * to_seconds(now);
        stream.take(now, hip, angle);
        lag[speed] = (angle - stream.signals[hip].smooth().degrees()) / speed;
      }
    }
    CAPTURE(rate, lag);
    CHECK(lag[10] < 0.1);
    CHECK(lag[40] < 0.05);
    CHECK(lag[80] < lag[10] / 2);
    CHECK(lag[80] > 0);
  }
}

TEST_CASE("the filter never goes beyond what it was given") {
  Noise noise{5};
  Stream stream;
  double low = 20, high = 20;
  for (int n = 0; n < 5000; ++n) {
    const double angle = n % 100 < 50 ? noise.between(15, 25) : (n % 200 < 100 ? 16 : 24);
    low = std::min(low, angle);
    high = std::max(high, angle);
    stream.take(sample_time(n, 30), hip, angle);
    const double smooth = stream.signals[hip].smooth().degrees();
    REQUIRE(smooth >= low);
    REQUIRE(smooth <= high);
  }
}

TEST_CASE("a step is approached from its own side only, and reached") {
  for (const double step : {-9.0, 4.0, 10.0}) {
    Stream stream;
    for (int n = 0; n < 30; ++n) stream.take(sample_time(n, 30), hip, 20);
    double before = 20;
    for (int n = 30; n < 90; ++n) {
      stream.take(sample_time(n, 30), hip, 20 + step);
      const double smooth = stream.signals[hip].smooth().degrees();
      CHECK((smooth - before) * step >= 0);
      CHECK((20 + step - smooth) * step >= 0);
      before = smooth;
    }
    CHECK(before == Approx(20 + step).margin(0.01));
  }
}

TEST_CASE("the noise of a hold is smaller after the filter") {
  Noise noise{6};
  Stream stream;
  double raw = 0, smooth = 0;
  for (int n = 0; n < 3000; ++n) {
    const double off = noise();
    stream.take(sample_time(n, 60), hip, 30 + off);
    if (n < 60) continue;
    raw += off * off;
    smooth += std::pow(stream.signals[hip].smooth().degrees() - 30, 2);
  }
  CHECK(std::sqrt(smooth / raw) < 0.4);
}

TEST_CASE("signals begun later are the same signals later") {
  Noise noise{8};
  Stream stream, later;
  Time now{0};
  for (int n = 0; n < 2000; ++n) {
    now += seconds(noise.between(0.001, 0.09));
    if (noise.uniform() < 0.01) now += 1_s;
    const double angle = noise.uniform() < 0.02 ? no_number : 30 + 20 * noise();
    const auto rejected = stream.take(now, hip, angle);
    const auto rejected_later = later.take(now + 1000_s, hip, angle);
    REQUIRE(rejected.size() == rejected_later.size());
    REQUIRE(stream.signals[hip].smooth() == later.signals[hip].smooth());
    REQUIRE(stream.signals[hip].speed() == later.signals[hip].speed());
    REQUIRE(stream.health(hip, now + 0.3_s) == later.health(hip, now + 1000.3_s));
  }
}

}  // namespace motion_signals_test
