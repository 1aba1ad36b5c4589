#include <stretchcore/cue/standard_cues.hpp>
#include <stretchcore/session/check.hpp>

#include "catch.hpp"
#include "session/moments.hpp"
#include "session/needed.hpp"
#include "session/people.hpp"

namespace session_check_test {

using namespace stretchcore;
using Catch::Matchers::Contains;

namespace {

/// All findings but the notes.
std::vector<Finding> doubts(const Exercise& exercise) {
  std::vector<Finding> findings = stretchcore::findings(exercise);
  std::erase_if(findings, [](const Finding& f) { return f.severity == Severity::note; });
  return findings;
}

/// The one finding of an exercise that has one.
Finding finding(const Exercise& exercise) {
  const std::vector<Finding> findings = doubts(exercise);
  REQUIRE(findings.size() == 1);
  return findings.front();
}

int errors(const Exercise& exercise) {
  const auto findings = stretchcore::findings(exercise);
  return static_cast<int>(
      std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; }));
}

}  // namespace

TEST_CASE("every exercise of the catalog is checked without a finding, and those of the tests without an error") {
  for (const auto& [id, exercise] : catalog()) {
    CAPTURE(id);
    CHECK(doubts(exercise).empty());
  }
  for (const std::string name : {"leg_swings", "cat_cow", "squat", "side_lunge", "jumping_jack"}) {
    CAPTURE(name);
    CHECK(errors(exercise_of(name)) == 0);
  }
}

TEST_CASE("a rule that does not compile is an error at its place, and a session refuses the exercise", "[SR-3]") {
  Exercise exercise = inner_thigh();
  exercise.rules[3].when = "pelvis_lst > 5 deg";
  const Finding found = finding(exercise);
  CHECK(found.severity == Severity::error);
  CHECK(found.path == "rules[3].when");
  CHECK_THAT(found.message, Contains("pelvis_list"));
  CHECK_THROWS_AS(Session{exercise}, RuleError);
}

TEST_CASE("what is out of limits is an error at its place, and a session refuses the exercise") {
  Exercise exercise = inner_thigh();
  exercise.dose.per_block = 0;
  const Finding found = finding(exercise);
  CHECK(found.severity == Severity::error);
  CHECK_THAT(found.path, Contains("per_block"));
  CHECK_THROWS_AS(Session{exercise}, InvalidModel);
}

TEST_CASE("words that nothing fills in are an error in their language") {
  Exercise exercise = inner_thigh();
  exercise.cues[4].text["es"] = "Hola, {name}.";
  const Finding found = finding(exercise);
  CHECK(found.severity == Severity::error);
  CHECK(found.path == "cues[4].text.es");
  CHECK_THAT(found.message, Contains("{name}") && Contains("{side}, {count}, {parts}"));
}

TEST_CASE("words without English, and a response without words, are warnings") {
  Exercise german = inner_thigh();
  german.cues[2].text = {{"de", "Ruhig liegen."}, {"es", "Quieto."}};
  CHECK(finding(german).severity == Severity::warning);
  CHECK(finding(german).path == "cues[2].text");
  Exercise mute = inner_thigh();
  mute.rules[0].words.clear();
  CHECK(finding(mute).severity == Severity::warning);
  CHECK(finding(mute).path == "rules[0].words");
  CHECK_NOTHROW(Session{mute});
}

TEST_CASE("a symptom of the lesson or an emergency that is left out of the list is an error, the whole list is not",
          "[SR-7]") {
  for (std::size_t i = 0; i < inner_thigh().stop_symptoms.size(); ++i) {
    Exercise exercise = inner_thigh();
    const auto left_out = exercise.stop_symptoms.begin() + static_cast<std::ptrdiff_t>(i);
    const std::string word{name(left_out->symptom)};
    exercise.stop_symptoms.erase(left_out);
    CHECK(finding(exercise).severity == Severity::error);
    CHECK(finding(exercise).path == "stop_symptoms");
    CHECK_THAT(finding(exercise).message, Catch::Matchers::StartsWith(word + " is missing; a list keeps numbness, "));
    CHECK_THROWS_AS(Session{exercise}, InvalidModel);
  }
  Exercise whole = inner_thigh();
  whole.stop_symptoms.clear();
  CHECK(doubts(whole).empty());
}

