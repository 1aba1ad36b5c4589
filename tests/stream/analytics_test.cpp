#include <string>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/document/json.hpp>
#include <stretchcore/stream/analytics.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace stream_analytics_test {

using namespace stretchcore;
using namespace stretchcore::literals;

TEST_CASE("of a symptom, a call for help and a rule nothing leaves, not even that they were there") {
  CHECK_FALSE(analytics(SymptomHeard{1_s, Symptom::numbness}));
  CHECK_FALSE(analytics(Emergency{1_s}));
  CHECK_FALSE(analytics(RuleChanged{1_s, 2}));
  CHECK_FALSE(analytics(ReachDropped{1_s}));
  CHECK_FALSE(analytics(Screened{1_s, ScreeningVerdict::needs_clearance, 3, 0}));
  CHECK_FALSE(analytics(QuestionAsked{1_s, 1, QuestionKind::what_is_felt}));
  CHECK_FALSE(analytics(CueGiven{1_s, 90, Moment::advice}));
  CHECK_FALSE(analytics(NobodyAnswers{9_s, 1_s, Phase::paused}));
}

TEST_CASE("what is neutral of an event passes, what is health does not") {
  RepetitionCompleted repetition{2_s, 4};
  repetition.repetition.start = 1_s;
  const auto passed = std::get<RepetitionCompleted>(*analytics(repetition));
  CHECK(passed.number == 4);
  CHECK(passed.time == 2_s);
  CHECK(passed.repetition == Repetition{});
  const Event lost = SignalLost{3_s, ChannelSet{Channel::hip_flexion_left}, Health::frozen};
  CHECK(analytics(lost) == lost);
  CHECK(analytics(SessionEnded{9_s, EndReason::stopped_by_symptom}) == Event{SessionEnded{9_s}});
  const Event adopted = ClockAdopted{4_s, Clock::ticks, -3_s, true};
  CHECK(analytics(adopted) == adopted);
  CHECK(analytics(NeutralMoved{5_s, Channel::pelvis_tilt, degrees(3), degrees(9)}) ==
        Event{NeutralMoved{5_s, Channel::pelvis_tilt}});
}

TEST_CASE("a session that stopped cannot be told from one that ended") {
  for (const bool stops : {false, true}) {
    Rehearsal rehearsal{Session{inner_thigh()}};
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    rehearsal.give(SymptomReport{{}, stops ? Symptom::chest_pain_or_breathlessness : Symptom::cramp});
    rehearsal.play();
    for (const Event& event : rehearsal.events) {
      const auto passed = analytics(event);
      if (!passed) continue;
      const std::string text = to_json(*passed, -1);
      for (const std::string word : {"stopped", "chest", "emergency", "symptom", "advice", "violated"}) {
        CHECK(text.find(word) == std::string::npos);
      }
    }
  }
}

TEST_CASE("every field that is marked is a field of an event, and what is not marked is health") {
  CHECK(privacy("session_ended", "time") == Privacy::neutral);
  CHECK(privacy("session_ended", "reason") == Privacy::health);
  CHECK(privacy("an_event_to_come", "time") == Privacy::health);
}

}  // namespace stream_analytics_test
