// Gaps in what is seen: what is counted, what is measured, and what is only an attempt.

#include <algorithm>
#include <functional>
#include <limits>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/session/analyse.hpp>

#include "catch.hpp"
#include "motion/detector.hpp"

namespace motion_hidden_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

/// Twelve openings without a rest, as a cosine has them, seen where `seen` says so.
Recording cosine(double rate, double low, double high, double cycle, double noise, std::uint64_t seed,
                 const std::function<bool(double)>& seen) {
  Noise disturbance{seed};
  std::vector<double> time;
  std::vector<double> left;
  std::vector<double> right;
  for (int n = 0; n < static_cast<int>(12 * cycle * rate); ++n) {
    const double t = n / rate;
    const double angle = (low + high) / 2 - (high - low) / 2 * std::cos(2 * 3.14159265358979 * t / cycle);
    const double l = angle + noise * disturbance();
    const double r = angle + noise * disturbance();
    if (!seen(t)) continue;
    time.push_back(t);
    left.push_back(l);
    right.push_back(r);
  }
  Recording recording{time};
  recording.set(Channel::hip_abduction_left, left);
  recording.set(Channel::hip_abduction_right, right);
  return recording;
}

Analysis analysed(Recording recording, Source source) {
  recording.source = source;
  return analyse(recording, catalog().at("dynamic-inner-thigh-stretch"));
}

/// The time to the next turn at home.
double from_home(double t, double cycle) {
  const double in_cycle = std::fmod(t, cycle);
  return std::min(in_cycle, cycle - in_cycle);
}

double from_peak(double t, double cycle) { return std::abs(std::fmod(t, cycle) - cycle / 2); }

}  // namespace

TEST_CASE("openings whose return home is hidden are counted and measured, every one") {
  for (const Source source : {Source::optical_markers, Source::phone_camera}) {
    for (const double rate : {12.0, 30.0, 100.0}) {
      for (const double cycle : {4.0, 6.5}) {
        for (const double gap : {0.55, 0.8, 1.2}) {
          for (const double high : {30.0, 60.0}) {
            CAPTURE(static_cast<int>(source), rate, cycle, gap, high);
            const auto seen = [&](double t) { return from_home(t, cycle) > gap / 2 || t < 1.0; };
            const Analysis found = analysed(cosine(rate, 4, high, cycle, 0.3, 7, seen), source);
            CHECK(found.repetitions.size() == 12);
            CHECK(found.attempts.empty());
            for (const Repetition& r : found.repetitions) {
              for (const Side side : both_sides) {
                REQUIRE(r.reach[side]);
                CHECK(r.reach[side]->degrees() == Approx(high).margin(1.0));
                CHECK(r.peak[side] == r.reach[side]);
              }
            }
          }
        }
      }
    }
  }
}

TEST_CASE("openings whose furthest moment is hidden are counted, and not measured") {
  for (const double rate : {15.0, 30.0, 60.0}) {
    for (const double gap : {0.7, 1.2, 1.8}) {
      CAPTURE(rate, gap);
      const auto seen = [&](double t) { return from_peak(t, 5.0) > gap / 2; };
      const Analysis found = analysed(cosine(rate, 4, 40, 5.0, 0.3, 3, seen), Source::optical_markers);
      CHECK(found.repetitions.size() == 12);
      CHECK(found.attempts.empty());
      for (const Repetition& r : found.repetitions) {
        for (const Side side : both_sides) {
          CHECK_FALSE(r.reach[side]);
          CHECK_FALSE(r.peak[side]);
        }
      }
      CHECK_FALSE(found.ranges.left.known());
      CHECK(found.asymmetry.verdict == AsymmetryVerdict::undetermined);
    }
  }
}

TEST_CASE("openings of which one leg is hidden at home and at the peak are counted, every one") {
  for (const double gap : {0.55, 0.6, 0.7, 0.8, 1.0, 1.4}) {
    for (const Channel hidden : {Channel::hip_abduction_left, Channel::hip_abduction_right}) {
      CAPTURE(gap);
      Recording recording = cosine(30, 4, 40, 5.0, 0.3, 3, [](double) { return true; });
      std::vector<double> values(recording.size());
      const std::span<const double> whole = recording.column(hidden);
      for (std::size_t i = 0; i < values.size(); ++i) {
        const double t = recording.time()[i];
        const bool gone = t > 2 && std::min(from_home(t, 5.0), from_peak(t, 5.0)) < gap / 2;
        values[i] = gone ? std::numeric_limits<double>::quiet_NaN() : whole[i];
      }
      recording.set(hidden, values);
      const Analysis found = analysed(std::move(recording), Source::optical_markers);
      CHECK(found.repetitions.size() >= 11);  // the last one ends in a gap
      CHECK(found.repetitions.size() + found.attempts.size() == 12);
    }
  }
}

