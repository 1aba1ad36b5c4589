#include <string>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/safety/condition.hpp>

#include "catch.hpp"

namespace safety_condition_test {

using namespace stretchcore;

namespace {

struct Refusal {
  std::size_t position = 0;
  std::string message;
};

Refusal refusal(std::string_view text) {
  try {
    parse_rule(text);
  } catch (const RuleError& error) {
    return {error.position(), error.what()};
  }
  FAIL("accepted: " << text);
  return {};
}

/// The rule is refused at `position` and the message says all of `parts`.
void refused(std::string_view text, std::size_t position, const std::vector<std::string>& parts) {
  INFO(text);
  const Refusal found = refusal(text);
  CHECK(found.position == position);
  for (const std::string& part : parts) CHECK_THAT(found.message, Catch::Matchers::Contains(part));
}

std::vector<Instruction::Code> codes(std::string_view text) {
  std::vector<Instruction::Code> found;
  for (const Instruction& step : parse_rule(text).program) found.push_back(step.code);
  return found;
}

}  // namespace

TEST_CASE("A rule compiles to a program in postfix order and names what it needs to see") {
  const Condition condition = parse_rule("abs(pelvis_list) > 5 deg for 0.4 s");
  using enum Instruction::Code;
  CHECK(codes(condition.text) == std::vector{greater, held});
  CHECK(condition.text == "abs(pelvis_list) > 5 deg for 0.4 s");
  CHECK(condition.channels == ChannelSet{Channel::pelvis_list});
  CHECK(condition.windows == 1);
  CHECK_FALSE(condition.side);
  CHECK(condition.program[0].compared == Instruction::Compared::magnitude);
  CHECK(condition.program[0].channel == Channel::pelvis_list);
  CHECK(condition.program[0].value == 5.0);
  CHECK(condition.program[1].duration == Time{400'000'000});
  CHECK(codes("5 deg < pelvis_list") == std::vector{constant, channel, less});
  CHECK(parse_rule("pelvis_list > 2 * (5 deg - 1 deg)").program == parse_rule("pelvis_list > 8 deg").program);
}

TEST_CASE("Spelling that means the same compiles to the same program") {
  const auto program = [](std::string_view text) { return parse_rule(text).program; };
  const auto plain = program("pelvis_tilt > 10 deg for 0.5 s");
  CHECK(program("\t pelvis_tilt>10deg for 500ms\n") == plain);
  CHECK(program("(pelvis_tilt > 1e1 deg) for 0.5 s") == plain);
  CHECK(program("((pelvis_tilt) > (10.0 deg) for 5e-1 s)") == plain);
}

TEST_CASE("Operators bind as in arithmetic, and before or") {
  const std::string a = "pelvis_tilt > 1 deg", b = "pelvis_list > 2 deg", c = "neck_flexion > 3 deg";
  CHECK(codes(a + " or " + b + " and " + c) == codes(a + " or (" + b + " and " + c + ")"));
  CHECK(codes(a + " and " + b + " or " + c) == codes("(" + a + " and " + b + ") or " + c));
  CHECK(codes("not " + a + " and " + b) == codes("(not " + a + ") and " + b));
  CHECK(codes(a + " for 1 s and " + b) == codes("(" + a + " for 1 s) and " + b));
  CHECK(codes("1 deg + pelvis_tilt * 2 > 9 deg") == codes("1 deg + (pelvis_tilt * 2) > 9 deg"));
  CHECK(codes("pelvis_tilt - 1 deg - 2 deg > 9 deg") == codes("(pelvis_tilt - 1 deg) - 2 deg > 9 deg"));
  CHECK(codes("-pelvis_tilt * 2 > 9 deg") == codes("(-pelvis_tilt) * 2 > 9 deg"));
}

TEST_CASE("A motion without its side becomes one condition for each side") {
  const auto conditions = parse_rule_by_side("knee_flexion < 0 deg and pelvis_tilt > 5 deg");
  REQUIRE(conditions.size() == 2);
  for (const Side side : both_sides) {
    const Condition& condition = conditions[side == Side::left ? 0 : 1];
    CHECK(condition.side == side);
    CHECK(condition.channels == ChannelSet{channel(Motion::knee_flexion, side), Channel::pelvis_tilt});
  }
  const auto one = parse_rule_by_side("knee_flexion_left < 0 deg");
  REQUIRE(one.size() == 1);
  CHECK(one[0] == parse_rule("knee_flexion_left < 0 deg"));
  refused("knee_flexion < 0 deg", 0, {"has two sides", "write knee_flexion_left or knee_flexion_right"});
}

TEST_CASE("A pair and a named side do not mix, whichever comes first") {
  CHECK_THROWS_AS(parse_rule_by_side("knee_flexion < 0 deg or hip_flexion_left > 9 deg"), RuleError);
  refused("knee_flexion < 0 deg or hip_flexion_left > 9 deg", 24, {"\"knee_flexion\" stands for either side"});
  refused("hip_flexion_left > 9 deg or knee_flexion < 0 deg", 28, {"they do not mix"});
}

TEST_CASE("A message has the problem, the text with a caret, and what to write instead") {
  CHECK(refusal("abs(pelvsi) > 5 deg").message ==
        "\"pelvsi\" is not the name of a channel\n"
        "  abs(pelvsi) > 5 deg\n"
        "      ^\n"
        "the nearest name is pelvis_tilt");
  CHECK(refusal("pelvis_list > 5°").message ==
        "\"°\" is not a unit for an angle or a speed\n  pelvis_list > 5°\n                 ^\nwrite 5 deg, or 5 deg/s");
}

TEST_CASE("A message shows long and broken texts in a form that can be printed") {
  const std::string far = std::string(300, ' ') + "pelvsi > 5 deg" + std::string(300, ' ');
  const std::string message = refusal(far).message;
  CHECK(message.size() < 300);
  CHECK_THAT(message, Catch::Matchers::Contains("…"));
  const std::string broken = refusal("pelvis_tilt\n> \xff 5 deg").message;
  CHECK_THAT(broken, Catch::Matchers::Contains("  pelvis_tilt > ? 5 deg\n                ^"));
}

TEST_CASE("Words that are not in the language are refused with the nearest that is", "[SR-3]") {
  refused("hip_abducton_left > 5 deg", 0, {"the nearest name is hip_abduction_left"});
  refused("Knee_Flexion_Left < 0 deg", 0, {"the nearest name is knee_flexion_left"});
  refused("pelvis_tilt > 5 deg adn pelvis_list > 5 deg", 20, {"the nearest word is and"});
  refused("pelvis_tilt > 5 deg andnot pelvis_list > 5 deg", 20, {"the nearest word is and"});
  refused("sin(pelvis_tilt) > 5 deg", 0,
          {"\"sin\" is not a function", "abs(x), min(a, b), max(a, b), rate(x) and change(x)"});
  refused("pelvis_tilt > 5 deg witin 2 s", 20, {"the nearest word is within"});
  refused("pelvis_tilt = 5 deg", 12, {"never compared for being equal"});
  refused("0 deg < pelvis_tilt < 5 deg", 20, {"already a comparison", "x > 0 deg and x < 5 deg"});
  refused("pelvis_tilt > nan", 14, {"not a number a rule can use"});
  refused("pelvis_tilt > inf deg", 14, {"not a number a rule can use"});
  refused("pelvis_tilt > deg", 14, {"a unit without its number"});
}

TEST_CASE("Units are required and checked") {
  refused("pelvis_tilt > 5", 14, {"\"5\" has no unit", "write 5 deg"});
  refused("5 < pelvis_tilt", 0, {"\"5\" has no unit", "write 5 deg"});
  refused("pelvis_tilt + 2 > 5 deg", 14, {"\"2\" has no unit", "write 2 deg"});
  refused("min(pelvis_tilt, 5) > 2 deg", 17, {"\"5\" has no unit"});
  refused("pelvis_tilt > 5 rad", 16, {"\"rad\" is not a unit for an angle", "write 5 deg"});
  refused("pelvis_tilt > 0.4 s", 18, {"a time stands only after for"});
  refused("pelvis_tilt > 5 deg for 0.4", 24, {"\"0.4\" has no unit", "0.4 s or 400 ms"});
  refused("pelvis_tilt > 5 deg for 5 deg", 26, {"\"deg\" is not a unit for a time"});
  refused("pelvis_tilt * pelvis_list > 5 deg", 12, {"two angles or speeds multiplied are neither"});
  refused("rate(pelvis_tilt) > 5 deg", 18, {"\"5 deg\" is an angle, and \"rate(pelvis_tilt)\" is a speed"});
  refused("rate(pelvis_tilt) > 40", 20, {"\"40\" has no unit", "write 40 deg/s"});
  refused("pelvis_tilt > 40 deg/s", 12, {"is an angle", "is a speed", "speeds with speeds"});
  refused("rate(pelvis_tilt) > 40 deg/ms", 27, {"\"ms\" is a unit without its number"});
  refused("rate(rate(pelvis_tilt)) > 40 deg/s", 5, {"is a speed, where an angle is needed"});
  refused("change(3 deg) > 1 deg", 7, {"\"3 deg\" never changes"});
  refused("rate(pelvis_tilt) / pelvis_tilt > 2", 18, {"is a speed, and divided by an angle or a speed"});
  CHECK_NOTHROW(parse_rule("rate(pelvis_tilt) / rate(pelvis_list) > 2"));
  CHECK_NOTHROW(parse_rule("2 * abs(rate(pelvis_tilt)) / 3 > 40 deg/s + 2 deg/s"));
  CHECK_NOTHROW(parse_rule("pelvis_tilt > 5 deg / 2"));

  refused("5 / pelvis_tilt > 5 deg", 2, {"divided by an angle"});
  refused("pelvis_tilt / pelvis_list > 5 deg", 26, {"is a ratio, not an angle"});
  CHECK_NOTHROW(parse_rule("hip_abduction_left / hip_abduction_right > 1.2"));
  CHECK_NOTHROW(parse_rule("hip_abduction_left > 2 * hip_abduction_right / 3"));
}

TEST_CASE("Comparisons are joined and angles are calculated with, never the other way round") {
  refused("pelvis_tilt", 0, {"is an angle, where a comparison is needed", "pelvis_tilt > 10 deg"});
  refused("5 deg", 0, {"where a comparison is needed"});
  refused("rate(pelvis_tilt)", 0, {"is a speed, where a comparison is needed", "rate(pelvis_tilt) > 40 deg/s"});
  refused("pelvis_tilt / pelvis_list", 0, {"is a ratio", "> 1.2"});
  refused("pelvis_tilt and pelvis_list > 5 deg", 0, {"where a comparison is needed"});
  refused("not pelvis_tilt", 4, {"where a comparison is needed"});
  refused("abs(pelvis_tilt) for 1 s", 0, {"where a comparison is needed"});
  refused("(pelvis_tilt > 5 deg) + 1 deg > 2 deg", 0, {"cannot be calculated with or compared"});
  refused("abs(pelvis_tilt > 5 deg) > 2 deg", 4, {"cannot be calculated with or compared"});
  refused("-(pelvis_tilt > 5 deg) > 2 deg", 1, {"cannot be calculated with or compared"});
}

TEST_CASE("What is always or never true is refused", "[SR-3]") {
  refused("5 deg > 3 deg", 6, {"always true", "fixed numbers only"});
  refused("2 < 1", 2, {"never true"});
  refused("pelvis_tilt > 400 deg", 12, {"never true", "between -360 and 360 deg"});
  refused("pelvis_tilt > 360 deg", 12, {"never true"});
  refused("pelvis_tilt > -361 deg", 12, {"always true"});
  refused("400 deg > pelvis_tilt", 8, {"always true"});
  refused("abs(pelvis_tilt) < 0 deg", 17, {"never true"});
  refused("abs(pelvis_tilt) >= 0 deg", 17, {"always true"});
  refused("pelvis_tilt * 0 <= 0 deg", 16, {"always true"});
  refused("min(pelvis_tilt, 3 deg) > 3 deg", 24, {"never true"});
  refused("max(pelvis_tilt, 3 deg) < 3 deg", 24, {"never true"});
  refused("pelvis_tilt - pelvis_list >= 721 deg", 26, {"never true"});
  refused("pelvis_tilt + 1 deg < pelvis_tilt + 1 deg", 20, {"with itself"});
  refused("pelvis_tilt / 0 > 1 deg", 12, {"always zero"});
  refused("pelvis_tilt / (2 - 2) > 1 deg", 12, {"always zero"});
  CHECK_NOTHROW(parse_rule("pelvis_tilt >= 360 deg"));
  CHECK_NOTHROW(parse_rule("pelvis_tilt - pelvis_list > 719 deg"));
  CHECK_NOTHROW(parse_rule("min(pelvis_tilt, 3 deg) > 2 deg"));
}

TEST_CASE("A time after for is above zero and at most ten minutes") {
  refused("pelvis_tilt > 5 deg for 0 s", 24, {"no time at all"});
  refused("pelvis_tilt > 5 deg for 1e-10 s", 24, {"no time at all"});
  refused("pelvis_tilt > 5 deg for -1 s", 24, {"above zero"});
  refused("pelvis_tilt > 5 deg for 600.1 s", 24, {"write at most 600 s"});
  refused("pelvis_tilt > 5 deg for 1e300 s", 24, {"write at most 600 s"});
  CHECK(parse_rule("pelvis_tilt > 5 deg for 600 s").program.back().duration == longest_window);
  CHECK(parse_rule("pelvis_tilt > 5 deg for 1e-9 s").program.back().duration == Time{1});
}

TEST_CASE("A for behind a chain is refused, because it could mean two things") {
  refused("pelvis_tilt > 5 deg and pelvis_list > 5 deg for 1 s", 44, {"could mean", "parentheses"});
  refused("pelvis_tilt > 5 deg or pelvis_list > 5 deg for 1 s", 43, {"could mean"});
  refused("not pelvis_tilt > 5 deg for 1 s", 24, {"could mean"});
  refused("pelvis_tilt > 5 deg for 1 s for 2 s", 28, {"does not belong here"});
  CHECK_NOTHROW(parse_rule("(pelvis_tilt > 5 deg and pelvis_list > 5 deg) for 1 s"));
  CHECK_NOTHROW(parse_rule("pelvis_tilt > 5 deg and (pelvis_list > 5 deg for 1 s)"));
  CHECK_NOTHROW(parse_rule("not (pelvis_tilt > 5 deg for 1 s)"));
}

TEST_CASE("A text that is cut, empty or goes on is refused as a whole", "[SR-3]") {
  refused("", 0, {"empty"});
  refused(" \n\t", 0, {"empty"});
  refused("pelvis_tilt > 5 deg and", 23, {"ends too early"});
  refused("(pelvis_tilt > 5 deg", 20, {"ends too early", "closing parenthesis"});
  refused("pelvis_tilt > 5 deg)", 19, {"\")\" does not belong here"});
  refused("pelvis_tilt > 5 deg; pelvis_list > 5 deg", 19, {"\";\" does not belong here"});
  refused(std::string("pelvis_tilt > 5 deg\0", 20), 19, {"does not belong here"});
  refused("min(pelvis_tilt) > 5 deg", 15, {"write a comma here"});
  refused("abs pelvis_tilt > 5 deg", 4, {"write an opening parenthesis here"});
  refused("pelvis_tilt > 5 deg for soon", 24, {"write a time such as 0.4 s here"});
  const std::string whole = "(abs(pelvis_list) > 5 deg for 0.4 s) or min(pelvis_tilt, 2 * neck_flexion) < -1.5 deg";
  CHECK_NOTHROW(parse_rule(whole));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::string cut = whole.substr(0, length);
    if (cut == "(abs(pelvis_list) > 5 deg for 0.4 s)" || cut == "(abs(pelvis_list) > 5 deg for 0.4 s) ") continue;
    INFO(cut);
    CHECK_THROWS_AS(parse_rule(cut), RuleError);
  }
}

