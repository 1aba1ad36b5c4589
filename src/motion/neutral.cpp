#include <algorithm>

#include <stretchcore/motion/neutral.hpp>

namespace stretchcore {
namespace {

Angle median(const detail::FixedList<Angle, neutral_samples>& samples) {
  boost::container::static_vector<Angle, neutral_samples> values(samples.begin(), samples.end());
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

void start_window(NeutralState& neutral, const Sightings& seen, Time now) {
  neutral.watching = true;
  neutral.since = now;
  for (std::size_t i = 0; i < channel_count; ++i) {
    const Angle value = seen[static_cast<Channel>(i)].smooth;
    neutral.track[i] = {value, value};
  }
  for (auto& samples : neutral.samples) samples.clear();
}

}  // namespace

bool capture_neutral(NeutralState& neutral, const Sightings& seen, Time now, const ChannelSet& watched,
                     const References& references) {
  if (neutral.captured) return false;
  bool quiet = neutral.watching;
  watched.each([&](Channel c) {
    QuietTrack& track = neutral.track[index(c)];
    const Angle value = seen[c].smooth;
    track.lowest = std::min(track.lowest, value);
    track.highest = std::max(track.highest, value);
    const bool followed = seen[c].fresh && seen[c].joined <= neutral.since;
    quiet = quiet && followed && track.highest - track.lowest <= quiet_within;
  });
  if (!quiet) start_window(neutral, seen, now);

  constexpr Time thinned = neutral_window / static_cast<int>(neutral_samples - 2);
  if (neutral.since == now || now - neutral.sampled >= thinned) {
    neutral.sampled = now;
    for (std::size_t i = 0; i < references.size(); ++i) {
      auto& samples = neutral.samples[i];
      samples.make_room(neutral_samples);
      const Sighting& reference = seen[references[i]];
      if (reference.fresh && samples.size() < samples.capacity()) samples.push_back(reference.raw);
    }
  }
  if (now - neutral.since < neutral_window) return false;

  for (std::size_t i = 0; i < references.size(); ++i) {
    if (neutral.samples[i].empty()) continue;
    neutral.known.insert(references[i]);
    neutral.value[index(references[i])] = median(neutral.samples[i]);
  }
  watched.each([&](Channel c) {
    if (neutral.known.contains(c)) return;
    const QuietTrack& track = neutral.track[index(c)];
    neutral.rested.insert(c);
    neutral.value[index(c)] = (track.lowest + track.highest) / 2.0;
  });
  neutral.captured = true;
  return true;
}

bool capture_neutral(NeutralState& neutral, const SignalState& signals, Time now, const ChannelSet& watched,
                     const References& references) {
  Sightings seen;
  for (std::size_t i = 0; i < channel_count; ++i) {
    const auto c = static_cast<Channel>(i);
    see(seen[c], signals[c], now);
  }
  return capture_neutral(neutral, seen, now, watched, references);
}

}  // namespace stretchcore
