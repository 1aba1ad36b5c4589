// The way out begins where the body is: a person who never got down hears no way out of a position they are not in.

#include <set>
#include <string>

#include "catch.hpp"
#include "session/people.hpp"
#include "session/stopping.hpp"

namespace session_whereabouts_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

const std::vector<std::string> all_exercises{"dynamic-inner-thigh-stretch", "bent-knee-fallout", "pelvic-tilts",
                                             "seated-inner-thigh-stretch", "strap-hamstring-hold"};

Rehearsal of(const std::string& exercise, SessionOptions options = {}) {
  return Rehearsal{Session{exercise_of(exercise), {}, std::move(options)}, {.sensor = false}};
}

/// The moments of all that is said from now on.
std::multiset<Moment> said_from_here(Rehearsal& rehearsal, Time length = 120_s) {
  std::multiset<Moment> moments;
  for (const CueGiven& cue : all<CueGiven>(rehearsal.latest)) moments.insert(cue.moment);
  const std::size_t from = rehearsal.events.size();
  const Time until = rehearsal.now + length;
  while (rehearsal.now < until) {
    rehearsal.now += 100_ms;
    rehearsal.give(Tick{rehearsal.now});
  }
  for (std::size_t i = from; i < rehearsal.events.size(); ++i) {
    if (const auto* cue = std::get_if<CueGiven>(&rehearsal.events[i])) moments.insert(cue->moment);
  }
  return moments;
}

std::string first_of(const Rehearsal& rehearsal) {
  const auto cues = all<CueGiven>(rehearsal.latest);
  return cues.empty() ? "" : rehearsal.session.cue(cues.front().cue)->id;
}

/// Until the first words of getting down, and not them.
void to_the_question(Rehearsal& rehearsal) {
  rehearsal.step();
  REQUIRE(inside(rehearsal.session).course.stage == Stage::settling);
}

}  // namespace

TEST_CASE("before getting down nothing is said of a way out, whatever ends it", "[SR-12]") {
  for (const std::string& exercise : all_exercises) {
    for (const bool started : {false, true}) {
      CAPTURE(exercise, started);
      const auto make = [&] {
        Rehearsal rehearsal = of(exercise);
        if (started) to_the_question(rehearsal);
        return rehearsal;
      };
      for (const Input& input :
           std::vector<Input>{Command{{}, Action::stop}, SymptomReport{{}, Symptom::tingling},
                              SymptomReport{{}, Symptom::head_or_vision},
                              SymptomReport{{}, Symptom::chest_pain_or_breathlessness}, Command{{}, Action::enough}}) {
        Rehearsal rehearsal = make();
        rehearsal.give(input);
        const std::multiset<Moment> said = said_from_here(rehearsal);
        CHECK(rehearsal.session.over());
        for (const Moment way_out : {Moment::stop, Moment::come_out, Moment::stay, Moment::settle}) {
          CHECK(said.count(way_out) == 0);
        }
        if (std::holds_alternative<SymptomReport>(input)) CHECK(said.count(Moment::posture) >= 1);
      }
      Rehearsal closed = make();
      closed.session.finish(closed.now);
      for (const CueNote& cue : closed.session.summary().cues) CHECK_FALSE(cue.cue.starts_with("out-"));
    }
  }
}

TEST_CASE("a person who stands in view is not yet in position: seen or not, no way out of it is said", "[SR-12]") {
  for (const bool asked : {true, false}) {  // about their health, before anything is said of getting down
    CAPTURE(asked);
    const Person person = asked ? Person{} : screened(inner_thigh());
    Rehearsal rehearsal{Session{inner_thigh(), person}, {.in_view = 0_s}};
    rehearsal.step();
    int moments = 0;
    for (; inside(rehearsal.session).course.stage == Stage::settling && rehearsal.now < 120_s; ++moments) {
      const bool down = count_of(rehearsal.events, Moment::settle) > 0;
      Rehearsal stopped = rehearsal;
      stopped.give(SymptomReport{{}, Symptom::tingling});
      CHECK(first_of(stopped) == (down ? "standard-stop-going-down" : "standard-stop-up"));
      CHECK(said_from_here(stopped, 40_s).count(Moment::stop) == 0);
      Rehearsal enough = rehearsal;
      enough.give(Command{{}, Action::enough});
      CHECK(said_from_here(enough, 40_s).count(Moment::come_out) == 0);
      rehearsal.play_for(3_s);
    }
    CHECK(moments > 5);
    CHECK(inside(rehearsal.session).sight.following == Sensing::seen);
  }
}

TEST_CASE("a break before anybody got down puts nobody on the floor", "[SR-12]") {
  for (const bool away : {true, false}) {  // said by the app, or a gap nobody called for
    CAPTURE(away);
    Rehearsal rehearsal{Session{inner_thigh(), {}, {.sensor = Sensor::none}}, {.sensor = false}};
    rehearsal.play_for(2_s);
    REQUIRE(count_of(rehearsal.events, Moment::settle) == 0);
    if (away) rehearsal.give(Command{{}, Action::away});
    rehearsal.now += 15_s;
    rehearsal.give(Tick{rehearsal.now});
    if (away) rehearsal.give(Command{{}, Action::resume});
    REQUIRE(inside(rehearsal.session).tally.away > 0_s);
    REQUIRE(inside(rehearsal.session).course.stage == Stage::settling);
    Rehearsal stopped = rehearsal;
    stopped.give(SymptomReport{{}, Symptom::tingling});
    CHECK(all<CueGiven>(stopped.latest).at(0).moment == Moment::posture);
    CHECK(said_from_here(stopped).count(Moment::stop) == 0);
    rehearsal.give(Command{{}, Action::enough});
    CHECK(said_from_here(rehearsal).count(Moment::come_out) == 0);
  }
}

