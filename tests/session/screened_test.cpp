#include <algorithm>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_screened_test {

using namespace stretchcore;

namespace {

Person with(const std::string& code, Fact fact = Fact::yes) {
  Person person = screened(inner_thigh());
  person.facts[code] = fact;
  return person;
}

int health_questions(const std::vector<Event>& events) {
  const auto asked = all<QuestionAsked>(events);
  return static_cast<int>(
      std::count_if(asked.begin(), asked.end(), [](const QuestionAsked& q) { return q.kind == QuestionKind::health; }));
}

}  // namespace

TEST_CASE("whoever needs clearance is not guided: the start is refused with its reasons, said, and it is over") {
  for (const Contraindication& one : with_conditions(inner_thigh()).contraindications) {
    if (one.caution != Caution::avoid) continue;
    CAPTURE(one.code);
    Session session{inner_thigh(), with(one.code)};
    const auto told = session.report(Command{Time{0}, Action::start});
    const std::vector<Event> events{told.begin(), told.end()};
    CHECK(all<Screened>(events).at(0).verdict == ScreeningVerdict::needs_clearance);
    CHECK(all<CommandRefused>(events).at(0).reason == Refusal::needs_clearance);
    CHECK(count_of(events, Moment::clearance) == 1);
    CHECK(all<SessionEnded>(events).at(0).reason == EndReason::needs_clearance);
    CHECK(session.over());
    const Summary summary = session.summary();
    CHECK(summary.screening.reasons.at(0).code == one.code);
    CHECK(summary.end_reason == EndReason::needs_clearance);
    for (const std::string language : {"en", "de", "es"}) CHECK_FALSE(summary.text(language).empty());
    const auto again = session.report(Command{Time{0}, Action::start});
    CHECK(std::get<CommandRefused>(again.front()).reason == Refusal::needs_clearance);
  }
}

TEST_CASE("a professional's word lets it start, within the limit that was given") {
  Person person = with("hip_replacement");
  person.clearances = {{"hip_replacement", ""}};
  person.limits = {{.at_most = degrees(18), .kind = LimitKind::agreed}};
  Rehearsal rehearsal{Session{inner_thigh(), person}, {.reply = agreeable}};
  rehearsal.play();
  CHECK(rehearsal.session.phase() == Phase::finished);
  int targets = 0;
  for (const TargetChanged& change : all<TargetChanged>(rehearsal.events)) {
    if (!change.target) continue;
    ++targets;
    CHECK(change.target->angle <= degrees(18));
    CHECK((change.target->limited_by == Limit::clinician || change.target->limited_by == Limit::ramp_in));
  }
  CHECK(targets >= 3);
}

TEST_CASE(
    "whoever should move easily does ten at four fifths of easy, is not measured again, and hears what to change") {
  Rehearsal rehearsal{Session{inner_thigh(), with("hypermobility")}, {.reply = agreeable}};
  rehearsal.play();
  const Summary summary = rehearsal.session.summary();
  CHECK(rehearsal.session.phase() == Phase::finished);
  CHECK(summary.screening.goal == Goal::move_easily);
  CHECK(summary.screening.verdict == ScreeningVerdict::modified);
  CHECK_FALSE(summary.range_after.left.known());
  CHECK(all<SetCompleted>(rehearsal.events).size() == 1);
  CHECK(all<SetCompleted>(rehearsal.events).at(0).repetitions == 10);
  for (const TargetChanged& change : all<TargetChanged>(rehearsal.events)) {
    if (change.target) CHECK(change.target->angle <= share_of_way(rehearsal.session, Side::left, 0.8));
  }
  const auto cues = all<CueGiven>(rehearsal.events);
  CHECK(cues.front().moment == Moment::caution);
  CHECK(count_of(rehearsal.events, Moment::caution) == 1);
  CHECK(summary.cues.front().cue == "caution-hypermobility");
}

