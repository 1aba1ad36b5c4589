#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>
#include <vector>

#include <stretchcore/motion/repetitions.hpp>

#include "catch.hpp"
#include "motion/detector.hpp"

namespace motion_repetitions_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

double apart(Time a, double seconds) { return std::fabs(to_seconds(a) - seconds); }

Repetition mirrored_repetition(Repetition r) {
  if (r.side) r.side = opposite(*r.side);
  r.peak_time = r.peak_time.mirrored();
  r.reach = r.reach.mirrored();
  r.peak = r.peak.mirrored();
  r.peak_speed = r.peak_speed.mirrored();
  r.home = r.home.mirrored();
  return r;
}

Repetition shifted(Repetition r, Time by) {
  for (Time* time : {&r.start, &r.end, &r.peak_time.left, &r.peak_time.right}) *time += by;
  return r;
}

/// Both legs alike, through these heights of their sum [°] at these times [s], smoothly from one to the next.
Detector found_along(const std::vector<std::pair<double, double>>& path, double rate = 60) {
  Detector detector;
  for (int n = 0; sample_time(n, rate) <= seconds(path.back().first); ++n) {
    const Time now = sample_time(n, rate);
    const double t = to_seconds(now);
    std::size_t i = 1;
    while (path[i].first < t) ++i;
    const double share = (t - path[i - 1].first) / (path[i].first - path[i - 1].first);
    const double height = path[i - 1].second + (path[i].second - path[i - 1].second) * opening(share / 2.0);
    Posture posture{now};
    for (const Side side : both_sides) posture.set(channel(Motion::hip_abduction, side), degrees(height / 2.0));
    detector.see(posture);
  }
  return detector;
}

/// The only attempt there is, or the reason the test ends here.
AttemptReason only_attempt(const Detector& detector) {
  REQUIRE(detector.repetitions.empty());
  REQUIRE(detector.attempts.size() == 1);
  return detector.attempts[0].reason;
}

}  // namespace

static_assert(std::is_trivially_copyable_v<StrokeState>);

TEST_CASE("every opening is one repetition, with its times, its peaks and its tempo") {
  Noise any{11};
  for (int i = 0; i < 60; ++i) {
    Course course;
    course.amplitude = {any.between(16, 60), any.between(16, 60)};
    course.cycle = any.between(2.5, 8);
    course.rest = any.between(0.5, 2);
    course.base = any.between(-3, 6);
    course.noise = any.between(0, 0.5);
    course.rate = std::array{15.0, 30.0, 60.0, 120.0}[static_cast<std::size_t>(i) % 4];
    const Detector detector = found_in(course, {}, static_cast<std::uint64_t>(i));
    CAPTURE(i, course.amplitude.left, course.amplitude.right, course.cycle, course.rest, course.noise, course.rate);
    CHECK(detector.attempts.empty());
    REQUIRE(detector.repetitions.size() == static_cast<std::size_t>(course.openings));
    for (std::size_t k = 0; k < detector.repetitions.size(); ++k) {
      const Repetition& r = detector.repetitions[k];
      const int n = static_cast<int>(k);
      CHECK_FALSE(r.side);
      // A slow start is within the noise for a while.
      CHECK(apart(r.start, course.begins(n)) < 0.1 + 0.3 * course.cycle);
      CHECK(apart(r.end, course.begins(n) + course.cycle) < 0.1 + 0.3 * course.cycle);
      for (const Side side : both_sides) {
        CHECK(apart(r.peak_time[side], course.peak(n)) < 0.15 + 0.08 * course.cycle * (course.noise > 0));
        CHECK(std::fabs(r.peak[side]->degrees() - course.base - course.amplitude[side]) < 1 + 3 * course.noise);
        CHECK(r.reach[side] == r.peak[side]);
      }
      CHECK(r.start < std::min(r.peak_time.left, r.peak_time.right));
      CHECK(r.end > std::max(r.peak_time.left, r.peak_time.right));
      CHECK(r.tempo.out > 0_s);
      CHECK(r.tempo.hold >= 0_s);
      CHECK(r.tempo.back > 0_s);
      CHECK(r.tempo.out + r.tempo.hold + r.tempo.back == r.end - r.start);
      CHECK_FALSE(r.pelvis_seen);
    }
  }
}

