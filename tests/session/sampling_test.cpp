#include <stretchcore/session/analyse.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_sampling_test {

using namespace stretchcore;

namespace {

/// Openings of four seconds, each narrower than the one before; the fifth is too low to count, the last is left open.
double opening(double time, double easy) {
  const double turn = time / 4.0;
  const auto nth = static_cast<int>(turn);
  const double width = nth == 4 ? 0.25 : 1.0 - 0.03 * nth;
  const double share = turn - nth;
  const double x = share < 0.5 ? 2.0 * share : 2.0 - 2.0 * share;
  return 2.0 + easy * width * x * x * x * (10.0 + x * (-15.0 + 6.0 * x));
}

Recording recorded(double rate, double jitter, double noise) {
  Dice dice{9};
  std::vector<double> time;
  for (double t = 0.0; t < 42.0; t += (1.0 + jitter * dice.next()) / rate) time.push_back(t);
  Recording recording{time};
  const auto column = [&](auto&& angle) {
    std::vector<double> values;
    for (const double t : time) values.push_back(angle(t) + noise * dice.next());
    return values;
  };
  recording.set(Channel::hip_abduction_left, column([](double t) { return opening(t, 38.0); }));
  recording.set(Channel::hip_abduction_right, column([](double t) { return opening(t, 44.0); }));
  recording.set(Channel::pelvis_list, column([](double) { return 1.0; }));
  recording.set(Channel::pelvis_tilt, column([](double) { return -4.0; }));
  recording.set(Channel::pelvis_rotation, column([](double) { return 2.0; }));
  return recording;
}

void same_repetitions(const std::vector<Repetition>& a, const std::vector<Repetition>& b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CAPTURE(i);
    CHECK(a[i].held == b[i].held);
    for (const Side side : both_sides) {
      REQUIRE(a[i].reach[side].has_value());
      REQUIRE(b[i].reach[side].has_value());
      CHECK(std::fabs((*a[i].reach[side] - *b[i].reach[side]).degrees()) < 1.0);
      CHECK(std::fabs((*a[i].peak[side] - *b[i].peak[side]).degrees()) < 1.0);
    }
  }
}

}  // namespace

TEST_CASE("15, 30, 60 and 120 samples a second, even or not, show the same repetitions") {
  const Analysis finest = analyse(recorded(240.0, 0.0, 0.0), inner_thigh());
  REQUIRE(finest.repetitions.size() == 9);
  REQUIRE(finest.attempts.size() == 2);
  for (const double rate : {15.0, 30.0, 60.0, 120.0}) {
    for (const double jitter : {0.0, 0.2}) {
      for (const double noise : {0.0, 0.3}) {
        CAPTURE(rate, jitter, noise);
        const Analysis analysis = analyse(recorded(rate, jitter, noise), inner_thigh());
        same_repetitions(analysis.repetitions, finest.repetitions);
        REQUIRE(analysis.attempts.size() == 2);
        CHECK(analysis.attempts[0].reason == AttemptReason::too_low);
        CHECK(analysis.attempts[1].reason == AttemptReason::unfinished);
        for (std::size_t i = 0; i < analysis.repetitions.size(); ++i) {
          const Repetition& r = analysis.repetitions[i];
          CHECK(std::fabs(to_seconds(r.start - finest.repetitions[i].start)) < 0.5);
          CHECK(std::fabs(to_seconds(r.end - finest.repetitions[i].end)) < 0.5);
          CHECK(std::fabs(to_seconds(r.peak_time.left - finest.repetitions[i].peak_time.left)) < 0.5);
          CHECK(r.pelvis_seen);
        }
      }
    }
  }
}

TEST_CASE("the range is what was opened, and not what the filter left of it") {
  for (const double rate : {15.0, 120.0}) {
    const Analysis analysis = analyse(recorded(rate, 0.0, 0.0), inner_thigh());
    CHECK(analysis.repetitions.front().reach.left->degrees() == Approx(40.0).margin(1.0));
    CHECK(analysis.repetitions.front().reach.right->degrees() == Approx(46.0).margin(1.0));
  }
}

TEST_CASE("a session of the same person goes the same way at any rate") {
  const auto guided = [](double rate, double jitter) {
    Body body{.gained = degrees(2), .rate = rate, .jitter = jitter, .noise = degrees(0.1), .reply = agreeable};
    Rehearsal rehearsal{Session{inner_thigh()}, body};
    rehearsal.play();
    return rehearsal;
  };
  const Rehearsal reference = guided(60.0, 0.0);
  CHECK(reference.session.phase() == Phase::finished);
  for (const double rate : {15.0, 30.0, 60.0, 120.0}) {
    for (const double jitter : {0.0, 0.2}) {
      CAPTURE(rate, jitter);
      const Rehearsal rehearsal = guided(rate, jitter);
      CHECK(phases_of(rehearsal.events) == phases_of(reference.events));
      same_repetitions(rehearsal.session.summary().repetitions, reference.session.summary().repetitions);
      CHECK(rehearsal.session.summary().end_reason == reference.session.summary().end_reason);
      CHECK(rehearsal.session.summary().gain.verdict == reference.session.summary().gain.verdict);
      CHECK(rehearsal.session.summary().attempts_total == reference.session.summary().attempts_total);
    }
  }
}

}  // namespace session_sampling_test
