#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_monotone_test {

using namespace stretchcore;

namespace {

/// The inner thigh stretch with one rule alone, which stops.
Exercise stopping_at(const std::string& when) {
  Exercise exercise = inner_thigh();
  exercise.rules = {Rule{.id = "limit", .when = when, .response = Response::stop}};
  return exercise;
}

/// What went into a session with a body, with every hip abduction `wider` and all of it `faster`.
bool stops(const Exercise& exercise, const std::vector<Input>& inputs, double wider, double faster) {
  Session session{exercise, screened(exercise)};
  const auto sooner = [&](Time time) {
    return Time{static_cast<std::int64_t>(static_cast<double>(time.count()) / faster)};
  };
  for (const Input& input : inputs) {
    if (const auto* posture = std::get_if<Posture>(&input)) {
      Posture other{sooner(posture->time)};
      posture->present().each([&](Channel c) {
        const bool hip = c == Channel::hip_abduction_left || c == Channel::hip_abduction_right;
        other.set(c, posture->angle(c) * (hip ? wider : 1.0));
      });
      session.observe(other);
    } else if (const auto* tick = std::get_if<Tick>(&input)) {
      session.tick(sooner(tick->time));
    } else if (const auto* command = std::get_if<Command>(&input)) {
      session.report(Command{command->time ? std::optional{sooner(*command->time)} : std::nullopt, command->action});
    }
    if (session.phase() == Phase::stopped) return true;
  }
  return false;
}

/// A person who opens again and again, from when the session begins to move.
std::vector<Input> opening_again_and_again(const Exercise& exercise) {
  Rehearsal rehearsal{Session{exercise, screened(exercise), measured()}, {.rate = 30, .resists = true}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(40));
  REQUIRE(rehearsal.session.phase() != Phase::stopped);
  return rehearsal.inputs;
}

}  // namespace

TEST_CASE("a wider angle never turns a stop into a go", "[SR-6]") {
  const Exercise exercise = stopping_at("hip_abduction > 52 deg for 0.3 s");
  const std::vector<Input> inputs = opening_again_and_again(exercise);
  bool before = false;
  bool stopped_once = false;
  for (const double wider : {0.9, 1.0, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4, 1.5}) {
    const bool now = stops(exercise, inputs, wider, 1.0);
    INFO(wider);
    CHECK((now || !before));
    before = now;
    stopped_once = stopped_once || now;
  }
  CHECK_FALSE(stops(exercise, inputs, 0.9, 1.0));
  CHECK(stopped_once);
}

TEST_CASE("a faster movement never turns a stop into a go", "[SR-6]") {
  const Exercise exercise = stopping_at("abs(rate(hip_abduction)) > 60 deg/s for 0.1 s");
  const std::vector<Input> inputs = opening_again_and_again(exercise);
  bool before = false;
  for (const double faster : {1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.5}) {
    const bool now = stops(exercise, inputs, 1.0, faster);
    INFO(faster);
    CHECK((now || !before));
    before = now;
  }
  CHECK(before);
}

}  // namespace session_monotone_test
