// STOP asks what is felt, "something is wrong" asks whether help is needed, and silence is never nothing.

#include <string>

#include "catch.hpp"
#include "session/people.hpp"
#include "session/stopping.hpp"

namespace session_what_is_felt_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

Rehearsal stretching(SessionOptions options = {}, bool sensor = true) {
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh()), std::move(options)}, {.sensor = sensor}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(3_s);
  return rehearsal;
}

/// Time passes; what happened in it.
std::vector<Event> wait(Rehearsal& rehearsal, Time length) {
  std::vector<Event> events;
  const Time until = rehearsal.now + length;
  while (rehearsal.now < until) {
    rehearsal.now += 50_ms;
    rehearsal.give(Tick{rehearsal.now});
    events.insert(events.end(), rehearsal.latest.begin(), rehearsal.latest.end());
  }
  return events;
}

/// The number of the question of a kind, once it is asked.
int await(Rehearsal& rehearsal, QuestionKind kind, Time within) {
  const Time until = rehearsal.now + within;
  while (rehearsal.now < until) {
    const auto& question = inside(rehearsal.session).talk.question;
    if (question && question->kind == kind) return question->id;
    wait(rehearsal, 50_ms);
  }
  FAIL("it was not asked");
  return -1;
}

bool said(const Session& session, const std::string& cue) {
  const std::vector<CueNote> cues = session.summary().cues;
  return std::any_of(cues.begin(), cues.end(), [&](const CueNote& note) { return note.cue == cue; });
}

}  // namespace

TEST_CASE("STOP leads out of the stretch at once, asks one question within ten seconds, and keeps what is answered",
          "[SR-20]") {
  struct Row {
    Choice choice;
    std::optional<Symptom> symptom;
    std::string advice;
  };
  for (const bool sensor : {true, false}) {
    for (const Row& row : {Row{Choice::nothing, std::nullopt, ""},
                           Row{Choice::numb_tingling_burning, Symptom::numbness, "advice-numbness"},
                           Row{Choice::sharp_or_pinching, Symptom::sharp_pain, "advice-sharp_pain"},
                           Row{Choice::cramp, Symptom::cramp, "standard-cramp-stopped"}}) {
      CAPTURE(sensor, name(row.choice));
      Rehearsal rehearsal = stretching({}, sensor);
      rehearsal.give(Command{{}, Action::stop});
      REQUIRE(all<CueGiven>(rehearsal.latest).size() == 1);
      CHECK(all<CueGiven>(rehearsal.latest).front().moment == Moment::stop);
      CHECK(all<CueGiven>(rehearsal.latest).front().interrupts);
      const int id = await(rehearsal, QuestionKind::what_is_felt, 10_s);
      CHECK(count_of(rehearsal.events, Moment::stop) == 1);
      wait(rehearsal, 6_s);
      rehearsal.give(Answer{{}, id, row.choice});
      const auto heard = all<SymptomHeard>(rehearsal.latest);
      CHECK(heard.size() == (row.symptom ? 1 : 0));
      const auto events = wait(rehearsal, 120_s);
      CHECK(all<QuestionAsked>(events).empty());  // one question
      CHECK(rehearsal.session.over());
      CHECK(rehearsal.session.phase() == Phase::stopped);
      const Summary summary = rehearsal.session.summary();
      if (!row.symptom) {
        CHECK(summary.symptoms.empty());
        CHECK(summary.end_reason == EndReason::stopped_by_person);
        continue;
      }
      CHECK(heard.front().symptom == row.symptom);
      CHECK(heard.front().response == Response::stop);
      REQUIRE(summary.symptoms.size() == 1);
      CHECK(summary.symptoms.front().symptom == row.symptom);
      CHECK(summary.end_reason == EndReason::stopped_by_symptom);
      CHECK(said(rehearsal.session, row.advice));
      CHECK(all<SessionEnded>(events).size() == 1);
    }
  }
}

TEST_CASE("STOP for chest, breath or head calls for help in the call of the answer", "[SR-20]") {
  Rehearsal rehearsal = stretching();
  rehearsal.give(Command{{}, Action::stop});
  const int id = await(rehearsal, QuestionKind::what_is_felt, 10_s);
  rehearsal.give(Answer{{}, id, Choice::chest_breath_head});
  CHECK(all<Emergency>(rehearsal.latest).size() == 1);
  CHECK(all<CueGiven>(rehearsal.latest).at(0).moment == Moment::call);
  CHECK(rehearsal.session.summary().symptoms.at(0).symptom == Symptom::chest_pain_or_breathlessness);
}

