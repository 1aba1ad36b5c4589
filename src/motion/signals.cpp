#include <algorithm>
#include <cmath>

#include <stretchcore/motion/signals.hpp>

namespace stretchcore {
namespace {

// The artefact gate: no joint is faster than this. Small jumps are left to the filter, they are noise.
constexpr double fastest = 600.0;       // [°/s]
constexpr double smallest_jump = 10.0;  // [°]

// Nor does it go further than that and back within two frames, of which the slowest streams have 15 a second.
constexpr Time quick_step{80'000'000};

// The share of impossible numbers fades with this time. One in three makes a channel doubted, one in ten is forgiven.
constexpr double doubt_fades = 0.5;  // [s]
constexpr double too_doubtful = 0.3;
constexpr double believed_again = 0.1;
constexpr double nothing_left = 1e-6;

constexpr OneEuroPlan filter{.longest_gap = stale_after};

/// Takes note of a number that came, whether or not a joint can give it.
void judge(ChannelState& channel, bool impossible, Time now) {
  const Time before = channel.judged.value_or(now);
  channel.judged = now;
  if (!impossible && channel.doubt == 0.0) return;
  const double dt = to_seconds(now - before);
  channel.doubt += dt / (doubt_fades + dt) * ((impossible ? 1.0 : 0.0) - channel.doubt);
  if (!channel.doubted && channel.doubt > too_doubtful) {
    channel.doubted = true;
    channel.doubted_since = now;
  } else if (channel.doubt < believed_again) {
    channel.doubted = false;
  }
  if (channel.doubt < nothing_left) channel.doubt = 0.0;
}

/// Takes a value that passed the gate. Returns whether it leapt back from where it had just leapt to.
bool follow(ChannelState& channel, Angle value, Time now) {
  const Angle change = value - channel.raw();
  const bool quick = channel.seen() && now - channel.at() <= quick_step && abs(change) > degrees(smallest_jump);
  const Angle leap = quick ? change : Angle{};
  const bool back = leap.degrees() * channel.leap.degrees() < 0.0;
  channel.leap = leap;
  if (step(filter, channel.filter, value, now)) {
    channel.joined = now;
    channel.changed = now;
  } else if (change != Angle{}) {
    channel.changed = now;
    channel.varied = true;
  }
  return back;
}

/// Why a number is not taken; nothing if it is.
std::optional<Rejection> refusal(const ChannelState& channel, Motion motion, Angle value, Time now) {
  if (!value.finite()) return Rejection::not_finite;
  const JointLimits limits = joint_limits(motion);
  if (value < limits.lowest || limits.highest < value) return Rejection::beyond_joint;
  if (!channel.seen()) return std::nullopt;
  const double change = std::fabs((value - channel.raw()).degrees());
  if (change <= smallest_jump || change <= fastest * to_seconds(now - channel.at())) return std::nullopt;
  return Rejection::too_fast;
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
    const std::optional<Rejection> refused = refusal(channel, motion(c), value, posture.time);
    if (refused) rejected.push_back({*refused, c});
    const bool impossible = refused || follow(channel, value, posture.time);
    if (impossible) channel.beyond = refused && *refused != Rejection::too_fast;
    judge(channel, impossible, posture.time);
  });
  return rejected;
}

Health health(const SignalState& signals, Channel c, Time now) {
  const ChannelState& channel = signals[c];
  const auto silent = [&](const std::optional<Time>& since) { return !since || now - *since > stale_after; };
  if (channel.seen() && !channel.doubted && now - channel.at() <= stale_after) {
    return channel.varied && channel.at() - channel.changed >= frozen_after ? Health::frozen : Health::fresh;
  }
  if (silent(channel.judged)) return silent(signals.last) ? Health::stale : Health::absent;
  if (channel.doubted) return channel.beyond ? Health::implausible : Health::jumping;
  return Health::absent;
}

}  // namespace stretchcore