TEST_CASE("What ends a violation must not be true while it begins", "[SR-3]") {
  const auto contradictory = [](const std::string& text) {
    INFO(text);
    const Refusal found = refusal(text);
    CHECK(found.position == text.find("clears"));
    CHECK_THAT(found.message, Catch::Matchers::Contains("can be true while"));
  };
  contradictory("pelvis_tilt > 5 deg clears when pelvis_tilt < 6 deg");
  contradictory("pelvis_tilt > 5 deg clears when pelvis_tilt > 3 deg");
  contradictory("pelvis_tilt > 5 deg clears when pelvis_tilt > 5 deg");
  contradictory("pelvis_tilt >= 5 deg clears when pelvis_tilt <= 5 deg");
  contradictory("5 deg < pelvis_tilt clears when 6 deg > pelvis_tilt");
  contradictory("pelvis_tilt < -5 deg for 1 s clears when pelvis_tilt > -6 deg");
  contradictory("abs(rate(pelvis_tilt)) > 40 deg/s clears when abs(rate(pelvis_tilt)) < 2 * 25 deg/s");
  contradictory(
      "(pelvis_tilt > 5 deg and pelvis_list > 5 deg) clears when (pelvis_tilt > 5 deg and pelvis_list > 5 deg)");
  CHECK(parse_rule("pelvis_tilt > 5 deg clears when pelvis_tilt <= 5 deg").latches);
  CHECK(parse_rule("pelvis_tilt >= 5 deg clears when pelvis_tilt < 5 deg").latches);
  CHECK(parse_rule("abs(pelvis_tilt) > 5 deg for 0.4 s clears when abs(pelvis_tilt) < 3 deg for 1 s").latches);
  CHECK(parse_rule("pelvis_tilt > 5 deg clears when pelvis_list < 9 deg").latches);
  CHECK(parse_rule("not pelvis_tilt > 5 deg clears when pelvis_tilt > 6 deg").latches);
  CHECK_FALSE(parse_rule("pelvis_tilt > 5 deg").latches);
  refused("pelvis_tilt > 5 deg clears pelvis_tilt < 3 deg", 27, {"write when and what ends it"});
  refused("(pelvis_tilt > 5 deg clears when pelvis_tilt < 3 deg) for 1 s", 21, {"does not belong here"});
  refused("pelvis_tilt > 5 deg clears when pelvis_tilt", 32, {"where a comparison is needed"});
}

