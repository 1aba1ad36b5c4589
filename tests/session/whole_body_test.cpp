// Every exercise of the catalog: what is counted, from any home, in its own direction and in no other, and that a
// person is guided through it to its end, seen or not, in three languages.

#include <algorithm>
#include <cmath>
#include <numbers>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/safety/screening.hpp>
#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/check.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"

namespace session_whole_body_test {

using namespace stretchcore;
using namespace stretchcore::literals;

constexpr int repetitions_each = 10;

/// How a made-up body moves: ten times out and back with a little rest, from a home of its own.
struct Course {
  double rate = 30.0;
  double home = 0.0;
  bool wrong_way = false;
  bool mirrored = false;
  std::optional<Side> shorter{};  ///< that side goes two thirds of the way
};

/// From 0 to 1 and back, with rest at both ends.
double out_and_back(double share, double stay) {
  const double moving = (1.0 - stay) / 2.0;
  const double x = std::clamp(std::min(share, 1.0 - share) / moving, 0.0, 1.0);
  return x * x * x * (10.0 + x * (-15.0 + 6.0 * x));
}

double per_side(const Movement& movement, Angle angle) {
  return movement.counted_by == CountedBy::sum ? angle.degrees() / 2.0 : angle.degrees();
}

/// How far one repetition goes: enough to count.
double way_of(const Movement& movement) {
  const double amplitude = per_side(movement, movement.floor_amplitude);
  return std::max({1.6 * amplitude, 1.15 * per_side(movement, movement.floor_level), 8.0});
}

double seconds_of(const Movement& movement) {
  const auto* repeat = std::get_if<Repeat>(&movement.effort);
  return repeat ? to_seconds(repeat->out + repeat->stay + repeat->back) : 8.0;
}

/// The turns of a movement: which side moves in which.
std::vector<std::optional<Side>> turns_of(const Movement& movement) {
  std::vector<std::optional<Side>> turns;
  for (int i = 0; i < repetitions_each; ++i) {
    if (movement.sides == Sides::alternating) turns.insert(turns.end(), {Side::left, Side::right});
    if (movement.sides == Sides::together || movement.sides == Sides::midline) turns.push_back(std::nullopt);
  }
  for (const Side side : both_sides) {
    if (movement.sides == Sides::one) turns.insert(turns.end(), repetitions_each, side);
  }
  return turns;
}

Recording recorded(const Movement& movement, const Course& course) {
  const Bilateral<SideSignal> signals = side_signals(movement);
  const double way = way_of(movement) * (course.wrong_way ? -1.0 : 1.0);
  const double lasts = seconds_of(movement);
  const double stay = std::holds_alternative<Repeat>(movement.effort) ? 0.0 : 0.3;
  constexpr double begins = 1.5;
  constexpr double rests = 0.6;
  const bool between = movement.direction == MotionDirection::both;
  const auto turns = turns_of(movement);
  const double whole = begins + static_cast<double>(turns.size()) * (lasts + rests) + 1.0;
  std::vector<double> time;
  Bilateral<std::vector<double>> angle;
  for (std::size_t i = 0; static_cast<double>(i) / course.rate < whole; ++i) {
    const double now = static_cast<double>(i) / course.rate;
    time.push_back(now);
    const double since = std::max(now - begins, 0.0);
    const auto turn = std::min(static_cast<std::size_t>(since / (lasts + rests)), turns.size() - 1);
    const double share = (since - static_cast<double>(turn) * (lasts + rests)) / lasts;
    double out = out_and_back(std::clamp(share, 0.0, 1.0), stay);
    if (between) out = std::sin(2.0 * std::numbers::pi * std::clamp(share, 0.0, 1.0));
    Bilateral<double> sides{};
    for (const Side side : both_sides) {
      if (turns[turn].value_or(side) == side) sides[side] = way * out * (course.shorter == side ? 2.0 / 3.0 : 1.0);
    }
    if (course.mirrored) std::swap(sides.left, sides.right);
    const bool one_way = signals.left.one_way;
    for (const Side side : both_sides) {
      const double moved = one_way ? sides.left - sides.right : sides[side] * signals[side].sign;
      angle[side].push_back(course.home + moved);
    }
  }
  Recording recording{time};
  for (const Side side : both_sides) recording.set(signals[side].channel, angle[side]);
  return recording;
}

/// Without noise, and as good a source as any: what is tested is what counts, not how well it is seen.
SessionOptions exact() {
  SessionOptions options;
  options.source = Source::optical_markers;
  options.error_model = ErrorModel{.repetition = degrees(0.5), .session = degrees(1)};
  return options;
}

/// A home that leaves room for the way within what a joint can do at all.
bool fits(const Movement& movement, const Course& course) {
  const JointLimits limits = joint_limits(*movement.motion);
  const double way = way_of(movement);
  const double low = course.home - way;
  const double high = course.home + way;
  return low > limits.lowest.degrees() && high < limits.highest.degrees();
}

void check_counted(const Exercise& exercise, const Course& course) {
  const Movement& movement = exercise.movement;
  INFO(exercise.id << " at home " << course.home << ", rate " << course.rate << ", mirrored " << course.mirrored);
  const Analysis found = analyse(recorded(movement, course), exercise, exact());
  const bool between = movement.direction == MotionDirection::both;
  const double way = way_of(movement) * (between ? 2.0 : 1.0);
  Bilateral<int> counted{};
  for (const Repetition& one : found.repetitions) {
    for (const Side side : both_sides) {
      if (one.side.value_or(side) != side) continue;
      ++counted[side];
      REQUIRE(one.peak[side]);
      REQUIRE(one.home[side]);
      const double excursion = (*one.peak[side] - *one.home[side]).degrees();
      CHECK(excursion == Approx(way).margin(0.5));
    }
  }
  CHECK(counted.left == repetitions_each);
  CHECK(counted.right == repetitions_each);
}

bool has_motion(const Exercise& exercise) { return exercise.movement.motion.has_value(); }

TEST_CASE("ten perfect repetitions are counted as ten, mirrored or not, at any rate and from any home") {
  for (const auto& [id, exercise] : catalog()) {
    if (!has_motion(exercise)) continue;
    for (const double home : {-40.0, -10.0, 0.0, 35.0, 90.0}) {
      for (const double rate : {15.0, 30.0, 60.0}) {
        for (const bool mirrored : {false, true}) {
          const Course course{.rate = rate, .home = home, .mirrored = mirrored};
          if (rate != 30.0 && home != 0.0) continue;
          if (fits(exercise.movement, course)) check_counted(exercise, course);
        }
      }
    }
  }
}

TEST_CASE("the same moved in the wrong direction counts nothing, and says why") {
  for (const auto& [id, exercise] : catalog()) {
    const Movement& movement = exercise.movement;
    // To the left and to the right of the midline, and between two ends, there is no wrong direction.
    if (!movement.motion || movement.direction == MotionDirection::both || left_and_right_of_midline(movement))
      continue;
    for (const double home : {-20.0, 0.0, 60.0}) {
      const Course course{.home = home, .wrong_way = true};
      // Beyond a level, where somebody lies still may be the stretch itself.
      const double level = per_side(movement, movement.floor_level);
      const double lies = home * side_signals(movement).left.sign;
      if (!fits(movement, course) || (level > 0.0 && lies >= level)) continue;
      INFO(id << " at home " << home);
      const Analysis found = analyse(recorded(movement, course), exercise, exact());
      CHECK(found.repetitions.empty());
      CHECK(found.attempts.size() >= 9);
    }
  }
}

TEST_CASE("a stretch that no channel shows is not counted in a recording, and the reason is said") {
  int by_feel = 0;
  for (const auto& [id, exercise] : catalog()) {
    if (has_motion(exercise)) continue;
    ++by_feel;
    Recording recording{{0.0, 0.1}};
    recording.set(Channel::knee_flexion_left, {1.0, 2.0});
    CHECK_THROWS_WITH(analyse(recording, exercise), Catch::Contains("is done by feel"));
  }
  CHECK(by_feel >= 6);
}

TEST_CASE("a head that turns less far to the right gets a target that follows the right") {
  const Exercise& exercise = catalog().at("neck-turn");
  SessionOptions options = exact();
  Session session{exercise, {}, options};
  VirtualPerson person{3, Traits{.easy_left = degrees(48), .easy_right = degrees(32), .obedience = 1.0}};
  std::optional<Target> seen;
  person.follow(session, [&](const Event& event) {
    const auto* change = std::get_if<TargetChanged>(&event);
    if (change && change->target) seen = change->target;
  });
  REQUIRE(seen);
  const Summary summary = session.summary();
  REQUIRE(summary.range_before.left.known());
  REQUIRE(summary.range_before.right.known());
  CHECK(summary.range_before.right.value < summary.range_before.left.value);
  CHECK(seen->angle <= summary.range_before.right.value);
}

void guide(const Exercise& exercise, const std::string& language, bool seen, Source source) {
  INFO(exercise.id << " in " << language << (seen ? " seen by " : " without a sensor by ") << name(source));
  SessionOptions options;
  options.language = language;
  options.source = source;
  options.sensor = seen ? Sensor::automatic : Sensor::none;
  Session session{exercise, {}, options};
  VirtualPerson person{7, Traits{.rate = 10.0, .seen = seen, .sees_pelvis = true}};
  bool asked_twice = false;
  person.follow(session, [&](const Event& event) {
    if (const auto* cue = std::get_if<CueGiven>(&event)) {
      CHECK_FALSE(session.text(event, language).empty());
      asked_twice = asked_twice || cue->moment == Moment::pause_lost;
    }
  });
  CHECK(session.phase() == Phase::finished);
  CHECK_FALSE(asked_twice);
  const Summary summary = session.summary();
  CHECK(summary.end_reason != EndReason::signal_lost);
}

TEST_CASE("a person is guided through every exercise to its end, seen or not, in three languages") {
  for (const auto& [id, exercise] : catalog()) {
    for (const std::string language : {"en", "de", "es"}) {
      guide(exercise, language, false, Source::phone_camera);
      guide(exercise, language, true, Source::phone_camera);
    }
    guide(exercise, "en", true, Source::imu_pair);
  }
}

TEST_CASE("nothing is wrong with an exercise of the catalog but that nobody is said to have read its words") {
  for (const auto& [id, exercise] : catalog()) {
    for (const Finding& finding : findings(exercise)) {
      INFO(id << " " << finding.path << ": " << finding.message);
      CHECK(finding.severity == Severity::note);
      CHECK(finding.path.starts_with("reviewed_by"));
    }
  }
}

}  // namespace session_whole_body_test
