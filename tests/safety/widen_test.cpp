#include <string>
#include <vector>

#include <stretchcore/safety/evaluate.hpp>
#include <stretchcore/safety/widen.hpp>

#include "catch.hpp"
#include "safety/postures.hpp"

namespace safety_widen_test {

using namespace stretchcore;

namespace {

/// The limits of a rule after widening to 8°, in the order of the program.
std::vector<double> widened(const std::string& rule) {
  Condition condition = parse_rule(rule);
  const Condition before = condition;
  const bool moved = widen(condition, degrees(8));
  CHECK(moved == (condition.program != before.program));
  CHECK(condition.text == rule);
  std::vector<double> limits;
  for (const Instruction& step : condition.program) {
    if (step.fixed()) limits.push_back(step.value);
  }
  return limits;
}

}  // namespace

TEST_CASE("a limit within the error of the source moves out to it, and only such a limit", "[SR-15]") {
  using Limits = std::vector<double>;
  CHECK(widened("abs(pelvis_list) > 5 deg for 0.4 s") == Limits{8});
  CHECK(widened("abs(pelvis_list) > 9 deg for 0.4 s") == Limits{9});
  CHECK(widened("abs(pelvis_list) > 8 deg") == Limits{8});
  CHECK(widened("knee_flexion_left < -5 deg") == Limits{-8});
  CHECK(widened("pelvis_tilt >= 0 deg") == Limits{0});
  CHECK(widened("knee_flexion_left < 0 deg") == Limits{0});
  CHECK(widened("knee_flexion_left <= -5 deg") == Limits{-8});
  CHECK(widened("knee_flexion_left < 5 deg") == Limits{5});  // bent enough is no deviation
  CHECK(widened("pelvis_tilt > -5 deg") == Limits{-5});
  CHECK(widened("not abs(pelvis_list) <= 5 deg") == Limits{8});
  CHECK(widened("not (not abs(pelvis_list) > 5 deg)") == Limits{8});
  CHECK(widened("not abs(pelvis_list) > 5 deg") == Limits{5});
  CHECK(widened("pelvis_tilt > 5 deg or not (pelvis_list > -3 deg and pelvis_list < 4 deg)") == Limits{8, -8, 8});
  CHECK(widened("abs(rate(pelvis_tilt)) > 5 deg/s") == Limits{5});
  CHECK(widened("hip_abduction_left / hip_abduction_right > 1.5") == Limits{1.5});
  CHECK(widened("pelvis_tilt > 5 deg since pelvis_list < -2 deg within 1 s") == Limits{8, -8});
  CHECK(widened("abs(pelvis_tilt) > 5 deg within 2 s clears when abs(pelvis_tilt) < 3 deg") == Limits{8, 3});
  CHECK(widened("abs(pelvis_tilt) > 5 deg clears when not abs(pelvis_tilt) > 3 deg") == Limits{8, 3});
  CHECK(widened("hip_abduction_left > hip_abduction_right").empty());
  Condition nothing;
  CHECK_FALSE(widen(nothing, degrees(8)));
}

TEST_CASE("a widened rule is never violated where it was not, and agrees beyond the new limit", "[SR-15]") {
  for (const std::string rule : {"abs(pelvis_tilt) > 5 deg", "not (pelvis_tilt > -3 deg and pelvis_tilt < 4 deg)"}) {
    const Condition condition = parse_rule(rule);
    Condition wide = condition;
    REQUIRE(widen(wide, degrees(6)));
    for (double angle = -12.0; angle <= 12.0; angle += 0.25) {
      ConditionState one, other;
      const Posture posture = posture_at(0, {{Channel::pelvis_tilt, angle}});
      const RuleVerdict before = evaluate(condition, one, posture);
      const RuleVerdict after = evaluate(wide, other, posture);
      if (after == RuleVerdict::violated) CHECK(before == RuleVerdict::violated);
      if (std::abs(angle) > 6.0) CHECK(after == before);
    }
  }
}

}  // namespace safety_widen_test
