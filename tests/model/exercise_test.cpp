#include <stretchcore/model/exercise.hpp>

#include "catch.hpp"
#include "model/refusal.hpp"
#include "model/sample_exercise.hpp"

namespace model_exercise_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

template <class Change>
std::string refused(Change&& change) {
  return refusal_after(sample_exercise(), change);
}

}  // namespace

TEST_CASE("an exercise that has everything is valid, and so is one that has only an id and a name") {
  CHECK(refusal(sample_exercise()).empty());
  Exercise least;
  least.id = "least";
  least.name = {{"en", "Least"}};
  CHECK(refusal(least).empty());
}

TEST_CASE("an exercise has an id in kebab-case, a version and a name") {
  for (const char* id : {"", "Stretch", "a b", "a_b", "-a", "a-", "a--b", "1a", "ä"}) {
    CHECK(refused([&](Exercise& e) { e.id = id; }) ==
          "id: \"" + std::string{id} + "\" is not an id like \"knees-soft\"");
  }
  CHECK(refused([](Exercise& e) { e.id = "a-1-b2"; }).empty());
  CHECK(refused([](Exercise& e) { e.version = 0; }) == "version: 0 is below 1");
  CHECK(refused([](Exercise& e) { e.name.clear(); }) == "name: has no words in any language, like {\"en\": \"Rest.\"}");
  CHECK(refused([](Exercise& e) { e.name["en"] = " "; }) == "name.en: is empty");
  CHECK(refused([](Exercise& e) { e.muscles.push_back(""); }) == "muscles[1]: is empty");
}

TEST_CASE("what is wrong inside an exercise is named with its whole path") {
  CHECK(refused([](Exercise& e) { e.dose.cap_repetitions = 90; }) == "dose.cap_repetitions: 90 exceeds 60");
  CHECK(refused([](Exercise& e) { e.cues[1].text = {{"en", "\n"}}; }) == "cues[1].text.en: is empty");
  CHECK(refused([](Exercise& e) { e.cues[1].then_wait = 121_s; }) == "cues[1].then_wait: 121 s exceeds 120 s");
  CHECK(refused([](Exercise& e) { e.movement.effort = Hold{.holds_each_side = 11}; }) ==
        "movement.effort.holds_each_side: 11 exceeds 10");
  CHECK(refused([](Exercise& e) { e.rules[0].when = " "; }) == "rules[0].when: is empty");
  CHECK(refused([](Exercise& e) { e.rules[1].unknown_after = 61_s; }) == "rules[1].unknown_after: 61 s exceeds 60 s");
  CHECK(refused([](Exercise& e) { e.contraindications[0].code = "hip-surgery"; }) ==
        "contraindications[0].code: \"hip-surgery\" is not a code like \"hip_surgery\"");
  CHECK(refused([](Exercise& e) { e.setup.props[0].id = "Towel"; }) ==
        "setup.props[0].id: \"Towel\" is not an id like \"knees-soft\"");
  CHECK(refused([](Exercise& e) {
          e.setup.props[0].why = {{"english", "x"}};
        }) == "setup.props[0].why: \"english\" is not a language tag like \"en\" or \"de-AT\"");
  CHECK(refused([](Exercise& e) { e.setup.position["xx-"] = "x"; }).starts_with("setup.position: "));
  CHECK(refused([](Exercise& e) { e.stop_symptoms[1].advice["x"] = "x"; }).starts_with("stop_symptoms[1].advice: "));
  CHECK(refused([](Exercise& e) { e.benefits[0].text.clear(); }).starts_with("benefits[0].text: "));
  CHECK(refused([](Exercise& e) { e.evidence[0].statement.clear(); }) == "evidence[0].statement: is empty");
}

TEST_CASE("nothing in an exercise is there twice") {
  CHECK(refused([](Exercise& e) { e.cues[1].id = e.cues[0].id; }) ==
        "cues[1].id: \"settle-1\" is already that of cues[0]");
  CHECK(refused([](Exercise& e) { e.rules[1].id = e.rules[0].id; }).starts_with("rules[1].id: "));
  CHECK(refused([](Exercise& e) { e.guards[1].motion = e.guards[0].motion; }).starts_with("guards[1].motion: "));
  CHECK(refused([](Exercise& e) { e.stop_symptoms.push_back(e.stop_symptoms[1]); }) ==
        "stop_symptoms[9].symptom: \"tingling\" is already that of stop_symptoms[1]");
  CHECK(refused([](Exercise& e) { e.stop_symptoms.push_back(e.stop_symptoms[8]); }) ==
        "stop_symptoms[9].id: \"scar_pull\" is already that of stop_symptoms[8]");
  CHECK(refused([](Exercise& e) { e.setup.props.push_back(e.setup.props[0]); }).starts_with("setup.props[1].id: "));
  CHECK(refused([](Exercise& e) {
          e.contraindications.push_back(e.contraindications[0]);
        }).starts_with("contraindications[1].code: "));
}

TEST_CASE("what moves cannot be guarded") {
  CHECK(refused([](Exercise& e) { e.guards[1].motion = Motion::hip_abduction; }) ==
        "guards[1].motion: hip_abduction is what moves; a guard stays quiet");
}

}  // namespace model_exercise_test
