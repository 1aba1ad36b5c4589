// What virtual people do of their own, and what a trial counts of it, in true angles.

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/simulation/trial.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace simulation_conduct_test {

using namespace stretchcore;

namespace {

constexpr Angle lying = degrees(2);  // what a leg shows that lies closed

Exercise one_block() {
  Exercise exercise = catalog().at("dynamic-inner-thigh-stretch");
  exercise.dose.most_blocks = 1;
  return exercise;
}

SessionOptions without_error() {
  SessionOptions options;
  options.error_model = ErrorModel{.session = degrees(0)};
  return options;
}

/// Somebody who does what they are told, the same each time.
Traits obedient(const std::function<void(Traits&)>& change = {}) {
  Traits traits;
  traits.spread = traits.gain = degrees(0);
  traits.sensor_noise = degrees(0.05);  // a number that never changes is a stuck sensor
  traits.settles_in = seconds(3);
  traits.obedience = 1.0;
  traits.by_tones = true;
  if (change) change(traits);
  return traits;
}

using Look = std::function<void(const VirtualPerson&, const Session&, std::span<const Event>)>;

void watch(const Traits& traits, const Look& look) {
  Session session{one_block(), screened(one_block()), without_error()};
  VirtualPerson person{3, traits};
  while (!session.over() && person.now() < seconds(1200)) {
    const std::span<const Event> events = person.step(session);
    look(person, session, events);
  }
}

/// How far the left leg really went at most in a phase.
Angle widest(const Traits& traits, Phase phase) {
  Angle most{};
  watch(traits, [&](const VirtualPerson& person, const Session& session, std::span<const Event>) {
    if (session.phase() == phase) most = std::max(most, person.opening().left);
  });
  return most;
}

}  // namespace

TEST_CASE("who ignores easy goes beyond it by so much in the free openings") {
  CHECK(widest(obedient(), Phase::measuring).degrees() == Approx(38.0).margin(0.1));
  CHECK(widest(obedient([](Traits& t) { t.beyond_easy = degrees(3); }), Phase::measuring).degrees() ==
        Approx(41.0).margin(0.1));
}

TEST_CASE("who goes by the tones turns where the sensor reads the target, and who ignores it goes on by so much") {
  for (const double beyond : {0.0, 6.0, -4.0}) {
    for (const double bias : {0.0, 5.0, -3.0}) {
      const Traits traits = obedient([=](Traits& t) {
        t.beyond_target = degrees(beyond);
        t.bias = {degrees(bias), degrees(bias)};
        t.easy_right = t.easy_left;
      });
      int turned = 0, looked = 0;
      std::optional<Angle> target;
      Angle most{};
      watch(traits, [&](const VirtualPerson& person, const Session& session, std::span<const Event>) {
        if (person.opening().left == degrees(0)) {
          target = session.target() ? std::optional{session.target()->angle} : std::nullopt;
          most = degrees(0);
        }
        most = std::max(most, person.opening().left);
        if (person.turned() == turned) return;
        turned = person.turned();
        if (!target || session.phase() != Phase::stretching) return;
        ++looked;
        CHECK((most + lying).degrees() == Approx(target->degrees() - bias + beyond).margin(0.1));
      });
      CAPTURE(beyond, bias);
      CHECK(looked >= 3);
    }
  }
}

TEST_CASE("who moves one leg only keeps the other at home, mirrored for the other") {
  for (const Side side : both_sides) {
    Bilateral<Angle> most{};
    watch(obedient([=](Traits& t) { t.moves_only = side; }),
          [&](const VirtualPerson& person, const Session&, std::span<const Event>) {
            for (const Side each : both_sides) most[each] = std::max(most[each], person.opening()[each]);
          });
    CHECK(most[side] > degrees(30));
    CHECK(most[opposite(side)] == degrees(0));
  }
}

TEST_CASE("a pelvis that slides lies otherwise from the next time at home on, and the legs open as before") {
  const Traits slid = obedient([](Traits& t) {
    t.sees_pelvis = true;
    t.slides_at = seconds(80);
    t.slid_list = degrees(7);
    t.slid_tilt = degrees(-4);
  });
  bool by_then = false, was_home = false;
  watch(slid, [&](const VirtualPerson& person, const Session&, std::span<const Event>) {
    if (person.now() < seconds(4) || person.now() > seconds(120)) return;
    const bool home = person.opening().left == degrees(0);
    by_then = by_then || (person.now() >= seconds(80) && home && std::exchange(was_home, home));
    was_home = home;
    if (home && person.now() >= seconds(80) && !by_then) return;  // the first moment at home
    CHECK(person.posture().angle(Channel::pelvis_list).degrees() == Approx(by_then ? 7.0 : 0.0).margin(0.4));
    CHECK(person.posture().angle(Channel::pelvis_tilt).degrees() == Approx(by_then ? -4.0 : 0.0).margin(0.4));
    CHECK((person.posture().angle(Channel::hip_abduction_left) - person.opening().left).degrees() ==
          Approx(2.0).margin(0.4));
  });
  CHECK(by_then);
}

TEST_CASE("who answers late answers so much later, and who does not answer never does") {
  const auto waits = [](double late) {
    std::optional<Time> asked, answered;
    int id = 0;
    watch(obedient([=](Traits& t) { t.answers_late = seconds(late); }),
          [&](const VirtualPerson& person, const Session& session, std::span<const Event> events) {
            for (const Event& event : events) {
              const auto* question = std::get_if<QuestionAsked>(&event);
              if (!question || asked) continue;
              asked = person.now();
              id = question->id;
            }
            const auto& open = session.view().question;
            if (asked && !answered && (!open || open->id != id)) answered = person.now();
          });
    REQUIRE(answered);
    return to_seconds(*answered - *asked);
  };
  CHECK(waits(3) - waits(0) == Approx(3.0).margin(0.1));
}

TEST_CASE("stiff people are people too") {
  for (const double easy : {10.0, 14.0, 18.0}) {
    const Traits stiff =
        obedient([=](Traits& t) { t.easy_left = t.easy_right = degrees(easy), t.beyond = degrees(2); });
    CHECK(widest(stiff, Phase::measuring).degrees() == Approx(easy).margin(0.1));
    Session session{one_block(), screened(one_block()), without_error()};
    VirtualPerson{1, stiff}.follow(session);
    CHECK(session.over());
  }
}

TEST_CASE("a mirrored person is seen mirrored, whatever is wrong") {
  Traits one = obedient();
  one.sensor_noise = degrees(0);
  one.easy_left = degrees(33);
  one.bias = {degrees(2), degrees(-1)};
  one.moves_only = Side::right;
  one.faults.drift_open = {degrees(0.05), degrees(0.01)};
  one.faults.drift_home = {degrees(-0.02), degrees(0.03)};
  one.faults.moved_at = one.slides_at = seconds(70);
  one.faults.moved = {degrees(4), degrees(1)};
  one.faults.exchanged_at = seconds(90);
  one.faults.exchanged_for = seconds(5);
  one.faults.poor_from = seconds(100);
  one.faults.blinks_every = seconds(2);
  one.faults.seen_for = seconds(1.5);
  one.faults.blinking = ChannelSet{Channel::hip_abduction_left};
  Traits other = one;
  std::swap(other.easy_left, other.easy_right);
  other.moves_only = Side::left;
  for (Bilateral<Angle>* each :
       {&other.bias, &other.faults.drift_open, &other.faults.drift_home, &other.faults.moved}) {
    std::swap(each->left, each->right);
  }
  other.faults.blinking = ChannelSet{Channel::hip_abduction_right};
  Session session{one_block(), {}, without_error()}, mirror{one_block(), {}, without_error()};
  VirtualPerson person{3, one}, twin{3, other};
  while (!session.over() && person.now() < seconds(110)) {
    person.step(session);
    twin.step(mirror);
    REQUIRE(person.opening().left == twin.opening().right);
    REQUIRE(person.opening().right == twin.opening().left);
    REQUIRE(person.posture() == twin.posture().mirrored());
  }
}

TEST_CASE("a trial counts where a target really leads, by the limit and the sensor of that moment") {
  const std::vector<std::function<void(Traits&)>> kinds{
      [](Traits&) {},
      [](Traits& t) {
        t.bias = {degrees(4), degrees(-4)};
      },
      [](Traits& t) {
        t.faults.drift_open = t.faults.drift_home = {degrees(-0.1), degrees(-0.1)};
      },
      [](Traits& t) {
        t.faults.moved_at = seconds(110), t.faults.moved = {degrees(-9), degrees(-9)};
      },
      [](Traits& t) { t.gain = degrees(-12), t.gain_openings = 3; },
      [](Traits& t) { t.moves_only = Side::left; },
  };
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const Traits traits = obedient([&](Traits& t) { t.spread = degrees(1), kinds[i](t); });
    int turned = 0, of = 0, over_2 = 0, over_5 = 0;
    std::optional<Angle> most;
    watch(traits, [&](const VirtualPerson& person, const Session& session, std::span<const Event>) {
      if (person.turned() == turned) return;
      turned = person.turned();
      if (!session.target()) return;
      std::optional<Angle> beyond;
      for (const Side side : both_sides) {
        if (traits.moves_only && *traits.moves_only != side) continue;
        // Read from the posture itself: what the sensor adds is what it shows beyond the body.
        const Angle adds = person.posture().angle(channel(Motion::hip_abduction, side)) - person.opening()[side];
        const Angle leads = session.target()->angle - adds - person.limit()[side];
        beyond = std::max(beyond.value_or(leads), leads);
      }
      ++of;
      most = std::max(most.value_or(*beyond), *beyond);
      over_2 += *beyond > degrees(2) ? 1 : 0;
      over_5 += *beyond > degrees(5) ? 1 : 0;
    });
    const VirtualPerson person{3, traits};
    const TrialRow row =
        run_trial(std::span{&person, 1}, one_block(), without_error(), screened(one_block()), 1).front();
    CAPTURE(i);
    CHECK(row.turned == turned);
    CHECK(row.led_of == of);
    if (traits.moves_only) continue;  // a side that was not measured leaves no target to lead anywhere
    REQUIRE(most);
    CHECK(row.led_most.degrees() == Approx(most->degrees()).margin(0.3));
    CHECK(std::abs(row.led_2 - over_2) <= 1);  // the posture has the noise of its sample
    CHECK(std::abs(row.led_5 - over_5) <= 1);
  }
}

