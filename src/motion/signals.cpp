#include <stretchcore/motion/signals.hpp>

#include "gate.hpp"

namespace stretchcore {

JointLimits joint_limits(Motion motion) { return detail::limits_of(motion); }

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
  const Lapse usual = lapse(detail::live_filter, posture.time - signals.last.value_or(Time{0}));
  signals.last = posture.time;
  wanted.each([&](Channel c) {
    ChannelState& channel = signals.at(c);
    const bool was_garbled = channel.garbled;
    channel.garbled = posture.not_a_number().contains(c);
    if (channel.garbled && !was_garbled) rejected.push_back({Rejection::not_a_number, c});
    if (!posture.has(c)) return;
    const auto refused =
        detail::pass(channel, detail::limits_by_channel[index(c)], posture.angle(c), posture.time, usual);
    if (refused) rejected.push_back({*refused, c});
  });
  return rejected;
}

Health health(const SignalState& signals, Channel c, Time now) {
  const ChannelState& channel = signals[c];
  const auto silent = [&](const std::optional<Time>& since) { return !since || now - *since > stale_after; };
  if (seen_lately(channel, now) && !channel.doubted) {
    return frozen(channel) ? Health::frozen : channel.glimpsed ? Health::too_slow : Health::fresh;
  }
  if (silent(channel.judged)) return silent(signals.last) ? Health::stale : Health::absent;
  if (channel.doubted) return channel.beyond ? Health::implausible : Health::jumping;
  return Health::absent;
}

}  // namespace stretchcore
