#include <algorithm>
#include <set>
#include <string>

#include <stretchcore/cue/body_words.hpp>
#include <stretchcore/cue/phrases.hpp>
#include <stretchcore/cue/render.hpp>
#include <stretchcore/cue/standard_cues.hpp>
#include <stretchcore/document/json.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/model/symptom.hpp>

#include "catch.hpp"

namespace cue_phrases_test {

using namespace stretchcore;

namespace {

/// Every phrase of the library as a cue.
std::vector<Cue> library() {
  std::vector<Cue> all = standard_cues();
  for (Cue& cue : emergency_cues("")) all.push_back(std::move(cue));
  for (BodyWords& words : body_words()) all.push_back(std::move(words.cue));
  for (const StopSymptom& symptom : standard_symptoms()) {
    all.push_back(
        {.id = "advice-" + std::string{name(symptom.symptom)}, .moment = Moment::advice, .text = symptom.advice});
  }
  return all;
}

std::string refusal(const PhrasePack& pack) {
  try {
    require_fitting_phrases(pack);
  } catch (const InvalidModel& error) {
    return error.what();
  }
  return {};
}

PhrasePack saying(const std::string& id, const std::string& text, const std::string& brief = {}) {
  PhrasePack pack;
  pack.phrases[id] = {.text = text, .brief = brief};
  return pack;
}

}  // namespace

TEST_CASE("every language has every phrase and every word, and no other") {
  REQUIRE(phrase_languages() == std::vector<std::string>{"en", "de", "es"});
  const std::vector<Cue> all = library();
  for (const std::string& language : phrase_languages()) {
    INFO(language);
    const PhrasePack pack = phrase_pack(language).value();
    CHECK(pack.language == language);
    CHECK(pack.phrases.size() == all.size());
    for (const Cue& cue : all) {
      INFO(cue.id);
      CHECK(pack.phrases.contains(cue.id));
    }
    CHECK(pack.words.size() == detail::enumerator_count<FillWord> + standard_symptoms().size());
    for (const StopSymptom& symptom : standard_symptoms()) {
      CHECK(pack.words.at(std::string{name(symptom.symptom)}) == symptom.name.at(language));
    }
    CHECK(refusal(pack) == "");
  }
}

TEST_CASE("a region or a register of a language has the phrases of the language") {
  CHECK(phrase_pack("de-AT") == phrase_pack("de"));
  CHECK(phrase_pack("es-x-formal") == phrase_pack("es"));
  CHECK_FALSE(phrase_pack("den"));
  CHECK_FALSE(phrase_pack(""));
  CHECK_FALSE(phrase_pack("fr"));
}

TEST_CASE("a pack is a document, and reading it gives it back") {
  for (const std::string& language : phrase_languages()) {
    const PhrasePack pack = phrase_pack(language).value();
    CHECK(from_json<PhrasePack>(to_json(pack)) == pack);
  }
  CHECK_THROWS_AS(from_json<PhrasePack>(R"({"schema": 1, "phrases": {"standard-pause": {"text": ""}}})"),
                  DocumentError);
}

TEST_CASE("the number of a text is FNV-1a, the same on every machine") {
  // The published test vectors (draft-eastlake-fnv).
  CHECK(text_hash("") == 0xcbf29ce484222325);
  CHECK(text_hash("a") == 0xaf63dc4c8601ec8c);
  CHECK(text_hash("foobar") == 0x85944171f73967e8);
  CHECK(phrase_pack_hash("fr") == 0);
  CHECK(phrase_pack_hash("de") != phrase_pack_hash("en"));
  CHECK(phrase_pack_hash("de-CH") == phrase_pack_hash("de"));
}

TEST_CASE("a pack with other words takes the place of the library's by id, and leaves the rest alone") {
  const PhrasePack pack = saying("standard-block", "{count} of these.", "{count}.");
  CHECK(refusal(pack).empty());
  for (const Cue& cue : library()) {
    const Cue said = in_words_of(pack, cue);
    if (cue.id != "standard-block") {
      CHECK(said == cue);
      continue;
    }
    CHECK(said.text.at("en") == "{count} of these.");
    CHECK(said.brief.at("en") == "{count}.");
    CHECK(said.text.at("de") == cue.text.at("de"));
    CHECK(in_words_of(std::nullopt, cue) == cue);
  }
}

TEST_CASE("what cannot take the place of a phrase is refused with the place and the nearest") {
  CHECK(refusal(saying("standard-pauze", "Rest.")).find("did you mean \"standard-pause\"?") != std::string::npos);
  CHECK(refusal(saying("standard-block", "These.")).find("has no placeholder, the phrase has {count}") !=
        std::string::npos);
  CHECK(refusal(saying("standard-pause", "Rest, {name}.")).find("phrases.standard-pause.text") != std::string::npos);
  CHECK(refusal(saying("standard-side-felt", "{side} leads.", "{side}.")).find(".brief") != std::string::npos);
  CHECK_FALSE(refusal(saying("standard-pause", "")).empty());
  CHECK(refusal(saying("standard-call", "Rest.")).find("{number}") != std::string::npos);
  const std::string long_call =
      "Please call {number} now, put it on speaker, lie still, and unlock the door if you can.";
  CHECK(refusal(saying("standard-call", long_call)).find("at most 6 s") != std::string::npos);
  CHECK(refusal(saying("standard-call", "Dial {number} now.")).empty());
  PhrasePack words;
  words.words["lefft"] = "left";
  CHECK(refusal(words) == "words.lefft: is no word of the library; did you mean \"left\"?");
  // A name of a symptom would be taken and never said: it is refused.
  PhrasePack symptom;
  symptom.words["numbness"] = "Feeling nothing";
  CHECK(refusal(symptom).find("words.numbness: is the name of a symptom, which a pack cannot replace") == 0);
  symptom.words["numbness"] = "Numbness";
  CHECK(refusal(symptom) == "");
  PhrasePack tongue;
  tongue.language = "not a language";
  CHECK(refusal(tongue).find("language") != std::string::npos);
}

TEST_CASE("a language that the library does not speak is filled in with the words of its pack") {
  PhrasePack french;
  french.language = "fr";
  french.words = {{"left", "gauche"}, {"hips", "les hanches"}, {"knees", "les genoux"}, {"list_end", " et "}};
  const FillWords words{french};
  CHECK(render("La jambe {side}.", {Side::left, 0, {}}, words) == "La jambe gauche.");
  const ChannelSet seen{Channel::hip_abduction_left, Channel::knee_flexion_left, Channel::pelvis_list};
  CHECK(render("Je vois {parts}.", {{}, 0, seen}, words) == "Je vois les hanches, les genoux et pelvis level.");
  // French has one for nought (CLDR).
  CHECK(render("{count, plural, one {# fois} other {# de fois}}", {{}, 0, {}}, words) == "0 fois");
  const std::string said = render("Je vois {parts}.", {{}, 0, seen}, words);
  const auto spaces = std::count(said.begin(), said.end(), ' ');
  CHECK(spoken_length("Je vois {parts}.", {{}, 0, seen}, words) == spoken_length(said));
  CHECK(spaces > 3);
}

}  // namespace cue_phrases_test