TEST_CASE("no answer to what is felt is sharp pain; where nothing can be answered the words say when to call",
          "[SR-20]") {
  for (const Answers answers : {Answers::none, Answers::tap, Answers::voice}) {
    Rehearsal rehearsal = stretching({.answers = answers});
    rehearsal.give(Command{{}, Action::stop});
    const auto events = wait(rehearsal, 120_s);
    CAPTURE(name(answers));
    CHECK(all<QuestionAsked>(events).empty() == (answers == Answers::none));
    CHECK(count_of(events, Moment::ask_felt) == 1);
    CHECK(all<SymptomHeard>(events).at(0).symptom == Symptom::sharp_pain);
    CHECK(said(rehearsal.session, "advice-sharp_pain"));
    CHECK(rehearsal.session.summary().end_reason == EndReason::stopped_by_symptom);
    CHECK(rehearsal.session.over());
    CHECK(all<Emergency>(events).empty());
  }
}

TEST_CASE("closing the books before the answer is no answer", "[SR-20]") {
  for (const Time waited : {0_s, 7_s, 60_s}) {
    Rehearsal rehearsal = stretching();
    rehearsal.give(Command{{}, Action::stop});
    if (waited > 0_s) wait(rehearsal, waited);
    rehearsal.session.finish(rehearsal.now);
    const Summary summary = rehearsal.session.summary();
    REQUIRE(summary.symptoms.size() == 1);
    CHECK(summary.symptoms.front().symptom == Symptom::sharp_pain);
    CHECK(summary.cues.back().cue == "advice-sharp_pain");
    CHECK(said(rehearsal.session, "stop-rise"));
  }
}

TEST_CASE("an answer that comes late is heard, also after the end, and doubled answers are one", "[SR-20]") {
  for (const bool over : {false, true}) {
    Rehearsal rehearsal = stretching();
    rehearsal.give(Command{{}, Action::stop});
    const int id = await(rehearsal, QuestionKind::what_is_felt, 10_s);
    wait(rehearsal, over ? 120_s : 20_s);
    REQUIRE(rehearsal.session.over() == over);
    Rehearsal numb = rehearsal;
    rehearsal.give(Answer{{}, id, Choice::chest_breath_head});
    CHECK(all<Emergency>(rehearsal.latest).size() == 1);
    numb.give(Answer{{}, id, Choice::numb_tingling_burning});
    numb.give(Answer{{}, id, Choice::numb_tingling_burning});
    wait(numb, 60_s);
    CHECK(numb.session.summary().symptoms.size() == 2);  // sharp pain for the silence, then this
    CHECK(numb.session.over());
  }
}

TEST_CASE("STOP is asked about before the start and after the end, too", "[SR-20]") {
  Rehearsal early{Session{inner_thigh()}};
  early.give(Command{{}, Action::stop});
  CHECK(all<CueGiven>(early.latest).at(0).moment == Moment::posture);
  await(early, QuestionKind::what_is_felt, 10_s);

  Rehearsal late = stretching();
  late.give(Command{{}, Action::enough});
  late.play();
  REQUIRE(late.session.phase() == Phase::finished);
  late.give(Command{{}, Action::stop});
  const int id = await(late, QuestionKind::what_is_felt, 10_s);
  Rehearsal well = late;
  well.give(Answer{{}, id, Choice::nothing});
  wait(well, 60_s);
  CHECK(well.session.over());
  CHECK(well.session.summary().end_reason == EndReason::enough);  // it did end well
  late.give(Answer{{}, id, Choice::sharp_or_pinching});
  wait(late, 60_s);
  CHECK(late.session.summary().end_reason == EndReason::stopped_by_symptom);
}

