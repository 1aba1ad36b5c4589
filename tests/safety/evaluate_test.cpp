#include <limits>
#include <type_traits>
#include <vector>

#include <stretchcore/safety/evaluate.hpp>

#include "catch.hpp"
#include "safety/postures.hpp"

namespace safety_evaluate_test {

using namespace stretchcore;
using enum RuleVerdict;

namespace {

constexpr auto tilt = Channel::pelvis_tilt;
constexpr auto list = Channel::pelvis_list;
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

static_assert(std::is_trivially_copyable_v<ConditionState>);
static_assert(noexcept(evaluate(std::declval<const Condition&>(), std::declval<ConditionState&>(),
                                std::declval<const Posture&>())));

/// A rule that is shown pelvis tilts one after the other.
struct Watch {
  explicit Watch(std::string_view rule) : condition(parse_rule(rule)) {}

  RuleVerdict see(double time, double angle) { return evaluate(condition, state, posture_at(time, {{tilt, angle}})); }
  RuleVerdict see_nothing(double time) { return evaluate(condition, state, posture_at(time)); }

  Condition condition;
  ConditionState state;
};

}  // namespace

TEST_CASE("Comparisons say what must not happen, exactly at the limit too") {
  CHECK(verdict_of("pelvis_tilt < 5 deg", {{tilt, 4.999}}) == violated);
  CHECK(verdict_of("pelvis_tilt < 5 deg", {{tilt, 5}}) == ok);
  CHECK(verdict_of("pelvis_tilt <= 5 deg", {{tilt, 5}}) == violated);
  CHECK(verdict_of("pelvis_tilt <= 5 deg", {{tilt, 5.001}}) == ok);
  CHECK(verdict_of("pelvis_tilt > 5 deg", {{tilt, 5.001}}) == violated);
  CHECK(verdict_of("pelvis_tilt > 5 deg", {{tilt, 5}}) == ok);
  CHECK(verdict_of("pelvis_tilt >= 5 deg", {{tilt, 5}}) == violated);
  CHECK(verdict_of("pelvis_tilt >= 5 deg", {{tilt, 4.999}}) == ok);
}

TEST_CASE("Arithmetic is what it is on paper") {
  CHECK(verdict_of("pelvis_tilt + pelvis_list >= 7 deg", {{tilt, 3}, {list, 4}}) == violated);
  CHECK(verdict_of("pelvis_tilt - pelvis_list <= -1 deg", {{tilt, 3}, {list, 4}}) == violated);
  CHECK(verdict_of("pelvis_list - pelvis_tilt <= -1 deg", {{tilt, 3}, {list, 4}}) == ok);
  CHECK(verdict_of("2 * pelvis_tilt >= 6 deg", {{tilt, 3}}) == violated);
  CHECK(verdict_of("2 * pelvis_tilt > 6 deg", {{tilt, 3}}) == ok);
  CHECK(verdict_of("pelvis_tilt / 2 <= 1.5 deg", {{tilt, 3}}) == violated);
  CHECK(verdict_of("pelvis_tilt / pelvis_list > 1.5", {{tilt, 8}, {list, 4}}) == violated);
  CHECK(verdict_of("pelvis_tilt / pelvis_list > 2.5", {{tilt, 8}, {list, 4}}) == ok);
  CHECK(verdict_of("-pelvis_tilt >= 3 deg", {{tilt, -3}}) == violated);
  CHECK(verdict_of("abs(pelvis_tilt) >= 3 deg", {{tilt, -3}}) == violated);
  CHECK(verdict_of("abs(pelvis_tilt) >= 3 deg", {{tilt, 3}}) == violated);
  CHECK(verdict_of("min(pelvis_tilt, pelvis_list) < 4 deg", {{tilt, 8}, {list, 3}}) == violated);
  CHECK(verdict_of("min(pelvis_tilt, pelvis_list) < 3 deg", {{tilt, 8}, {list, 3}}) == ok);
  CHECK(verdict_of("max(pelvis_tilt, pelvis_list) > 7 deg", {{tilt, 8}, {list, 3}}) == violated);
  CHECK(verdict_of("max(pelvis_tilt, pelvis_list) > 8 deg", {{tilt, 8}, {list, 3}}) == ok);
}

TEST_CASE("And, or and not are Kleene's: unknown only where the answer depends on it") {
  const auto verdict = [](std::string_view rule, RuleVerdict left, RuleVerdict right) {
    Posture posture = posture_at(0);
    if (left != unknown) posture.set(tilt, degrees(left == violated ? 1 : -1));
    if (right != unknown) posture.set(list, degrees(right == violated ? 1 : -1));
    ConditionState state;
    return evaluate(parse_rule(rule), state, posture);
  };
  struct Row {
    RuleVerdict a, b, both, either;
  };
  const std::vector<Row> table{{ok, ok, ok, ok},
                               {ok, violated, ok, violated},
                               {ok, unknown, ok, unknown},
                               {violated, ok, ok, violated},
                               {violated, violated, violated, violated},
                               {violated, unknown, unknown, violated},
                               {unknown, ok, ok, unknown},
                               {unknown, violated, unknown, violated},
                               {unknown, unknown, unknown, unknown}};
  for (const Row& row : table) {
    CHECK(verdict("pelvis_tilt > 0 deg and pelvis_list > 0 deg", row.a, row.b) == row.both);
    CHECK(verdict("pelvis_tilt > 0 deg or pelvis_list > 0 deg", row.a, row.b) == row.either);
  }
  CHECK(verdict("not pelvis_tilt > 0 deg", ok, ok) == violated);
  CHECK(verdict("not pelvis_tilt > 0 deg", violated, ok) == ok);
  CHECK(verdict("not pelvis_tilt > 0 deg", unknown, ok) == unknown);
}

TEST_CASE("What is absent, NaN, infinite or divided by zero is unknown, in any place", "[SR-1]") {
  for (const std::string_view rule :
       {"pelvis_tilt > 5 deg", "5 deg > pelvis_tilt", "abs(pelvis_tilt) > 5 deg", "-pelvis_tilt > 5 deg",
        "min(pelvis_tilt, pelvis_list) > 5 deg", "max(pelvis_list, pelvis_tilt) > 5 deg",
        "min(pelvis_list, pelvis_tilt) > 5 deg", "max(pelvis_tilt, pelvis_list) > 5 deg",
        "pelvis_list + pelvis_tilt > 5 deg", "pelvis_list - 2 * pelvis_tilt > 5 deg", "pelvis_tilt / pelvis_list > 1.5",
        "pelvis_list / pelvis_tilt > 1.5", "not pelvis_tilt > 5 deg", "pelvis_tilt > 5 deg for 0.4 s"}) {
    INFO(rule);
    CHECK(verdict_of(rule, {{list, 10}}) == unknown);
    CHECK(verdict_of(rule, {{list, 10}, {tilt, not_a_number}}) == unknown);
    CHECK(verdict_of(rule, {{list, 10}, {tilt, infinite}}) == unknown);
    CHECK(verdict_of(rule, {{list, 10}, {tilt, -infinite}}) == unknown);
    CHECK(verdict_of(rule, {{list, 10}, {tilt, 2}}) != unknown);
  }
  CHECK(verdict_of("pelvis_tilt / pelvis_list > 1.5", {{tilt, 3}, {list, 0}}) == unknown);
  CHECK(verdict_of("pelvis_tilt / pelvis_list > 1.5", {{tilt, 0}, {list, 0}}) == unknown);
  CHECK(verdict_of("min(pelvis_tilt * 1e308, 5 deg) >= 5 deg", {{tilt, 300}}) == unknown);
  CHECK(verdict_of("pelvis_list > 5 deg", {{tilt, 9}}) == unknown);
}

TEST_CASE("An empty condition knows nothing") {
  ConditionState state;
  CHECK(evaluate(Condition{}, state, posture_at(0, {{tilt, 9}})) == unknown);
}

TEST_CASE("For is true once it was true without interruption for at least that long") {
  Watch watch("pelvis_tilt > 5 deg for 0.4 s");
  CHECK(watch.see(1.0, 9) == ok);
  CHECK(watch.see(1.2, 9) == ok);
  CHECK(watch.see(1.399999999, 9) == ok);
  CHECK(watch.see(1.4, 9) == violated);
  CHECK(watch.see(1.5, 9) == violated);
  CHECK(watch.see(1.6, 5) == ok);
  CHECK(watch.see(1.7, 9) == ok);
  CHECK(watch.see(2.05, 9) == ok);
  CHECK(watch.see(2.1, 9) == violated);
}

TEST_CASE("One NaN in a violation is unknown, and so it stays until it was seen for long enough again", "[SR-1]") {
  Watch watch("pelvis_tilt > 5 deg for 0.5 s");
  for (int i = 0; i < 60; ++i) watch.see(i / 60.0, 9);
  REQUIRE(watch.state.verdict == violated);
  CHECK(watch.see(1.0, not_a_number) == unknown);
  int sample = 61;
  for (; sample < 61 + 30; ++sample) CHECK(watch.see(sample / 60.0, 9) == unknown);
  CHECK(watch.see(sample / 60.0, 9) == violated);
}

TEST_CASE("A signal that flickers never makes a held violation ok", "[SR-1]") {
  Watch watch("pelvis_tilt > 5 deg for 0.5 s");
  watch.see(0, 9);
  for (int i = 1; i < 600; ++i) {
    const RuleVerdict verdict = watch.see(i / 60.0, i % 20 == 0 ? not_a_number : 9);
    if (i > 30) CHECK(verdict == unknown);
  }
}

TEST_CASE("After an interruption, what was seen false in between is ok") {
  Watch watch("pelvis_tilt > 5 deg for 0.5 s");
  watch.see(0.0, 9);
  watch.see(0.4, 9);
  CHECK(watch.see_nothing(0.6) == unknown);
  CHECK(watch.see(0.7, 0) == ok);
  CHECK(watch.see(0.8, 9) == ok);
  CHECK(watch.see(1.25, 9) == ok);
  CHECK(watch.see(1.3, 9) == violated);
}

TEST_CASE("A long for does not become unknown because of a short loss at its beginning") {
  Watch watch("pelvis_tilt > 5 deg for 60 s");
  CHECK(watch.see(0.0, 9) == ok);
  CHECK(watch.see(0.2, not_a_number) == unknown);
  double time = 0.4;
  for (; time < 59.9; time += 0.4) CHECK(watch.see(time, 9) == ok);
  CHECK(watch.see(60.0, 9) == unknown);
  CHECK(watch.see(60.399, 9) == unknown);
  CHECK(watch.see(60.4, 9) == violated);
}

TEST_CASE("More than half a second between two postures was not seen") {
  Watch seen("pelvis_tilt > 5 deg for 0.4 s");
  seen.see(0.0, 9);
  CHECK(seen.see(0.5, 9) == violated);

  Watch gap("pelvis_tilt > 5 deg for 0.4 s");
  gap.see(0.0, 9);
  CHECK(gap.see(0.500000001, 9) == unknown);
  CHECK(gap.see(0.8, 9) == unknown);
  CHECK(gap.see(0.900000001, 9) == violated);

  Watch safe_before("pelvis_tilt > 5 deg for 0.4 s");
  CHECK(safe_before.see(0.0, 0) == ok);
  CHECK(safe_before.see(10.0, 9) == unknown);
  CHECK(safe_before.see(10.1, 0) == ok);
}

TEST_CASE("A posture whose time does not increase changes nothing") {
  Watch watch("pelvis_tilt > 5 deg for 0.4 s");
  watch.see(1.0, 9);
  const ConditionState before = watch.state;
  for (const double time : {1.0, 0.9, -1e6}) {
    CHECK(watch.see(time, 0) == ok);
    CHECK(watch.state == before);
  }
  CHECK(watch.see(1.4, 9) == violated);
}

TEST_CASE("Windows go on inside or, and, not and each other") {
  Watch either("neck_flexion > 5 deg or (pelvis_tilt > 5 deg for 0.4 s)");
  const auto see = [&](double time, double neck) {
    return evaluate(either.condition, either.state, posture_at(time, {{tilt, 9}, {Channel::neck_flexion, neck}}));
  };
  CHECK(see(0.0, 9) == violated);
  CHECK(see(0.3, 9) == violated);
  CHECK(see(0.4, 0) == violated);

  Watch twice("(pelvis_tilt > 5 deg for 0.2 s) for 0.2 s");
  for (const double time : {0.0, 0.1, 0.2, 0.3}) CHECK(twice.see(time, 9) == ok);
  CHECK(twice.see(0.4, 9) == violated);

  Watch inverted("not (pelvis_tilt > 5 deg for 0.2 s)");
  CHECK(inverted.see(0.0, 9) == violated);
  CHECK(inverted.see(0.2, 9) == ok);
}

TEST_CASE("An interruption makes the verdict unknown and lets nothing be held over it") {
  Watch watch("pelvis_tilt > 5 deg for 0.4 s");
  watch.see(0.0, 9);
  watch.see(0.4, 9);
  interrupt(watch.state);
  CHECK(watch.state.verdict == unknown);
  CHECK(watch.see(0.5, 9) == unknown);
  CHECK(watch.see(0.9, 9) == violated);
}

TEST_CASE("Times at the ends of their type are judged like others") {
  Condition condition = parse_rule("pelvis_tilt > 5 deg for 0.4 s");
  ConditionState state;
  Posture posture = posture_at(0, {{tilt, 9}});
  posture.time = Time::min();
  CHECK(evaluate(condition, state, posture) == ok);
  posture.time = Time::max();
  CHECK(evaluate(condition, state, posture) == unknown);
}

TEST_CASE("Within is true until its time has passed since it was last seen true") {
  Watch watch{"pelvis_tilt > 5 deg within 1 s"};
  CHECK(watch.see(0.0, 0) == ok);
  CHECK(watch.see(0.4, 9) == violated);
  for (const double time : {0.6, 0.8, 1.2, 1.4}) CHECK(watch.see(time, 0) == violated);
  CHECK(watch.see(1.401, 0) == ok);
  CHECK(watch.see_nothing(1.6) == unknown);
  for (const double time : {1.8, 2.2, 2.6}) CHECK(watch.see(time, 0) == unknown);
  CHECK(watch.see(2.601, 0) == ok);
  CHECK(watch.see(3.2, 0) == unknown);  // nobody looked for longer than half a second
  CHECK(watch.see(3.6, 9) == violated);
}

TEST_CASE("Since goes on as long as it is seen, and for no longer than its time") {
  Condition condition = parse_rule("pelvis_tilt > 5 deg since pelvis_list > 5 deg within 1 s");
  ConditionState state;
  const auto see = [&](double time, double lasting, double beginning) {
    return evaluate(condition, state, posture_at(time, {{tilt, lasting}, {list, beginning}}));
  };
  CHECK(see(0.0, 9, 0) == ok);        // it never began
  CHECK(see(0.2, 0, 9) == violated);  // beginning is enough
  CHECK(see(0.4, 9, 0) == violated);
  CHECK(see(0.8, 9, 0) == violated);
  CHECK(see(1.2, 9, 0) == violated);
  CHECK(see(1.201, 9, 0) == ok);
  CHECK(see(1.4, 9, 9) == violated);
  CHECK(see(1.6, 0, 0) == ok);
  CHECK(see(1.8, 9, 0) == ok);
  CHECK(see(2.0, 9, not_a_number) == unknown);  // it may begin
  CHECK(see(2.2, 9, 0) == unknown);
  CHECK(see(2.4, 0, 0) == ok);
  CHECK(see(2.6, 0, 9) == violated);
  CHECK(see(2.8, not_a_number, 0) == unknown);
  CHECK(see(3.0, 9, 0) == unknown);
}

TEST_CASE("Clears when holds a violation until it is seen to be over, so that noise at a limit does not chatter") {
  Watch watch{"pelvis_tilt > 5 deg clears when pelvis_tilt < 3 deg"};
  CHECK(watch.see(0.0, 4) == ok);
  CHECK(watch.see(0.1, 5.1) == violated);
  CHECK(watch.see(0.2, 4.9) == violated);
  CHECK(watch.see_nothing(0.3) == unknown);
  CHECK(watch.see(0.4, 4) == violated);  // what was seen is not forgotten
  CHECK(watch.see(1.4, 4) == violated);
  CHECK(watch.see(1.5, 2.9) == ok);
  CHECK(watch.see_nothing(1.6) == unknown);
  CHECK(watch.see(1.7, 4) == ok);
}

TEST_CASE("A rate is that between two postures; one that was not seen has none") {
  Watch watch{"rate(pelvis_tilt) > 40 deg/s"};
  CHECK(watch.see(0.0, 0) == unknown);
  CHECK(watch.see(0.1, 4) == ok);
  CHECK(watch.see(0.2, 8.1) == violated);
  CHECK(watch.see_nothing(0.3) == unknown);
  CHECK(watch.see(0.4, 8) == unknown);
  CHECK(watch.see(0.5, 0) == ok);
  CHECK(watch.see(1.1, 9) == unknown);
  CHECK(watch.see(1.2, 9) == ok);
  interrupt(watch.state);
  CHECK(watch.see(1.3, 9) == unknown);
}

TEST_CASE("A change is that from where it was first seen, whatever was lost in between") {
  Watch watch{"abs(change(pelvis_tilt)) > 8 deg"};
  CHECK(watch.see_nothing(0.0) == unknown);
  CHECK(watch.see(0.1, -30) == ok);
  CHECK(watch.see(0.2, -22.5) == ok);
  CHECK(watch.see_nothing(0.3) == unknown);
  CHECK(watch.see(5.0, -21.5) == violated);
  CHECK(watch.see(5.1, -38.5) == violated);
}

TEST_CASE("A margin is inside above zero, outside below, and nothing where it is not known") {
  const auto margin_of = [](std::string_view rule, std::initializer_list<std::pair<Channel, double>> angles) {
    const Condition condition = parse_rule(rule);
    ConditionState state;
    Differences differences;
    evaluate(condition, state, posture_at(0, angles), &differences);
    return margin(condition, differences);
  };
  CHECK(margin_of("pelvis_tilt > 5 deg", {{tilt, 1}}) == 4);
  CHECK(margin_of("pelvis_tilt > 5 deg", {{tilt, 7}}) == -2);
  CHECK(margin_of("5 deg <= abs(pelvis_tilt)", {{tilt, -7}}) == -2);
  CHECK(margin_of("pelvis_tilt < 5 deg for 1 s", {{tilt, 4}}) == -1);
  CHECK(margin_of("not pelvis_tilt < 5 deg", {{tilt, 4}}) == 1);
  CHECK(margin_of("pelvis_tilt > 5 deg or pelvis_list > 3 deg", {{tilt, 1}, {list, 2}}) == 1);
  CHECK(margin_of("pelvis_tilt > 5 deg and pelvis_list > 3 deg", {{tilt, 1}, {list, 2}}) == 4);
  CHECK(margin_of("pelvis_tilt > 5 deg since pelvis_list > 3 deg within 1 s", {{tilt, 1}, {list, 2}}) == 4);
  CHECK(margin_of("pelvis_tilt > 5 deg clears when pelvis_list < 3 deg", {{tilt, 1}, {list, 2}}) == 4);
  CHECK(margin_of("pelvis_tilt > 5 deg or pelvis_list > 3 deg", {{tilt, 1}}) == std::nullopt);
  CHECK(margin_of("pelvis_tilt > 5 deg and pelvis_list > 3 deg", {{tilt, 1}}) == std::nullopt);
  CHECK(margin_of("pelvis_tilt > 5 deg and pelvis_list > 3 deg", {{list, 1}}) == std::nullopt);
  CHECK(margin_of("pelvis_tilt > 5 deg or rate(pelvis_list) > 3 deg/s", {{tilt, 1}, {list, 2}}) == std::nullopt);
  CHECK(margin(Condition{}, Differences{}) == std::nullopt);
}

TEST_CASE("A state that no condition of this kind can have is told from one that it can", "[SR-14]") {
  const Condition condition = parse_rule("rate(pelvis_tilt) > 5 deg/s for 1 s");
  ConditionState state;
  CHECK(fits(condition, state));
  evaluate(condition, state, posture_at(1, {{tilt, 3}}));
  evaluate(condition, state, posture_at(1.1, {{tilt, 9}}));
  REQUIRE(fits(condition, state));
  const auto forged = [&](auto&& change) {
    ConditionState other = state;
    change(other);
    return !fits(condition, other);
  };
  CHECK(forged([](ConditionState& s) { s.last.reset(); }));
  CHECK(forged([](ConditionState& s) { s.certain[0] = {seconds(2), true}; }));
  CHECK(forged([](ConditionState& s) { s.possible[0] = {seconds(2), true}; }));
  CHECK(forged([](ConditionState& s) { s.certain[1] = {seconds(1), true}; }));
  CHECK(forged([](ConditionState& s) { s.possible[3] = {seconds(1), true}; }));
  CHECK(forged([](ConditionState& s) { s.angles[0] = infinite; }));
  CHECK(forged([](ConditionState& s) { s.angles[1] = 1.0; }));
  CHECK(forged([](ConditionState& s) { s.latched = true; }));
  CHECK_FALSE(forged([](ConditionState& s) { s.interrupted = true; }));
}

}  // namespace safety_evaluate_test
