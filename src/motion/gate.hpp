#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include <stretchcore/motion/signals.hpp>

// The gate: what one channel does with one number. Live it is asked channel by channel, for a recording column by
// column.

namespace stretchcore::detail {

// The artefact gate: no joint is faster than this. Small jumps are left to the filter, they are noise.
inline constexpr double fastest = 600.0;       // [°/s]
inline constexpr double smallest_jump = 10.0;  // [°]

// Nor does it go further than that and back within two frames, of which the slowest streams have 15 a second.
inline constexpr Time quick_step{80'000'000};

// The share of impossible numbers fades with this time. One in three makes a channel doubted, one in ten is forgiven.
inline constexpr double doubt_fades = 0.5;  // [s]
inline constexpr double too_doubtful = 0.3;
inline constexpr double believed_again = 0.1;
inline constexpr double nothing_left = 1e-6;

// A value that stood still for longer than half a second and then is elsewhere, further than a joint at rest comes from
// one sample to the next, was not renewed meanwhile: what moved was not seen. Neither was it where a channel that is
// known for ten seconds stands still for four times as long as it ever did.
inline constexpr double unnoticed = 3.0;         // [°]
inline constexpr double speed_from_rest = 60.0;  // [°/s]
inline constexpr int unusually_long = 4;
inline constexpr Time known_for{10'000'000'000};

/// Whether it went far enough to be alive. A step of exactly that much, as sensors of tenths give, is one however its
/// ends are rounded.
inline bool stirs(const Stir& stir) { return stir.most - stir.least >= least_stir - degrees(1e-9); }

inline constexpr OneEuroPlan live_filter{.longest_gap = stale_after};

constexpr JointLimits limits_of(Motion motion) {
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

inline constexpr auto limits_by_channel = [] {
  std::array<JointLimits, channel_count> limits;
  for (std::size_t i = 0; i < channel_count; ++i) limits[i] = limits_of(motion(static_cast<Channel>(i)));
  return limits;
}();

/// Takes note of a number that came, whether or not a joint can give it.
inline void judge(ChannelState& channel, bool impossible, Time now) {
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

/// How much of the time a channel is seen. What lies between two values more than half a second apart was not seen;
/// what is seen makes up for half as much, so that a channel must be seen two thirds of the time.
inline void watch_share(ChannelState& channel, Angle change, Time now, const Lapse& since) {
  const Time stood = now - channel.changed;
  const bool gap = since.time > stale_after;
  const Time still = channel.at() - channel.changed;
  const bool renewed = !gap && still > Time{0} && change != Angle{};
  const bool leaps = abs(change) > degrees(std::fmax(unnoticed, speed_from_rest * since.seconds));
  const bool unlike = channel.varied && now - channel.first >= known_for && still > channel.stood * unusually_long;
  const bool held = renewed && stood > stale_after && (leaps || unlike);
  if (renewed && !held) channel.stood = std::max(channel.stood, still);
  if (gap || held) {
    channel.unseen = std::min(channel.unseen + std::min(gap ? since.time : stood, most_of_one_gap), most_unseen);
  } else if (stood <= stale_after) {
    channel.unseen = std::max(channel.unseen - since.time / 2, Time{0});
  }
  if (channel.unseen >= too_much_unseen) channel.glimpsed = true;
  if (channel.unseen <= little_unseen) channel.glimpsed = false;
}

/// Whether it moved at all in the last five seconds, as anything alive and any sensor does: a value behind a smoothing
/// filter or a drift changes without end, and shows nothing.
inline void watch_stir(ChannelState& channel, Angle value, Time now) {
  Stir& stir = channel.stir;
  if (!channel.seen() || now - channel.at() > stale_after) stir = {now, value, value, stir.ever, false};
  stir.least = std::min(stir.least, value);
  stir.most = std::max(stir.most, value);
  if (stirs(stir)) {
    stir.ever = true;
    stir.none = false;
  }
  if (now - stir.since < frozen_after) return;
  stir.none = stir.ever && !stirs(stir);
  stir = {now, value, value, stir.ever, stir.none};
}

/// Takes a value that passed the gate. Returns whether it leapt back from where it had just leapt to.
inline bool follow(ChannelState& channel, Angle value, Time now, const Lapse& since) {
  const Angle change = value - channel.raw();
  const bool quick = channel.seen() && since.time <= quick_step && abs(change) > degrees(smallest_jump);
  const Angle leap = quick ? change : Angle{};
  const bool back = leap.degrees() * channel.leap.degrees() < 0.0;
  channel.leap = leap;
  if (channel.seen()) {
    watch_share(channel, change, now, since);
  } else {
    channel.first = now;
  }
  watch_stir(channel, value, now);
  if (step(live_filter, channel.filter, value, now, since)) {
    channel.joined = now;
    channel.changed = now;
  } else if (change != Angle{}) {
    channel.changed = now;
    channel.varied = true;
  }
  return back;
}

/// Why a number is not taken; nothing if it is.
inline std::optional<Rejection> refusal(const ChannelState& channel, const JointLimits& limits, Angle value,
                                        const Lapse& since) {
  if (!value.finite()) return Rejection::not_finite;
  if (value < limits.lowest || limits.highest < value) return Rejection::beyond_joint;
  if (!channel.seen()) return std::nullopt;
  const double change = std::fabs((value - channel.raw()).degrees());
  if (change <= smallest_jump || change <= fastest * since.seconds) return std::nullopt;
  return Rejection::too_fast;
}

/// One number of one channel; says why it was not taken. `usual` is the time since the last posture, which most
/// channels were seen in.
inline std::optional<Rejection> pass(ChannelState& channel, const JointLimits& limits, Angle value, Time now,
                                     const Lapse& usual) {
  const Time passed = now - channel.at();
  const Lapse since = passed == usual.time ? usual : lapse(live_filter, passed);
  const std::optional<Rejection> refused = refusal(channel, limits, value, since);
  const bool impossible = refused || follow(channel, value, now, since);
  if (impossible) channel.beyond = refused && *refused != Rejection::too_fast;
  judge(channel, impossible, now);
  return refused;
}

}  // namespace stretchcore::detail
