#pragma once

#include <array>
#include <boost/container/static_vector.hpp>
#include <boost/describe/class.hpp>

#include <stretchcore/detail/fixed_list.hpp>
#include <stretchcore/export.hpp>
#include <stretchcore/motion/signals.hpp>

namespace stretchcore {

inline constexpr std::size_t most_references = 6;   ///< channels whose neutral is kept
inline constexpr std::size_t neutral_samples = 64;  ///< of half a second; faster streams are thinned
inline constexpr Time neutral_window{500'000'000};
inline constexpr Angle quiet_within = degrees(2.5);  ///< over the window: 5°/s

using References = boost::container::static_vector<Channel, most_references>;

/// Where a channel was while it moved little, and what it did since.
struct QuietTrack {
  Angle lowest{};
  Angle highest{};

  bool operator==(const QuietTrack&) const = default;
};
BOOST_DESCRIBE_STRUCT(QuietTrack, (), (lowest, highest))

/// The neutral of the reference channels: captured from the first quiet half second, or given, or not known.
struct NeutralState {
  bool captured = false;
  bool assumed = false;  ///< none was captured: the start of each repetition serves
  ChannelSet known;
  ChannelSet rested;  ///< channels of the movement, of which `value` is where they lay
  std::array<Angle, channel_count> value{};
  // The window under observation.
  bool watching = false;
  Time since{0};
  Time sampled{0};
  std::array<QuietTrack, channel_count> track{};
  std::array<detail::FixedList<Angle, neutral_samples>, most_references> samples{};

  /// Begins anew, with the room that its lists have.
  void restart() {
    captured = assumed = watching = false;
    known = {};
    rested = {};
    value = {};
    since = sampled = Time{0};
    track = {};
    for (auto& list : samples) list.clear();
  }

  bool operator==(const NeutralState&) const = default;
};
BOOST_DESCRIBE_STRUCT(NeutralState, (),
                      (captured, assumed, known, rested, value, watching, since, sampled, track, samples))

/// Watches for the first half second in which every channel of `watched` stays within 2.5°, and takes the median of
/// each reference channel over it. Returns true when it is captured.
STRETCHCORE_API bool capture_neutral(NeutralState& neutral, const Sightings& seen, Time now, const ChannelSet& watched,
                                     const References& references);
STRETCHCORE_API bool capture_neutral(NeutralState& neutral, const SignalState& channels, Time now,
                                     const ChannelSet& watched, const References& references);

}  // namespace stretchcore