TEST_CASE("something wrong asks whether help is needed, at once; yes and ten seconds of silence call", "[SR-20]") {
  for (const bool yes : {true, false}) {
    Rehearsal rehearsal = stretching();
    rehearsal.give(SymptomReport{{}, Symptom::something_wrong});
    CHECK(all<Emergency>(rehearsal.latest).empty());
    CHECK(all<SymptomHeard>(rehearsal.latest).at(0).urgency < Urgency::emergency);
    CHECK(all<CueGiven>(rehearsal.latest).at(0).moment == Moment::ask_help);
    CHECK(all<CueGiven>(rehearsal.latest).at(0).interrupts);
    const auto asked = all<QuestionAsked>(rehearsal.latest);
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().kind == QuestionKind::need_help);
    CHECK(asked.front().choices().size() == 2);
    if (yes) {
      wait(rehearsal, 2_s);
      rehearsal.give(Answer{{}, asked.front().id, Choice::yes});
      CHECK(all<Emergency>(rehearsal.latest).size() == 1);
    } else {
      const auto events = wait(rehearsal, asked.front().answer_by - rehearsal.now);
      REQUIRE(all<Emergency>(events).size() == 1);
      CHECK(asked.front().answer_by - asked.front().time <= 14_s);
    }
    CHECK(rehearsal.session.summary().symptoms.at(0).urgency == Urgency::emergency);
    const auto later = wait(rehearsal, 61_s);
    CHECK(all<Emergency>(later).size() == 3);
    CHECK(all<QuestionAsked>(later).empty());
    CHECK(count_of(later, Moment::stop) + count_of(later, Moment::stay) + count_of(later, Moment::advice) == 0);
  }
}

TEST_CASE("who needs no help is asked what is felt, then led out, and has not been in an emergency", "[SR-20]") {
  Rehearsal rehearsal = stretching();
  rehearsal.give(SymptomReport{{}, Symptom::something_wrong});
  rehearsal.give(Answer{{}, all<QuestionAsked>(rehearsal.latest).at(0).id, Choice::no});
  CHECK(all<CueGiven>(rehearsal.latest).at(0).moment == Moment::stop);
  const int id = await(rehearsal, QuestionKind::what_is_felt, 10_s);
  rehearsal.give(Answer{{}, id, Choice::nothing});
  const auto events = wait(rehearsal, 120_s);
  CHECK(all<Emergency>(events).empty());
  CHECK(count_of(events, Moment::advice) == 1);
  CHECK(rehearsal.session.over());
  REQUIRE(rehearsal.session.summary().symptoms.size() == 1);
  CHECK(rehearsal.session.summary().symptoms.front().urgency == Urgency::professional);
}

TEST_CASE("something else asks whether help is needed, and neither question comes twice", "[SR-20]") {
  Rehearsal rehearsal = stretching();
  rehearsal.give(Command{{}, Action::stop});
  const int felt = await(rehearsal, QuestionKind::what_is_felt, 10_s);
  rehearsal.give(Answer{{}, felt, Choice::something_else});
  const int help = await(rehearsal, QuestionKind::need_help, 1_s);
  rehearsal.give(Answer{{}, help, Choice::no});
  const auto events = wait(rehearsal, 120_s);
  CHECK(all<QuestionAsked>(events).empty());
  CHECK(all<Emergency>(events).empty());
  CHECK(rehearsal.session.over());
}

TEST_CASE("where nothing can be answered, something wrong is an emergency after ten seconds of silence", "[SR-20]") {
  Rehearsal rehearsal = stretching({.answers = Answers::none});
  rehearsal.give(SymptomReport{{}, Symptom::something_wrong});
  CHECK(all<QuestionAsked>(rehearsal.latest).empty());
  const auto events = wait(rehearsal, 15_s);
  CHECK(all<Emergency>(events).size() == 1);
}

TEST_CASE("the wait for whether help is needed outlives the books that are closed over it", "[SR-20]") {
  Rehearsal rehearsal = stretching();
  rehearsal.give(SymptomReport{{}, Symptom::something_wrong});
  const int id = all<QuestionAsked>(rehearsal.latest).at(0).id;
  rehearsal.session.finish(rehearsal.now);
  CHECK(rehearsal.session.over());
  CHECK(rehearsal.session.view().question);
  Rehearsal fine = rehearsal;
  CHECK(all<Emergency>(wait(rehearsal, 15_s)).size() == 1);
  rehearsal.give(Answer{{}, id, Choice::no});  // late, and it ends the calls
  CHECK(all<Emergency>(wait(rehearsal, 60_s)).empty());
  fine.give(Answer{{}, id, Choice::no});
  CHECK(all<Emergency>(wait(fine, 60_s)).empty());
}

