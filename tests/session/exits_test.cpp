#include "catch.hpp"
#include "session/people.hpp"

namespace session_exits_test {

using namespace stretchcore;

namespace {

/// Nothing was felt, and that is the answer to why it was stopped.
std::optional<Choice> nothing_felt(QuestionKind kind) {
  return kind == QuestionKind::what_is_felt ? std::optional{Choice::nothing} : std::nullopt;
}

/// The ids of the cues that the summary lists, for one moment.
int listed(const Session& session, Moment moment) {
  int count = 0;
  for (const CueNote& note : session.summary().cues) {
    for (const Cue& cue : session.exercise().cues) count += cue.id == note.cue && cue.moment == moment ? 1 : 0;
  }
  return count;
}

int written(Moment moment) {
  const auto& cues = inner_thigh().cues;
  return static_cast<int>(
      std::count_if(cues.begin(), cues.end(), [&](const Cue& cue) { return cue.moment == moment; }));
}

void ends_well(Rehearsal& rehearsal, EndReason reason, Moment way_out = Moment::come_out) {
  rehearsal.play();
  const Session& session = rehearsal.session;
  CAPTURE(name(reason));
  CHECK(session.over());
  CHECK(session.phase() == (way_out == Moment::stop ? Phase::stopped : Phase::finished));
  CHECK(session.summary().end_reason == reason);
  CHECK(listed(session, way_out) == written(way_out));
  CHECK(count_of(rehearsal.events, way_out) == written(way_out));
  CHECK_FALSE(session.target());
  const auto ends = all<SessionEnded>(rehearsal.events);
  REQUIRE(ends.size() == 1);
  CHECK(ends.front().reason == reason);
}

Rehearsal at(Phase phase, Stage stage, SessionOptions options = {}) {
  Rehearsal rehearsal{Session{inner_thigh(), {}, std::move(options)}};
  REQUIRE(rehearsal.play_to(phase, stage));
  // Before the words about getting down there is no way out to lead: health_test.cpp.
  const int& settling = inside(rehearsal.session).talk.said[static_cast<std::size_t>(Moment::settle)];
  while (stage == Stage::settling && settling == 0) rehearsal.step();
  return rehearsal;
}

// In position; before that there is no way out of it (whereabouts_test.cpp).
const std::vector<std::pair<Phase, Stage>> moments{
    {Phase::setting_up, Stage::stilling},       {Phase::setting_up, Stage::briefing},
    {Phase::measuring, Stage::practising},      {Phase::measuring, Stage::opening},
    {Phase::stretching, Stage::opening},        {Phase::remeasuring, Stage::checking},
    {Phase::remeasuring, Stage::asking_change}, {Phase::remeasuring, Stage::opening},
    {Phase::remeasuring, Stage::offering}};

}  // namespace

TEST_CASE("enough, at any moment, leads out through every step of the way out", "[SR-12]") {
  for (const auto& [phase, stage] : moments) {
    CAPTURE(name(phase), name(stage));
    Rehearsal rehearsal = at(phase, stage);
    rehearsal.give(Command{{}, Action::enough});
    CHECK(rehearsal.session.phase() == Phase::coming_out);
    ends_well(rehearsal, EndReason::enough);
  }
}

TEST_CASE("stop, at any moment, stops at once and leads out through every step", "[SR-12]") {
  for (const auto& [phase, stage] : moments) {
    CAPTURE(name(phase), name(stage));
    Rehearsal rehearsal = at(phase, stage);
    rehearsal.body.reply = nothing_felt;
    rehearsal.give(Command{{}, Action::stop});
    CHECK(rehearsal.session.phase() == Phase::stopped);
    ends_well(rehearsal, EndReason::stopped_by_person, Moment::stop);
  }
}

TEST_CASE("a pause can be left by enough, by stop and by finish, and the way out is spoken") {
  for (const Action action : {Action::enough, Action::stop}) {
    Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
    rehearsal.give(Command{{}, Action::pause});
    REQUIRE(rehearsal.session.phase() == Phase::paused);
    rehearsal.body.reply = nothing_felt;
    rehearsal.give(Command{{}, action});
    if (action == Action::stop) ends_well(rehearsal, EndReason::stopped_by_person, Moment::stop);
    if (action == Action::enough) ends_well(rehearsal, EndReason::enough);
  }
}

TEST_CASE("finishing at any moment closes the books in the same call and lists the way out", "[SR-12]") {
  for (const auto& [phase, stage] : moments) {
    CAPTURE(name(phase), name(stage));
    Rehearsal rehearsal = at(phase, stage);
    const Summary summary = rehearsal.session.finish(rehearsal.now);
    const auto last = rehearsal.session.events();
    rehearsal.events.insert(rehearsal.events.end(), last.begin(), last.end());
    CHECK(summary == rehearsal.session.summary());
    CHECK(summary.ended == rehearsal.now);
    ends_well(rehearsal, EndReason::finished_by_app);
  }
}

TEST_CASE("finishing on the way out keeps the reason, says no step twice and leaves none out") {
  Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
  rehearsal.give(Command{{}, Action::enough});
  rehearsal.play_for(seconds(12));
  rehearsal.session.finish(rehearsal.now);
  CHECK(listed(rehearsal.session, Moment::come_out) == written(Moment::come_out));
  CHECK(rehearsal.session.summary().end_reason == EndReason::enough);
  rehearsal.session.finish(rehearsal.now + seconds(1));
  CHECK(rehearsal.session.events().empty());

  Rehearsal stopped = at(Phase::stretching, Stage::opening);
  stopped.give(SymptomReport{{}, Symptom::tingling, {}});
  stopped.session.finish(stopped.now);
  CHECK(stopped.session.over());
  CHECK(stopped.session.phase() == Phase::stopped);
  CHECK(listed(stopped.session, Moment::stop) == written(Moment::stop));
  CHECK(stopped.session.summary().end_reason == EndReason::stopped_by_symptom);
  CHECK(stopped.session.summary().cues.back().cue == "advice-tingling");
}

TEST_CASE("a session that was never started ends without a word") {
  Session session{inner_thigh()};
  const Summary summary = session.finish(seconds(3));
  CHECK(session.over());
  CHECK(summary.cues.empty());
  CHECK(summary.end_reason == EndReason::finished_by_app);
}

TEST_CASE("the cap leads out", "[SR-17]") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = Answers::none}}};
  ends_well(rehearsal, EndReason::cap);

  Exercise brief = inner_thigh();
  brief.dose.cap_in_position = seconds(60);
  Rehearsal hurried{
      Session{brief, screened(brief), measured()}};  // with nothing to ask, a minute is enough to get down
  ends_well(hurried, EndReason::cap);
}

