#include <cmath>
#include <functional>
#include <map>
#include <numbers>
#include <string>
#include <vector>

#include <stretchcore/session/analyse.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_built_in_rules_test {

using namespace stretchcore;

namespace {

/// Ten openings of 35°, seen at `rate` with `noise`; `course` gives the share of the way at a time since the start of
/// one that takes `cycle`.
Recording openings(double cycle, const std::function<double(double)>& course, double rate, double noise = 0.2) {
  Dice dice{3};
  std::vector<double> time;
  std::vector<double> left, right;
  for (double t = 0.0; t < 10.0 * cycle + 8.0; t += 1.0 / rate) {
    const double since = t - 5.0;
    const bool moving = since >= 0.0 && since < 10.0 * cycle;
    const double angle = 5.0 + (moving ? 35.0 * course(std::fmod(since, cycle)) : 0.0);
    time.push_back(t);
    left.push_back(angle + noise * dice.next());
    right.push_back(angle + noise * dice.next());
  }
  Recording recording{time};
  recording.set(Channel::hip_abduction_left, left);
  recording.set(Channel::hip_abduction_right, right);
  return recording;
}

/// There and back as a cosine, as slow as `cycle` says.
std::function<double(double)> even(double cycle) {
  return [=](double t) { return 0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * t / cycle); };
}

/// The rules that were violated on the left, each with how often.
std::map<std::string, int> violated(const Recording& recording) {
  std::map<std::string, int> found;
  for (const RuleRow& row : analyse(recording, inner_thigh()).rule_table) {
    if (row.violations > 0 && row.side == Side::left) found[row.rule] = row.violations;
  }
  return found;
}

using Found = std::map<std::string, int>;

}  // namespace

TEST_CASE("unhurried openings violate no rule about how they are done, at any rate, with an honest sensor's noise",
          "[SR-18]") {
  for (const double rate : {15.0, 30.0, 60.0, 120.0}) {
    for (const double noise : {0.2, 1.0, 4.0}) {
      INFO(rate << " Hz, " << noise << "°");
      CHECK(violated(openings(5.0, even(5.0), rate, noise)).empty());
    }
  }
}

TEST_CASE("legs that drop open, snap shut, or jerk are told apart from legs that are moved", "[SR-18]") {
  for (const double rate : {30.0, 60.0, 120.0}) {
    INFO(rate << " Hz");
    // Dropping: open within 0.7 s, slowly back.
    const auto drop = [](double t) {
      return t < 0.7 ? even(1.4)(t) : 1.0 - (t - 0.7) / 3.3 < 0.0 ? 0.0 : 1.0 - (t - 0.7) / 3.3;
    };
    const Found dropping = violated(openings(5.0, drop, rate));
    CHECK(dropping.contains("slow-opening"));
    CHECK_FALSE(dropping.contains("slow-return"));
    const auto snap = [&](double t) { return drop(5.0 - t); };
    const Found snapping = violated(openings(5.0, snap, rate));
    CHECK(snapping.contains("slow-return"));
    CHECK_FALSE(snapping.contains("slow-opening"));
    CHECK(violated(openings(
                       1.2, [](double t) { return even(1.2)(t) * 1.4; }, rate))
              .contains("no-jerks"));
  }
}

TEST_CASE("bouncing at the end of an opening is seen, a turn is not", "[SR-18]") {
  for (const double rate : {30.0, 60.0, 120.0}) {
    INFO(rate << " Hz");
    const auto bounce = [](double t) {
      const double after_turn = t - 2.5;
      const double bouncing = std::abs(after_turn) < 0.75 ? 0.12 * std::sin(4.0 * std::numbers::pi * after_turn) : 0.0;
      return even(5.0)(t) + bouncing;
    };
    CHECK(violated(openings(5.0, bounce, rate))["no-bouncing"] >= 8);
    CHECK_FALSE(violated(openings(3.0, even(3.0), rate)).contains("no-bouncing"));
  }
}

TEST_CASE("staying out there is seen, a slow repetition is not", "[SR-18]") {
  const auto linger = [](double t) { return t < 2.5 ? even(5.0)(t) : t < 10.5 ? 1.0 : even(5.0)(t - 8.0); };
  CHECK(violated(openings(13.0, linger, 30.0))["no-lingering"] == 10);
  CHECK(violated(openings(9.0, even(9.0), 30.0)).empty());
}

TEST_CASE("the words of what is done too fast are said, and the session goes on") {
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh())}, {.rate = 30, .cycle = seconds(2.4)}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(15));
  bool told = false;
  for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) told = told || cue.moment == Moment::rule;
  CHECK(told);
  CHECK(rehearsal.session.phase() == Phase::stretching);
}

TEST_CASE("a rule within the error of the sensor is judged from further out, and that is said once", "[SR-15]") {
  SessionOptions options;
  options.error_model = ErrorModel{.repetition = degrees(4), .session = degrees(6)};
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh()), options}, {.hidden = {}}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  std::vector<std::string> rules;
  for (const RuleWidened& event : all<RuleWidened>(rehearsal.events)) {
    CHECK(event.limit == degrees(8));
    rules.push_back(inner_thigh().rules.at(static_cast<std::size_t>(event.rule)).id);
  }
  CHECK(rules == std::vector<std::string>{"soft-knees", "level-pelvis"});
  rehearsal.body.knees = degrees(-7);  // violated as written, and within the noise of this sensor
  rehearsal.play_for(seconds(3));
  CHECK(all<RuleChanged>(rehearsal.latest).empty());
  CHECK(inside(rehearsal.session).rules[0].condition.verdict == RuleVerdict::ok);
  rehearsal.body.knees = degrees(-9);
  rehearsal.play_for(seconds(3));
  CHECK(inside(rehearsal.session).rules[0].condition.verdict == RuleVerdict::violated);
}

TEST_CASE("an analysis says from where on a rule was judged") {
  SessionOptions options;
  options.error_model = ErrorModel{.repetition = degrees(4), .session = degrees(6)};
  for (const RuleRow& row : analyse(openings(5.0, even(5.0), 30.0), inner_thigh(), options).rule_table) {
    const bool narrow = row.rule == "soft-knees" || row.rule == "level-pelvis";
    CHECK(row.widened_to == (narrow ? std::optional{degrees(8)} : std::nullopt));
  }
}

TEST_CASE("breathing is thought of once a block while the person is seen") {
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh())}};
  rehearsal.play();
  const int blocks = static_cast<int>(all<SetCompleted>(rehearsal.events).size());
  REQUIRE(blocks > 0);
  CHECK(count_of(rehearsal.events, Moment::breath) >= 1);
  CHECK(count_of(rehearsal.events, Moment::breath) <= blocks);
}

}  // namespace session_built_in_rules_test