TEST_CASE("a repetition is told at most half a second after its end") {
  for (const double rate : {15.0, 30.0, 60.0, 120.0}) {
    for (const double cycle : {2.5, 4.0, 10.0}) {
      Course course;
      course.cycle = cycle;
      course.rate = rate;
      const Detector detector = found_in(course);
      REQUIRE(detector.told.size() == 5);
      for (std::size_t i = 0; i < detector.told.size(); ++i) {
        CHECK(detector.told[i] - detector.repetitions[i].end <= 300_ms + sample_time(1, rate));
        CHECK(detector.told[i] <= seconds(course.begins(static_cast<int>(i)) + cycle + 0.5));
      }
    }
  }
}

TEST_CASE("openings without a rest between them are counted one by one") {
  for (const double cycle : {1.5, 2.5, 5.0}) {
    Course course;
    course.cycle = cycle;
    course.rest = 0;
    course.openings = 8;
    course.noise = 0.4;
    const Detector detector = found_in(course);
    CAPTURE(cycle);
    CHECK(detector.repetitions.size() == 8);
    CHECK(detector.attempts.empty());
    for (std::size_t i = 1; i < detector.repetitions.size(); ++i) {
      CHECK(detector.repetitions[i].start >= detector.repetitions[i - 1].end);
    }
  }
}

TEST_CASE("the tempo of a repetition is its way out, its stay and its way back") {
  for (const double stay : {0.5, 2.0, 4.0}) {
    const Detector detector =
        found_along({{0, 4}, {1, 4}, {3, 84}, {3 + stay, 84}, {4.5 + stay, 4}, {6 + stay, 4}}, 60);
    CAPTURE(stay);
    REQUIRE(detector.repetitions.size() == 1);
    const Repetition& r = detector.repetitions[0];
    CHECK(apart(r.start, 1.0) < 0.35);
    CHECK(apart(r.end, 4.5 + stay) < 0.15);
    CHECK(apart(r.tempo.out, 1.5) < 0.25);         // the last tenth of the way counts as staying
    CHECK(apart(r.tempo.hold, stay + 0.7) < 0.3);  // and so does the first tenth of the way back
    CHECK(apart(r.tempo.back, 1.2) < 0.25);
  }
}

TEST_CASE("a double hump is one repetition, a return by more than half between two humps makes two") {
  for (const double dip : {46.0, 56.0, 72.0}) {
    for (const double second : {64.0, 80.0, 90.0}) {
      const Detector one = found_along({{0, 4}, {1, 4}, {2, 80}, {2.5, dip}, {3, second}, {4.5, 4}, {6, 4}});
      CAPTURE(dip, second);
      CHECK(one.repetitions.size() == 1);
      CHECK(one.attempts.empty());
    }
  }
  for (const double second : {50.0, 80.0}) {
    const Detector two = found_along({{0, 4}, {1, 4}, {2, 80}, {3, 30}, {4, second}, {5.5, 4}, {7, 4}});
    CAPTURE(second);
    CHECK(two.repetitions.size() == 2);
    CHECK(two.attempts.empty());
  }
}

TEST_CASE("a rise is counted from the lowest point before it") {
  CHECK(found_along({{0, 30}, {1, 30}, {4, 14}, {6, 29}, {8, 14}, {9, 14}}).repetitions.size() == 1);
  const Detector from_half_way = found_along({{0, 4}, {1, 4}, {2.5, 80}, {4, 32}, {5.5, 41}, {7, 4}, {8, 4}});
  REQUIRE(from_half_way.repetitions.size() == 1);
  REQUIRE(from_half_way.attempts.size() == 1);
  CHECK(from_half_way.attempts[0].reason == AttemptReason::too_small);
}

