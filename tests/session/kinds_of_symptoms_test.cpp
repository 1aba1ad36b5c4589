#include <stretchcore/detail/describe.hpp>

#include "catch.hpp"
#include "session/people.hpp"
#include "session/stopping.hpp"

namespace session_kinds_of_symptoms_test {

using namespace stretchcore;

TEST_CASE("every symptom but a cramp stops, has its urgency and its advice, and no emergency is told to get up",
          "[SR-4]") {
  detail::each_enumerator<Symptom>([](std::string_view word, Symptom symptom) {
    if (symptom == Symptom::cramp || symptom == Symptom::other) return;
    CAPTURE(std::string{word});
    const StopSymptom standard = standard_symptoms()[static_cast<std::size_t>(symptom)];
    Rehearsal rehearsal{Session{inner_thigh()}};
    REQUIRE(rehearsal.play_to(Phase::measuring, Stage::opening));
    stops(rehearsal.session, {{}, symptom, {}});
    const SymptomHeard heard = std::get<SymptomHeard>(report(rehearsal.session, {{}, symptom, {}}).front());
    CHECK(heard.urgency == standard.urgency);
    CHECK(heard.response == Response::stop);
    CHECK_FALSE(rehearsal.session.text(heard, "en").empty());
    const bool stays = standard.way_out == WayOut::stay;
    leads_out(rehearsal.session);
    const std::vector<CueNote> cues = rehearsal.session.summary().cues;
    if (standard.urgency == Urgency::emergency || symptom == Symptom::something_wrong) {  // nobody answered
      CHECK((cues.end() - 2)->cue == "standard-call");
      CHECK(cues.back().cue.ends_with("-legs-up"));
      CHECK(rehearsal.session.summary().symptoms.front().urgency == Urgency::emergency);
      return;
    }
    const std::string advice = "advice-" + std::string{word};
    const auto said = std::find_if(cues.begin(), cues.end(), [&](const CueNote& cue) { return cue.cue == advice; });
    REQUIRE(said != cues.end());
    CHECK((said + 1 == cues.end()) == !stays);  // who stays down hears what to do first
    if (stays) CHECK((said - 1)->cue == "stop-close");
  });
}

TEST_CASE("a symptom the exercise does not list stops with the standard advice") {
  Exercise silent = inner_thigh();
  silent.stop_symptoms.clear();
  Rehearsal rehearsal{Session{silent}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  stops(rehearsal.session, {{}, Symptom::burning, {}});
  rehearsal.play();
  CHECK(rehearsal.session.over());
  CHECK(count_of(rehearsal.events, Moment::advice) == 1);
  CHECK(rehearsal.session.summary().cues.back().text == standard_symptoms()[2].advice.at("en"));
}

TEST_CASE("what is less urgent never replaces the words for what is more") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  stops(rehearsal.session, {{}, Symptom::sharp_pain, {}});
  stops(rehearsal.session, {{}, Symptom::tingling, {}});
  leads_out(rehearsal.session);
  const Summary summary = rehearsal.session.summary();
  CHECK(summary.symptoms.size() == 2);
  CHECK(summary.symptoms.front().urgency == Urgency::professional);
  for (const CueNote& cue : summary.cues) CHECK(cue.cue != "advice-tingling");
}

TEST_CASE("closing the books in an emergency lists what to do first and no step of getting up") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  stops(rehearsal.session, {{}, Symptom::saddle_numbness_or_bladder, {}});
  rehearsal.session.finish(rehearsal.now);
  std::vector<std::string> said;
  for (const CueNote& cue : rehearsal.session.summary().cues) said.push_back(cue.cue);
  const std::vector<std::string> last(said.end() - 2, said.end());
  CHECK(last == std::vector<std::string>{"standard-call", "standard-saddle-legs-up"});
}

TEST_CASE("a cramp makes it rest in the same call, and it goes on less far only when she wants to") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = Answers::none}}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(20));
  const Angle before = rehearsal.session.target()->angle;
  rehearsal.give(SymptomReport{{}, Symptom::cramp, Side::left});
  REQUIRE(all<SymptomHeard>(rehearsal.latest).size() == 1);
  CHECK(all<SymptomHeard>(rehearsal.latest).front().response == Response::pause);
  CHECK(rehearsal.session.phase() == Phase::paused);
  CHECK(all<CueGiven>(rehearsal.latest).front().interrupts);
  rehearsal.play_for(seconds(60));
  CHECK(rehearsal.session.phase() == Phase::paused);  // by itself it never goes on
  CHECK(count_of(rehearsal.events, Moment::advice) == 1);
  rehearsal.give(Command{{}, Action::resume});
  CHECK(all<CommandRefused>(rehearsal.latest).empty());
  CHECK(rehearsal.session.phase() == Phase::stretching);
  CHECK(rehearsal.session.target()->angle < before);
  CHECK(rehearsal.session.target()->limited_by == Limit::eased);
  rehearsal.play();
  CHECK(rehearsal.session.phase() == Phase::finished);
  CHECK(rehearsal.session.summary().symptoms.front().symptom == Symptom::cramp);
}

