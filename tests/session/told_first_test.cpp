#include "catch.hpp"
#include "session/inside.hpp"
#include "session/listening.hpp"

namespace session_told_first_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

/// When the words for what is done now were over; they open each measuring and each block.
bool opens(Moment moment) {
  return moment == Moment::practice || moment == Moment::measure || moment == Moment::remeasure ||
         moment == Moment::block || moment == Moment::target_set || moment == Moment::side_determined ||
         moment == Moment::work_side;
}

bool remarks(Moment moment) {
  return moment == Moment::over_target || moment == Moment::confirm || moment == Moment::breath ||
         moment == Moment::last_ones || moment == Moment::count_aloud || moment == Moment::rule ||
         moment == Moment::wrong_side;
}

Body restless(Angle easy) {
  return {.easy = {easy, easy + degrees(4)}, .cycle = seconds(3), .restless = true, .reply = agreeable};
}

/// Words that teach somebody to say or tap something.
const std::map<std::string, std::vector<std::string>> listening{
    {"en", {"tell me", "say", "tap", "answer", "let me know", "call out", "speak", "shout", "yes or no"}},
    {"de", {"sag", "sagen", "sagst", "tippe", "tipp", "antworte", "gib bescheid", "ruf mich", "ja oder nein"}},
    {"es", {"di", "dime", "dilo", "toca", "avísame", "responde", "contesta", "sí o no"}}};

}  // namespace

TEST_CASE("nothing counts, and nothing is remarked, before its instruction has been said to its end") {
  for (const std::string& id : five_exercises) {
    for (const std::string language : {"en", "de", "es"}) {
      CAPTURE(id, language);
      const Exercise& exercise = exercise_of(id);
      const Angle easy = id == "strap-hamstring-hold" ? degrees(60) : degrees(40);
      Rehearsal rehearsal{Session{exercise, screened(exercise), measured({.language = language})}, restless(easy)};
      Time told{0};
      int held = 0;
      int before = 0;
      rehearsal.play([&] {
        for (const Event& event : rehearsal.latest) {
          if (const auto* cue = std::get_if<CueGiven>(&event)) {
            if (opens(cue->moment)) told = cue->time + spoken_length(rehearsal.session.text(event, language));
            if (remarks(cue->moment)) CHECK(cue->time >= told);
          }
          const auto* done = std::get_if<RepetitionCompleted>(&event);
          if (!done) continue;
          held += done->repetition.held ? 1 : 0;
          before += done->repetition.start < told ? 1 : 0;
          if (done->repetition.held) CHECK(done->repetition.start >= told);
          if (done->repetition.start < told) CHECK_FALSE(done->repetition.over_target);
        }
      });
      CHECK(rehearsal.session.phase() == Phase::finished);
      if (id == "dynamic-inner-thigh-stretch") {
        CHECK(held == exercise.dose.per_block * static_cast<int>(all<SetCompleted>(rehearsal.events).size()));
        CHECK(before > 0);
        CHECK(rehearsal.session.summary().range_before.left.known());
      }
    }
  }
}

TEST_CASE("a voice that is done sooner than estimated lets the block begin sooner, one that is slow later") {
  for (const bool slow : {false, true}) {
    Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh())}, {.reply = agreeable}};
    Time reported{0};
    while (inside(rehearsal.session).course.stage != Stage::opening || rehearsal.session.phase() != Phase::stretching) {
      rehearsal.step();
      std::vector<CueGiven> given = all<CueGiven>(rehearsal.latest);
      for (const CueGiven& cue : given) {
        if (cue.moment != Moment::block) continue;
        rehearsal.play_for(slow ? 5_s : 400_ms);
        rehearsal.give(CueSpoken{rehearsal.now, cue.cue, slow ? Speech::started : Speech::finished});
        reported = rehearsal.now;
      }
    }
    const Time told = inside(rehearsal.session).course.told;
    if (!slow) CHECK(told == reported);
    if (slow) CHECK(told > reported + 3_s);
  }
}

TEST_CASE("who does not move is told again what to do before they are left for long, with the side named") {
  for (const std::string id : {"dynamic-inner-thigh-stretch", "strap-hamstring-hold"}) {
    const Exercise& exercise = exercise_of(id);
    Rehearsal rehearsal{Session{exercise, screened(exercise), measured()}, {.moves = false, .reply = agreeable}};
    Silence silence;
    Time longest{0};
    rehearsal.play([&] {
      silence.hear(rehearsal.session, rehearsal.latest);
      longest = std::max(longest, silence.at(rehearsal.now));
    });
    CHECK(rehearsal.session.over());
    CHECK(to_seconds(longest) < 45.0);
  }
}

TEST_CASE("where nothing listens no sentence asks to be told anything") {
  for (const std::string& id : five_exercises) {
    for (const Sensor sensor : {Sensor::automatic, Sensor::none}) {
      const Exercise& exercise = exercise_of(id);
      const Session session{exercise, {}, {.answers = Answers::none, .sensor = sensor}};
      int sentences = 0;
      for (const PlannedCue& planned : SessionInside::plan(session).cues) {
        for (const auto& [language, phrases] : listening) {
          for (const Text& words : {planned.cue->text, planned.cue->brief}) {
            if (!words.contains(language)) continue;
            ++sentences;
            for (const std::string& phrase : phrases) {
              CAPTURE(words.at(language), phrase);
              CHECK_FALSE(hears(words.at(language), phrase));
            }
          }
        }
      }
      CHECK(sentences > 150);
    }
  }
}

}  // namespace session_told_first_test
