#include "allocation_counter.hpp"
#include "catch.hpp"
#include "session/people.hpp"

namespace session_state_test {

using namespace stretchcore;

namespace {

std::vector<Rehearsal> whole_sessions() {
  const auto trouble = [](Rehearsal rehearsal) {
    rehearsal.play_to(Phase::stretching, Stage::opening);
    rehearsal.play_for(seconds(8));
    rehearsal.give(Command{{}, Action::pause});
    rehearsal.play_for(seconds(2));
    rehearsal.give(Command{{}, Action::resume});
    rehearsal.body.knees = degrees(-12);
    rehearsal.play_for(seconds(2));
    rehearsal.body.knees = degrees(9);
    rehearsal.play_for(seconds(3));
    rehearsal.body.sensor = false;
    rehearsal.play_for(seconds(4));
    rehearsal.body.sensor = true;
    rehearsal.play();
    return rehearsal;
  };
  std::vector<Rehearsal> all;
  Body seen{.rate = 10, .hidden = {}, .reply = agreeable};
  all.push_back(trouble(Rehearsal{Session{inner_thigh()}, seen}));
  all.push_back(trouble(Rehearsal{Session{inner_thigh()}, {.rate = 10, .sensor = false, .reply = agreeable}}));
  all.push_back(trouble(Rehearsal{Session{exercise_of("strap-hamstring-hold"), {}, measured()},
                                  {.easy = {degrees(60), degrees(70)}, .rate = 10}}));
  all.push_back(
      trouble(Rehearsal{Session{exercise_of("leg_swings"), {}, measured()}, {.rate = 10, .cycle = seconds(2)}}));
  return all;
}

Session restored(const Session& session, const SessionState& state) {
  return Session{session.exercise(), session.person(), session.options(), state};
}

}  // namespace

TEST_CASE("a session saved and restored over and over continues identically") {
  for (const Rehearsal& rehearsal : whole_sessions()) {
    Session session{rehearsal.session.exercise(), {}, rehearsal.session.options()};
    std::vector<Event> events;
    for (std::size_t i = 0; i < rehearsal.inputs.size(); ++i) {
      if (i % 50 == 0) session = restored(session, SessionState{session.state()});
      for (const Event& event : session.apply(rehearsal.inputs[i])) events.push_back(event);
    }
    CHECK(events == rehearsal.events);
    CHECK(session.state() == rehearsal.session.state());
    CHECK(session.over());
  }
}

TEST_CASE("a copy of a session goes its own way") {
  Rehearsal one{Session{inner_thigh()}};
  REQUIRE(one.play_to(Phase::stretching, Stage::opening));
  Rehearsal other = one;
  other.give(SymptomReport{{}, Symptom::tingling, {}});
  CHECK(other.session.phase() == Phase::stopped);
  CHECK(one.session.phase() == Phase::stretching);
  one.play();
  CHECK(one.session.phase() == Phase::finished);
}

TEST_CASE("a state of another exercise is refused, naming the state", "[SR-14]") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  CHECK_THROWS_AS((Session{exercise_of("cat_cow"), {}, {}, rehearsal.session.state()}), InvalidModel);
  State wrong = inside(rehearsal.session);
  wrong.talk.voice.saying.cue = 4000;
  CHECK_THROWS_AS((Session{inner_thigh(), {}, {}, SessionState{wrong}}), InvalidModel);
  for (const int forgery : {0, 1, 2}) {  // what no rule of this exercise can remember
    State forged = inside(rehearsal.session);
    ConditionState& rule = forged.rules.back().condition;
    if (forgery == 0) rule.certain[0] = {*rule.last + Time{1}, true};
    if (forgery == 1) rule.angles[3] = 5.0;
    if (forgery == 2) rule.latched = true;
    CHECK_THROWS_AS((Session{inner_thigh(), {}, {}, SessionState{forged}}), InvalidModel);
  }
}

TEST_CASE("a state that counts repetitions it does not have reads nothing that is not there", "[SR-14]") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
  rehearsal.play();
  for (const auto& [from, to] : {std::pair{-100000000, -99999997}, std::pair{-3000, 2}, std::pair{5, 1 << 30}}) {
    State odd = inside(rehearsal.session);
    odd.tally.before = odd.tally.latest = {from, to};
    const Summary summary = Session{inner_thigh(), {}, {}, SessionState{odd}}.summary();
    CHECK(summary.range_before.left.count <= static_cast<int>(summary.repetitions.size()));
  }
}

TEST_CASE("the events of a call are valid until the next, and a rejected call clears them") {
  Session session{inner_thigh()};
  CHECK(session.events().empty());
  CHECK_FALSE(session.report(Command{Time{0}, Action::start}).empty());
  CHECK(session.events().size() >= 1);
  session.tick(seconds(0.1));
  CHECK(session.events().empty());
}

TEST_CASE("coming back after an absence allocates nothing", "[SR-16]") {
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh())}, {.rate = 20, .hidden = {}, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(Command{{}, Action::away});
  rehearsal.now += seconds(30);
  rehearsal.give(Command{{}, Action::resume});
  REQUIRE(rehearsal.session.phase() == Phase::setting_up);
  REQUIRE(rehearsal.play_to(Phase::measuring, Stage::practising));
  Session session{inner_thigh(), screened(inner_thigh())};
  const AllocationCounter counter;
  for (const Input& input : rehearsal.inputs) session.apply(input);
  CHECK(counter.count() == 0);
  CHECK(session.phase() == Phase::measuring);
}

TEST_CASE("a long session allocates nothing after construction", "[SR-16]") {
  for (const Rehearsal& rehearsal : whole_sessions()) {
    Session session{rehearsal.session.exercise(), {}, rehearsal.session.options()};
    Session stopping = session;
    const SymptomReport symptom{{}, Symptom::tingling, {}};
    const AllocationCounter counter;
    std::size_t events = 0;
    for (const Input& input : rehearsal.inputs) {
      events += session.apply(input).size();
      events += stopping.apply(input).size();
      if (events > 60) stopping.report(symptom);
    }
    CHECK(counter.count() == 0);
    CHECK(events > 50);
    CHECK(session.over());
  }
}

}  // namespace session_state_test
