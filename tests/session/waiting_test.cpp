#include "catch.hpp"
#include "session/people.hpp"

namespace session_waiting_test {

using namespace stretchcore;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

std::string waiting(const Session& session) { return session.view().waiting_for; }

/// Somebody whose every step is a sentence, and whose progress never goes back within a phase.
void always_says(Rehearsal rehearsal) {
  REQUIRE(waiting(rehearsal.session) == "start");
  Phase phase = Phase::ready;
  double progress = 0.0;
  rehearsal.play([&] {
    const View view = rehearsal.session.view();
    REQUIRE(view.waiting_for.empty() == rehearsal.session.over());
    REQUIRE(view.progress >= 0.0);
    REQUIRE(view.progress <= 1.0);
    const bool goes_on = view.phase == phase && phase != Phase::paused;
    REQUIRE((!goes_on || view.progress >= progress));
    phase = view.phase;
    progress = view.progress;
  });
  CHECK(rehearsal.session.over());
}

/// Everything that is given is changed first, as an app would by mistake.
template <class Change>
std::string mistaken(Time duration, Change&& change) {
  Session session{inner_thigh()};
  Rehearsal source{Session{inner_thigh()}, {.in_view = seconds(0)}};
  source.step();
  for (const Input& input : source.inputs) session.apply(input);
  while (source.now < duration) {
    source.now += seconds(0.05);
    change(session, source.posture());
  }
  return waiting(session);
}

Posture in_radians(const Posture& posture) {
  Posture wrong{posture.time};
  posture.present().each([&](Channel c) { wrong.set(c, degrees(posture.angle(c).radians())); });
  return wrong;
}

}  // namespace

TEST_CASE("a session always says what it waits for, until it is over") {
  always_says(Rehearsal{Session{inner_thigh()}});
  always_says(Rehearsal{Session{inner_thigh()}, {.reply = agreeable}});
  always_says(Rehearsal{Session{inner_thigh(), {}, {.answers = Answers::none}}});
  always_says(Rehearsal{Session{inner_thigh()}, {.sensor = false}});
  always_says(Rehearsal{Session{inner_thigh(), {}, {.check_sides = true}}});
  always_says(Rehearsal{Session{inner_thigh(), {}, {.measure = Measure::never}}});
  always_says(Rehearsal{Session{inner_thigh()}, {.moves = false}});
  always_says(Rehearsal{Session{inner_thigh()}, {.in_view = seconds(70)}});
  always_says(Rehearsal{Session{exercise_of("strap-hamstring-hold"), {}, measured()}});
  always_says(Rehearsal{Session{exercise_of("leg_swings"), {}, measured()}});
}

TEST_CASE("every pause says what ends it") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(Command{{}, Action::pause});
  CHECK(waiting(rehearsal.session) == "resume");
  rehearsal.give(Command{{}, Action::resume});
  rehearsal.body.knees = degrees(-12);
  rehearsal.play_for(seconds(2));
  CHECK_THAT(waiting(rehearsal.session), Contains("locked-knees"));
  rehearsal.body.knees = degrees(9);
  rehearsal.play_for(seconds(3));
  CHECK(rehearsal.session.phase() == Phase::stretching);
  rehearsal.body.hidden.insert(Channel::hip_abduction_left);
  rehearsal.play_for(seconds(5));
  CHECK(waiting(rehearsal.session) == "left hip not seen for 5 s");
  rehearsal.body.hidden.erase(Channel::hip_abduction_left);
  rehearsal.play_for(seconds(0.5));
  CHECK(waiting(rehearsal.session) == "1 s of healthy signals");
}

TEST_CASE("a leg that is not seen while setting up is named, with its side and for how long") {
  for (const Side side : both_sides) {
    Body body;
    body.hidden.insert(channel(Motion::hip_abduction, side));
    Rehearsal rehearsal{Session{inner_thigh()}, body};
    REQUIRE(rehearsal.play_to(Phase::setting_up, Stage::looking));
    const std::string since = std::to_string(static_cast<int>(to_seconds(rehearsal.now) + 0.5));
    CHECK(waiting(rehearsal.session) == std::string{name(side)} + " hip not seen for " + since + " s");
  }
}

TEST_CASE("lying still is counted down") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.noise = degrees(4)}};
  REQUIRE(rehearsal.play_to(Phase::setting_up, Stage::stilling));
  CHECK_THAT(waiting(rehearsal.session), StartsWith("hold still, ") && Contains("of 0.5 s"));
}

TEST_CASE("an open question is named") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::remeasuring, Stage::asking_change));
  CHECK(waiting(rehearsal.session) == "an answer: change");
}

TEST_CASE("seconds that are really milliseconds are named, whatever the rate") {
  const auto thousandfold = [](Session& session, Posture posture) {
    posture.time *= 1000;
    session.observe(posture);
    session.tick(posture.time);
  };
  CHECK(mistaken(seconds(2), thousandfold) == "time step 50: milliseconds?");
  CHECK(mistaken(seconds(20), thousandfold) == "time step 50: milliseconds?");
}

TEST_CASE("degrees that are really radians are named once nothing has opened") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.in_view = seconds(0)}};
  Session session{inner_thigh()};
  std::string said;
  while (rehearsal.now < seconds(200) && said.find("radians?") == std::string::npos) {
    rehearsal.inputs.clear();
    rehearsal.step();
    for (const Input& input : rehearsal.inputs) {
      const auto* posture = std::get_if<Posture>(&input);
      session.apply(posture ? Input{in_radians(*posture)} : input);
    }
    said = waiting(session);
  }
  CHECK(said == "angles never exceed 1.6: radians?");
  CHECK(session.phase() == Phase::measuring);
}

TEST_CASE("a stream as it should be is never taken for another unit") {
  for (const double rate : {5.0, 20.0, 120.0}) {
    Rehearsal rehearsal{Session{inner_thigh()}, {.rate = rate}};
    while (rehearsal.now < seconds(90)) {
      rehearsal.step();
      REQUIRE(waiting(rehearsal.session).find('?') == std::string::npos);
    }
  }
}

TEST_CASE("a clock of reports that runs far ahead of the postures' is named") {
  Session session{inner_thigh()};
  session.report(Command{seconds(1.7e9), Action::start});
  Rehearsal rehearsal{Session{inner_thigh()}, {.in_view = seconds(0)}};
  for (int i = 0; i < 100; ++i) {
    rehearsal.step();
    session.observe(rehearsal.posture());
  }
  CHECK(waiting(session).find("two clocks?") != std::string::npos);
}

TEST_CASE("of what is watched, whatever is missing is named") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.body.hidden.insert(Channel::knee_flexion_left);
  rehearsal.play_for(seconds(8));
  REQUIRE(rehearsal.session.phase() == Phase::paused);
  CHECK(waiting(rehearsal.session).find("left knee not seen for ") == 0);
}

}  // namespace session_waiting_test