TEST_CASE("Words of time that could mean the last comparison or all before it are refused") {
  const std::string chain = "pelvis_tilt > 5 deg and pelvis_list > 5 deg ";
  refused(chain + "within 1 s", chain.size(), {"this within could mean", "(a and b) within 0.4 s"});
  refused(chain + "since pelvis_tilt > 1 deg within 1 s", chain.size(),
          {"this since could mean", "(b since c within 0.4 s)"});
  refused("pelvis_tilt > 5 deg since pelvis_list > 5 deg", 45, {"the rule ends too early", "within 2 s"});
  refused("pelvis_tilt > 5 deg since pelvis_list > 5 deg for 2 s", 46, {"does not belong here", "within 2 s"});
}

TEST_CASE("A rule knows the unit of its margin") {
  CHECK(parse_rule("pelvis_tilt > 5 deg and pelvis_list > 3 deg").margin_unit == MarginUnit::degrees);
  CHECK(parse_rule("abs(rate(pelvis_tilt)) > 40 deg/s for 0.1 s").margin_unit == MarginUnit::degrees_per_second);
  CHECK(parse_rule("pelvis_tilt / pelvis_list > 2").margin_unit == MarginUnit::none);
  CHECK(parse_rule("pelvis_tilt > 5 deg or rate(pelvis_tilt) > 40 deg/s").margin_unit == MarginUnit::mixed);
  CHECK(parse_rule("pelvis_tilt > 5 deg clears when rate(pelvis_tilt) < 2 deg/s").margin_unit == MarginUnit::degrees);
}

