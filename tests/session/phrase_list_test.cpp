#include <map>
#include <set>
#include <string>

#include <stretchcore/cue/phrases.hpp>
#include <stretchcore/cue/render.hpp>
#include <stretchcore/document/catalog.hpp>
#include <stretchcore/session/phrase_list.hpp>
#include <stretchcore/session/script.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"

namespace session_phrase_list_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

std::set<std::string> texts_of(const std::vector<SpokenPhrase>& sentences) {
  std::set<std::string> texts;
  for (const SpokenPhrase& one : sentences) texts.insert(one.text);
  return texts;
}

/// What is said in a session must be listed; only the parts that are seen may differ.
void require_listed(const Session& session, const Event& event, const std::set<std::string>& listed, int& said) {
  const std::string text = session.text(event, session.options().language);
  if (text.empty()) return;
  const auto* given = std::get_if<CueGiven>(&event);
  if (given && given->moment == Moment::coverage) return;
  CAPTURE(text);
  REQUIRE(listed.contains(text));
  ++said;
}

}  // namespace

TEST_CASE("whatever a session says is in the list of its sentences") {
  for (const auto& [id, exercise] : catalog()) {
    for (const std::string language : {"en", "de", "es"}) {
      for (const Answers answers : {Answers::tap, Answers::none}) {
        SessionOptions options;
        options.language = language;
        options.answers = answers;
        options.count_aloud = true;
        const std::set<std::string> listed = texts_of(phrases(exercise, options));
        CAPTURE(id, language);
        int said = 0;
        for (unsigned seed = 1; seed <= 3; ++seed) {
          Session session{exercise, {}, options};
          VirtualPerson person{seed};
          person.follow(session, [&](const Event& event) { require_listed(session, event, listed, said); });
        }
        options.sensor = Sensor::none;
        const std::set<std::string> by_feel = texts_of(phrases(exercise, options));
        Session session{exercise, {}, options};
        session.report(Command{0_s, Action::start});
        for (Time now{0}; !session.over() && now < 1800_s; now += 500_ms) {
          for (const Event& event : session.tick(now)) require_listed(session, event, by_feel, said);
          if (now == 60_s) {
            for (const Event& event : session.report(SymptomReport{now, Symptom::cramp, {}, {}}))
              require_listed(session, event, by_feel, said);
          }
        }
        CHECK(said > 20);
      }
    }
  }
}

TEST_CASE("sentences of emergencies come first, each has a name of its own, and none is unfilled") {
  for (const std::string language : {"en", "de", "es"}) {
    SessionOptions options;
    options.language = language;
    bool emergencies = true;
    std::map<std::string, std::string> by_hash;
    for (const SpokenPhrase& one : phrases(catalog().at("dynamic-inner-thigh-stretch"), options)) {
      CAPTURE(one.id, one.text);
      if (!of_emergency(one.moment)) emergencies = false;
      CHECK(of_emergency(one.moment) == emergencies);
      CHECK(one.language == language);
      CHECK(one.text.find_first_of("{}") == std::string::npos);
      CHECK(one.length > 300_ms);
      CHECK(one.hash.size() == 16);
      CHECK(by_hash.emplace(one.hash, one.text).first->second == one.text);
      if (one.moment == Moment::call) CHECK(one.length <= longest_call);
    }
  }
}

/// One that leaves the words for a pause to the library.
static Exercise without_words_for_pauses() {
  Exercise exercise = catalog().at("pelvic-tilts");
  std::erase_if(exercise.cues, [](const Cue& cue) { return cue.moment == Moment::pause; });
  return exercise;
}

TEST_CASE("an app's own phrases are said, listed, and timed by the voice that was recorded for them") {
  SessionOptions options;
  options.language = "fr";
  options.sensor = Sensor::none;
  PhrasePack french;
  french.language = "fr";
  french.phrases["standard-pause"] = {.text = "Revenez et reposez-vous.", .spoken = SpokenFile{"pause.ogg", 2750_ms}};
  options.phrases = french;
  bool listed = false;
  for (const SpokenPhrase& one : phrases(without_words_for_pauses(), options)) {
    if (one.id != "standard-pause") continue;
    listed = true;
    CHECK(one.text == "Revenez et reposez-vous.");
    CHECK(one.language == "fr");
    CHECK(one.length == 2750_ms);
  }
  CHECK(listed);
  Session session{without_words_for_pauses(), {}, options};
  session.report(Command{0_s, Action::start});
  session.tick(1_s);
  bool said = false;
  for (const Event& event : session.report(Command{2_s, Action::pause})) {
    said = said || session.text(event, "fr") == "Revenez et reposez-vous.";
    CHECK(session.text(event, "de") != "Revenez et reposez-vous.");
  }
  CHECK(said);
}

TEST_CASE("a pack that does not fit is refused before the session begins, with its place in the options") {
  SessionOptions options;
  options.phrases = PhrasePack{.language = "en", .phrases = {{"standard-pawse", {.text = "Rest."}}}, .words = {}};
  try {
    Session{catalog().at("pelvic-tilts"), {}, options};
    FAIL("it was taken");
  } catch (const InvalidModel& error) {
    CHECK(error.field() == "phrases.phrases.standard-pawse");
    CHECK(error.problem().find("standard-pause") != std::string::npos);
  }
}

}  // namespace session_phrase_list_test