TEST_CASE("more rules than can be judged are an error, not an overflow") {
  Exercise exercise = inner_thigh();
  const Rule rule = exercise.rules[0];
  for (int i = 0; i < 40; ++i) {
    exercise.rules.push_back(rule);
    exercise.rules.back().id = "rule-" + std::to_string(i);
  }
  CHECK(errors(exercise) == 1);
  CHECK_THROWS_AS(Session{exercise}, InvalidModel);
}

TEST_CASE("a language that some texts have and others lack is one warning, with how many") {
  Exercise exercise = inner_thigh();
  exercise.cues[3].text["fr"] = "Doucement.";
  const Finding found = finding(exercise);
  CHECK(found.severity == Severity::warning);
  CHECK(found.path == "name");
  CHECK_THAT(found.message, Contains("no \"fr\"") && Contains("other texts") && Contains("another language"));
  exercise.cues[3].text = inner_thigh().cues[3].text;
  exercise.cues[3].text["de-AT"] = "Rast dich aus.";
  exercise.cues[3].text["de-x-formal"] = "Ruhen Sie sich aus.";
  CHECK(doubts(exercise).empty());
}

TEST_CASE("words too long for their moment are a warning, by the time they take") {
  Exercise exercise = inner_thigh();
  exercise.rules[0].words["es"] = "Afloja un poco las rodillas y deja que la pared lleve todo el peso.";
  CHECK(finding(exercise).severity == Severity::warning);
  CHECK(finding(exercise).path == "rules[0].words.es");
  CHECK_THAT(finding(exercise).message, Contains("5.9 s") && Contains("3.8 s"));
}

TEST_CASE("words of safety that nobody is said to have read are listed, each language in one note") {
  Exercise exercise = inner_thigh();
  const auto unread = [&](const std::string& language) {
    for (const Finding& f : stretchcore::findings(exercise)) {
      if (f.path == "reviewed_by." + language) return f.severity == Severity::note ? f.message : std::string{};
    }
    return std::string{};
  };
  for (const std::string language : {"en", "de", "es"}) {
    CHECK_THAT(unread(language),
               Contains("rules[0..13]") && Contains("stop_symptoms[0..") && Contains("standard-clearance"));
  }
  for (Rule& rule : exercise.rules) {
    rule.reviewed_by = {{"de", "A. Reader " + review_mark(rule.words.at("de"))}};
  }
  CHECK_THAT(unread("de"), !Contains("rules["));
  CHECK_THAT(unread("en"), Contains("rules["));
}

TEST_CASE("a review goes stale with the words it is of, and the least of the words of safety has the status") {
  Exercise exercise = inner_thigh();
  const auto read_all = [](Exercise all, const std::string& who) {
    std::vector<Cue> library = standard_cues();
    for (Cue& cue : library) {  // its own in place of the library's, so that all can be read
      const bool own =
          std::any_of(all.cues.begin(), all.cues.end(), [&](const Cue& c) { return c.moment == cue.moment; });
      if (!own && of_safety(cue.moment) && !of_emergency(cue.moment)) all.cues.push_back(cue);
    }
    const auto by = [&](const Text& text) {
      Text readers;
      for (const auto& [language, words] : text) readers[language] = who + review_mark(words);
      return readers;
    };
    for (Cue& cue : all.cues) cue.reviewed_by = by(cue.text);
    for (Rule& rule : all.rules) rule.reviewed_by = by(rule.words);
    for (StopSymptom& one : all.stop_symptoms) one.reviewed_by = by(one.advice.empty() ? one.name : one.advice);
    return all;
  };
  CHECK(review_status(exercise, "de") == ReviewStatus::draft);
  CHECK(review_mark("a") != review_mark("b"));
  CHECK(review_mark("Rest.").size() == 9);
  Exercise read = read_all(exercise, "A. Reader, physiotherapist ");
  const auto note = [&](const Exercise& one) {
    for (const Finding& f : stretchcore::findings(one)) {
      if (f.path == "reviewed_by.de") return f.message;
    }
    return std::string{};
  };
  read.rules[2].words["de"] += " Ganz sanft.";
  std::string all;
  for (const Finding& f : stretchcore::findings(read)) all += f.path + " " + f.message + "\n";
  CHECK_THAT(all, Contains("changed since they were read") &&
                      Contains("rules[2] " + review_mark(read.rules[2].words.at("de"))));
  CHECK(review_status(read, "de") == ReviewStatus::draft);
  read.rules[2].reviewed_by["de"] = "A. Reader, physiotherapist " + review_mark(read.rules[2].words.at("de"));
  CHECK_THAT(note(read), !Contains("changed since"));
  CHECK(review_status(read, "de") == ReviewStatus::read);
  CHECK(review_status(read_all(exercise, "clinical: A. Reader, physiotherapist "), "de") ==
        ReviewStatus::clinically_reviewed);
}

