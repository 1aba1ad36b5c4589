#pragma once

#include <array>
#include <boost/container/static_vector.hpp>
#include <boost/describe/class.hpp>
#include <optional>

#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/health.hpp>
#include <stretchcore/stream/posture.hpp>

namespace stretchcore {

inline constexpr Time stale_after{
    500'000'000};  ///< without a sample a channel is stale (watchdog of the hazard table, H4)
inline constexpr Time frozen_after{
    5'000'000'000};  ///< bit-identical for this long, having varied before, is a stuck sensor

/// What is remembered of one channel.
struct ChannelState {
  bool seen = false;     ///< a value was ever accepted
  bool varied = false;   ///< its value was ever different from the one before
  bool garbled = false;  ///< the latest sample was not a number
  Time at{0};            ///< of the latest accepted value
  Time changed{0};       ///< when the value last differed
  Time joined{0};        ///< start of the present uninterrupted presence
  Angle raw{};
  Angle smooth{};
  double speed = 0.0;  ///< of the smoothed value [°/s]

  bool operator==(const ChannelState&) const = default;
};
BOOST_DESCRIBE_STRUCT(ChannelState, (), (seen, varied, garbled, at, changed, joined, raw, smooth, speed))

/// The signals as they are now: what was accepted, smoothed, and how long ago.
struct SignalState {
  std::optional<Time> last;  ///< of the latest posture taken
  std::array<ChannelState, channel_count> channels{};

  const ChannelState& operator[](Channel c) const { return channels[index(c)]; }
  ChannelState& operator[](Channel c) { return channels[index(c)]; }
  bool operator==(const SignalState&) const = default;
};
BOOST_DESCRIBE_STRUCT(SignalState, (), (last, channels))

/// A sample that was not taken; `channel` is nothing when the whole posture was refused.
struct RejectedSample {
  Rejection reason = Rejection::time_repeated;
  std::optional<Channel> channel;
};

using RejectedSamples = boost::container::static_vector<RejectedSample, channel_count>;

/// Hard limits of a channel, far beyond any healthy joint (a wrong unit or a broken tracker, not a flexible person).
struct JointLimits {
  Angle lowest;
  Angle highest;
};
JointLimits joint_limits(Motion motion);

/// Gate and smoothing in one step: takes the plausible channels of `wanted` into the state and says what it refused.
/// A posture whose time does not increase is refused whole. Uses a 1€ filter (Casiez 2012) on the real time steps.
RejectedSamples take(SignalState& signals, const Posture& posture, const ChannelSet& wanted);

/// Whether a channel can be trusted at `now`.
Health health(const SignalState& signals, Channel channel, Time now);

}  // namespace stretchcore