TEST_CASE("what screening leaves of easy holds the target, whatever is measured") {
  Exercise exercise = inner_thigh();
  exercise.contraindications = {{"tender_hip", Caution::modify, {{"en", "A tender hip."}}, {}, 0.6, {}}};
  Person person;
  person.facts["tender_hip"] = Fact::yes;
  Rehearsal rehearsal{Session{exercise, person}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(20));
  CHECK(abs(inside(rehearsal.session).aim.home.left - at_home) < degrees(0.5));
  CHECK(rehearsal.session.target()->angle <= share_of_way(rehearsal.session, Side::left, 0.6));
  CHECK(rehearsal.session.target()->angle > share_of_way(rehearsal.session, Side::left, 0.55));
}

TEST_CASE("whoever was asked about everything hears no notice and no question") {
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh())}, {.reply = agreeable}};
  rehearsal.play();
  CHECK(all<Screened>(rehearsal.events).at(0) ==
        Screened{rehearsal.session.summary().started, ScreeningVerdict::cleared, 0, 0});
  CHECK(count_of(rehearsal.events, Moment::ask_health) == 0);
  CHECK(health_questions(rehearsal.events) == 0);
}

TEST_CASE("what is not known is asked, before getting down; no answer is not a no, and ends the asking", "[SR-8]") {
  for (const bool answers : {true, false}) {
    Body body;
    if (answers) body.reply = agreeable;
    Rehearsal rehearsal{Session{inner_thigh()}, body};
    rehearsal.play();
    CHECK(rehearsal.session.phase() == Phase::finished);
    CHECK(health_questions(rehearsal.events) == (answers ? 5 : 1));
    CHECK(count_of(rehearsal.events, Moment::health_notice) == (answers ? 0 : 1));
    const auto cues = all<CueGiven>(rehearsal.events);
    CHECK(cues.front().moment == Moment::ask_health);
    const Summary summary = rehearsal.session.summary();
    CHECK(summary.felt.speaks_against == (answers ? Fact::no : Fact::unknown));
    CHECK(summary.screening.verdict == (answers ? ScreeningVerdict::cleared : ScreeningVerdict::unknown));
  }
}

TEST_CASE("where nobody can answer, a notice says what to ask about first") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = Answers::none}}};
  rehearsal.play();
  CHECK(health_questions(rehearsal.events) == 0);
  CHECK(count_of(rehearsal.events, Moment::health_notice) == 1);
  CHECK(rehearsal.session.summary().felt.speaks_against == Fact::unknown);
}

TEST_CASE("a pause in the middle of the question asks it again") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  while (!inside(rehearsal.session).talk.question) rehearsal.step();
  rehearsal.give(Command{{}, Action::pause});
  rehearsal.play_for(seconds(3));
  rehearsal.give(Command{{}, Action::resume});
  rehearsal.play_for(seconds(20));
  CHECK(health_questions(rehearsal.events) == 2);
}

TEST_CASE("a recording has happened already: what speaks against it is told, and it goes on") {
  Session session{inner_thigh(), with("hip_replacement"), {.recorded = true}};
  const auto told = session.report(Command{Time{0}, Action::start});
  const std::vector<Event> events{told.begin(), told.end()};
  CHECK(all<Screened>(events).at(0).verdict == ScreeningVerdict::needs_clearance);
  CHECK(all<CommandRefused>(events).empty());
  CHECK(session.phase() == Phase::setting_up);
}

TEST_CASE("a session of an adapted exercise continues from its state") {
  Person person = with("hypermobility");
  person.immobile_side = Side::left;
  Rehearsal rehearsal{Session{inner_thigh(), person}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  const Session& session = rehearsal.session;
  Session again{session.exercise(), session.person(), session.options(), session.state()};
  Session from_the_first{inner_thigh(), session.person(), session.options(), session.state()};
  CHECK(again.exercise() == from_the_first.exercise());
  CHECK(again.view() == session.view());
}

}  // namespace session_screened_test
