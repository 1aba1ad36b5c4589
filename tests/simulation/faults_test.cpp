// Each fault does what it says, in true units: in what the sensor reads or what the app does, not in the body.

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace simulation_faults_test {

using namespace stretchcore;

namespace {

constexpr auto left_leg = Channel::hip_abduction_left;
constexpr auto right_leg = Channel::hip_abduction_right;
constexpr Angle lying = degrees(2);  // what a leg shows that lies closed

/// Somebody whose sensor has no noise, so that what it adds can be read off.
Traits plain(const std::function<void(Traits&)>& change = {}) {
  Traits traits;
  traits.sensor_noise = traits.spread = degrees(0);
  traits.sees_pelvis = true;
  traits.settles_in = seconds(2);
  if (change) change(traits);
  return traits;
}

/// So long of a session, looked at after each step.
void watch(const Traits& traits, double at_most,
           const std::function<void(const VirtualPerson&, const Session&)>& look) {
  Session session{inner_thigh(), screened(inner_thigh())};
  VirtualPerson person{11, traits};
  while (!session.over() && person.now() < seconds(at_most)) {
    person.step(session);
    look(person, session);
  }
}

double at(const VirtualPerson& person) { return to_seconds(person.now()); }

/// What the sensor adds to a leg.
double added(const VirtualPerson& person, Side side) {
  const Channel c = channel(Motion::hip_abduction, side);
  return (person.posture().angle(c) - person.opening()[side] - lying).degrees();
}

bool settled(const VirtualPerson& person) { return person.now() > seconds(2.1); }

}  // namespace

TEST_CASE("a drift of 0.1 degrees a second is 6 degrees a minute in what is read, and none in the body") {
  const Traits drifting = plain([](Traits& t) {
    t.faults.drift_open = t.faults.drift_home = {degrees(0.1), degrees(-0.05)};
  });
  Angle widest{};
  watch(drifting, 120, [&](const VirtualPerson& person, const Session&) {
    if (!settled(person)) return;
    CHECK(added(person, Side::left) == Approx(0.1 * at(person)).margin(1e-6));
    CHECK(added(person, Side::right) == Approx(-0.05 * at(person)).margin(1e-6));
    widest = std::max(widest, person.opening().left);
  });
  CHECK(widest <= drifting.easy_left);
}

TEST_CASE("a drift while the legs are out counts only those seconds, one at home only the others") {
  const auto apart = [](bool out) {
    double seconds_so = 0.0, before = 0.0;
    watch(plain([=](Traits& t) {
            (out ? t.faults.drift_open : t.faults.drift_home) = {degrees(0.2), degrees(0.2)};
          }),
          150, [&](const VirtualPerson& person, const Session&) {
            const bool moved = person.opening().left > degrees(0);
            if (moved == out) seconds_so += at(person) - before;
            before = at(person);
            if (settled(person))
              CHECK(added(person, Side::left) == Approx(0.2 * seconds_so).margin(0.1 * 0.2 * at(person)));
          });
    return seconds_so;
  };
  CHECK(apart(true) > 20.0);
  CHECK(apart(false) > 20.0);
}

TEST_CASE("a camera that is moved adds its angles from that moment on, and rolls the pelvis") {
  const Traits moved = plain([](Traits& t) {
    t.faults.moved_at = seconds(70);
    t.faults.moved = {degrees(9), degrees(-4)};
    t.faults.rolled = degrees(6);
  });
  watch(moved, 100, [&](const VirtualPerson& person, const Session&) {
    if (!settled(person)) return;
    const bool by_then = person.now() >= seconds(70);
    CHECK(added(person, Side::left) == Approx(by_then ? 9.0 : 0.0).margin(1e-9));
    CHECK(added(person, Side::right) == Approx(by_then ? -4.0 : 0.0).margin(1e-9));
    CHECK(person.posture().angle(Channel::pelvis_list).degrees() == Approx(by_then ? 6.0 : 0.0).margin(1e-9));
    CHECK(person.opening_at(person.posture().angle(left_leg)).left.degrees() ==
          Approx(person.opening().left.degrees()).margin(1e-9));
  });
}

TEST_CASE("left and right are exchanged for a while, or for good") {
  for (const double lasts : {20.0, 0.0}) {
    const Traits exchanged = plain([=](Traits& t) {
      t.faults.exchanged_at = seconds(60);
      t.faults.exchanged_for = seconds(lasts);
      t.list = degrees(3);
    });
    watch(exchanged, 110, [&](const VirtualPerson& person, const Session&) {
      if (!settled(person)) return;
      const bool so = person.now() >= seconds(60) && (lasts == 0.0 || person.now() < seconds(60 + lasts));
      const Side shown_left = so ? Side::right : Side::left;
      CHECK(person.posture().angle(left_leg) == person.opening()[shown_left] + lying);
      CHECK(person.posture().angle(right_leg) == person.opening()[opposite(shown_left)] + lying);
      CHECK(person.posture().angle(Channel::pelvis_list) == degrees(so ? -3 : 3));
    });
  }
}

TEST_CASE("a blinking stream shows so many seconds of each so many, of all channels or of some") {
  for (const bool all : {true, false}) {
    const Traits blinking = plain([=](Traits& t) {
      t.faults.poor_from = seconds(40);
      t.faults.blinks_every = seconds(2);
      t.faults.seen_for = seconds(0.5);
      if (!all) t.faults.blinking = ChannelSet{right_leg};
    });
    watch(blinking, 80, [&](const VirtualPerson& person, const Session&) {
      if (!settled(person)) return;
      const bool seen = person.now() < seconds(40) || person.now() % seconds(2) < seconds(0.5);
      CHECK(person.shown().contains(right_leg) == seen);
      CHECK(person.shown().contains(left_leg) == (seen || !all));
    });
  }
}

TEST_CASE("a slow stream brings a posture only so often, and ticks in between") {
  std::vector<double> came;
  watch(plain([](Traits& t) { t.faults.slow_every = seconds(1.5); }), 60,
        [&](const VirtualPerson& person, const Session& session) {
          CHECK(session.state().now() == person.now());
          if (!person.shown().empty()) came.push_back(at(person));
        });
  REQUIRE(came.size() >= 37);
  CHECK(came.size() <= 40);
  for (std::size_t i = 1; i < came.size(); ++i) CHECK(came[i] - came[i - 1] == Approx(1.5).margin(0.05));
}

TEST_CASE("values that are renewed seldom come at the usual rate, and are the same in between") {
  std::optional<Posture> before;
  int changes = 0, postures = 0, fresh = 0;
  watch(plain([](Traits& t) { t.faults.renewed_every = seconds(2), t.sensor_noise = degrees(0.5); }), 62,
        [&](const VirtualPerson& person, const Session&) {
          if (!settled(person)) return;
          ++postures;
          fresh += person.shown().empty() ? 0 : 1;
          CHECK(person.posture().time == person.now());
          changes += before && before->angle(left_leg) != person.posture().angle(left_leg) ? 1 : 0;
          before = person.posture();
        });
  CHECK(postures > 1700);
  CHECK(changes >= 28);
  CHECK(changes <= 30);
  CHECK(std::abs(fresh - changes) <= 1);
}

TEST_CASE("a value that is stuck behind a filter goes on by a hair, whatever the legs do") {
  std::optional<Posture> first;
  Angle moved{};
  watch(plain([](Traits& t) { t.faults.stuck_at = seconds(70), t.faults.creep = degrees(0.01); }), 90,
        [&](const VirtualPerson& person, const Session&) {
          if (person.now() < seconds(70)) return;
          if (!first) first = person.posture();
          const double passed = to_seconds(person.now() - first->time);
          CHECK((person.posture().angle(left_leg) - first->angle(left_leg)).degrees() ==
                Approx(0.01 * passed).margin(1e-9));
          CHECK(person.shown().empty());
          moved = std::max(moved, person.opening().left);
        });
  CHECK(moved > degrees(10));
}

TEST_CASE("legs that are together hide each other for so long, and are seen wherever they are apart") {
  double hidden = 0.0, before = 0.0;
  int times = 0;
  bool was = false;
  watch(plain([](Traits& t) { t.faults.hidden_at_home = seconds(0.8), t.answers = false; }), 108,
        [&](const VirtualPerson& person, const Session&) {
          const bool now = settled(person) && !person.posture().has(left_leg);
          CHECK(person.posture().has(left_leg) == person.posture().has(right_leg));
          if (now) {
            CHECK(person.opening().left < degrees(5));
            CHECK(person.posture().has(Channel::pelvis_list));
            hidden += at(person) - before;
          }
          times += now && !was ? 1 : 0;
          was = now;
          before = at(person);
        });
  REQUIRE(times >= 4);
  CHECK(hidden / times == Approx(0.8).margin(0.05));
}

TEST_CASE("while an app is suspended nobody calls, and the body goes on") {
  std::optional<double> before;
  double longest = 0.0;
  watch(plain([](Traits& t) { t.app.suspended_at = seconds(60), t.app.suspended_for = seconds(20); }), 120,
        [&](const VirtualPerson& person, const Session&) {
          if (before) longest = std::max(longest, at(person) - *before);
          before = at(person);
        });
  CHECK(longest == Approx(20.0).margin(0.1));
}

TEST_CASE("a clock that jumps tells other times from then on: of postures, of ticks, or of both") {
  for (const Clocks clocks : {Clocks::both, Clocks::postures, Clocks::ticks}) {
    for (const double jump : {-3600.0, 45.0}) {
      const Traits jumping = plain(
          [=](Traits& t) { t.app = {.clock_jumps_at = seconds(50), .clock_jump = seconds(jump), .clocks = clocks}; });
      double wall = 0.0;
      watch(jumping, 70, [&](const VirtualPerson& person, const Session&) {
        const bool jumped = person.now() >= seconds(50) && clocks != Clocks::ticks;
        CHECK(person.posture().time - person.now() == seconds(jumped ? jump : 0.0));
        CHECK(at(person) - wall < 0.1);  // the person's own clock goes on
        wall = at(person);
      });
    }
  }
}

TEST_CASE("faults that never come, and those of a body that does nothing, change nothing of a session") {
  const auto events_of = [](const Traits& traits) {
    Session session{inner_thigh(), screened(inner_thigh())};
    std::vector<Event> events;
    VirtualPerson{4, traits}.follow(session, [&](const Event& event) { events.push_back(event); });
    return events;
  };
  Traits never;
  never.faults.moved_at = never.faults.exchanged_at = never.faults.stuck_at = seconds(100000);
  never.faults.moved = {degrees(9), degrees(9)};
  never.faults.poor_from = seconds(100000);
  never.faults.blinks_every = never.faults.slow_every = never.faults.renewed_every = seconds(1);
  never.faults.hidden_at_home = seconds(2);
  never.slides_at = never.app.suspended_at = never.app.clock_jumps_at = seconds(100000);
  never.slid_list = degrees(20);
  never.app.suspended_for = never.app.clock_jump = seconds(30);
  CHECK(events_of(never) == events_of(Traits{}));
}

TEST_CASE("faults that nobody has are refused, by their name") {
  const std::vector<std::pair<std::string, std::function<void(Traits&)>>> bad{
      {"drift_open", [](Traits& t) { t.faults.drift_open.right = degrees(11); }},
      {"drift_home", [](Traits& t) { t.faults.drift_home.left = degrees(std::numeric_limits<double>::quiet_NaN()); }},
      {"moved_at", [](Traits& t) { t.faults.moved_at = seconds(-1); }},
      {"moved", [](Traits& t) { t.faults.moved.left = degrees(61); }},
      {"rolled", [](Traits& t) { t.faults.rolled = degrees(-61); }},
      {"exchanged_at", [](Traits& t) { t.faults.exchanged_at = seconds(-1); }},
      {"exchanged_for", [](Traits& t) { t.faults.exchanged_for = seconds(-1); }},
      {"poor_from", [](Traits& t) { t.faults.poor_from = seconds(-1); }},
      {"blinks_every", [](Traits& t) { t.faults.blinks_every = seconds(601); }},
      {"seen_for", [](Traits& t) { t.faults.blinks_every = seconds(1), t.faults.seen_for = seconds(1.1); }},
      {"seen_for", [](Traits& t) { t.faults.seen_for = seconds(1); }},
      {"slow_every", [](Traits& t) { t.faults.slow_every = seconds(-1); }},
      {"renewed_every", [](Traits& t) { t.faults.renewed_every = seconds(-1); }},
      {"hidden_at_home", [](Traits& t) { t.faults.hidden_at_home = seconds(-1); }},
      {"stuck_at", [](Traits& t) { t.faults.stuck_at = seconds(-1); }},
      {"creep", [](Traits& t) { t.faults.creep = degrees(1.1); }},
      {"suspended_at", [](Traits& t) { t.app.suspended_at = seconds(-1); }},
      {"suspended_for", [](Traits& t) { t.app.suspended_for = seconds(-1); }},
      {"clock_jumps_at", [](Traits& t) { t.app.clock_jumps_at = seconds(-1); }},
      {"clock_jump", [](Traits& t) { t.app.clock_jump = seconds(2e8); }},
      {"beyond_easy", [](Traits& t) { t.beyond_easy = degrees(-1); }},
      {"beyond_target", [](Traits& t) { t.beyond_target = degrees(61); }},
      {"slides_at", [](Traits& t) { t.slides_at = seconds(-1); }},
      {"slid_list", [](Traits& t) { t.slid_list = degrees(46); }},
      {"slid_tilt", [](Traits& t) { t.slid_tilt = degrees(46); }},
      {"answers_late", [](Traits& t) { t.answers_late = seconds(-1); }},
  };
  for (const auto& [field, change] : bad) {
    CAPTURE(field);
    CHECK_THROWS_WITH((VirtualPerson{1, plain(change)}), Catch::StartsWith(field));
  }
}

}  // namespace simulation_faults_test
