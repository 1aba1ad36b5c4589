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
  CHECK(to_json(Person{}, -1).starts_with(R"({"schema":1,)"));
  CHECK(to_json(Input{Tick{2_s}}, -1) == R"({"schema":1,"input":"tick","time":2})");
  CHECK(error_of<Person>("{}") == "schema: is missing; begin the document with \"schema\": 1");
  CHECK(error_of<Person>(R"({"schema": 2})") == "schema: 2 is newer than this library reads (1)");
  CHECK(error_of<Person>(R"({"schema": 0})") == "schema: 0 is below 1, the first schema");
  CHECK(error_of<Person>(R"({"schema": "1"})") == "schema: \"1\" is not a whole number");
  CHECK(error_of<Person>("[]") == "document: a list is not an object");
}

TEST_CASE("what is not JSON is refused with line and column") {
  CHECK(error_of<Person>("") == "document: line 1, column 1: unexpected end of input; expected '[', '{', or a literal");
  CHECK_THAT(error_of<Person>("{\n  \"schema\": 1,\n  \"key\": x}"),
             Catch::StartsWith("document: line 3, column 10: "));
  CHECK_THAT(error_of<Person>(R"({"schema": 1} 5)"), Catch::StartsWith("document: line 1, column 15: "));
  CHECK_THAT(error_of<Person>(R"({"schema": 1, "prescription": 1e999})"), Catch::Contains("number overflow"));
  CHECK_THAT(error_of<Person>(R"({"schema": 1, "prescription": NaN})"), Catch::StartsWith("document: line 1, column "));
  const std::string half_a_letter = error_of<Person>("{\"schema\": 1, \"key\": \"\xc3\"}");
  CHECK_THAT(half_a_letter, Catch::StartsWith("document: line 1, column "));
  CHECK(half_a_letter.find('\xc3') == std::string::npos);
}

TEST_CASE("a member that is there twice is refused") {
  CHECK(error_with(R"("cues": [{"id": "a", "text": {"en": "x", "en": "y"}}])") == "cues[0].text.en: is there twice");
  CHECK(error_of<Person>(R"({"schema": 1, "schema": 1})") == "schema: is there twice");
  CHECK(error_of<Person>(R"({"schema": 1, "": 1, "": 2})") == "\"\": is there twice");
  CHECK(error_of<SessionOptions>(R"({"schema": 1, "watched": ["pelvis_list", "pelvis_list"]})") ==
        "watched[1]: \"pelvis_list\" is there twice");
}

TEST_CASE("a document that is too long, too deep or too full is refused before it is held") {
  CHECK(error_of<Person>(std::string(100'000'000, '[')) == "document: 100000000 bytes exceed the limit of 8388608");
  CHECK(error_of<Person>(std::string(100'000, '[')) == "document: is nested deeper than 32 levels");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "{\"a\":";
  CHECK(error_of<Person>(deep) == "document: is nested deeper than 32 levels");
  CHECK(error_of<Person>(std::string(32, '[') + std::string(32, ']')) == "document: a list is not an object");
  std::string full = "[0";
  for (int i = 0; i < 500'000; ++i) full += ",0";
  CHECK(error_of<Person>(full + "]") == "document: has more than 500000 values");
}

TEST_CASE("every nanosecond of a century and every double is read back as it was") {
  Random random{7};
  for (int i = 0; i < 20'000; ++i) {
    Time time{};
    randomise(random, time);
    REQUIRE(from_json<Input>(to_json(Input{Tick{time}}, -1)) == Input{Tick{time}});
    double number = 0.0;
    randomise(random, number);
    Posture posture;
    posture.set(Channel::pelvis_tilt, degrees(number));
    const Posture read = from_json<Posture>(to_json(posture, -1));
    REQUIRE(std::bit_cast<std::uint64_t>(read.angle(Channel::pelvis_tilt).degrees()) ==
            std::bit_cast<std::uint64_t>(number));
  }
}

TEST_CASE("seconds are rounded once to the nearest nanosecond, however they are written") {
  const auto tick = [](const std::string& digits) {
    return std::get<Tick>(from_json<Input>(R"({"schema":1,"input":"tick","time":)" + digits + "}")).time;
  };
  CHECK(tick("2.5") == 2500_ms);
  CHECK(tick("2.50000000000000000000000000000") == 2500_ms);
  CHECK(tick("25e-1") == 2500_ms);
  CHECK(tick("-0.000000001") == Time{-1});
  CHECK(tick("0.0000000014") == Time{1});
  CHECK(tick("0.0000000015") == Time{2});
  CHECK(tick("-0.0000000015") == Time{-2});
  CHECK(tick("3155760000") == 3155760000_s);
  CHECK(tick("3155759999.999999999") == 3155760000_s - Time{1});
  CHECK_THROWS_AS(tick("3155760001"), DocumentError);
  CHECK_THROWS_AS(tick("-1e17"), DocumentError);
}

TEST_CASE("a whole number may be written with a point, if nothing is behind it") {
  const auto rating = [](const std::string& digits) {
    return std::get<PainRating>(from_json<Input>(R"({"schema":1,"input":"pain_rating","rating":)" + digits + "}"))
        .rating;
  };
  CHECK(rating("3") == 3);
  CHECK(rating("3.0") == 3);
  CHECK(rating("1e1") == 10);
  CHECK_THROWS_AS(rating("3.1"), DocumentError);
  CHECK_THROWS_AS(rating("11"), DocumentError);
}

TEST_CASE("a posture is its time and its angles by channel; what is no number is a word") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  Posture posture{1250_ms};
  posture.set(Channel::hip_abduction_left, degrees(31));
  posture.set(Channel::pelvis_list, degrees(std::numeric_limits<double>::quiet_NaN()));
  posture.set(Channel::neck_rotation, degrees(-infinity));
  const std::string text = to_json(Input{posture}, -1);
  CHECK(text == R"({"schema":1,"input":"posture","time":1.25,"hip_abduction_left":31,"pelvis_list":"nan",)"
                R"("neck_rotation":"-inf"})");
  CHECK(from_json<Input>(text) == Input{posture});
  CHECK(from_json<Posture>(to_json(posture)).not_a_number() == ChannelSet{Channel::pelvis_list});
  CHECK(error_of<Posture>(R"({"schema": 1, "hip_abduction": 3})") ==
        "hip_abduction: unknown member of Posture; did you mean \"hip_abduction_left\"?");
  CHECK(error_of<Posture>(R"({"schema": 1, "pelvis_list": "NaN"})") ==
        "pelvis_list: \"NaN\" is not a number of degrees");
}

TEST_CASE("an optional that holds nothing is left out, and null reads as nothing") {
  CHECK(to_json(Person{}, -1) == R"({"schema":1,"key":"","profile":"standard","pain_profile":"wellness","facts":{},)"
                                 R"("clearances":[],"questionnaires":{}})");
  CHECK(from_json<Person>(R"({"schema": 1, "prescription": null})") == Person{});
  CHECK(from_json<Person>(R"({"schema": 1, "prescription": 30})").prescription == degrees(30));
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
