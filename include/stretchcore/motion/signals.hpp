#pragma once

#include <array>
#include <boost/container/static_vector.hpp>
#include <boost/describe/class.hpp>
#include <optional>

#include <stretchcore/detail/sparse_list.hpp>
#include <stretchcore/export.hpp>
#include <stretchcore/motion/filters.hpp>
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

/// The slowest stream that can be watched gives a value every half second (`stale_after`): what is seen less often is
/// seen in glimpses, and shows neither how far a movement went nor what a rule forbids. So much unseen time is too
/// much; it is forgiven when little is left of it.
inline constexpr Time too_much_unseen{1'500'000'000};
inline constexpr Time little_unseen{500'000'000};
inline constexpr Time most_unseen{2'000'000'000};
/// What one gap adds to it: by itself it is a loss that is over, and only several are a stream that is too slow.
inline constexpr Time most_of_one_gap{1'000'000'000};
/// A value that stays within this for five seconds, having moved before, is stuck behind a filter: a person who lies
/// still breathes, and a sensor has noise.
inline constexpr Angle least_stir = degrees(0.1);

/// How far a channel went lately.
struct Stir {
  Time since{0};
  Angle least{};
  Angle most{};
  bool ever = false;  ///< it went further than `least_stir` at some time
  bool none = false;  ///< and did not in the five seconds before

  bool operator==(const Stir&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stir, (), (since, least, most, ever, none))

/// What is remembered of one channel.
struct ChannelState {
  OneEuroState filter;
  bool varied = false;         ///< its value was ever different from the one before
  bool garbled = false;        ///< the latest sample was not a number
  Time changed{0};             ///< when the value last differed
  Time joined{0};              ///< start of the present uninterrupted presence
  std::optional<Time> judged;  ///< of the latest number that came, taken or not
  Angle leap{};                ///< the latest step, if it was quick and large
  double doubt = 0.0;          ///< share of the latest numbers that no joint gives, fading within half a second [0..1]
  bool beyond = false;         ///< the latest of them was beyond the joint, not only too fast
  bool doubted = false;        ///< there were too many of them
  Time doubted_since{0};
  Time unseen{0};         ///< of the latest time, what was not seen less half of what was
  bool glimpsed = false;  ///< that was too much
  Time first{0};          ///< when a value was accepted for the first time
  Time stood{0};          ///< the longest that a value stood still, to the last bit, and was renewed in time
  Stir stir;

  bool seen() const { return filter.begun; }  ///< a value was ever accepted
  Time at() const { return filter.at; }       ///< of the latest accepted value
  Angle raw() const { return filter.raw; }
  Angle smooth() const { return filter.smooth; }
  double speed() const { return filter.speed; }  ///< of the smoothed value [°/s]

  bool operator==(const ChannelState&) const = default;
};
BOOST_DESCRIBE_STRUCT(ChannelState, (),
                      (filter, varied, garbled, changed, joined, judged, leap, doubt, beyond, doubted, doubted_since,
                       unseen, glimpsed, first, stood, stir))

/// The signals as they are now: what was accepted, smoothed, and how long ago.
struct SignalState {
  std::optional<Time> last;  ///< of the latest posture taken
  detail::SparseList<ChannelState, channel_count> channels{channel_count};

  const ChannelState& operator[](Channel c) const { return channels[index(c)]; }
  ChannelState& at(Channel c) { return channels.at(index(c)); }
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
STRETCHCORE_API JointLimits joint_limits(Motion motion);

/// Gate and smoothing in one step: takes the plausible channels of `wanted` into the state and says what it refused.
/// A posture whose time does not increase is refused whole.
STRETCHCORE_API RejectedSamples take(SignalState& channels, const Posture& posture, const ChannelSet& wanted);

/// Whether a channel can be trusted at `now`. Of what a channel gives, a single wild value is only not taken; where
/// they are many, in a row or among good ones, the channel is implausible or jumping until it has been good for about a
/// second.
STRETCHCORE_API Health health(const SignalState& channels, Channel channel, Time now);

inline bool seen_lately(const ChannelState& channel, Time now) {
  return channel.seen() && now - channel.at() <= stale_after;
}
inline bool frozen(const ChannelState& channel) {
  return (channel.varied && channel.at() - channel.changed >= frozen_after) || channel.stir.none;
}

/// One channel at one moment, as what follows the gate reads it.
struct Sighting {
  Angle raw{};
  Time joined{0};  ///< start of the present uninterrupted presence
  Time at{0};      ///< of the latest accepted value
  Angle smooth{};
  bool taken = false;     ///< a number of this very moment passed the gate
  bool fresh = false;     ///< its health is `fresh`
  bool followed = false;  ///< it shows if someone goes out and back: also one that is doubted or seen in glimpses does
};

/// Written where it is kept: as a value it would be put together and copied, and that is most of its cost.
inline void see(Sighting& sighting, const ChannelState& channel, Time now) {
  const bool lately = seen_lately(channel, now);
  sighting.raw = channel.raw();
  sighting.smooth = channel.smooth();
  sighting.joined = channel.joined;
  sighting.at = channel.at();
  sighting.taken = channel.seen() && channel.at() == now;
  sighting.fresh = lately && !channel.doubted && !channel.glimpsed && !frozen(channel);
  sighting.followed = lately && (channel.doubted || !frozen(channel));
}

/// The channels of one moment; those that are not asked for are as if they were never seen.
class Sightings {
 public:
  Sightings() = default;
  Sightings(const SignalState& channels, const ChannelSet& wanted, Time now) {
    wanted.each([&](Channel c) { see((*this)[c], channels[c], now); });
  }

  const Sighting& operator[](Channel c) const { return channels_[index(c)]; }
  Sighting& operator[](Channel c) { return channels_[index(c)]; }

 private:
  std::array<Sighting, channel_count> channels_{};
};

}  // namespace stretchcore