TEST_CASE("on the way down, and on the last steps up, it is said to rest where one is") {
  for (const std::string& exercise : all_exercises) {
    CAPTURE(exercise);
    Rehearsal down = of(exercise);
    while (count_of(down.events, Moment::settle) == 0) down.step();
    Rehearsal stopped = down;
    stopped.give(SymptomReport{{}, Symptom::tingling});
    CHECK(first_of(stopped) == "standard-stop-going-down");
    CHECK(said_from_here(stopped).count(Moment::stop) == 0);
    down.give(Command{{}, Action::enough});
    const auto left = said_from_here(down);
    CHECK(left.count(Moment::come_out) == 0);
    CHECK(left.count(Moment::posture) == 1);

    Rehearsal up = of(exercise);
    REQUIRE(up.play_to(Phase::stretching, Stage::opening));
    up.give(Command{{}, Action::enough});
    const auto written = std::count_if(up.session.exercise().cues.begin(), up.session.exercise().cues.end(),
                                       [](const Cue& cue) { return cue.moment == Moment::come_out; });
    while (count_of(up.events, Moment::come_out) < written) up.step();
    Rehearsal dizzy = up;
    up.give(SymptomReport{{}, Symptom::burning});
    CHECK(first_of(up) == "standard-stop-rising");
    dizzy.give(SymptomReport{{}, Symptom::head_or_vision});
    CHECK(first_of(dizzy) == "standard-faint-anywhere");
    const auto said = said_from_here(dizzy);
    CHECK(said.count(Moment::advice) == 1);
    CHECK(said.count(Moment::stop) + said.count(Moment::stay) + said.count(Moment::come_out) == 0);
  }
}

TEST_CASE("on the way out the body is where the last step led that was said to its end") {
  Rehearsal rehearsal = of("dynamic-inner-thigh-stretch");
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(Command{{}, Action::enough});
  const auto chest = [&] {
    Rehearsal now = rehearsal;
    now.give(SymptomReport{{}, Symptom::chest_pain_or_breathlessness});
    said_from_here(now, 12_s);
    return now.session.summary().cues.back().cue;
  };
  // As each begins: the legs are up until the second step was said, whoever lay lies through the rest, and then rises.
  for (int step = 1; step <= 4; ++step) {
    while (count_of(rehearsal.events, Moment::come_out) < step) rehearsal.step();
    CAPTURE(step);
    CHECK(chest() == (step <= 2 ? "standard-breath-legs-up" : "standard-breath-anywhere"));
    if (step != 2) continue;
    rehearsal.play_for(8_s);
    CHECK(chest() == "standard-breath-lying");
  }
}

TEST_CASE("who stands and is dizzy is told to come down, with or without an exercise that says how it is done") {
  Exercise standing = exercise_of("squat");
  standing.setup.body = BodyPosition::standing;
  Rehearsal rehearsal{Session{standing}, {.sensor = false}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  Rehearsal burns = rehearsal;
  rehearsal.give(SymptomReport{{}, Symptom::head_or_vision});
  CHECK(first_of(rehearsal) == "standard-faint-anywhere");
  burns.give(SymptomReport{{}, Symptom::burning});
  CHECK(all<CueGiven>(burns.latest).at(0).moment == Moment::stop);
}

TEST_CASE("chest pain is answered with what to do from where the body is") {
  const std::vector<std::pair<std::string, std::string>> expected{
      {"dynamic-inner-thigh-stretch", "standard-breath-legs-up"},
      {"strap-hamstring-hold", "standard-breath-lying"},
      {"seated-inner-thigh-stretch", "standard-breath-sitting"},
      {"squat", "standard-breath-anywhere"}};
  for (const auto& [exercise, words] : expected) {
    CAPTURE(exercise);
    Rehearsal rehearsal = of(exercise);
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    rehearsal.give(SymptomReport{{}, Symptom::chest_pain_or_breathlessness});
    said_from_here(rehearsal, 12_s);
    CHECK(rehearsal.session.summary().cues.back().cue == words);
    CHECK(rehearsal.session.view().emergency->posture == rehearsal.session.summary().cues.back().text);
  }
}

TEST_CASE("back from being away it is not known where the body is, and no step of a way out is guessed") {
  Rehearsal rehearsal = of("dynamic-inner-thigh-stretch");
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(Command{{}, Action::away});
  Rehearsal dizzy = rehearsal;
  rehearsal.give(SymptomReport{{}, Symptom::tingling});
  CHECK(first_of(rehearsal) == "standard-stop-where-you-are");
  dizzy.give(SymptomReport{{}, Symptom::head_or_vision});
  CHECK(first_of(dizzy) == "standard-faint-anywhere");
}

TEST_CASE("an exercise says only where one stretches") {
  Exercise exercise = inner_thigh();
  for (const BodyPosition body : {BodyPosition::going_down, BodyPosition::rising, BodyPosition::up}) {
    exercise.setup.body = body;
    CHECK_THROWS_AS(exercise.validate(), InvalidModel);
  }
  exercise.setup.body.reset();
  CHECK_NOTHROW(exercise.validate());
}

}  // namespace session_whereabouts_test
