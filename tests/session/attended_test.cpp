// Somebody has seen to a call for help: what is said after that is heard, and contradicts nothing.

#include "catch.hpp"
#include "session/people.hpp"

namespace session_attended_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

Rehearsal attended(Phase phase, Stage stage, Answers answers, bool finished) {
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh()), {.answers = answers}}};
  REQUIRE(rehearsal.play_to(phase, stage));
  rehearsal.give(SymptomReport{{}, Symptom::chest_pain_or_breathlessness});
  if (finished) rehearsal.session.finish(rehearsal.now);
  rehearsal.give(Command{{}, Action::acknowledge});
  rehearsal.play_for(15_s);
  return rehearsal;
}

std::vector<CueGiven> after(Rehearsal& rehearsal, const Input& input, Time time = 40_s) {
  const std::size_t from = rehearsal.events.size();
  rehearsal.give(input);
  rehearsal.play_for(time);
  std::vector<CueGiven> said;
  for (std::size_t i = from; i < rehearsal.events.size(); ++i) {
    if (const auto* cue = std::get_if<CueGiven>(&rehearsal.events[i])) said.push_back(*cue);
  }
  for (const CueGiven& cue : said) {  // no step of a way out contradicts the call
    CHECK(cue.moment != Moment::stop);
    CHECK(cue.moment != Moment::stay);
    CHECK(cue.moment != Moment::come_out);
    CHECK(cue.moment != Moment::farewell);
  }
  return said;
}

bool says(const std::vector<CueGiven>& said, Moment moment) {
  return std::any_of(said.begin(), said.end(), [&](const CueGiven& cue) { return cue.moment == moment; });
}

}  // namespace

TEST_CASE("after a call that was acknowledged every report has words again", "[SR-19]") {
  for (const Answers answers : {Answers::none, Answers::tap, Answers::voice}) {
    for (const bool finished : {false, true}) {
      for (const auto& [phase, stage] :
           {std::pair{Phase::setting_up, Stage::stilling}, std::pair{Phase::measuring, Stage::opening},
            std::pair{Phase::stretching, Stage::opening}}) {
        CAPTURE(static_cast<int>(answers), finished, static_cast<int>(phase));
        const Rehearsal seen_to = attended(phase, stage, answers, finished);

        Rehearsal wrong = seen_to;
        CHECK(says(after(wrong, SymptomReport{{}, Symptom::something_wrong}), Moment::ask_help));
        CHECK(says(after(wrong, Tick{wrong.now}, 20_s), Moment::call));  // ten seconds of silence need help

        Rehearsal stop = seen_to;
        CHECK(says(after(stop, Command{{}, Action::stop}), Moment::ask_felt));
        CHECK(stop.session.summary().symptoms.size() >= 2);  // unanswered it counts as sharp pain

        Rehearsal tingling = seen_to;
        CHECK(says(after(tingling, SymptomReport{{}, Symptom::tingling}), Moment::advice));

        Rehearsal chest = seen_to;
        CHECK(says(after(chest, SymptomReport{{}, Symptom::chest_pain_or_breathlessness}), Moment::call));
      }
    }
  }
}

TEST_CASE("asked after a call whether help is needed: no ends the question, yes calls again", "[SR-19]") {
  for (const Choice choice : {Choice::yes, Choice::no}) {
    Rehearsal rehearsal = attended(Phase::stretching, Stage::opening, Answers::voice, false);
    rehearsal.give(SymptomReport{{}, Symptom::something_wrong});
    const auto questions = all<QuestionAsked>(rehearsal.latest);
    REQUIRE(questions.size() == 1);
    const auto said = after(rehearsal, Answer{{}, questions[0].id, choice});
    CHECK(says(said, Moment::call) == (choice == Choice::yes));
    CHECK(rehearsal.session.view().emergency.has_value() == (choice == Choice::yes));
    CHECK(rehearsal.session.phase() == Phase::stopped);
  }
}

}  // namespace session_attended_test