TEST_CASE("Size is bounded: text, steps, windows, parentheses, numbers") {
  const std::string comparison = "pelvis_tilt > 5 deg";
  refused(comparison + std::string(1000, ' '), 1000, {"longer than 1000 bytes"});
  CHECK_NOTHROW(parse_rule(comparison + std::string(1000 - comparison.size(), ' ')));

  const auto chain = [&](int count) {
    std::string text = comparison;
    for (int i = 1; i < count; ++i) text += " or " + comparison;
    return text;
  };
  CHECK(parse_rule(chain(16)).program.size() == 31);
  CHECK_THAT(refusal(chain(17)).message, Catch::Matchers::Contains("more than 48 steps"));

  const std::string window = "(" + comparison + " for 1 s)";
  const std::string four = window + " or " + window + " or " + window + " or " + window;
  CHECK(parse_rule(four).windows == 4);
  CHECK_THAT(refusal(four + " or " + window).message, Catch::Matchers::Contains("remember 4"));
  CHECK(parse_rule("(pelvis_tilt > 1 deg since pelvis_list > 2 deg within 1 s) within 2 s").windows == 2);
  const std::string speed = "rate(pelvis_tilt) > 40 deg/s";
  const std::string speeds = speed + " or " + speed + " or " + speed + " or " + speed;
  CHECK(parse_rule(speeds).angles == 4);
  CHECK_THAT(refusal(speeds + " or change(pelvis_tilt) > 4 deg").message,
             Catch::Matchers::Contains("remember 4 angles"));

  const auto nested = [&](std::size_t depth) { return std::string(depth, '(') + comparison + std::string(depth, ')'); };
  CHECK_NOTHROW(parse_rule(nested(deepest_nesting)));
  CHECK_NOTHROW(parse_rule(nested(deepest_nesting) + " or " + nested(deepest_nesting)));
  refused(nested(deepest_nesting + 1), deepest_nesting, {"16 deep"});
  CHECK_THROWS_AS(parse_rule(std::string(1000, '(')), RuleError);
  CHECK_THROWS_AS(parse_rule(std::string(1000, '-')), RuleError);

  refused("pelvis_tilt > 1e999 deg", 14, {"\"1e999\" is beyond"});
  refused("1e308 deg + 1e308 deg > pelvis_tilt", 0, {"is beyond"});
}

}  // namespace safety_condition_test
