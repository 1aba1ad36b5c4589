#pragma once

#include <cmath>
#include <vector>

#include <stretchcore/motion/repetitions.hpp>

#include "motion/movement.hpp"

namespace stretchcore {
// Its own names: one program holds the tests of all rooms.
inline namespace motion_tests {

/// Signals and detector together, as a session joins them, and what they found.
struct Detector {
  RepetitionPlan plan;
  ChannelSet wanted;
  SignalState signals;
  NeutralState neutral;
  RepetitionState state;
  std::vector<Repetition> repetitions;
  std::vector<Attempt> attempts;
  std::vector<Time> told;  ///< when each repetition was

  explicit Detector(RepetitionPlan p = {}) : plan(p), wanted(plan.channels().left, plan.channels().right) {
    for (const Channel c : plan.guarded) wanted.insert(c);
  }

  /// Neutral is known and zero.
  void lie_straight() {
    neutral.captured = true;
    for (const Channel c : plan.guarded) neutral.known.insert(c);
  }

  void see(const Posture& posture) {
    if (!take(signals, posture, wanted).empty() && signals.last != posture.time) return;
    keep(detect(plan, state, signals, neutral, posture.time), posture.time);
  }

  void end(Time now) { keep(finish_movement(plan, state, neutral, now), now); }

  std::size_t found() const { return repetitions.size() + attempts.size(); }

 private:
  void keep(const Movements& movements, Time now) {
    for (const auto& movement : movements) {
      if (const auto* repetition = std::get_if<Repetition>(&movement)) {
        repetitions.push_back(*repetition);
        told.push_back(now);
      } else {
        attempts.push_back(std::get<Attempt>(movement));
      }
    }
  }
};

/// The built-in movement with a guard on the pelvis: list 5°, tilt 8°.
inline RepetitionPlan guarded_plan() {
  RepetitionPlan plan;
  plan.guarded = {Channel::pelvis_list, Channel::pelvis_tilt};
  plan.tolerance[0] = degrees(5);
  plan.tolerance[1] = degrees(8);
  return plan;
}

/// Openings in a row: how far each leg goes, how long one takes, and the rest between them.
struct Course {
  Bilateral<double> amplitude{40, 40};
  double cycle = 4;
  double rest = 1;
  int openings = 5;
  double base = 2;
  double noise = 0;
  double rate = 30;

  double length() const { return rest + openings * (cycle + rest); }
  double begins(int i) const { return rest + i * (cycle + rest); }
  double peak(int i) const { return begins(i) + cycle / 2; }

  /// 0..1 at a time.
  double shape(double t) const {
    const double in_cycle = std::fmod(t, cycle + rest) - rest;
    return t < length() && in_cycle > 0 ? opening(in_cycle / cycle) : 0.0;
  }

  Posture posture(Time now, Noise& disturbance) const {
    Posture posture{now};
    for (const Side side : both_sides) {
      const double angle = base + amplitude[side] * shape(to_seconds(now)) + noise * disturbance();
      posture.set(channel(Motion::hip_abduction, side), degrees(angle));
    }
    return posture;
  }

  /// Every posture of it, and a second of rest.
  template <class Visitor>
  void play(Visitor&& visit, std::uint64_t seed = 1) const {
    Noise disturbance{seed};
    const auto samples = static_cast<int>((length() + 1.0) * rate);
    for (int n = 0; n <= samples; ++n) visit(posture(sample_time(n, rate), disturbance));
  }
};

/// What the detector finds in it.
inline Detector found_in(const Course& course, const RepetitionPlan& plan = {}, std::uint64_t seed = 1) {
  Detector detector{plan};
  course.play([&](const Posture& posture) { detector.see(posture); }, seed);
  return detector;
}

}  // namespace motion_tests
}  // namespace stretchcore