TEST_CASE("the noise of ten minutes at rest, or in a hold, is no movement, and great noise is no repetition") {
  for (const double sd : {0.5, 1.0, 2.0}) {
    for (const double angle : {2.0, 40.0}) {
      Detector detector;
      Noise noise{static_cast<std::uint64_t>(sd * 10 + angle)};
      for (int n = 0; n < 10 * 60 * 30; ++n) {
        Posture posture{sample_time(n, 30)};
        posture.set(Channel::hip_abduction_left, degrees(angle + sd * noise()));
        posture.set(Channel::hip_abduction_right, degrees(angle + sd * noise()));
        detector.see(posture);
      }
      CAPTURE(sd, angle);
      CHECK(detector.repetitions.empty());
      if (sd <= 1.0) CHECK(detector.attempts.empty());
    }
  }
}

TEST_CASE("a movement that does not count is an attempt with its reason") {
  Course course;
  course.openings = 1;
  SECTION("too small") {
    course.amplitude = {5, 5};
    course.base = 12;
    CHECK(only_attempt(found_in(course)) == AttemptReason::too_small);
  }
  SECTION("too low") {
    course.amplitude = {10, 10};
    CHECK(only_attempt(found_in(course)) == AttemptReason::too_low);
  }
  SECTION("too short") {
    course.cycle = 0.8;
    course.rate = 60;
    CHECK(only_attempt(found_in(course)) == AttemptReason::too_short);
  }
  SECTION("unfinished") {
    Detector detector;
    course.play([&](const Posture& posture) {
      if (to_seconds(posture.time) < course.peak(0)) detector.see(posture);
    });
    CHECK(detector.found() == 0);
    detector.end(seconds(course.peak(0)));
    CHECK(only_attempt(detector) == AttemptReason::unfinished);
    CHECK(detector.attempts[0].end == seconds(course.peak(0)));
    CHECK(detector.attempts[0].peak.left->degrees() == Approx(42).margin(0.5));
  }
  SECTION("signal lost") {
    Detector detector;
    course.play([&](const Posture& posture) {
      Posture seen = posture;
      if (std::fabs(to_seconds(posture.time) - course.peak(0)) < 1.1) seen.clear(Channel::hip_abduction_right);
      detector.see(seen);
    });
    CHECK(only_attempt(detector) == AttemptReason::signal_lost);
  }
}

TEST_CASE("the floors of a repetition are where the plan says") {
  const auto counted = [](double amplitude, double base) {
    Course course;
    course.amplitude = {amplitude / 2, amplitude / 2};
    course.base = base / 2;
    course.openings = 1;
    course.rate = 60;
    course.cycle = 5;
    return !found_in(course).repetitions.empty();
  };
  CHECK(counted(13, 20));
  CHECK_FALSE(counted(11.5, 20));
  CHECK(counted(26, 3));
  CHECK_FALSE(counted(24, 3));
}

TEST_CASE("a gap shorter than half a second breaks no repetition") {
  Course course;
  Detector detector;
  course.play([&](const Posture& posture) {
    const double in_cycle = std::fmod(to_seconds(posture.time), 5.0);
    if (in_cycle < 2.0 || in_cycle > 2.4) detector.see(posture);
  });
  CHECK(detector.repetitions.size() == 5);
  CHECK(detector.attempts.empty());
}

TEST_CASE("a movement that was out of sight for more than two seconds is an attempt, and the next one counts again") {
  for (const bool silent : {false, true}) {
    for (double gap_from = 6.6; gap_from < 7.6; gap_from += 0.2) {  // within the second opening
      Course course;
      Detector detector;
      course.play([&](Posture posture) {
        const double t = to_seconds(posture.time);
        const bool hidden = t > gap_from && t < gap_from + 2.2;
        if (hidden && silent) return;
        if (hidden) posture.clear(Channel::hip_abduction_left);
        detector.see(posture);
      });
      CAPTURE(silent, gap_from);
      CHECK(detector.repetitions.size() == 4);
      for (const Repetition& r : detector.repetitions) CHECK((to_seconds(r.end) < 6.6 || to_seconds(r.start) > 9));
      CHECK(detector.attempts.size() <= 1);
      for (const Attempt& a : detector.attempts) CHECK(a.reason == AttemptReason::signal_lost);
    }
  }
}

