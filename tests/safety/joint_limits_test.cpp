#include "safety/keeping.hpp"

#include <vector>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/document/json.hpp>
#include <stretchcore/safety/health_conditions.hpp>
#include <stretchcore/safety/screening.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace safety_joint_limits_test {

using namespace stretchcore;

namespace {

Person well(const Exercise& exercise) {
  Person person;
  for (const Contraindication& one : with_conditions(exercise).contraindications) person.facts[one.code] = Fact::no;
  return person;
}

ScreeningVerdict verdict_with(const Exercise& exercise, const MotionLimit& limit) {
  Person person = well(exercise);
  person.limits = {limit};
  return screen(person, exercise).verdict;
}

std::vector<MotionDirection> one_way() { return {MotionDirection::positive, MotionDirection::negative}; }

}  // namespace

TEST_CASE("a limit that an exercise does not reach changes nothing, and a lower one is never milder", "[SR-9]") {
  int bearing = 0;
  for (const auto& [id, exercise] : catalog()) {
    detail::each_enumerator<Motion>([&](std::string_view, Motion motion) {
      for (const MotionDirection direction : one_way()) {
        CAPTURE(id, name(motion), direction);
        CHECK(verdict_with(exercise, {.motion = motion, .direction = direction, .at_most = degrees(180)}) ==
              ScreeningVerdict::cleared);
        int before = strictness(ScreeningVerdict::cleared);
        for (int at_most = 180; at_most >= -90; at_most -= 10) {
          const int now = strictness(
              verdict_with(exercise, {.motion = motion, .direction = direction, .at_most = degrees(at_most)}));
          REQUIRE(now >= before);
          before = now;
        }
        bearing += before > strictness(ScreeningVerdict::cleared);
      }
    });
  }
  CHECK(bearing > 2 * 42);
}

TEST_CASE("a surgeon's 90 degrees at the hip: what bends it further is not offered") {
  const MotionLimit hip{.motion = Motion::hip_flexion, .at_most = degrees(90)};
  const auto may = [&](const std::string& id) { return may_do(verdict_with(catalog().at(id), hip)); };
  for (const std::string id : {"chair-hamstring-hinge", "knee-to-chest", "childs-pose"}) {
    CAPTURE(id);
    CHECK_FALSE(may(id));
  }
  for (const std::string id : {"neck-turn", "ankle-pumps", "wall-calf-straight", "chair-chest-lift"}) {
    CAPTURE(id);
    CHECK(may(id));
  }
}

TEST_CASE("a target holds a limit of its own motion; where nothing is measured a professional is asked first") {
  const Exercise& exercise = catalog().at("dynamic-inner-thigh-stretch");
  Person person = well(exercise);
  person.limits = {{.at_most = degrees(18)}};
  const Screening held = screen(person, exercise);
  CHECK(held.verdict == ScreeningVerdict::modified);
  CHECK(held.limit == degrees(18));
  REQUIRE(held.reasons.size() == 1);
  CHECK(held.reasons[0].code == "limit_hip_abduction");
  CHECK(held.reasons[0].text.size() == 3);

  const Exercise& strap = catalog().at("strap-hamstring-hold");  // a phone's camera is too coarse for it
  Person careful = well(strap);
  careful.limits = {{.motion = Motion::hip_flexion, .at_most = degrees(60)}};
  CHECK(Session{strap, careful, measured()}.screening().verdict == ScreeningVerdict::modified);
  CHECK(Session{strap, careful}.screening().verdict == ScreeningVerdict::needs_clearance);
}

TEST_CASE("a limit of one end of the neck holds both, and one for another exercise none") {
  const Exercise& turn = catalog().at("neck-turn");
  Person person = well(turn);
  person.limits = {{.motion = Motion::neck_rotation, .direction = MotionDirection::negative, .at_most = degrees(30)}};
  CHECK(least_limit(person, turn, LimitKind::clinician, std::nullopt) == degrees(30));
  CHECK(least_limit(person, turn, LimitKind::clinician, Side::right) == degrees(30));
  CHECK_FALSE(least_limit(person, turn, LimitKind::clinician, Side::left));
  person.limits[0].exercise = "neck-side-hold";
  CHECK_FALSE(least_limit(person, turn, LimitKind::clinician, std::nullopt));
  CHECK(screen(person, turn).verdict == ScreeningVerdict::cleared);
}

TEST_CASE("what was wanted without a limit of a joint bars nothing") {
  for (const auto& [id, exercise] : catalog()) {
    CAPTURE(id);
    CHECK(may_do(verdict_with(
        exercise, {.motion = Motion::hip_flexion, .at_most = degrees(10), .kind = LimitKind::prescription})));
  }
}

TEST_CASE("a person of schema 1 keeps the one number for every joint that was measured then") {
  const auto person = from_json<Person>(R"({"schema": 1, "key": "k", "prescription": 30, "clinician_limit": 45,
    "clearances": [{"code": "hip_replacement", "exercise": "bent-knee-fallout", "limit": 20}]})");
  REQUIRE(person.limits.size() == 6);
  for (const std::size_t of_flexion : {1U, 3U, 5U}) CHECK(person.limits[of_flexion].motion == Motion::hip_flexion);
  CHECK(person.limits[0] == MotionLimit{.at_most = degrees(30), .kind = LimitKind::prescription});
  CHECK(person.limits[2] == MotionLimit{.at_most = degrees(45)});
  CHECK(person.limits[4] ==
        MotionLimit{.at_most = degrees(20), .kind = LimitKind::agreed, .exercise = "bent-knee-fallout"});
  CHECK(person.clearances == std::vector<Clearance>{{"hip_replacement", "bent-knee-fallout"}});
  CHECK(from_json<Person>(R"({"schema": 1, "prescription": null})") == Person{});
  CHECK(from_json<Person>(to_json(person)) == person);
}

}  // namespace safety_joint_limits_test
