#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/safety/monitor.hpp>

#include "catch.hpp"
#include "safety/postures.hpp"
#include "safety/rule_reference.hpp"

namespace safety_rules_property_test {

using namespace stretchcore;
using enum RuleVerdict;

namespace {

RuleVerdict verdict(std::optional<bool> truth) { return !truth ? unknown : *truth ? violated : ok; }

const std::array<std::string, 8> pair_rules{
    "knee_flexion < 0 deg for 0.28 s",
    "hip_abduction > 61 deg",
    "abs(hip_rotation) > 10 deg or knee_flexion < 5 deg",
    "(hip_abduction > 20 deg and not knee_flexion < 5 deg) for 200 ms",
    "hip_abduction - 2 * knee_flexion > 3 deg",
    "min(hip_abduction, knee_flexion) > 10 deg for 0.5 s",
    "max(hip_abduction, 12 deg) > 1.5 * knee_flexion",
    "not (hip_abduction / knee_flexion > 1.5 for 0.1 s)",
};

std::vector<Posture> leg_trace(Random& random, std::size_t length) {
  std::vector<Posture> trace;
  std::array<double, channel_count> angles{};
  for (std::size_t i = 0; i < length; ++i) {
    Posture posture{Time{static_cast<std::int64_t>(i) * 33'333'333}};
    for (const Motion motion : {Motion::hip_abduction, Motion::hip_rotation, Motion::knee_flexion}) {
      for (const Side side : both_sides) {
        double& angle = angles[index(channel(motion, side))];
        angle += random_below(random, 21) - 10 + (angle < 0 ? 3 : -1);
        if (random_below(random, 20) != 0) posture.set(channel(motion, side), degrees(angle));
      }
    }
    trace.push_back(posture);
  }
  return trace;
}

/// The postures whose time is later than that of all before them.
Trace those_judged(const Trace& trace) {
  Trace judged;
  for (const Posture& posture : trace) {
    if (judged.empty() || posture.time > judged.back().time) judged.push_back(posture);
  }
  return judged;
}

std::string mutated(std::string text, Random& random) {
  static const std::array<std::string, 24> pieces{"nan",
                                                  "inf",
                                                  "1e999",
                                                  "deg",
                                                  "s",
                                                  " for ",
                                                  " and ",
                                                  " or ",
                                                  "not ",
                                                  "(",
                                                  ")",
                                                  "<",
                                                  ">=",
                                                  "=",
                                                  "-",
                                                  "*",
                                                  "/ 0",
                                                  "abs(",
                                                  "min(",
                                                  ",",
                                                  "0.4 s",
                                                  "knee_flexion",
                                                  std::string("\0", 1),
                                                  "\xc2\xb0\xff"};
  const int changes = 1 + random_below(random, 3);
  for (int i = 0; i < changes; ++i) {
    const auto at = static_cast<std::size_t>(random_below(random, static_cast<int>(text.size()) + 1));
    const auto other = static_cast<std::size_t>(random_below(random, static_cast<int>(text.size()) + 1));
    const std::string& piece = pieces[static_cast<std::size_t>(random_below(random, static_cast<int>(pieces.size())))];
    switch (random_below(random, 7)) {
      case 0:
        text.erase(at, 1);
        break;
      case 1:
        text.resize(at);
        break;
      case 2:
        text.insert(at, piece);
        break;
      case 3:
        text.insert(at, 1, static_cast<char>(random_below(random, 256)));
        break;
      case 4:
        if (at < text.size() && other < text.size()) std::swap(text[at], text[other]);
        break;
      case 5:
        text.insert(at, text.substr(std::min(at, other), 12));
        break;
      default:
        text.replace(at, 4, piece);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("A reference written from the definitions agrees on every verdict of random rules over random traces",
          "[SR-1]") {
  Random random{20240611};
  long verdicts = 0;
  std::array<long, 4> counts{};
  for (int rules = 0; rules < 250;) {
    const RuleTree tree = random_rule(random);
    std::optional<Condition> condition;
    try {
      condition = parse_rule(tree.text());
    } catch (const RuleError&) {
      continue;
    }
    ++rules;
    for (int traces = 0; traces < 64; ++traces) {
      const Trace trace = random_trace(random, 64);
      const Trace seen = those_judged(trace);
      const Truths expected = tree.truths(seen);
      ConditionState state;
      auto next = expected.begin();
      Time last{-1};
      for (const Posture& posture : trace) {
        if (posture.time > last) ++next;
        last = std::max(last, posture.time);
        const RuleVerdict found = evaluate(*condition, state, posture);
        if (found != verdict(next[-1])) {
          INFO(tree.text() << " at sample " << next - expected.begin() << " of trace " << traces);
          REQUIRE(found == verdict(next[-1]));
        }
        if (!fits(*condition, state)) FAIL(tree.text());
        ++verdicts;
        ++counts[static_cast<std::size_t>(found)];
      }
    }
  }
  CHECK(verdicts >= 1'000'000);
  for (const RuleVerdict each : {ok, violated, unknown}) CHECK(counts[static_cast<std::size_t>(each)] > verdicts / 20);
}

TEST_CASE("A monitor says of each condition what it says alone, in sight and out of it", "[SR-1]") {
  Random random{20261128};
  for (int groups = 0; groups < 200; ++groups) {
    std::vector<Condition> conditions;
    while (conditions.size() < 5) {
      try {
        conditions.push_back(parse_rule(random_rule(random).text()));
      } catch (const RuleError&) {
      }
    }
    Monitor monitor{conditions};
    std::vector<ConditionState> alone(conditions.size());
    std::vector<Differences> differences(conditions.size());
    std::optional<Time> last;
    for (const Posture& posture : those_judged(random_trace(random, 64))) {
      if (last && random_below(random, 10) == 0) {
        for (const RuleVerdict out_of_sight : monitor.tick(*last + longest_gap + Time{1})) {
          REQUIRE(out_of_sight == unknown);
        }
        for (ConditionState& state : alone) interrupt(state);
      }
      last = posture.time;
      const auto verdicts = monitor.observe(posture);
      for (std::size_t i = 0; i < conditions.size(); ++i) {
        INFO(conditions[i].text);
        REQUIRE(verdicts[i] == evaluate(conditions[i], alone[i], posture, &differences[i]));
        REQUIRE(monitor.margin(i) == margin(conditions[i], differences[i]));
      }
    }
  }
}

TEST_CASE("A margin tells how far an angle can go before the verdict changes") {
  Random random{5};
  const std::array<std::string, 5> rules{
      "pelvis_tilt > 5 deg", "abs(pelvis_tilt) >= 8 deg", "not (pelvis_tilt > -3 deg and pelvis_tilt < 9 deg)",
      "pelvis_tilt < -2 deg or pelvis_tilt > 12 deg", "max(pelvis_tilt, 2 * pelvis_tilt - 4 deg) > 6 deg for 0.001 s"};
  for (const std::string& rule : rules) {
    const Condition condition = parse_rule(rule);
    REQUIRE(condition.margin_unit == MarginUnit::degrees);
    const auto judged = [&](double angle) {
      ConditionState state;
      evaluate(condition, state, posture_at(0.0, {{Channel::pelvis_tilt, angle}}));
      Differences differences;
      const RuleVerdict found =
          evaluate(condition, state, posture_at(0.1, {{Channel::pelvis_tilt, angle}}), &differences);
      return std::pair{found, margin(condition, differences)};
    };
    for (int i = 0; i < 200; ++i) {
      const double angle = random_below(random, 4000) / 100.0 - 20.0 + 0.003;
      const auto [found, room] = judged(angle);
      INFO(rule << " at " << angle);
      REQUIRE(room);
      CHECK((*room < 0.0) == (found == violated));
      for (const double share : {-0.49, 0.49}) CHECK(judged(angle + share * std::abs(*room)).first == found);
      const bool changes = judged(angle + 1.001 * *room).first != found ||
                           judged(angle - 1.001 * *room).first != found ||
                           judged(angle + 0.501 * *room).first != found || judged(angle - 0.501 * *room).first != found;
      CHECK(changes);
    }
  }
}

TEST_CASE("The copies of a rule for the two sides are mirror images") {
  Random random{7};
  for (const std::string& rule : pair_rules) {
    const auto conditions = parse_rule_by_side(rule);
    REQUIRE(conditions.size() == 2);
    Monitor plain{{conditions[0], conditions[1]}};
    Monitor mirror{{conditions[1], conditions[0]}};
    for (const Posture& posture : leg_trace(random, 500)) {
      const auto a = plain.observe(posture);
      const auto b = mirror.observe(posture.mirrored());
      REQUIRE(std::equal(a.begin(), a.end(), b.begin(), b.end()));
    }
  }
}

TEST_CASE("Shifting time changes no verdict") {
  Random random{8};
  for (const std::string& rule : pair_rules) {
    const Condition condition = parse_rule_by_side(rule)[0];
    for (const Time shift : {Time{1}, Time{-5'000'000'001}, Time{1'000'000'000'000'000}}) {
      ConditionState here, there;
      for (Posture posture : leg_trace(random, 200)) {
        const RuleVerdict expected = evaluate(condition, here, posture);
        posture.time += shift;
        REQUIRE(evaluate(condition, there, posture) == expected);
      }
    }
  }
}

TEST_CASE("A condition held for 0.4 s fires at the same time at any frame rate, within one sample") {
  for (const int rate : {15, 30, 60, 120}) {
    Monitor monitor{{parse_rule("pelvis_tilt > 5 deg for 0.4 s")}};
    const double begins = 1.0;
    double fired = 0.0;
    for (int i = 0; i <= 3 * rate && fired == 0.0; ++i) {
      const double time = static_cast<double>(i) / rate;
      if (monitor.observe(posture_at(time, {{Channel::pelvis_tilt, time >= begins ? 9 : 0}}))[0] == violated)
        fired = time;
    }
    INFO(rate << " Hz");
    CHECK(fired >= begins + 0.4);
    CHECK(fired <= begins + 0.4 + 1.0 / rate + 1e-9);
  }
}

TEST_CASE("A frame rate that changes on the way changes nothing about the time") {
  Monitor monitor{{parse_rule("pelvis_tilt > 5 deg for 0.5 s")}};
  double time = 0.0;
  for (int i = 0; i < 15; ++i, time += 1.0 / 60)
    CHECK(monitor.observe(posture_at(time, {{Channel::pelvis_tilt, 9}}))[0] == ok);
  for (; time < 0.4999; time += 1.0 / 30)
    CHECK(monitor.observe(posture_at(time, {{Channel::pelvis_tilt, 9}}))[0] == ok);
  CHECK(monitor.observe(posture_at(0.5001, {{Channel::pelvis_tilt, 9}}))[0] == violated);
}

TEST_CASE("A mutated rule is a rule or is refused with a place inside it, and never runs a part of itself", "[SR-3]") {
  Random random{99};
  std::vector<std::string> texts(pair_rules.begin(), pair_rules.end());
  for (int i = 0; i < 30; ++i) texts.push_back(random_rule(random).text().substr(0, longest_rule_text));
  long accepted = 0, refused = 0;
  for (int i = 0; i < 10000; ++i) {
    const std::string text =
        mutated(texts[static_cast<std::size_t>(random_below(random, static_cast<int>(texts.size())))], random);
    try {
      const auto conditions = parse_rule_by_side(text);
      ++accepted;
      for (const Condition& condition : conditions) {
        ConditionState state;
        evaluate(condition, state, posture_at(0, {{Channel::knee_flexion_left, 4}}));
        CHECK(condition.text == text);
      }
      CHECK_THROWS_AS(parse_rule_by_side(text + " ;"), RuleError);
      CHECK_THROWS_AS(parse_rule_by_side(text + " and"), RuleError);
    } catch (const RuleError& error) {
      ++refused;
      if (error.position() > text.size()) FAIL(error.what());
    }
  }
  CHECK(accepted > 100);
  CHECK(refused > 3000);
}

}  // namespace safety_rules_property_test
