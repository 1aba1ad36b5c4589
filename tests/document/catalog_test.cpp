#include <algorithm>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/document/json.hpp>
#include <stretchcore/document/json_schema.hpp>
#include <stretchcore/session/check.hpp>

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

TEST_CASE("what the library brings along needs no check when it is loaded: there is no mistake in it") {
  for (const auto& [id, exercise] : catalog()) {
    CAPTURE(id);
    for (const Finding& finding : findings(exercise)) {
      INFO(finding.path << ": " << finding.message);
      CHECK(finding.severity != Severity::error);
    }
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
  CHECK(at({"properties", "cues", "items"}) == R"({"$ref":"#/$defs/Cue"})");
  CHECK(at({"properties", "$schema", "type"}) == R"("string")");
  CHECK(at({"$defs", "Sides", "enum"}) == R"(["together","alternating","one","midline"])");
  CHECK(at({"$defs", "Dose", "properties", "rest", "type"}) == R"("number")");
  CHECK_THAT(at({"$defs", "Dose", "properties", "rest", "description"}), Catch::Contains("econds"));
  CHECK_THAT(at({"$defs", "Guard", "properties", "tolerance", "description"}), Catch::Contains("egrees"));
  CHECK_THAT(at({"$defs", "Movement", "properties", "effort", "oneOf"}),
             Catch::Contains(R"("kind":{"const":"contract_relax"})") && Catch::Contains(R"("required":["kind"])"));
}

TEST_CASE("every type, member and word of the schema says what it means") {
  const detail::JsonValue schema = detail::parse_json(exercise_schema());
  int said = 0;
  const auto described = [&](const detail::JsonValue& what, const std::string& name) {
    CAPTURE(name);
    const detail::JsonValue* const words = what.find("description");
    REQUIRE(words != nullptr);
    CHECK(words->text.size() > 8);
    ++said;
  };
  const auto members_of = [&](const detail::JsonValue& type, const std::string& name) {
    const detail::JsonValue* const properties = type.find("properties");
    if (properties == nullptr) return;
    for (const auto& [key, member] : properties->members) {
      if (key != "kind" && key != "$schema") described(member, name + "." + key);
    }
  };
  described(schema, "Exercise");
  members_of(schema, "Exercise");
  for (const auto& [name, type] : schema.find("$defs")->members) {
    described(type, name);
    members_of(type, name);
    const detail::JsonValue* const words = type.find("enum");
    if (words == nullptr) continue;
    const detail::JsonValue& meanings = *type.find("enumDescriptions");
    REQUIRE(meanings.members.size() == words->members.size());
    for (const auto& [unused, meaning] : meanings.members) CHECK_FALSE(meaning.text.empty());
  }
  CHECK(said > 150);
}

}  // namespace document_catalog_test