TEST_CASE("a cramp takes over a pause, and changes nothing where nothing moves any more") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  rehearsal.give(SymptomReport{{}, Symptom::cramp, {}});
  CHECK(rehearsal.session.phase() == Phase::ready);
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.body.sensor = false;
  rehearsal.play_for(seconds(3));
  REQUIRE(rehearsal.session.phase() == Phase::paused);
  rehearsal.give(SymptomReport{{}, Symptom::cramp, {}});
  rehearsal.body.sensor = true;
  rehearsal.play_for(seconds(10));
  CHECK(rehearsal.session.phase() == Phase::paused);
  rehearsal.give(SymptomReport{{}, Symptom::tingling, {}});
  rehearsal.give(SymptomReport{{}, Symptom::cramp, {}});
  CHECK(rehearsal.session.phase() == Phase::stopped);
}

TEST_CASE("an author's own symptom is reported by its id, with its own response, urgency and words") {
  Exercise exercise = inner_thigh();
  exercise.stop_symptoms.push_back({.symptom = Symptom::other,
                                    .id = "scar_pull",
                                    .name = {{"en", "A scar that pulls"}},
                                    .urgency = Urgency::today,
                                    .advice = {{"en", "Show the scar to your surgeon today."}}});
  const auto place = static_cast<int>(exercise.stop_symptoms.size()) - 1;
  Rehearsal rehearsal{Session{exercise}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  Session known = rehearsal.session;
  const SymptomHeard heard =
      all<SymptomHeard>(report(known, {{}, Symptom::something_wrong, Side::left, "scar_pull"})).at(0);
  CHECK(heard.symptom == Symptom::other);
  CHECK(heard.listed == place);
  CHECK(heard.urgency == Urgency::today);
  CHECK(known.text(heard, "en") == "Show the scar to your surgeon today.");
  CHECK(known.summary().symptoms.front().id == "scar_pull");
  leads_out(known);

  for (const std::string id : {"", "no_such_symptom"}) {  // a report is never lost for its spelling
    Session unknown = rehearsal.session;
    CHECK(all<SymptomHeard>(report(unknown, {{}, Symptom::other, {}, id})).at(0).symptom == Symptom::sharp_pain);
    CHECK(unknown.phase() == Phase::stopped);
  }
  exercise.stop_symptoms.back().response = Response::pause;
  Rehearsal milder{Session{exercise}};
  REQUIRE(milder.play_to(Phase::stretching, Stage::opening));
  milder.give(SymptomReport{{}, Symptom::other, {}, "scar_pull"});
  CHECK(milder.session.phase() == Phase::paused);
}

TEST_CASE("going on after a stop is refused in the same call, with what stopped it", "[SR-5]") {
  Exercise strict = inner_thigh();
  strict.rules[0].response = Response::stop;
  for (const Refusal reason : {Refusal::stopped_by_symptom, Refusal::stopped_by_person, Refusal::stopped_by_rule}) {
    Rehearsal rehearsal{Session{strict}};
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    rehearsal.body.reply = agreeable;  // after STOP: nothing was felt
    if (reason == Refusal::stopped_by_symptom) rehearsal.give(SymptomReport{{}, Symptom::numbness, {}});
    if (reason == Refusal::stopped_by_person) rehearsal.give(Command{{}, Action::stop});
    rehearsal.body.knees = degrees(-8);
    rehearsal.play_for(seconds(3));
    for (const bool at_the_end : {false, true}) {
      if (at_the_end) rehearsal.play();
      REQUIRE(rehearsal.session.over() == at_the_end);
      for (const Action action : {Action::resume, Action::start, Action::more}) {
        rehearsal.give(Command{{}, action});
        const auto refused = all<CommandRefused>(rehearsal.latest);
        REQUIRE(refused.size() == 1);
        CHECK(refused.front().action == action);
        CHECK(refused.front().reason == reason);
        CHECK(rehearsal.session.phase() == Phase::stopped);
      }
    }
  }
}

TEST_CASE("going on while it waits for a signal or a rule is refused with that, after a good end with that") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  Rehearsal blind = rehearsal;
  blind.body.sensor = false;
  blind.play_for(seconds(3));
  blind.give(Command{{}, Action::resume});
  CHECK(all<CommandRefused>(blind.latest).at(0).reason == Refusal::signal_lost);
  Rehearsal locked = rehearsal;
  locked.body.knees = degrees(-12);
  locked.play_for(seconds(3));
  locked.give(Command{{}, Action::resume});
  CHECK(all<CommandRefused>(locked.latest).at(0).reason == Refusal::rule_violated);
  rehearsal.play();
  rehearsal.give(Command{{}, Action::start});
  CHECK(all<CommandRefused>(rehearsal.latest).at(0).reason == Refusal::over);
}

}  // namespace session_kinds_of_symptoms_test
