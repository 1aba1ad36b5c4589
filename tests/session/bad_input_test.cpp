#include <cmath>
#include <limits>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_bad_input_test {

using namespace stretchcore;

namespace {

constexpr Channel left_hip = Channel::hip_abduction_left;
constexpr double infinite = std::numeric_limits<double>::infinity();

Rehearsal in_a_block() {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(9));
  return rehearsal;
}

/// What is said of one posture.
std::vector<SampleRejected> refused(Rehearsal& rehearsal, const Posture& posture) {
  rehearsal.give(posture);
  return all<SampleRejected>(rehearsal.latest);
}

Posture next_with(Rehearsal& rehearsal, double angle) {
  rehearsal.now += seconds(0.05);
  Posture posture = rehearsal.posture();
  posture.set(left_hip, degrees(angle));
  return posture;
}

void goes_on(Rehearsal rehearsal) {
  const std::size_t before = rehearsal.session.summary().repetitions.size();
  rehearsal.play_for(seconds(12));
  CHECK(rehearsal.session.phase() == Phase::stretching);
  CHECK(rehearsal.session.summary().repetitions.size() >= before + 2);
}

}  // namespace

TEST_CASE("a repeated or earlier time refuses the whole posture, changes nothing, and the session goes on", "[SR-13]") {
  Rehearsal rehearsal = in_a_block();
  const Posture latest = std::get<Posture>(*(rehearsal.inputs.end() - 2));
  const SignalState before = inside(rehearsal.session).sight.signals_;
  Posture earlier = latest;
  for (const auto& [time, reason] :
       {std::pair{latest.time, Rejection::time_repeated}, std::pair{latest.time - Time{1}, Rejection::time_decreased},
        std::pair{seconds(-1000), Rejection::time_decreased}}) {
    earlier.time = time;
    const auto said = refused(rehearsal, earlier);
    REQUIRE(said.size() == 1);
    CHECK(said.front().reason == reason);
    CHECK_FALSE(said.front().channel);
    CHECK(said.front().time == rehearsal.session.state().now());
    CHECK(inside(rehearsal.session).sight.signals_ == before);
  }
  CHECK(rehearsal.session.summary().samples_rejected == 3);
  goes_on(rehearsal);
}

TEST_CASE("an impossible time refuses the whole posture and does not move the clock") {
  Rehearsal rehearsal = in_a_block();
  Posture posture = rehearsal.posture();
  const Time now = rehearsal.session.state().now();
  for (const Time time : {Time::max(), longest_time + Time{1}}) {
    posture.time = time;
    const auto said = refused(rehearsal, posture);
    REQUIRE(said.size() == 1);
    CHECK(said.front().reason == Rejection::not_finite);
    CHECK_FALSE(said.front().channel);
    rehearsal.session.tick(time);
    rehearsal.session.report(FeltStretch{time, Stretch::comfortable});
    CHECK(rehearsal.session.state().now() == now);
  }
  goes_on(rehearsal);
}

TEST_CASE("an angle no joint has, an infinite one, and a jump no joint makes are refused with their channel") {
  for (const auto& [angle, reason] :
       {std::pair{400.0, Rejection::beyond_joint}, std::pair{-400.0, Rejection::beyond_joint},
        std::pair{infinite, Rejection::not_finite}, std::pair{-infinite, Rejection::not_finite},
        std::pair{1e300, Rejection::beyond_joint}, std::pair{-55.0, Rejection::too_fast}}) {
    CAPTURE(angle);
    Rehearsal rehearsal = in_a_block();
    const Angle before = inside(rehearsal.session).sight.signals_[left_hip].smooth();
    const auto said = refused(rehearsal, next_with(rehearsal, angle));
    REQUIRE(said.size() == 1);
    CHECK(said.front().reason == reason);
    CHECK(said.front().channel == left_hip);
    CHECK(inside(rehearsal.session).sight.signals_[left_hip].smooth() == before);
    CHECK(inside(rehearsal.session).sight.signals_[Channel::hip_abduction_right].at() == rehearsal.now);
    goes_on(rehearsal);
  }
}

TEST_CASE("how far a joint may move depends on how long nothing was seen of it") {
  const auto refused_after = [](Time gap) {
    Rehearsal rehearsal{Session{inner_thigh()}};
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    const double before = inside(rehearsal.session).sight.signals_[left_hip].raw().degrees();
    rehearsal.now += gap - seconds(0.05);
    return refused(rehearsal, next_with(rehearsal, before + 50.0)).size();
  };
  CHECK(refused_after(seconds(0.01)) == 1);
  CHECK(refused_after(seconds(0.05)) == 1);
  CHECK(refused_after(seconds(0.2)) == 0);
}

TEST_CASE("not a number is said once, is not a zero, and is a lost signal when it lasts") {
  Rehearsal rehearsal = in_a_block();
  int said = 0;
  bool lost = false;
  for (int i = 0; i < 20; ++i) {
    for (const SampleRejected& r : refused(rehearsal, next_with(rehearsal, std::nan("")))) {
      CHECK(r.reason == Rejection::not_a_number);
      CHECK(r.channel == left_hip);
      ++said;
    }
    for (const SignalLost& loss : all<SignalLost>(rehearsal.latest)) {
      lost = true;
      CHECK(loss.channels == ChannelSet{left_hip});
      CHECK(loss.health == Health::absent);
    }
  }
  CHECK(said == 1);
  CHECK(lost);
  goes_on(rehearsal);
}

TEST_CASE("a channel that is not used may hold anything") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.now += seconds(0.05);
  Posture posture = rehearsal.posture();
  posture.set(Channel::neck_flexion, degrees(9999)).set(Channel::elbow_flexion_left, degrees(std::nan("")));
  CHECK(refused(rehearsal, posture).empty());
}

}  // namespace session_bad_input_test
