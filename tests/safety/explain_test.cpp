#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/safety/evaluate.hpp>
#include <stretchcore/safety/explain.hpp>

#include "catch.hpp"
#include "safety/rule_reference.hpp"

namespace safety_explain_test {

using namespace stretchcore;
using Catch::Matchers::Contains;

namespace {

struct Explained {
  std::string rule;
  std::string sentence;
};

void check_each(const std::vector<Explained>& cases) {
  for (const auto& [rule, sentence] : cases) {
    INFO(rule);
    CHECK(explain(parse_rule(rule)) == sentence);
    CHECK(explain(rule) == sentence);
  }
}

/// As people write a number, with its unit.
std::string number(double value, MarginUnit unit) {
  std::array<char, 32> digits;
  const auto written =
      std::to_chars(digits.data(), digits.data() + digits.size(), value + 0.0, std::chars_format::general, 10);
  const std::string words{digits.data(), written.ptr};
  if (unit == MarginUnit::degrees) return words + "°";
  return unit == MarginUnit::degrees_per_second ? words + "°/s" : words;
}

bool compares(const Instruction& step) {
  using Code = Instruction::Code;
  return step.code == Code::less || step.code == Code::less_equal || step.code == Code::greater ||
         step.code == Code::greater_equal;
}

}  // namespace

TEST_CASE("comparisons are explained with their unit, and a limit in front as one behind") {
  check_each({
      {"pelvis_tilt > 5 deg", "Violated while the pelvis tilt is above 5°."},
      {"pelvis_tilt >= 5 deg", "Violated while the pelvis tilt is at or above 5°."},
      {"knee_flexion_left < -2.5 deg", "Violated while the left knee flexion is below -2.5°."},
      {"pelvis_tilt <= 0 deg", "Violated while the pelvis tilt is at or below 0°."},
      {"5 deg < pelvis_tilt", "Violated while the pelvis tilt is above 5°."},
      {"5 deg <= pelvis_tilt", "Violated while the pelvis tilt is at or above 5°."},
      {"5 deg > pelvis_tilt", "Violated while the pelvis tilt is below 5°."},
      {"5 deg >= pelvis_tilt", "Violated while the pelvis tilt is at or below 5°."},
      {"hip_abduction_left > hip_abduction_right",
       "Violated while the left hip abduction is above the right hip abduction."},
      {"pelvis_tilt > 0.1 deg * 3", "Violated while the pelvis tilt is above 0.3°."},
  });
}

TEST_CASE("calculations are explained, in parentheses where words could be read in two ways") {
  check_each({
      {"abs(pelvis_list) > 5 deg", "Violated while the pelvis list, either way, is above 5°."},
      {"abs(pelvis_list) + pelvis_tilt > 5 deg",
       "Violated while the size of the pelvis list plus the pelvis tilt is above 5°."},
      {"abs(pelvis_list - pelvis_tilt) > 5 deg",
       "Violated while the pelvis list minus the pelvis tilt, either way, is above 5°."},
      {"-pelvis_list > 5 deg", "Violated while minus the pelvis list is above 5°."},
      {"pelvis_list - -pelvis_tilt > 5 deg",
       "Violated while the pelvis list minus (minus the pelvis tilt) is above 5°."},
      {"2 * (pelvis_list + pelvis_tilt) > 5 deg",
       "Violated while 2 times (the pelvis list plus the pelvis tilt) is above 5°."},
      {"pelvis_list > 1.5 * pelvis_tilt", "Violated while the pelvis list is above 1.5 times the pelvis tilt."},
      {"hip_abduction_left / hip_abduction_right > 1.5",
       "Violated while the left hip abduction divided by the right hip abduction is above 1.5."},
      {"pelvis_tilt / (2 deg) > 5", "Violated while the pelvis tilt divided by 2° is above 5."},
      {"pelvis_tilt / 2 > 5 deg", "Violated while the pelvis tilt divided by 2 is above 5°."},
      {"min(pelvis_tilt, pelvis_list) > 5 deg",
       "Violated while the smaller of the pelvis tilt and the pelvis list is above 5°."},
      {"pelvis_rotation < max(pelvis_tilt, pelvis_list) and pelvis_tilt > 2 deg",
       "Violated while the pelvis rotation is below (the larger of the pelvis tilt and the pelvis list) and the pelvis "
       "tilt is above 2°."},
      {"rate(pelvis_tilt) > 45 deg/s", "Violated while the speed of the pelvis tilt is above 45°/s."},
      {"abs(rate(pelvis_tilt)) > 45 deg/s", "Violated while the speed of the pelvis tilt, either way, is above 45°/s."},
      {"rate(pelvis_tilt - pelvis_list) > 45 deg/s",
       "Violated while the speed of (the pelvis tilt minus the pelvis list) is above 45°/s."},
      {"change(pelvis_tilt) > 8 deg",
       "Violated while the change of the pelvis tilt from where it was first seen is above 8°."},
  });
}

TEST_CASE("and, or and not are explained, and who belongs to whom") {
  check_each({
      {"pelvis_tilt > 5 deg and pelvis_list > 3 deg and pelvis_rotation > 1 deg",
       "Violated while the pelvis tilt is above 5° and the pelvis list is above 3° and the pelvis rotation is above "
       "1°."},
      {"pelvis_tilt > 5 deg or pelvis_list > 3 deg",
       "Violated while the pelvis tilt is above 5° or the pelvis list is above 3°."},
      {"pelvis_tilt > 5 deg and pelvis_list > 3 deg or pelvis_rotation > 1 deg",
       "Violated while (the pelvis tilt is above 5° and the pelvis list is above 3°) or the pelvis rotation is above "
       "1°."},
      {"pelvis_tilt > 5 deg and (pelvis_list > 3 deg or pelvis_rotation > 1 deg)",
       "Violated while the pelvis tilt is above 5° and (the pelvis list is above 3° or the pelvis rotation is above "
       "1°)."},
      {"not pelvis_tilt > 5 deg", "Violated while the pelvis tilt is not above 5°."},
      {"not (pelvis_tilt > 5 deg or pelvis_list > 3 deg)",
       "Violated while it is not so that (the pelvis tilt is above 5° or the pelvis list is above 3°)."},
      {"not (not pelvis_tilt > 5 deg)", "Violated while it is not so that (the pelvis tilt is not above 5°)."},
  });
}

TEST_CASE("what looks back is explained in the tense of it") {
  check_each({
      {"abs(pelvis_list) > 5 deg for 0.4 s",
       "Violated while the pelvis list, either way, has been above 5° for 0.4 s."},
      {"(pelvis_tilt > 5 deg or pelvis_list > 3 deg) for 2000 ms",
       "Violated while it has been so for 2 s that (the pelvis tilt is above 5° or the pelvis list is above 3°)."},
      {"(not pelvis_tilt > 5 deg) for 1 s",
       "Violated while it has been so for 1 s that (the pelvis tilt is not above 5°)."},
      {"not (pelvis_tilt > 5 deg for 1 s)",
       "Violated while it is not so that (the pelvis tilt has been above 5° for 1 s)."},
      {"(pelvis_tilt > 5 deg for 1 s) and pelvis_list > 3 deg",
       "Violated while the pelvis tilt has been above 5° for 1 s and the pelvis list is above 3°."},
      {"pelvis_tilt > 5 deg within 0.2 s",
       "Violated while the pelvis tilt has been above 5° at some time in the last 0.2 s."},
      {"(pelvis_tilt > 5 deg for 1 s) within 3 s",
       "Violated while it has been so at some time in the last 3 s that (the pelvis tilt has been above 5° for 1 s)."},
      {"hip_abduction_left > 50 deg since rate(hip_abduction_left) > 90 deg/s within 2 s",
       "Violated while at some time in the last 2 s the speed of the left hip abduction was above 90°/s and ever since "
       "then the left hip abduction has been above 50°."},
      {"(not pelvis_tilt > 5 deg) since (pelvis_list > 3 deg or pelvis_list < 0 deg) within 2 s",
       "Violated while at some time in the last 2 s it was so that (the pelvis list is above 3° or the pelvis list is "
       "below 0°) and ever since then it has been so that (the pelvis tilt is not above 5°)."},
      {"abs(change(pelvis_tilt)) > 8 deg clears when abs(change(pelvis_tilt)) < 5 deg",
       "Violated while the change of the pelvis tilt from where it was first seen, either way, is above 8°, and after "
       "that until the change of the pelvis tilt from where it was first seen, either way, is below 5°."},
      {"pelvis_tilt > 5 deg or pelvis_list > 3 deg clears when pelvis_tilt < 2 deg",
       "Violated while (the pelvis tilt is above 5° or the pelvis list is above 3°), and after that until the pelvis "
       "tilt is below 2°."},
  });
}

TEST_CASE("a rule about a pair is explained for either side at once, or for one") {
  const std::string rule = "knee_flexion < 0 deg for 0.28 s";
  CHECK(explain(rule) == "On either side: violated while the knee flexion has been below 0° for 0.28 s.");
  const auto conditions = parse_rule_by_side(rule);
  CHECK(explain(conditions[0]) == "Violated while the left knee flexion has been below 0° for 0.28 s.");
  CHECK(explain(conditions[1]) == "Violated while the right knee flexion has been below 0° for 0.28 s.");
}

TEST_CASE("what is no rule is not explained") {
  CHECK_THROWS_AS(explain("pelvsi > 5 deg"), RuleError);
  CHECK(explain(Condition{}) == "Unknown: there is no rule.");
}

TEST_CASE("a random rule is explained in one sentence, with each of its channels, numbers and times") {
  Random random{20240612};
  for (int rules = 0; rules < 2'000;) {
    const std::string text = random_rule(random).text();
    std::optional<Condition> condition;
    try {
      condition = parse_rule(text);
    } catch (const RuleError&) {
      continue;
    }
    ++rules;
    const std::string sentence = explain(*condition);
    INFO(text << "\n" << sentence);
    REQUIRE(sentence.starts_with("Violated while "));
    REQUIRE(sentence.ends_with("."));
    REQUIRE(sentence.find(". ") == std::string::npos);
    REQUIRE(std::count(sentence.begin(), sentence.end(), '(') == std::count(sentence.begin(), sentence.end(), ')'));
    for (const Instruction& step : condition->program) {
      using Code = Instruction::Code;
      if (step.code == Code::channel) {
        const std::string words = step.channel == Channel::pelvis_tilt          ? "the pelvis tilt"
                                  : step.channel == Channel::hip_abduction_left ? "the left hip abduction"
                                                                                : "the right hip abduction";
        REQUIRE_THAT(sentence, Contains(words));
      }
      if (step.code == Code::constant || (compares(step) && step.fixed())) {
        REQUIRE_THAT(sentence, Contains(number(step.value, step.unit)));
      }
      if (step.duration > Time{0}) {
        REQUIRE_THAT(sentence, Contains(number(to_seconds(step.duration), MarginUnit::none) + " s"));
      }
    }
  }
}

TEST_CASE("different verdicts of random rules have different sentences") {
  Random random{20240613};
  std::vector<std::pair<std::string, Condition>> explained;
  while (explained.size() < 1'000) {
    try {
      const Condition condition = parse_rule(random_rule(random).text());
      explained.emplace_back(explain(condition), condition);
    } catch (const RuleError&) {
    }
  }
  std::sort(explained.begin(), explained.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 1; i < explained.size(); ++i) {
    if (explained[i].first != explained[i - 1].first) continue;
    INFO(explained[i].second.text << "\n" << explained[i - 1].second.text << "\n" << explained[i].first);
    Random paths{i};
    ConditionState one, other;
    for (const Posture& posture : random_trace(paths, 300)) {
      REQUIRE(evaluate(explained[i].second, one, posture) == evaluate(explained[i - 1].second, other, posture));
    }
  }
}

}  // namespace safety_explain_test
