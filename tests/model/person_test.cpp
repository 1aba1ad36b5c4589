#include <stretchcore/document/json.hpp>
#include <stretchcore/model/person.hpp>

#include "catch.hpp"
#include "model/refusal.hpp"

namespace model_person_test {

using namespace stretchcore;

TEST_CASE("what a person is refused for is named with its place, value and limit") {
  CHECK(refusal(Person{}).empty());
  CHECK(refusal_after(Person{}, [](Person& p) { p.limits = {{.at_most = degrees(181)}}; }) ==
        "limits[0].at_most: 181° exceeds 180°");
  CHECK(refusal_after(Person{}, [](Person& p) { p.facts["Hip pain"] = Fact::yes; }) ==
        "facts: \"Hip pain\" is not a code like \"hip_surgery\"");
  CHECK(refusal_after(Person{}, [](Person& p) {
          p.pain_limits = PainLimits{5, 4};
        }) == "pain_limits.red_from: 4 is below 5");
  CHECK(refusal_after(Person{}, [](Person& p) { p.clearances.push_back({}); }) == "clearances[0].code: is empty");
  CHECK(refusal_after(Person{}, [](Person& p) {
          p.limits = {{.motion = Motion::neck_rotation, .side = Side::left}};
        }) == "limits[0].side: is of a motion of the midline; leave it out, and say the side by the direction");
  CHECK(refusal_after(Person{}, [](Person& p) { p.limits = {{.direction = MotionDirection::both}}; }) ==
        "limits[0].direction: is both; write a limit for each");
  for (const std::string wrong : {"31.3.2027", "2027-3-31", "soon"}) {
    CHECK(refusal_after(Person{}, [&](Person& p) { p.limits = {{.until = wrong}}; }) ==
          "limits[0].until: \"" + wrong + "\" is not a date like \"2027-03-31\"");
  }
  CHECK(refusal_after(Person{}, [](Person& p) { p.questionnaires[""]; }) == "questionnaires: is empty");
}

TEST_CASE("facts, clearances and questionnaires are read back as they were written") {
  Person person;
  person.facts = {{"pregnancy", Fact::no}, {"hip_replacement", Fact::yes}, {"neck_pain", Fact::unknown}};
  person.clearances = {{"hip_replacement", "bent-knee-fallout"}};
  person.questionnaires["par-q-plus-2024"] = {{"no", "no", "yes"}, Fact::no};
  person.immobile_side = Side::left;
  person.pain_profile = PainProfile::clinician;
  CHECK(from_json<Person>(to_json(person)) == person);
  CHECK(from_json<Person>(R"({"schema": 1, "facts": {"pregnancy": "yes"}})").facts.at("pregnancy") == Fact::yes);
  try {
    from_json<Person>(R"({"schema": 1, "facts": {"pregnancy": "maybe"}})");
    FAIL("it was read");
  } catch (const DocumentError& error) {
    CHECK(error.path() == "facts.pregnancy");
  }
}

TEST_CASE("a person's own limits of pain come before those of the profile") {
  Person person{.pain_profile = PainProfile::clinician};
  CHECK(pain_limits(person) == PainLimits{3, 6});
  person.pain_limits = PainLimits{2, 3};
  CHECK(pain_limits(person) == PainLimits{2, 3});
}

}  // namespace model_person_test
