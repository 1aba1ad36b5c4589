#include "catch.hpp"
#include "session/people.hpp"
#include "session/stopping.hpp"

namespace session_pain_reports_test {

using namespace stretchcore;

namespace {

Rehearsal in_a_block(const Person& person = {}, SessionOptions options = {}) {
  Rehearsal rehearsal{Session{inner_thigh(), person, std::move(options)}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  return rehearsal;
}

/// What a rating does, mildest first.
enum class Effect { none, eased, stopped };

Effect effect_of(Rehearsal rehearsal, int rating) {
  const double before = inside(rehearsal.session).aim.eased;
  rehearsal.give(PainRating{{}, rating});
  if (rehearsal.session.phase() == Phase::stopped) return Effect::stopped;
  return inside(rehearsal.session).aim.eased < before ? Effect::eased : Effect::none;
}

}  // namespace

TEST_CASE("at any moment, with any limits, more pain never does less: a stop never turns into a go", "[SR-6]") {
  for (const auto& [amber, red] : {std::pair{3, 4}, std::pair{3, 6}, std::pair{1, 10}, std::pair{2, 2}}) {
    Person person;
    person.pain_limits = PainLimits{amber, red};
    Rehearsal rehearsal{Session{inner_thigh(), person}, {.rate = 10}};
    for (int sample = 0; rehearsal.session.phase() != Phase::coming_out && sample < 3000; ++sample) {
      if (sample % 120 == 60 && rehearsal.session.phase() != Phase::ready) {
        Effect before = Effect::none;
        for (int rating = 0; rating <= 10; ++rating) {
          const Effect now = effect_of(rehearsal, rating);
          REQUIRE(now >= before);
          REQUIRE((now == Effect::stopped) == (rating >= red));
          REQUIRE((now == Effect::none) == (rating < amber));
          before = now;
        }
      }
      rehearsal.step();
    }
  }
}

TEST_CASE("a clinician's limits let 5 ease and 6 stop") {
  const Person person{.pain_profile = PainProfile::clinician};
  CHECK(effect_of(in_a_block(person), 5) == Effect::eased);
  CHECK(effect_of(in_a_block(person), 6) == Effect::stopped);
  CHECK(effect_of(in_a_block(), 5) == Effect::stopped);
}

TEST_CASE("too much pain is a symptom of its own: no emergency, and latched", "[SR-5]") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.give(PainRating{{}, 7});
  const SymptomHeard heard = all<SymptomHeard>(rehearsal.latest).at(0);
  CHECK(heard.symptom == Symptom::strong_pain);
  CHECK(heard.urgency == Urgency::rest);
  rehearsal.give(PainRating{{}, 0});
  rehearsal.give(Command{{}, Action::resume});
  CHECK(rehearsal.session.phase() == Phase::stopped);
  CHECK(all<CommandRefused>(rehearsal.latest).size() == 1);
  leads_out(rehearsal.session);
}

TEST_CASE("pain that eased is asked about at the next rest, and no answer is not a no", "[SR-8]") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.give(PainRating{{}, 3});
  std::vector<QuestionAsked> asked;
  bool answered = false;
  rehearsal.play([&] {
    for (const QuestionAsked& question : all<QuestionAsked>(rehearsal.latest)) {
      if (question.kind != QuestionKind::pain) continue;
      asked.push_back(question);
      CHECK(rehearsal.session.phase() == Phase::remeasuring);
      CHECK(question.choices().empty());
      if (asked.size() < 2) continue;  // the first time nobody answers
      answered = true;
      rehearsal.give(PainRating{{}, 1});
      CHECK_FALSE(inside(rehearsal.session).talk.question);
    }
  });
  CHECK(answered);
  CHECK(asked.size() == 2);  // once at each rest, until it is green
  CHECK(rehearsal.session.summary().felt.pain == 3);
}

TEST_CASE("where nobody can answer, words stand in for the question about pain; without pain there is neither") {
  Rehearsal silent = in_a_block({}, {.answers = Answers::none});
  Rehearsal painless = silent;
  silent.give(PainRating{{}, 3});
  silent.play_to(Phase::remeasuring, Stage::opening);
  painless.play_to(Phase::remeasuring, Stage::opening);
  CHECK(count_of(silent.events, Moment::ask_pain) == 1);
  CHECK(count_of(painless.events, Moment::ask_pain) == 0);
}

TEST_CASE("the stretch as it feels and pain are two things: neither is taken for the other") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.give(FeltStretch{{}, Stretch::too_much});
  CHECK_FALSE(rehearsal.session.summary().felt.pain);
  CHECK_FALSE(inside(rehearsal.session).talk.recheck_pain);
  rehearsal.give(PainRating{{}, 2});
  CHECK(rehearsal.session.summary().felt.stretch == Stretch::too_much);
  CHECK(rehearsal.session.summary().felt.pain == 2);
  CHECK(rehearsal.session.phase() == Phase::stretching);
}

}  // namespace session_pain_reports_test