TEST_CASE("a gap on the way hides no turn and voids nothing") {
  for (const double from : {0.5, 0.9, 1.1, 1.3, 3.0, 3.4}) {
    for (const double gap : {0.6, 0.9}) {
      CAPTURE(from, gap);
      const auto seen = [&](double t) {
        const double in_cycle = std::fmod(t, 5.0);
        return in_cycle < from || in_cycle > from + gap;
      };
      const Analysis found = analysed(cosine(30, 4, 40, 5.0, 0.3, 5, seen), Source::optical_markers);
      CHECK(found.repetitions.size() == 12);
      // Nearer to the turn, noise may make the first moment after the gap the furthest one: then the turn may lie in
      // it.
      int measured = 0;
      const bool near_turn = std::abs(from + gap - 2.5) < 0.4;
      for (const Repetition& r : found.repetitions) {
        measured += r.reach.left ? 1 : 0;
        if (near_turn && !r.reach.left) continue;
        REQUIRE(r.reach.left);
        CHECK(r.reach.left->degrees() == Approx(40).margin(1.0));
      }
      CHECK(measured >= 8);
    }
  }
}

TEST_CASE("what could have been another movement, and what was hidden for more than two seconds, is an attempt") {
  // Quick openings of 1.5 s: a gap of 1.8 s may hold a whole one.
  const auto quick = [](double t) { return t < 6.3 || t > 8.1; };
  const Analysis found = analysed(cosine(60, 4, 40, 1.5, 0.2, 1, quick), Source::optical_markers);
  for (const Repetition& r : found.repetitions) {
    const bool inside = to_seconds(r.start) < 6.3 - 0.3 && to_seconds(r.end) > 8.1 + 0.3;
    CHECK_FALSE(inside);
  }
  const auto long_gap = [](double t) { return t < 11.5 || t > 13.7; };
  const Analysis lost = analysed(cosine(30, 4, 40, 5, 0.2, 1, long_gap), Source::optical_markers);
  CHECK(lost.repetitions.size() == 11);
  REQUIRE(lost.attempts.size() == 1);
  CHECK(lost.attempts.front().reason == AttemptReason::signal_lost);
}

TEST_CASE("a gap is the same for one leg and for both, in a mirror, an hour later, and where no number comes") {
  const auto find = [](bool silent, bool mirrored, Time later, double from, double gap) {
    Course course;
    if (mirrored) std::swap(course.amplitude.left, course.amplitude.right);
    Detector detector;
    course.play([&](Posture posture) {
      const double t = to_seconds(posture.time);
      posture.time += later;
      const bool hidden = t > from && t < from + gap;
      if (hidden && silent) return;
      if (hidden) posture.clear(mirrored ? Channel::hip_abduction_right : Channel::hip_abduction_left);
      detector.see(posture);
    });
    return detector;
  };
  for (double from = 6.0; from < 11.0; from += 0.2) {
    for (const double gap : {0.6, 1.0, 1.9}) {
      CAPTURE(from, gap);
      const Detector one = find(false, false, 0_s, from, gap);
      CHECK(one.repetitions.size() + one.attempts.size() == 5);
      CHECK(one.repetitions.size() >= 4);
      const Detector silent = find(true, false, 0_s, from, gap);
      CHECK(silent.repetitions.size() == one.repetitions.size());
      const Detector mirror = find(false, true, 0_s, from, gap);
      const Detector later = find(false, false, 3600_s, from, gap);
      REQUIRE(mirror.repetitions.size() == one.repetitions.size());
      REQUIRE(later.repetitions.size() == one.repetitions.size());
      for (std::size_t i = 0; i < one.repetitions.size(); ++i) {
        const Repetition& r = one.repetitions[i];
        CHECK(mirror.repetitions[i].reach.left.has_value() == r.reach.right.has_value());
        CHECK(mirror.repetitions[i].reach.right.has_value() == r.reach.left.has_value());
        CHECK(later.repetitions[i].reach.left.has_value() == r.reach.left.has_value());
        for (const Side side : both_sides) {
          if (r.reach[side]) CHECK(r.reach[side]->degrees() == Approx(42).margin(1));
        }
      }
    }
  }
}

}  // namespace motion_hidden_test
