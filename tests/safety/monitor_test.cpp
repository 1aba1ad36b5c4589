#include <limits>
#include <new>
#include <string>
#include <vector>

#include <stretchcore/safety/monitor.hpp>

#include "allocation_counter.hpp"
#include "catch.hpp"
#include "safety/postures.hpp"

namespace safety_monitor_test {

using namespace stretchcore;
using enum RuleVerdict;

namespace {

constexpr auto tilt = Channel::pelvis_tilt;
constexpr auto list = Channel::pelvis_list;
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

Monitor monitor_of(const std::vector<std::string>& rules) {
  std::vector<Condition> conditions;
  for (const std::string& rule : rules) conditions.push_back(parse_rule(rule));
  return Monitor{conditions};
}

std::vector<RuleVerdict> all(std::span<const RuleVerdict> verdicts) { return {verdicts.begin(), verdicts.end()}; }

}  // namespace

TEST_CASE("A monitor gives one verdict a condition, in their order") {
  Monitor monitor = monitor_of({"pelvis_tilt > 5 deg", "pelvis_tilt < 0 deg", "pelvis_list > 5 deg"});
  CHECK(all(monitor.tick(seconds(0))) == std::vector{unknown, unknown, unknown});
  CHECK(all(monitor.observe(posture_at(0.1, {{tilt, 9}}))) == std::vector{violated, ok, unknown});
  CHECK(all(monitor.observe(posture_at(0.2, {{tilt, -9}, {list, 0}}))) == std::vector{ok, violated, ok});
  CHECK(monitor_of({}).observe(posture_at(0)).empty());
}

TEST_CASE("Silence is unknown after half a second, and ends only with a posture", "[SR-1]") {
  for (const double angle : {0.0, 9.0}) {
    Monitor monitor = monitor_of({"pelvis_tilt > 5 deg"});
    const RuleVerdict seen = monitor.observe(posture_at(1.0, {{tilt, angle}}))[0];
    CHECK(monitor.tick(seconds(1.5))[0] == seen);
    CHECK(monitor.tick(seconds(1.500000001))[0] == unknown);
    for (double time = 1.6; time < 11.0; time += 0.1) CHECK(monitor.tick(seconds(time))[0] == unknown);
    CHECK(monitor.observe(posture_at(11.0, {{tilt, angle}}))[0] == seen);
  }
}

TEST_CASE("Silence interrupts what was being held") {
  Monitor monitor = monitor_of({"pelvis_tilt > 5 deg for 0.4 s"});
  monitor.observe(posture_at(0.0, {{tilt, 9}}));
  monitor.tick(seconds(0.6));
  CHECK(monitor.observe(posture_at(0.7, {{tilt, 9}}))[0] == unknown);
  CHECK(monitor.observe(posture_at(1.0, {{tilt, 9}}))[0] == unknown);
  CHECK(monitor.observe(posture_at(1.1, {{tilt, 9}}))[0] == violated);
}

TEST_CASE("Silence interrupts also when a posture from within it arrives later") {
  Monitor monitor = monitor_of({"pelvis_tilt > 5 deg for 0.4 s"});
  monitor.observe(posture_at(0.0, {{tilt, 9}}));
  monitor.tick(seconds(0.6));
  CHECK(monitor.observe(posture_at(0.45, {{tilt, 9}}))[0] == unknown);
}

TEST_CASE("What could not be seen before the first posture is not a gap behind it") {
  Monitor monitor = monitor_of({"pelvis_tilt > 5 deg within 1 s"});
  monitor.tick(seconds(10.0));
  CHECK(monitor.observe(posture_at(1.0, {{tilt, 0}}))[0] == unknown);
  CHECK(monitor.observe(posture_at(10.0, {{tilt, 0}}))[0] == ok);
  CHECK(monitor.observe(posture_at(10.1, {{tilt, 0}}))[0] == ok);
}

TEST_CASE("Nothing but NaN is never ok", "[SR-1]") {
  Monitor monitor = monitor_of({"pelvis_tilt > 5 deg", "not pelvis_tilt > 5 deg", "pelvis_tilt > 5 deg for 0.4 s",
                                "not (pelvis_tilt > 5 deg for 0.4 s)", "min(pelvis_tilt, pelvis_list) > 5 deg"});
  for (int i = 0; i < 600; ++i) {
    for (const RuleVerdict verdict : monitor.observe(posture_at(i / 60.0, {{tilt, not_a_number}, {list, 0}}))) {
      CHECK(verdict == unknown);
    }
  }
}

TEST_CASE("A frozen time is silence as soon as a tick says how late it is", "[SR-1]") {
  Monitor monitor = monitor_of({"pelvis_tilt > 5 deg"});
  monitor.observe(posture_at(1.0, {{tilt, 0}}));
  CHECK(monitor.observe(posture_at(1.0, {{tilt, 9}}))[0] == ok);
  CHECK(monitor.tick(seconds(1.4))[0] == ok);
  CHECK(monitor.tick(seconds(1.6))[0] == unknown);
  CHECK(monitor.observe(posture_at(1.0, {{tilt, 0}}))[0] == unknown);
}

TEST_CASE("Repeated and swapped times leave the verdicts as they were") {
  Monitor monitor = monitor_of({"pelvis_tilt > 5 deg"});
  monitor.observe(posture_at(1.0, {{tilt, 9}}));
  CHECK(monitor.observe(posture_at(1.0, {{tilt, 0}}))[0] == violated);
  CHECK(monitor.observe(posture_at(0.5, {{tilt, 0}}))[0] == violated);
  CHECK(monitor.tick(seconds(1.3))[0] == violated);
  CHECK(monitor.observe(posture_at(1.1, {{tilt, 0}}))[0] == ok);
}

TEST_CASE("A posture from the future is not believed when a tick knows better") {
  Monitor monitor = monitor_of({"pelvis_tilt > 5 deg"});
  monitor.tick(seconds(1.0));
  CHECK(monitor.observe(posture_at(3600.0, {{tilt, 0}}))[0] == ok);
  CHECK(monitor.tick(seconds(1.1))[0] == unknown);
}

TEST_CASE("A clock that jumps is unknown, forward and back", "[SR-1]") {
  Monitor monitor = monitor_of({"pelvis_tilt > 5 deg for 0.1 s", "pelvis_tilt > 5 deg"});
  monitor.observe(posture_at(1.0, {{tilt, 0}}));
  CHECK(monitor.observe(posture_at(3600.0, {{tilt, 9}}))[0] == unknown);
  for (double time = 1.1; time < 3.0; time += 0.1) {
    CHECK(all(monitor.observe(posture_at(time, {{tilt, 0}}))) == std::vector{unknown, unknown});
    CHECK(all(monitor.tick(seconds(time))) == std::vector{unknown, unknown});
  }
}

TEST_CASE("A posture that arrives late tells nothing about now") {
  Monitor monitor = monitor_of({"pelvis_tilt > 5 deg"});
  monitor.observe(posture_at(1.0, {{tilt, 0}}));
  monitor.tick(seconds(5.0));
  CHECK(monitor.observe(posture_at(1.1, {{tilt, 0}}))[0] == unknown);
  CHECK(monitor.observe(posture_at(4.6, {{tilt, 0}}))[0] == ok);
}

TEST_CASE("A run over a recording is observing its rows, from the beginning, as often as it is asked") {
  const std::vector<std::string> rules{"pelvis_tilt > 5 deg", "pelvis_tilt > 5 deg for 0.2 s", "pelvis_list > 5 deg"};
  Recording recording{{0.0, 0.1, 0.2, 0.2, 0.3, 2.0, 2.1}};
  recording.set(tilt, {9, 9, 9, 0, not_a_number, 9, 0});
  Monitor monitor = monitor_of(rules);
  const std::vector<std::int8_t> expected{1, 0, 2, 1, 0, 2, 1, 1, 2, 1, 1, 2, 2, 2, 2, 1, 2, 2, 0, 0, 2};
  CHECK(monitor.run(recording) == expected);
  monitor.observe(posture_at(100, {{tilt, 9}}));
  CHECK(monitor.run(recording) == expected);
  CHECK(monitor.tick(seconds(100))[0] == violated);
  CHECK(monitor.run(Recording{}).empty());
}

TEST_CASE("Observing and ticking allocate nothing", "[SR-16]") {
  Monitor monitor = monitor_of({"abs(pelvis_list) > 5 deg for 0.4 s", "pelvis_tilt / pelvis_list > 2 for 60 s"});
  Posture posture = posture_at(0, {{tilt, 9}, {list, 9}});
  const AllocationCounter counter;
  for (int i = 1; i < 1000; ++i) {
    posture.time = Time{i * 16'666'667LL};
    posture.set(list, degrees(i % 7 == 0 ? not_a_number : i % 11));
    monitor.observe(posture);
    monitor.tick(posture.time + Time{i % 50 == 0 ? 600'000'000 : 0});
  }
  CHECK(counter.count() == 0);
  ::operator delete(::operator new(8));
  CHECK(counter.count() == 1);
}

TEST_CASE("A monitor tells the margins of what it has just seen, and none in silence") {
  Monitor monitor{{parse_rule("pelvis_tilt > 5 deg"), parse_rule("rate(pelvis_tilt) > 40 deg/s")}};
  CHECK(monitor.margin(0) == std::nullopt);
  monitor.observe(posture_at(0.0, {{Channel::pelvis_tilt, 1}}));
  CHECK(monitor.margin(0) == 4);
  CHECK(monitor.margin(1) == std::nullopt);
  monitor.observe(posture_at(0.5, {{Channel::pelvis_tilt, 2}}));
  CHECK(monitor.margin(1) == 38);
  monitor.tick(seconds(1.1));
  CHECK(monitor.margin(0) == std::nullopt);
  CHECK_THROWS_AS(monitor.margin(2), std::out_of_range);
}

TEST_CASE("A monitor states its memory, which no window makes larger") {
  const Monitor brief{{parse_rule("pelvis_tilt > 5 deg for 0.1 s")}};
  const Monitor long_one{{parse_rule("pelvis_tilt > 5 deg for 600 s")}};
  CHECK(brief.memory() == long_one.memory());
  CHECK(brief.memory() > sizeof(Condition));
  CHECK(brief.memory() < 4096);
  CHECK(Monitor{{}}.memory() == sizeof(Monitor));
}

}  // namespace safety_monitor_test
