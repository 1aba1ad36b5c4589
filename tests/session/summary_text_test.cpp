#include <stretchcore/session/analyse.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_summary_text_test {

using namespace stretchcore;
using Catch::Matchers::Contains;

namespace {

Estimate known(double value) { return {degrees(value), degrees(2), degrees(1), 6}; }

Summary measured(GainVerdict verdict, double gain = 4.4) {
  Summary summary;
  summary.range_before = {known(38), known(43)};
  summary.range_after = {known(38 + gain), known(43 + gain)};
  summary.gain = {degrees(gain), degrees(gain - 1), degrees(gain + 1), verdict};
  summary.end_reason = EndReason::enough;
  return summary;
}

const std::vector<std::string> languages{"en", "de", "es"};

/// Every kind of summary there is.
std::vector<Summary> every_kind() {
  std::vector<Summary> all{Summary{}};
  for (const GainVerdict gain :
       {GainVerdict::increased, GainVerdict::no_detectable_change, GainVerdict::decreased, GainVerdict::undetermined}) {
    for (const std::optional<Feeling> felt : {std::optional<Feeling>{}, std::optional{Feeling::freer},
                                              std::optional{Feeling::same}, std::optional{Feeling::tighter}}) {
      for (const std::optional<Side> tighter :
           {std::optional<Side>{}, std::optional{Side::left}, std::optional{Side::right}}) {
        Summary summary = measured(gain);
        summary.felt.change = felt;
        summary.asymmetry.tighter_side = tighter;
        if (tighter == Side::left) summary.asymmetry.verdict = AsymmetryVerdict::left_tighter;
        if (tighter == Side::right) summary.asymmetry.verdict = AsymmetryVerdict::right_tighter;
        all.push_back(summary);
        all.back().measured_anew = true;
        all.push_back(summary);
      }
    }
  }
  for (const EndReason reason : {EndReason::stopped_by_symptom, EndReason::stopped_by_rule,
                                 EndReason::stopped_by_person, EndReason::signal_lost, EndReason::cap}) {
    all.push_back(measured(GainVerdict::undetermined));
    all.back().end_reason = reason;
  }
  return all;
}

}  // namespace

TEST_CASE("every summary says something in every language, and nothing is left to be filled in") {
  for (const Summary& summary : every_kind()) {
    for (const std::string& language : languages) {
      const std::string text = summary.text(language);
      CAPTURE(text);
      CHECK_FALSE(text.empty());
      CHECK(text.find_first_of("{}") == std::string::npos);
      CHECK(text.size() < 400);
    }
  }
  CHECK(Summary{}.text("de-AT") == Summary{}.text("de"));
  CHECK(Summary{}.text("fr") == Summary{}.text("en"));
}

TEST_CASE("no summary promises, scores, shames or diagnoses") {
  const std::vector<std::string> never{"cure",     "heal",  "improve", "score",  "guarantee", "will ",
                                       "should",   "must",  "only",    "fail",   "bad ",      "normal",
                                       "abnormal", "injur", "heilt",   "besser", "schlecht",  "Punkte",
                                       "mejor",    "mal ",  "curar",   "debes",  "fehl"};
  for (const Summary& summary : every_kind()) {
    for (const std::string& language : languages) {
      const std::string text = summary.text(language);
      for (const std::string& word : never) {
        CAPTURE(text, word);
        CHECK(text.find(word) == std::string::npos);
      }
    }
  }
}

TEST_CASE("what she felt comes first, then what was measured") {
  Summary summary = measured(GainVerdict::increased);
  summary.felt.change = Feeling::freer;
  const std::string text = summary.text("en");
  const auto felt = text.find("felt freer");
  const auto gain = text.find("4°");
  REQUIRE(felt != std::string::npos);
  REQUIRE(gain != std::string::npos);
  CHECK(felt < gain);
}

TEST_CASE("a change is given in degrees only when it is determined") {
  for (const std::string& language : languages) {
    CHECK_THAT(measured(GainVerdict::increased).text(language), Contains("4°"));
    CHECK_THAT(measured(GainVerdict::decreased, -4.4).text(language), Contains("4°") && !Contains("-4"));
    CHECK_THAT(measured(GainVerdict::no_detectable_change).text(language), !Contains("°"));
    CHECK_THAT(measured(GainVerdict::undetermined).text(language), !Contains("°"));
  }
}

TEST_CASE("a side is named only when it is determined", "[SR-11]") {
  Summary summary = measured(GainVerdict::no_detectable_change);
  for (const std::string& language : languages) {
    summary.asymmetry = {};
    const std::string unnamed = summary.text(language);
    summary.asymmetry = {degrees(-9), degrees(-12), degrees(-6), AsymmetryVerdict::right_tighter, Side::right};
    CHECK(summary.text(language).size() > unnamed.size());
  }
  CHECK_THAT(summary.text("en"), Contains("right side"));
  CHECK_THAT(measured(GainVerdict::increased).text("en"), !Contains("right") && !Contains("left"));
}

TEST_CASE("after a symptom nothing is said of ranges, and after no measuring nothing of change") {
  Summary stopped = measured(GainVerdict::increased);
  stopped.end_reason = EndReason::stopped_by_symptom;
  stopped.felt.change = Feeling::freer;
  CHECK_THAT(stopped.text("en"), !Contains("°") && !Contains("freer") && Contains("right"));
  Summary once = measured(GainVerdict::undetermined);
  once.range_after = {};
  CHECK_THAT(once.text("en"), Contains("no second measuring"));
}

TEST_CASE("a summary can be read at any moment, names no end before there is one, and is the same afterwards") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
  CHECK_FALSE(rehearsal.session.summary().end_reason);
  rehearsal.play([&] {
    const Summary summary = rehearsal.session.summary();
    REQUIRE(summary.end_reason.has_value() == rehearsal.session.over());
    REQUIRE(summary.started <= summary.ended);
  });
  const Summary summary = rehearsal.session.summary();
  rehearsal.session.tick(rehearsal.now + seconds(100));
  CHECK(rehearsal.session.summary() == summary);
  CHECK(from_json<Summary>(to_json(summary)) == summary);
  int said = 0;
  for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
    CHECK(summary.cues[static_cast<std::size_t>(said)].text == rehearsal.session.text(cue, "en"));
    CHECK(summary.cues[static_cast<std::size_t>(said)].time == cue.time);
    ++said;
  }
  CHECK(said == static_cast<int>(summary.cues.size()));
}

TEST_CASE("what was counted is said in the number it has") {
  Analysis analysis;
  CHECK_THAT(analysis.text("en"), Contains("No repetition was"));
  analysis.repetitions.resize(1);
  CHECK_THAT(analysis.text("en"), Contains("One repetition was"));
  CHECK_THAT(analysis.text("de"), Contains("Eine Wiederholung wurde"));
  CHECK_THAT(analysis.text("es"), Contains("Se contó una"));
  analysis.repetitions.resize(7);
  CHECK_THAT(analysis.text("en"), Contains("7 repetitions were"));
}

}  // namespace session_summary_text_test
