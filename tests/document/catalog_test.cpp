#include <algorithm>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/document/json.hpp>
#include <stretchcore/document/json_schema.hpp>

#include "catch.hpp"
#include "document/embedded.hpp"
#include "document/json_tree.hpp"

namespace document_catalog_test {

using namespace stretchcore;

TEST_CASE("every embedded exercise is in the catalog under its id, which is its file's name") {
  CHECK(catalog().size() == detail::embedded_exercises().size());
  for (const detail::EmbeddedText& file : detail::embedded_exercises()) {
    REQUIRE(catalog().count(file.name) == 1);
    CHECK(catalog().find(file.name)->second.id == file.name);
  }
}

TEST_CASE("the founding exercise is in the catalog and valid") {
  const Exercise& exercise = catalog().at("dynamic-inner-thigh-stretch");
  CHECK_NOTHROW(exercise.validate());
  CHECK(exercise.movement.motion == Motion::hip_abduction);
  CHECK(exercise.movement.sides == Sides::together);
  for (const Symptom symptom : {Symptom::numbness, Symptom::tingling, Symptom::burning, Symptom::sharp_pain}) {
    CHECK(std::any_of(exercise.stop_symptoms.begin(), exercise.stop_symptoms.end(),
                      [&](const StopSymptom& stop) { return stop.symptom == symptom; }));
  }
  CHECK_THROWS_AS(catalog().at("no-such-stretch"), std::out_of_range);
}

TEST_CASE("reading an exercise also checks it: a rule that does not compile is refused at its place") {
  Exercise exercise = catalog().at("dynamic-inner-thigh-stretch");
  exercise.rules.at(1).when = "pelvis_list > for";
  try {
    from_json<Exercise>(to_json(exercise));
    FAIL("it was read");
  } catch (const DocumentError& error) {
    CHECK(error.path() == "rules[1].when");
  }
}

TEST_CASE("every exercise of the catalog is read back as it was written") {
  for (const auto& [id, exercise] : catalog()) CHECK(from_json<Exercise>(to_json(exercise)) == exercise);
}

TEST_CASE("the schema of an exercise has every member, word and unit, and lets nothing else pass") {
  const detail::JsonValue schema = detail::parse_json(exercise_schema());
  const auto at = [&](std::initializer_list<std::string_view> keys) {
    const detail::JsonValue* value = &schema;
    for (const std::string_view key : keys) {
      value = value->find(key);
      REQUIRE(value != nullptr);
    }
    return detail::print_json(*value, -1);
  };
  detail::each_member<Exercise>([&](std::string_view name, auto) { CHECK_NOTHROW(at({"properties", name})); });
  CHECK(at({"required"}) == R"(["schema","id","name"])");
  CHECK(at({"additionalProperties"}) == "false");
  CHECK(at({"properties", "cues"}) == R"({"type":"array","items":{"$ref":"#/$defs/Cue"}})");
  CHECK(at({"$defs", "Sides"}) == R"({"enum":["together","alternating","one","midline"]})");
  CHECK(at({"$defs", "Dose", "properties", "rest"}) == R"({"type":"number","description":"seconds"})");
  CHECK(at({"$defs", "Guard", "properties", "tolerance"}) == R"({"type":"number","description":"degrees"})");
  CHECK_THAT(at({"$defs", "Movement", "properties", "effort", "oneOf"}),
             Catch::Contains(R"("kind":{"const":"contract_relax"})") && Catch::Contains(R"("required":["kind"])"));
}

}  // namespace document_catalog_test
