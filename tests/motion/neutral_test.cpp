#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include <stretchcore/motion/neutral.hpp>

#include "catch.hpp"
#include "motion/movement.hpp"

namespace motion_neutral_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

constexpr Channel left = Channel::hip_abduction_left;
constexpr Channel right = Channel::hip_abduction_right;
constexpr Channel list = Channel::pelvis_list;
constexpr Channel tilt = Channel::pelvis_tilt;

/// Somebody lying still, or not, whose pelvis is looked at.
struct Settling {
  ChannelSet watched{left, right};
  References references{list, tilt};
  SignalState signals;
  NeutralState neutral;
  std::optional<Time> captured;

  void see(const Posture& posture) {
    take(signals, posture, watched | ChannelSet{left, right, list, tilt});
    if (capture_neutral(neutral, signals, posture.time, watched, references)) {
      CHECK_FALSE(captured);
      captured = posture.time;
    }
    CHECK(captured.has_value() == neutral.captured);
  }
  Angle value(Channel c) const { return neutral.value[index(c)]; }
};

/// Both legs at one angle, the pelvis a little aslant.
Posture lying(Time at, double legs) {
  return Posture{at}.set(left, degrees(legs)).set(right, degrees(legs)).set(list, degrees(-2)).set(tilt, degrees(7.5));
}

}  // namespace

TEST_CASE("neutral is captured when half a second was quiet, at any rate") {
  for (const double rate : {10.0, 15.0, 30.0, 60.0, 120.0, 240.0, 1000.0}) {
    Settling someone;
    for (int n = 0; n <= static_cast<int>(rate); ++n) someone.see(lying(sample_time(n, rate), 3));
    CAPTURE(rate);
    REQUIRE(someone.captured);
    CHECK(*someone.captured >= 0.5_s);
    CHECK(*someone.captured <= 0.5_s + sample_time(1, rate));
    CHECK(someone.neutral.known == ChannelSet{list, tilt});
    CHECK(someone.value(list) == degrees(-2));
    CHECK(someone.value(tilt) == degrees(7.5));
  }
}

TEST_CASE("neutral is not captured while a leg moves, but a drift slower than five degrees a second is quiet") {
  const auto captured_at_speed = [](double speed) {
    Settling someone;
    for (int n = 0; n < 300; ++n) {
      Posture posture = lying(sample_time(n, 60), 5);
      someone.see(posture.set(right, degrees(5 + speed * to_seconds(posture.time))));
    }
    return someone.captured.has_value();
  };
  CHECK(captured_at_speed(0));
  CHECK(captured_at_speed(4.5));
  CHECK_FALSE(captured_at_speed(8));
  CHECK(captured_at_speed(-4.5));
  CHECK_FALSE(captured_at_speed(-8));
}

TEST_CASE("neutral is what the pelvis did in the quiet, not what it did before") {
  for (const double movement_ends : {0.7, 1.3, 2.0}) {
    Settling someone;
    for (int n = 0; n < 300; ++n) {
      const Time now = sample_time(n, 60);
      const double t = to_seconds(now);
      const bool moving = t < movement_ends;
      Posture posture = lying(now, moving ? 30 * opening(t / movement_ends) : 0);
      someone.see(posture.set(list, degrees(moving ? 4 : 1)));
    }
    CAPTURE(movement_ends);
    REQUIRE(someone.captured);
    CHECK(someone.value(list) == degrees(1));
    CHECK(*someone.captured > seconds(movement_ends));
    CHECK(*someone.captured < seconds(movement_ends + 1.0));
  }
}

TEST_CASE("one wild value does not move neutral") {
  for (int wild = 0; wild < 15; ++wild) {
    Settling someone;
    for (int n = 0; n < 30; ++n) {
      Posture posture = lying(sample_time(n, 30), 0);
      someone.see(posture.set(list, degrees(n == wild ? 7 : n % 2 == 0 ? 0.9 : 1.1)));
    }
    CAPTURE(wild);
    REQUIRE(someone.captured);
    CHECK(abs(someone.value(list) - degrees(1)) < degrees(0.11));
  }
}

TEST_CASE("neutral is near the truth in the noise of a sensor") {
  double furthest = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Noise noise{seed};
    Settling someone;
    for (int n = 0; n < 120; ++n) {
      Posture posture = lying(sample_time(n, 30), 2 + 0.3 * noise());
      someone.see(posture.set(list, degrees(3 + 0.5 * noise())));
    }
    REQUIRE(someone.captured);
    furthest = std::max(furthest, std::fabs(someone.value(list).degrees() - 3));
  }
  CHECK(furthest < 0.6);  // a median of 16 has a standard error of 0.16 here
}

TEST_CASE("a reference that is not seen stays unknown and holds nothing up") {
  Settling someone;
  for (int n = 0; n < 60; ++n) {
    Posture posture = lying(sample_time(n, 60), 0);
    posture.clear(tilt);
    if (n % 2 == 0) posture.clear(list);
    someone.see(posture);
  }
  REQUIRE(someone.captured);
  CHECK(someone.neutral.known == ChannelSet{list});
  CHECK(someone.value(list) == degrees(-2));
}

TEST_CASE("a watched channel that is not seen is not quiet") {
  Settling someone;
  for (int n = 0; n < 200; ++n) {
    Posture posture = lying(sample_time(n, 60), 0);
    posture.clear(right);
    someone.see(posture);
  }
  CHECK_FALSE(someone.captured);
}

TEST_CASE("half a second that was not watched throughout is not half a second") {
  Settling someone;
  Time last{0};
  for (int n = 0; n < 20; ++n) someone.see(lying(last = sample_time(n, 60), 0));
  someone.see(lying(last += 0.7_s, 0));
  CHECK_FALSE(someone.captured);
  const Time back = last;
  for (int n = 1; n < 60; ++n) someone.see(lying(back + sample_time(n, 60), 0));
  REQUIRE(someone.captured);
  CHECK(*someone.captured >= back + 0.5_s);
}

TEST_CASE("neutral is captured once and then kept") {
  Settling someone;
  for (int n = 0; n < 60; ++n) someone.see(lying(sample_time(n, 60), 0));
  const NeutralState captured = someone.neutral;
  for (int n = 60; n < 120; ++n) someone.see(lying(sample_time(n, 60), 20).set(list, degrees(5)));
  CHECK(someone.neutral == captured);
}

TEST_CASE("neutral does not depend on when the clock began") {
  Settling someone, later;
  Noise noise{9};
  for (int n = 0; n < 200; ++n) {
    const Posture posture = lying(sample_time(n, 60), n < 100 ? 20 * noise.uniform() : 2 + noise.uniform());
    Posture shifted = posture;
    shifted.time += 5000_s;
    someone.see(posture);
    later.see(shifted);
  }
  REQUIRE(someone.captured);
  CHECK(*later.captured == *someone.captured + 5000_s);
  CHECK(later.neutral.value == someone.neutral.value);
}

}  // namespace motion_neutral_test
