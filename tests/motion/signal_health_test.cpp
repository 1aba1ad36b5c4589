#include <cmath>
#include <functional>
#include <limits>

#include <stretchcore/motion/signal_health.hpp>
#include <stretchcore/motion/signals.hpp>

#include "catch.hpp"

namespace motion_signal_health_test {

using namespace stretchcore;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

/// Twenty seconds at 30 Hz of a slow opening with a little noise, changed row by row.
Recording opening(const std::function<double(double t, double angle)>& change) {
  std::vector<double> time;
  std::vector<double> left;
  std::vector<double> right;
  for (int i = 0; i < 600; ++i) {
    const double t = i / 30.0;
    const double angle = 20.0 - 15.0 * std::cos(t) + 0.01 * (i % 7);
    time.push_back(t);
    left.push_back(change(t, angle));
    right.push_back(angle);
  }
  Recording recording{time};
  recording.set(Channel::hip_abduction_left, left);
  recording.set(Channel::hip_abduction_right, right);
  return recording;
}

}  // namespace

TEST_CASE("a recording in which everything was seen has no doubtful time") {
  CHECK(signal_health(opening([](double, double angle) { return angle; })).empty());
  CHECK(signal_health(Recording{}).empty());
}

TEST_CASE("where a channel was not seen is told to the row, and the other side is not touched") {
  const auto spans = signal_health(opening([](double t, double angle) { return t > 5.0 && t < 7.0 ? absent : angle; }));
  REQUIRE(spans.size() == 1);
  CHECK(spans[0].channel == Channel::hip_abduction_left);
  CHECK(spans[0].health == Health::absent);
  CHECK(to_seconds(spans[0].start) == Approx(5.0));
  CHECK(to_seconds(spans[0].end) == Approx(7.0));
}

TEST_CASE("what is absent to the end ends with the recording") {
  const auto spans = signal_health(opening([](double t, double angle) { return t > 15.0 ? absent : angle; }));
  REQUIRE(spans.size() == 1);
  CHECK(spans[0].end == seconds(599 / 30.0));
}

TEST_CASE("a stuck, a wild and an impossible channel are each called what they are") {
  const auto only = [](const std::vector<HealthSpan>& spans, Health health, double from, double to) {
    REQUIRE(spans.size() == 1);
    CHECK(spans[0].health == health);
    CHECK(to_seconds(spans[0].start) > from);
    CHECK(to_seconds(spans[0].end) < to);
  };
  only(signal_health(opening([](double t, double angle) { return t > 4.0 && t < 14.0 ? 12.0 : angle; })),
       Health::frozen, 8.9, 14.2);
  only(signal_health(opening([](double t, double angle) { return t > 4.0 && t < 8.0 ? 500.0 : angle; })),
       Health::implausible, 4.0, 10.0);
  only(signal_health(opening([](double t, double angle) {
         return t > 4.0 && t < 8.0 && static_cast<int>(t * 30) % 2 == 0 ? angle + 60.0 : angle;
       })),
       Health::jumping, 4.0, 10.0);
}

TEST_CASE("what is missing for less than half a second is still trusted") {
  CHECK(signal_health(opening([](double t, double angle) { return t > 5.0 && t < 5.4 ? absent : angle; })).empty());
}

TEST_CASE("a gap without rows is stale") {
  Recording recording{{0.0, 0.1, 0.2, 2.2, 2.3}};
  recording.set(Channel::pelvis_list, {1.0, 1.1, 1.2, 1.3, 1.2});
  const auto spans = signal_health(recording);
  REQUIRE(spans.size() == 1);
  CHECK(spans[0] == HealthSpan{Channel::pelvis_list, Health::stale, seconds(0.2), seconds(2.2)});
}

}  // namespace motion_signal_health_test