TEST_CASE("a symptom that is named while it is asked answers the question") {
  Rehearsal rehearsal = stretching();
  rehearsal.give(Command{{}, Action::stop});
  await(rehearsal, QuestionKind::what_is_felt, 10_s);
  rehearsal.give(SymptomReport{{}, Symptom::burning, Side::left});
  const auto events = wait(rehearsal, 120_s);
  CHECK(all<QuestionAsked>(events).empty());
  REQUIRE(rehearsal.session.summary().symptoms.size() == 1);
  CHECK(rehearsal.session.summary().symptoms.front().symptom == Symptom::burning);
}

TEST_CASE("a report whose word nobody knows is sharp pain, never an emergency", "[SR-20]") {
  for (const SymptomReport& report :
       {SymptomReport{{}, Symptom::something_wrong, {}, "chest"}, SymptomReport{{}, Symptom::other, {}, ""}}) {
    Rehearsal rehearsal = stretching();
    rehearsal.give(report);
    CHECK(all<SymptomHeard>(rehearsal.latest).at(0).symptom == Symptom::sharp_pain);
    CHECK(all<Emergency>(wait(rehearsal, 60_s)).empty());
  }
  Rehearsal rehearsal = stretching();  // what it does say is heard
  rehearsal.give(SymptomReport{{}, Symptom::chest_pain_or_breathlessness, {}, "misspelt"});
  CHECK(all<Emergency>(rehearsal.latest).size() == 1);
}

TEST_CASE("a summary says that the person stopped and did not say what they felt, and reports nothing in their name",
          "[SR-20]") {
  for (const Answers answers : {Answers::voice, Answers::none}) {
    for (const bool closed : {false, true}) {
      Rehearsal rehearsal = stretching({.answers = answers});
      rehearsal.give(Command{{}, Action::stop});
      if (closed) {
        rehearsal.session.finish(rehearsal.now);
      } else {
        wait(rehearsal, 60_s);
      }
      REQUIRE(rehearsal.session.over());
      const Summary summary = rehearsal.session.summary();
      REQUIRE(summary.symptoms.size() == 1);
      CHECK(summary.symptoms[0].symptom == Symptom::sharp_pain);
      CHECK(summary.symptoms[0].id == "not_told");
      CHECK(summary.text("en") ==
            "You stopped, and stopping was right. You did not say what you felt, so it was treated as sharp pain.");
      CHECK(summary.text("de").find("nicht gesagt") != std::string::npos);
      CHECK(summary.text("de").find("gemeldet") == std::string::npos);
      CHECK(summary.text("es").find("No dijiste") != std::string::npos);
      CHECK(summary.text("es").find("Dijiste que notabas") == std::string::npos);
    }
  }
}

TEST_CASE("what was said beside the silence after STOP is reported as it was said", "[SR-20]") {
  Rehearsal late = stretching();
  late.give(Command{{}, Action::stop});
  const int id = await(late, QuestionKind::what_is_felt, 10_s);
  Rehearsal told = late;
  wait(late, 60_s);
  late.give(Answer{{}, id, Choice::numb_tingling_burning});
  CHECK(late.session.summary().text("en").find("You reported: Numbness.") != std::string::npos);
  CHECK(late.session.summary().text("en").find("did not say") == std::string::npos);

  told.give(Answer{{}, id, Choice::sharp_or_pinching});
  wait(told, 60_s);
  REQUIRE(told.session.summary().symptoms.size() == 1);
  CHECK(told.session.summary().symptoms[0].id.empty());
  CHECK(told.session.summary().text("en").find("You reported: Sharp pain.") != std::string::npos);

  Rehearsal before = stretching();
  before.give(SymptomReport{{}, Symptom::cramp});
  wait(before, 5_s);
  before.give(Command{{}, Action::stop});
  wait(before, 60_s);
  const std::string both = before.session.summary().text("en");
  CAPTURE(both);
  CHECK(both.find("You reported: A cramp. You did not say what you felt") != std::string::npos);
}

}  // namespace session_what_is_felt_test
