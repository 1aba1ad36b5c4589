#include <algorithm>
#include <cmath>
#include <numbers>

#include <stretchcore/motion/signals.hpp>

namespace stretchcore {
namespace {

// The artefact gate: no joint is faster than this. Small jumps are left to the filter, they are noise.
constexpr double fastest = 600.0;       // [°/s]
constexpr double smallest_jump = 10.0;  // [°]

// 1€ filter for degrees (Casiez 2012): 1.5 Hz at rest, one hertz more for each 20°/s.
constexpr double rest_cutoff = 1.5;        // [Hz]
constexpr double cutoff_per_speed = 0.05;  // [Hz per °/s]
constexpr double speed_cutoff = 2.0;       // [Hz]

double smoothing(double cutoff, double dt) { return 1.0 / (1.0 + 1.0 / (2.0 * std::numbers::pi * cutoff * dt)); }

void restart(ChannelState& channel, Angle value, Time now) {
  channel.joined = now;
  channel.changed = now;
  channel.smooth = value;
  channel.speed = 0.0;
}

void follow(ChannelState& channel, Angle value, Time now) {
  const double dt = to_seconds(now - channel.at);
  const double speed = (value - channel.raw).degrees() / dt;
  channel.speed += smoothing(speed_cutoff, dt) * (speed - channel.speed);
  const double cutoff = rest_cutoff + cutoff_per_speed * std::fabs(channel.speed);
  channel.smooth += smoothing(cutoff, dt) * (value - channel.smooth);
  if (value != channel.raw) {
    channel.changed = now;
    channel.varied = true;
  }
}

}  // namespace

JointLimits joint_limits(Motion motion) {
  switch (motion) {
    case Motion::hip_abduction:
      return {degrees(-60), degrees(110)};
    case Motion::hip_flexion:
      return {degrees(-60), degrees(180)};
    case Motion::hip_rotation:
      return {degrees(-90), degrees(90)};
    case Motion::knee_flexion:
      return {degrees(-25), degrees(170)};
    case Motion::ankle_dorsiflexion:
      return {degrees(-90), degrees(65)};
    case Motion::shoulder_abduction:
    case Motion::shoulder_flexion:
      return {degrees(-90), degrees(220)};
    case Motion::shoulder_rotation:
      return {degrees(-120), degrees(150)};
    case Motion::elbow_flexion:
      return {degrees(-25), degrees(170)};
    case Motion::pelvis_tilt:
    case Motion::pelvis_rotation:
      return {degrees(-90), degrees(90)};
    case Motion::pelvis_list:
      return {degrees(-60), degrees(60)};
    default:
      return {degrees(-120), degrees(120)};
  }
}

RejectedSamples take(SignalState& signals, const Posture& posture, const ChannelSet& wanted) {
  RejectedSamples rejected;
  if (signals.last && posture.time <= *signals.last) {
    rejected.push_back({posture.time == *signals.last ? Rejection::time_repeated : Rejection::time_decreased, {}});
    return rejected;
  }
  if (posture.time > longest_time || posture.time < -longest_time) {
    rejected.push_back({Rejection::not_finite, {}});
    return rejected;
  }
  signals.last = posture.time;
  wanted.each([&](Channel c) {
    ChannelState& channel = signals[c];
    const bool was_garbled = channel.garbled;
    channel.garbled = posture.not_a_number().contains(c);
    if (channel.garbled && !was_garbled) rejected.push_back({Rejection::not_a_number, c});
    if (!posture.has(c)) return;

    const Angle value = posture.angle(c);
    const JointLimits limits = joint_limits(motion(c));
    if (!value.finite()) {
      rejected.push_back({Rejection::not_finite, c});
      return;
    }
    if (value < limits.lowest || limits.highest < value) {
      rejected.push_back({Rejection::beyond_joint, c});
      return;
    }
    const Time gap = posture.time - channel.at;
    if (channel.seen) {
      const double allowed = std::max(smallest_jump, fastest * to_seconds(gap));
      if (std::fabs((value - channel.raw).degrees()) > allowed) {
        rejected.push_back({Rejection::too_fast, c});
        return;
      }
    }
    if (!channel.seen || gap > stale_after) {
      restart(channel, value, posture.time);
    } else {
      follow(channel, value, posture.time);
    }
    channel.seen = true;
    channel.raw = value;
    channel.at = posture.time;
  });
  return rejected;
}

Health health(const SignalState& signals, Channel c, Time now) {
  const ChannelState& channel = signals[c];
  if (!channel.seen || now - channel.at > stale_after) {
    const bool stream_alive = signals.last && now - *signals.last <= stale_after;
    return stream_alive ? Health::absent : Health::stale;
  }
  if (channel.varied && channel.at - channel.changed >= frozen_after) return Health::frozen;
  return Health::fresh;
}

}  // namespace stretchcore
