#include <algorithm>
#include <set>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/model/symptom.hpp>

#include "catch.hpp"
#include "model/refusal.hpp"

namespace model_symptom_test {

using namespace stretchcore;

namespace {

std::ptrdiff_t word_count(const std::string& text) { return std::count(text.begin(), text.end(), ' ') + 1; }

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

StopSymptom own(const std::string& id) {
  return {.symptom = Symptom::other, .id = id, .name = {{"en", "A scar"}}, .advice = {{"en", "Show it."}}};
}

}  // namespace

TEST_CASE("every built-in symptom is listened for, at its place, and whole") {
  const std::vector<StopSymptom> all = standard_symptoms();
  CHECK(all.size() + 1 == detail::enumerator_count<Symptom>);
  for (std::size_t i = 0; i < all.size(); ++i) {
    CAPTURE(name(all[i].symptom));
    CHECK(static_cast<std::size_t>(all[i].symptom) == i);
    CHECK(refusal(all[i]).empty());
    CHECK((all[i].response && all[i].urgency && all[i].way_out && all[i].place));
    CHECK((all[i].response == Response::pause) == (all[i].symptom == Symptom::cramp));
    const bool emergency = all[i].urgency == Urgency::emergency;
    CHECK((!emergency || (indispensable(all[i].symptom) && all[i].way_out == WayOut::stay)));
  }
}

TEST_CASE("the words of the built-in symptoms are there in every language, short, and name no illness") {
  const std::map<std::string, std::set<std::string>> never{
      {"en", {"diagnos", "thrombosis", "stroke", "syndrome", "disc ", "heart attack", "good", "cure"}},
      {"de", {"diagnos", "thrombose", "schlaganfall", "syndrom", "bandscheibe", "infarkt", "heil"}},
      {"es", {"diagn", "trombosis", "ictus", "síndrome", "hernia", "infarto", "cura "}}};
  std::set<std::string> said;
  for (const StopSymptom& stop : standard_symptoms()) {
    for (const Text& text : {stop.name, stop.advice}) {
      CAPTURE(name(stop.symptom));
      CHECK(text.size() == 3);
      for (const auto& [language, phrases] : never) {
        REQUIRE(text.contains(language));
        const std::string& words = text.at(language);
        CAPTURE(words);
        CHECK(word_count(words) <= 24);
        CHECK(words.find('{') == std::string::npos);
        CHECK(said.insert(words).second);
        for (const std::string& phrase : phrases) CHECK(lower(words).find(phrase) == std::string::npos);
      }
    }
    for (const auto& [language, words] : stop.name) CHECK(word_count(words) <= 16);
  }
}

TEST_CASE("the four of the lesson and what cannot wait cannot be made milder; the others can", "[SR-7]") {
  for (const StopSymptom& standard : standard_symptoms()) {
    const std::string word{name(standard.symptom)};
    CAPTURE(word);
    const StopSymptom entry{.symptom = standard.symptom};
    CHECK(refusal(entry).empty());
    const std::string paused = refusal_after(entry, [](StopSymptom& s) { s.response = Response::pause; });
    const bool firm = indispensable(standard.symptom);
    CHECK(paused == (firm ? "response: pause is too mild: " + word + " always stops" : ""));
    for (const Urgency urgency : {Urgency::rest, Urgency::professional, Urgency::today, Urgency::emergency}) {
      const std::string said = refusal_after(entry, [&](StopSymptom& s) { s.urgency = urgency; });
      const bool milder = firm && urgency < *standard.urgency;
      CHECK(said == (milder ? "urgency: " + std::string{name(urgency)} + " is too mild: " + word + " is at least " +
                                  std::string{name(*standard.urgency)}
                            : ""));
    }
  }
}

TEST_CASE("a symptom stops or pauses, an own one has an id and words, a built-in one has no id") {
  CHECK(refusal(StopSymptom{.response = Response::ease}) ==
        "response: ease does not fit a symptom; write stop or pause");
  CHECK(refusal(own("scar_pull")).empty());
  CHECK(refusal(own("Scar")) == "id: \"Scar\" is not a code like \"hip_surgery\"");
  CHECK(refusal(own("tingling")) == "id: \"tingling\" is a symptom already; write it as \"symptom\"");
  CHECK(refusal_after(own("scar"), [](StopSymptom& s) { s.name.clear(); }).starts_with("name: has no words"));
  CHECK(refusal_after(own("scar"), [](StopSymptom& s) { s.advice.clear(); }).starts_with("advice: has no words"));
  CHECK(refusal_after(own("scar"), [](StopSymptom& s) { s.symptom = Symptom::cramp; }) ==
        "id: cramp has no id; write the symptom \"other\" for one of your own");
}

TEST_CASE("an entry stands in place of the standard one and leaves the rest to it; own ones come after") {
  const std::vector<StopSymptom> standard = standard_symptoms();
  CHECK(heard_symptoms({}) == standard);
  const std::vector<StopSymptom> heard = heard_symptoms(
      {own("scar_pull"), {.symptom = Symptom::cramp, .response = Response::stop, .advice = {{"en", "End here."}}}});
  REQUIRE(heard.size() == standard.size() + 1);
  const auto place = static_cast<std::size_t>(Symptom::cramp);
  CHECK(heard[place].response == Response::stop);
  CHECK(heard[place].advice.at("en") == "End here.");
  CHECK(heard[place].name == standard[place].name);
  CHECK(heard[place].urgency == standard[place].urgency);
  CHECK(heard.back().id == "scar_pull");
  CHECK(heard.back().response == Response::stop);
  CHECK(heard.back().urgency == Urgency::professional);
}

}  // namespace model_symptom_test
