#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include <stretchcore/document/json.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/summary.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/input.hpp>

#include "catch.hpp"
#include "document/json_document.hpp"
#include "document/random_value.hpp"
#include "model/sample_exercise.hpp"

namespace document_json_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

// Exercises are read here without `check`: these tests are about documents, not about what can be guided.
template <class T>
T read(const std::string& text) {
  return detail::read_document<T>(text);
}

template <class T>
std::string error_of(const std::string& text) {
  try {
    read<T>(text);
  } catch (const DocumentError& error) {
    return error.what();
  }
  return "read";
}

/// What reading an exercise says that has an id, a name, and `more` members.
std::string error_with(const std::string& more) {
  return error_of<Exercise>(R"({"schema": 1, "id": "a", "name": {"en": "A"}, )" + more + "}");
}

Exercise random_exercise(Random& random) {
  const auto id = [&](const char* before, std::size_t i) { return std::string{before}.append(std::to_string(i)); };
  const auto whole_seconds = [&](std::size_t most) { return Time{1'000'000'000} * (1 + up_to(random, most - 1)); };
  const auto words = [&] {
    Text text;
    randomise(random, text["en"]);
    text["en"] += "x";
    return text;
  };
  Exercise exercise = sample_exercise();
  exercise.id = id("e-", up_to(random, 99));
  exercise.version = 1 + static_cast<int>(up_to(random, 1000));
  exercise.summary = words();
  exercise.movement.floor_amplitude = degrees(1.0 + static_cast<double>(random() >> 11) * 0x1p-50);
  exercise.movement.effort = std::array<Effort, 3>{Repeat{whole_seconds(30), whole_seconds(30)},
                                                   Hold{whole_seconds(300), 2}, ContractRelax{}}[up_to(random, 2)];
  exercise.dose.rest = Time{static_cast<std::int64_t>(up_to(random, 300'000'000'000))};
  exercise.dose.per_block = 1 + static_cast<int>(up_to(random, 29));
  exercise.cues.clear();
  for (std::size_t i = 0; i < up_to(random, 4); ++i) {
    Cue& cue = exercise.cues.emplace_back();
    randomise(random, cue);
    if (of_emergency(cue.moment)) cue.moment = Moment::settle;  // no exercise has words of its own for these
    cue.codes.clear();
    if (cue.moment == Moment::ask_health) cue.codes = {"pregnancy", "osteoporosis"};
    cue.id = id("c", i);
    cue.text = words();
    cue.brief = words();
    cue.spoken = {{"en", {"a.ogg", whole_seconds(59) + Time{1'000'000'000}}}};
    cue.cooldown = whole_seconds(3600);
    if (cue.at_most) cue.at_most = 1 + static_cast<int>(up_to(random, 99));
    cue.reviewed_by = words();
    cue.then_wait = Time{static_cast<std::int64_t>(up_to(random, 120'000'000'000))};
  }
  exercise.rules.clear();
  for (std::size_t i = 0; i < up_to(random, 4); ++i) {
    Rule& rule = exercise.rules.emplace_back();
    randomise(random, rule);
    rule.id = id("r", i);
    rule.when += "x";
    rule.unknown_after = whole_seconds(60);
    rule.words = words();
    rule.reviewed_by = words();
    rule.priority = std::min(rule.priority, Priority::safety);
  }
  return exercise;
}

}  // namespace

TEST_CASE("an error leads to the place, shows the value and says what was expected") {
  CHECK(error_with(R"("movement": {"sides": "booth"})") ==
        "movement.sides: \"booth\" is not one of together, alternating, one, midline; did you mean \"together\"?");
  CHECK(error_with(R"("cues": [{"id":"a","text":{"en":"x"}},{"id":"b","text":{"en":"x"}},{"txt":3}])") ==
        "cues[2].txt: unknown member of Cue; did you mean \"text\"?");
  CHECK(error_with(R"("dose": {"cap_repetitions": 90})") == "dose.cap_repetitions: 90 exceeds 60");
  CHECK(error_with(R"("dose": {"cap_repetitions": 9.5})") == "dose.cap_repetitions: 9.5 is not a whole number");
  CHECK(error_with(R"("dose": {"cap_repetitions": 1e99})") == "dose.cap_repetitions: 1e99 is not a whole number");
  CHECK(error_with(R"("dose": {"cap_repetitions": 4294967297})") ==
        "dose.cap_repetitions: 4294967297 is outside -2147483648 to 2147483647");
  CHECK(error_with(R"("dose": {"rest": "20 s"})") == "dose.rest: \"20 s\" is not a number of seconds");
  CHECK(error_with(R"("dose": {"rest": 1e300})") == "dose.rest: 1e300 s is more than a century");
  CHECK(error_with(R"("dose": {"frequency": {"en": 3}})") == "dose.frequency.en: 3 is not a text in quotes");
  CHECK(error_with(R"("breathing": "as it comes")") ==
        "breathing: \"as it comes\" is not words by language, like {\"en\": \"Rest.\"}");
  CHECK(error_with(R"("dose": null)") == "dose: null is not an object with the members of Dose");
  CHECK(error_with(R"("rules": {})") == "rules: an object is not a list");
  CHECK(error_with(R"("guards": [{"motion": "pelvis_list", "tolerance": [5]}])") ==
        "guards[0].tolerance: a list is not a number of degrees");
  CHECK(error_with(R"("rules": [{"id": "a", "when": "x", "required": 1}])") ==
        "rules[0].required: 1 is not true or false");
}

TEST_CASE("nothing is suggested that is not near") {
  CHECK(error_with(R"("movement": {"sides": "xyz"})") ==
        "movement.sides: \"xyz\" is not one of together, alternating, one, midline");
  CHECK(error_with(R"("": 1)").starts_with("\"\": unknown member of Exercise"));
  CHECK(error_with(R"("setup": {"zzz": 1})") == "setup.zzz: unknown member of Setup, which has position, props, body");
}

TEST_CASE("a long value is not repeated at length") {
  CHECK(error_with("\"movement\": {\"sides\": \"" + std::string(59, 'a') + "ä" + std::string(1000, 'b') + "\"}") ==
        "movement.sides: \"" + std::string(59, 'a') + "...\" is not one of together, alternating, one, midline");
  CHECK(error_with("\"" + std::string(5000, 'b') + "\": 1").size() < 400);
}

TEST_CASE("a variant says which it is") {
  CHECK(error_with(R"("movement": {"effort": {"duration": 3}})") ==
        "movement.effort.kind: is missing; write one of repeat, hold, contract_relax");
  CHECK(error_with(R"("movement": {"effort": {"kind": "held"}})") ==
        "movement.effort.kind: \"held\" is not one of repeat, hold, contract_relax; did you mean \"hold\"?");
  CHECK(error_with(R"("movement": {"effort": {"kind": "hold", "out": 3}})") ==
        "movement.effort.out: unknown member of Hold, which has duration, holds_each_side");
  CHECK(error_with(R"("movement": {"effort": {"kind": "hold", "duration": 0.5}})") ==
        "movement.effort.duration: 0.5 s is below 1 s");
  CHECK(from_json<Event>(R"({"schema": 1, "event": "question_asked", "time": 2.5, "kind": "side"})") ==
        Event{QuestionAsked{2500_ms, 0, QuestionKind::side, 0_s}});
  CHECK(from_json<Input>(R"({"schema": 1, "input": "tick", "time": 2})") == Input{Tick{2_s}});
}

TEST_CASE("a report of a symptom that the library does not know is read, as one of the exercise's own") {
  const auto read = [](const std::string& members) {
    return std::get<SymptomReport>(from_json<Input>(R"({"schema": 1, "input": "symptom_report", )" + members + "}"));
  };
  CHECK(read(R"("symptom": "dizzy")") == SymptomReport{{}, Symptom::other, {}, "dizzy"});
  CHECK(read(R"("symptom": "", "side": "left")") == SymptomReport{{}, Symptom::other, Side::left, ""});
  CHECK(read(R"("symptom": "dizzy", "id": "scar_pull")") == SymptomReport{{}, Symptom::other, {}, "scar_pull"});
  CHECK(read(R"("id": "scar_pull", "symptom": "dizzy")") == SymptomReport{{}, Symptom::other, {}, "scar_pull"});
  CHECK(read(R"("symptom": "cramp")") == SymptomReport{{}, Symptom::cramp, {}, ""});
  CHECK_THROWS_AS(read(R"("symptom": 3)"), DocumentError);
}

TEST_CASE("a document begins with its schema") {
  CHECK(to_json(Person{}, -1) == R"({"schema":2,"key":"","profile":"standard","limits":[],"pain_profile":"wellness",)"
                                 R"("facts":{},"clearances":[],"questionnaires":{}})");
  CHECK(from_json<Person>(R"({"schema": 2, "immobile_side": null})") == Person{});
  CHECK(from_json<Person>(R"({"schema": 2, "immobile_side": "left"})").immobile_side == Side::left);
}

TEST_CASE("what no document can hold is not written") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  Repetition repetition;
  repetition.peak.right = degrees(infinity);
  CHECK_THROWS_WITH(to_json(repetition), "peak.right: is not a finite number and cannot be written");
  repetition.peak = {};
  repetition.tempo.out = Time::max();
  CHECK_THROWS_WITH(to_json(repetition), "tempo.out: is more than a century and cannot be written");
  repetition = {};
  repetition.side = static_cast<Side>(7);
  CHECK_THROWS_WITH(to_json(repetition), "side: is no Side and cannot be written");
  Person person;
  person.key = "\xff";
  CHECK_THROWS_AS(to_json(person), Error);
}

TEST_CASE("what fits on a line stands on a line") {
  Repetition repetition;
  repetition.reach = {degrees(38), degrees(43.5)};
  CHECK_THAT(to_json(repetition), Catch::Contains("\n  \"reach\": {\"left\": 38, \"right\": 43.5},\n"));
  CHECK(to_json(repetition, -1).find_first_of(" \n") == std::string::npos);
}

TEST_CASE("exercises, summaries and analyses are read back as they were written") {
  Random random{11};
  for (int i = 0; i < 200; ++i) {
    const Exercise exercise = random_exercise(random);
    REQUIRE_NOTHROW(exercise.validate());
    REQUIRE(read<Exercise>(to_json(exercise, i % 3)) == exercise);
    Summary summary;
    randomise(random, summary);
    REQUIRE(from_json<Summary>(to_json(summary)) == summary);
    Analysis analysis;
    randomise(random, analysis);
    REQUIRE(from_json<Analysis>(to_json(analysis)) == analysis);
  }
}

}  // namespace document_json_test