TEST_CASE("a trial tells who was paused, who was guided by feel, and for how long nothing was really seen") {
  const auto row = [](const std::function<void(Traits&)>& change) {
    const VirtualPerson person{3, obedient(change)};
    return run_trial(std::span{&person, 1}, one_block(), without_error(), screened(one_block()), 1).front();
  };
  const TrialRow usual = row([](Traits&) {});
  CHECK(usual.paused_by_person + usual.paused_by_signal + usual.paused_by_rule == 0);
  CHECK_FALSE(usual.by_feel);
  CHECK(usual.blind_ok == Time{0});
  CHECK(usual.blind_ok_longest < seconds(0.2));
  CHECK(row([](Traits& t) { t.seen = false; }).by_feel);
  const TrialRow away = row([](Traits& t) {
    t.faults.poor_from = seconds(60);
    t.faults.blinks_every = seconds(600);
    t.faults.seen_for = seconds(1);
  });
  CHECK(away.paused_by_signal >= 1);
  const TrialRow aslant =
      row([](Traits& t) { t.sees_pelvis = true, t.slides_at = seconds(70), t.slid_list = degrees(20); });
  CHECK(aslant.paused_by_rule >= 1);
  const TrialRow stuck = row([](Traits& t) { t.faults.stuck_at = seconds(70), t.faults.creep = degrees(0.02); });
  CHECK(stuck.blind_ok_longest > usual.blind_ok_longest);
  CHECK(stuck.blind_ok <= stuck.duration);
}

TEST_CASE("people with faults are the same for the same seed") {
  std::vector<VirtualPerson> people;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    Traits traits;
    traits.faults = {.moved_at = seconds(90),
                     .moved = {degrees(3), degrees(5)},
                     .poor_from = seconds(50),
                     .blinks_every = seconds(3),
                     .seen_for = seconds(2.5)};
    traits.app = {.suspended_at = seconds(120), .suspended_for = seconds(4)};
    people.emplace_back(seed, traits);
  }
  const auto once = run_trial(people, one_block(), without_error(), screened(one_block()), 1);
  CHECK(run_trial(people, one_block(), without_error(), screened(one_block()), 2) == once);
  CHECK_FALSE(once[0] == once[1]);
}

}  // namespace simulation_conduct_test