TEST_CASE("a rule that stops is latched and leads out", "[SR-5]") {
  Exercise strict = inner_thigh();
  strict.rules[0].response = Response::stop;
  Rehearsal rehearsal{Session{strict}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.body.knees = degrees(-8);
  ends_well(rehearsal, EndReason::stopped_by_rule, Moment::stop);
}

TEST_CASE("a required rule that cannot be seen ends the set-up through the way out, before anything was begun") {
  Exercise strict = inner_thigh();
  strict.rules[2].required = true;
  Rehearsal rehearsal{Session{strict}};
  ends_well(rehearsal, EndReason::signal_lost);
  CHECK(phases_of(rehearsal.events) == std::vector{Phase::setting_up, Phase::coming_out, Phase::finished});
}

TEST_CASE("sight that is lost for good, and no wish to go on by feel, lead out", "[SR-12]") {
  Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
  rehearsal.body.sensor = false;
  rehearsal.body.reply = [](QuestionKind kind) {
    return kind == QuestionKind::by_feel ? std::optional{Choice::no} : std::nullopt;
  };
  ends_well(rehearsal, EndReason::signal_lost);
}

TEST_CASE("a pain of 4 stops, a pain of 3 only eases, and the highest is kept") {
  Rehearsal rehearsal = at(Phase::stretching, Stage::opening);
  rehearsal.give(PainRating{{}, 3});
  CHECK(rehearsal.session.phase() == Phase::stretching);
  rehearsal.give(PainRating{{}, 4});
  CHECK(all<SymptomHeard>(rehearsal.latest).size() == 1);
  CHECK(rehearsal.session.summary().symptoms.size() == 1);
  ends_well(rehearsal, EndReason::stopped_by_symptom, Moment::stop);
  CHECK(rehearsal.session.summary().felt.pain == 4);
}

TEST_CASE("of the steps that finishing lists only the first cuts off a voice, the others follow it") {
  for (const bool symptom : {false, true}) {
    Rehearsal rehearsal{Session{inner_thigh()}};
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    if (symptom) rehearsal.give(SymptomReport{{}, Symptom::tingling, {}});
    rehearsal.session.finish(rehearsal.now);
    std::vector<Event> told{rehearsal.session.events().begin(), rehearsal.session.events().end()};
    const auto cues = all<CueGiven>(told);
    REQUIRE(cues.size() >= 2);
    for (std::size_t i = 0; i < cues.size(); ++i) CHECK(cues[i].interrupts == (i == 0 && !symptom));
  }
}

}  // namespace session_exits_test