TEST_CASE("legs that were out when they came back into sight have not moved out") {
  for (const bool silent : {false, true}) {
    Course course;
    Detector detector;
    course.play([&](Posture posture) {
      const bool hidden = posture.time > 5.5_s && posture.time < 8.2_s;
      if (hidden && silent) return;
      if (hidden) posture.clear(Channel::hip_abduction_left);
      detector.see(posture);
    });
    CHECK(detector.repetitions.size() == 4);
    CHECK(detector.attempts.empty());
  }
}

TEST_CASE("reach ends where the pelvis begins to move") {
  Noise noise{2};
  for (const double stops_at : {25.0, 38.0, 42.0}) {
    for (const double cycle : {4.0, 8.0}) {
      Detector detector{guarded_plan()};
      detector.lie_straight();
      Course course;
      course.amplitude = {45, 45};
      course.base = 0;
      course.cycle = cycle;
      course.rate = 60;
      course.play([&](Posture posture) {
        const double angle = posture.angle(Channel::hip_abduction_left).degrees();
        posture.set(Channel::pelvis_list, degrees((angle > stops_at ? 9 : 0) + 0.1 * noise()));
        detector.see(posture.set(Channel::pelvis_tilt, degrees(0.1 * noise())));
      });
      CAPTURE(stops_at, cycle);
      REQUIRE(detector.repetitions.size() == 5);
      for (const Repetition& r : detector.repetitions) {
        CHECK(r.pelvis_seen);
        CHECK_FALSE(r.neutral_assumed);
        for (const Side side : both_sides) {
          CHECK(r.reach[side]->degrees() == Approx(stops_at).margin(1.5));
          CHECK(r.peak[side]->degrees() == Approx(45).margin(1));
        }
      }
    }
  }
}

TEST_CASE("any guarded part that moves ends reach, in either direction, beyond its tolerance only") {
  const auto reach_with = [](Channel moves, double by) {
    Detector detector{guarded_plan()};
    detector.lie_straight();
    Course course;
    course.openings = 1;
    course.base = 0;
    course.play([&](Posture posture) {
      const bool beyond = posture.angle(Channel::hip_abduction_left) > degrees(30);
      posture.set(Channel::pelvis_list, degrees(0)).set(Channel::pelvis_tilt, degrees(0));
      detector.see(posture.set(moves, degrees(beyond ? by : 0)));
    });
    REQUIRE(detector.repetitions.size() == 1);
    return detector.repetitions[0].reach.right->degrees();
  };
  CHECK(reach_with(Channel::pelvis_list, 4.9) > 39);
  CHECK(reach_with(Channel::pelvis_list, -4.9) > 39);
  CHECK(reach_with(Channel::pelvis_list, 7) < 34);
  CHECK(reach_with(Channel::pelvis_list, -7) < 34);
  CHECK(reach_with(Channel::pelvis_tilt, 7.9) > 39);
  CHECK(reach_with(Channel::pelvis_tilt, -10) < 34);
}

TEST_CASE("a pelvis that is not seen makes reach the peak, and it says so") {
  Detector detector{guarded_plan()};
  detector.lie_straight();
  Course course;
  course.play([&](Posture posture) {
    const int opening = static_cast<int>(to_seconds(posture.time) / 5.0);
    posture.set(Channel::pelvis_tilt, degrees(0));
    if (opening != 2) posture.set(Channel::pelvis_list, degrees(0.1 * std::fmod(to_seconds(posture.time), 2.0)));
    detector.see(posture);
  });
  REQUIRE(detector.repetitions.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(detector.repetitions[i].pelvis_seen == (i != 2));
    CHECK(detector.repetitions[i].reach == detector.repetitions[i].peak);
  }
}