TEST_CASE("a plural without its other is an error, as what nothing fills in") {
  Exercise exercise = inner_thigh();
  exercise.cues[4].text["en"] = "{count, plural, one {one}} left.";
  CHECK(finding(exercise).path == "cues[4].text.en");
  exercise.cues[4].text["en"] = "{count, plural, one {one} other {#}} left.";
  CHECK(doubts(exercise).empty());
}

TEST_CASE("caps that leave no room for the second measuring are an error, each with what is needed") {
  Exercise exercise = exercise_of("strap-hamstring-hold");
  exercise.dose.cap_repetitions = 31;
  CHECK(finding(exercise).path == "dose.cap_repetitions");
  CHECK(finding(exercise).severity == Severity::error);
  CHECK_THAT(finding(exercise).message, Contains("no room for the second measuring") && Contains("32 openings"));
  exercise.dose.cap_repetitions = 32;
  CHECK(doubts(exercise).empty());
  exercise.dose.cap_moving = seconds(271);
  CHECK(finding(exercise).path == "dose.cap_moving");
  CHECK_THAT(finding(exercise).message, Contains("272 s"));
  exercise.dose.cap_moving = seconds(272);
  CHECK(doubts(exercise).empty());
  exercise.dose.cap_in_position = seconds(300);
  CHECK(finding(exercise).path == "dose.cap_in_position");
  exercise.dose.goal = Goal::move_easily;  // is not measured again
  CHECK(doubts(exercise).empty());
  CHECK_NOTHROW(Session{exercise});
}

TEST_CASE("what the check says an exercise needs is what somebody takes who keeps its tempo") {
  for (const auto& [id, exercise] : catalog()) {
    if (exercise.dose.goal != Goal::gain_range) continue;
    CAPTURE(id);
    const SessionPlan plan{exercise, SessionOptions{}};
    const Needed needed = needed_for_both_measurings(plan);
    const Effort& effort = exercise.movement.effort;
    const auto* repeat = std::get_if<Repeat>(&effort);
    Rehearsal rehearsal{Session{exercise, screened(exercise), measured()},
                        {.easy = {degrees(60), degrees(62)},
                         .rate = 10,
                         .cycle = repeat ? repeat->out + repeat->back : seconds(6),
                         .reply = agreeable}};
    const auto over = [&] {
      const Phase at = rehearsal.session.phase();
      return at == Phase::coming_out || at == Phase::finished || at == Phase::stopped;
    };
    while (!over() && rehearsal.now < seconds(900)) rehearsal.step();
    const Tally& tally = inside(rehearsal.session).tally;
    CHECK(tally.remeasured);
    // Where there is only one block, that is why nothing follows.
    if (exercise.dose.most_blocks > 1) CHECK(inside(rehearsal.session).end_reason != EndReason::cap);
    CHECK(tally.openings >= 0.8 * needed.openings);  // a measuring ends after a minute, whatever there is
    CHECK(tally.openings <= needed.openings + 2);
    CHECK(to_seconds(tally.moving) <= to_seconds(needed.moving) * 1.1);
    CHECK(to_seconds(rehearsal.now) >= to_seconds(needed.in_position) * 0.8);
    CHECK(to_seconds(rehearsal.now) <= to_seconds(needed.in_position) * 1.4);
  }
}

}  // namespace session_check_test