TEST_CASE("where neutral was not captured, the pelvis at the start of each repetition serves") {
  Detector detector{guarded_plan()};
  Course course;
  course.base = 0;
  Noise stirs{5};  // a pelvis that stands still to the last bit and then leaps is a sensor that is stuck
  course.play([&](Posture posture) {
    const double t = to_seconds(posture.time);
    const double aslant = 12.0 - 6.0 * (t > 10);  // lies anew after two openings
    const bool beyond = posture.angle(Channel::hip_abduction_left) > degrees(30);
    posture.set(Channel::pelvis_list, degrees(aslant + (beyond ? 8 : 0) + 0.1 * stirs()));
    detector.see(posture.set(Channel::pelvis_tilt, degrees(-20 + 0.1 * stirs())));
  });
  REQUIRE(detector.repetitions.size() == 5);
  for (const Repetition& r : detector.repetitions) {
    CHECK(r.neutral_assumed);
    CHECK(r.pelvis_seen);
    CHECK(r.reach.left->degrees() == Approx(30).margin(2.5));
    CHECK(r.peak.left->degrees() == Approx(40).margin(1));
  }
}

TEST_CASE("mirroring the person mirrors what is found") {
  for (const CountedBy counted : {CountedBy::sum, CountedBy::mean, CountedBy::leading}) {
    RepetitionPlan plan = guarded_plan();
    plan.counted_by = counted;
    plan.floor_level = degrees(15);
    Course course;
    course.amplitude = {45, 27};
    course.noise = 0.5;
    Detector one{plan}, other{plan};
    Noise pelvis{3};
    course.play([&](Posture posture) {
      posture.set(Channel::pelvis_list, degrees(3 * pelvis())).set(Channel::pelvis_tilt, degrees(4 * pelvis()));
      one.see(posture);
      other.see(posture.mirrored());
    });
    REQUIRE(one.repetitions.size() == 5);
    REQUIRE(other.repetitions.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) CHECK(other.repetitions[i] == mirrored_repetition(one.repetitions[i]));
  }
}

TEST_CASE("beginning later shifts the times and changes nothing else") {
  Course course;
  course.noise = 0.5;
  Detector one, later;
  const Time by = seconds(86'400.123456789);
  course.play([&](Posture posture) {
    one.see(posture);
    posture.time += by;
    later.see(posture);
  });
  REQUIRE(one.repetitions.size() == 5);
  REQUIRE(later.repetitions.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) CHECK(later.repetitions[i] == shifted(one.repetitions[i], by));
}

TEST_CASE("sample rate, jitter and lost frames change no repetition") {
  Course course;
  course.amplitude = {41, 33};
  course.openings = 10;
  course.cycle = 3;
  const Detector reference = found_in(course);
  Noise any{21};
  for (const double rate : {15.0, 30.0, 60.0, 120.0}) {
    Detector detector;
    Noise still{1};
    for (int n = 1; n < static_cast<int>((course.length() + 1) * rate); ++n) {
      if (any.uniform() < 0.02) continue;
      const Time now = sample_time(n, rate) + seconds(any.between(-0.2, 0.2) / rate);
      detector.see(course.posture(now, still));
    }
    CAPTURE(rate);
    CHECK(detector.attempts.empty());
    REQUIRE(detector.repetitions.size() == 10);
    for (std::size_t i = 0; i < 10; ++i) {
      const Repetition& expected = reference.repetitions[i];
      const Repetition& found = detector.repetitions[i];
      CHECK(std::fabs(to_seconds(found.start - expected.start)) < 0.15);
      CHECK(std::fabs(to_seconds(found.end - expected.end)) < 0.35);  // where it settles
      for (const Side side : both_sides) {
        CHECK(std::fabs(to_seconds(found.peak_time[side] - expected.peak_time[side])) < 0.15);
        CHECK(abs(*found.peak[side] - *expected.peak[side]) < degrees(0.5));
      }
    }
  }
}

TEST_CASE("a movement continues in a copy of the state") {
  Course course;
  course.noise = 0.5;
  Detector one;
  Detector copy;
  course.play([&](const Posture& posture) {
    one.see(posture);
    copy.see(posture);
    Detector fresh;
    fresh.signals = copy.signals;
    fresh.state = copy.state;
    copy.signals = fresh.signals;
    copy.state = fresh.state;
    REQUIRE(copy.state == one.state);
  });
  CHECK(copy.repetitions == one.repetitions);
}

}  // namespace motion_repetitions_test
