#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include <stretchcore/motion/playback.hpp>

#include "catch.hpp"
#include "motion/movement.hpp"

namespace motion_playback_test {

using namespace stretchcore;

namespace {

const double unseen = std::numeric_limits<double>::quiet_NaN();

/// A moving angle, and now and then whatever a sensor can do wrong: lost, stuck, wild, jumping, beyond any joint.
std::vector<double> troubled(std::size_t rows, Noise& random) {
  std::vector<double> column;
  double offset = 0.0;
  for (std::size_t row = 0; row < rows; ++row) {
    const double good = 20.0 - 15.0 * std::cos(0.02 * static_cast<double>(row)) + random.between(-1.0, 1.0);
    const double luck = random.uniform();
    double value = good + offset;
    if (luck < 0.01) value = unseen;
    if (luck > 0.99) value = random.between(-400.0, 400.0);
    if (luck > 0.998) value = std::numeric_limits<double>::infinity();
    if (luck > 0.02 && luck < 0.03) offset = random.between(-30.0, 30.0);
    if (luck > 0.03 && luck < 0.04) offset = 0.0;
    column.push_back(value);
  }
  for (int trouble = 0; trouble < 4; ++trouble) {  // lost or stuck for a while, sometimes for longer than is forgiven
    const auto from = static_cast<std::size_t>(random.uniform() * static_cast<double>(rows));
    const auto to = std::min(rows, from + static_cast<std::size_t>(random.uniform() * 500.0));
    for (std::size_t row = from; row < to; ++row) column[row] = trouble % 2 == 0 ? unseen : column[from];
  }
  return column;
}

/// Mostly even times, some of them lost, repeated or earlier than the one before.
std::vector<double> troubled_times(std::size_t rows, double rate, Noise& random) {
  std::vector<double> times;
  double now = -3.0;
  for (std::size_t row = 0; row < rows; ++row) {
    const double luck = random.uniform();
    if (luck < 0.99) now += 1.0 / rate;
    if (luck > 0.995) now -= 0.3;
    if (luck < 0.002) now += 2.0;
    times.push_back(now);
  }
  return times;
}

bool same(const Sighting& a, const Sighting& b) {
  return a.raw == b.raw && a.smooth == b.smooth && a.joined == b.joined && a.at == b.at && a.taken == b.taken &&
         a.fresh == b.fresh && a.followed == b.followed;
}

/// Good for long, then once one of what a sensor can do wrong.
std::vector<double> mostly_good(std::size_t rows, std::size_t first, Noise& random) {
  std::vector<double> column;
  for (std::size_t row = 0; row < rows; ++row) {
    column.push_back(20.0 - 15.0 * std::cos(0.02 * static_cast<double>(row)) + random.between(-1.0, 1.0));
  }
  const double highest = joint_limits(Motion::hip_abduction).highest.degrees();
  const double wrong[] = {unseen, 400.0, std::numeric_limits<double>::infinity(), highest + 1.0, 45.0};
  std::size_t at = first;
  for (const double value : wrong) {
    if (at < rows) column[at] = value;
    at += 700;  // in which a doubt fades
  }
  for (std::size_t row = at; row < std::min(at + 400, rows); ++row) column[row] = column[at];  // stuck
  return column;
}

/// Row by row the same as `take`, posture by posture. Returns how many rows were not.
int played_otherwise(const Recording& recording, const ChannelSet& wanted) {
  SignalState signals;
  Playback playback{recording, wanted};
  std::span<const Playback::Row> played = playback.next();
  std::size_t next = 0;
  int rejected = 0;
  int different = 0;
  for (std::size_t row = 0; row < recording.size(); ++row) {
    const Posture posture = recording.posture(row);
    const RejectedSamples refused = take(signals, posture, wanted);
    rejected += refused.empty() ? 0 : 1;
    if (!refused.empty() && !refused.front().channel) continue;
    if (next == played.size()) {
      played = playback.next();
      next = 0;
    }
    REQUIRE(next < played.size());
    const Playback::Row& shown = played[next++];
    const Sightings expected{signals, wanted, posture.time};
    bool alike = shown.time == posture.time;
    for (std::size_t i = 0; i < channel_count; ++i) {
      const auto c = static_cast<Channel>(i);
      alike = alike && same(shown.seen[c], expected[c]);
    }
    different += alike ? 0 : 1;
  }
  CHECK(next == played.size());
  CHECK(playback.next().empty());
  CHECK(playback.rejected() == rejected);
  CHECK((rejected > 0) == !recording.empty());
  return different;
}

}  // namespace

TEST_CASE("A recording played back shows at each row what its postures would have shown, one after the other") {
  const ChannelSet wanted{Channel::hip_abduction_left, Channel::hip_abduction_right, Channel::pelvis_list,
                          Channel::spine_flexion};
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Noise random{seed};
    const std::size_t rows = seed == 1 ? 0 : 2000 + seed;
    Recording recording{troubled_times(rows, seed % 2 == 0 ? 60.0 : 15.0, random)};
    recording.set(Channel::hip_abduction_left, troubled(rows, random));
    recording.set(Channel::hip_abduction_right, troubled(rows, random));
    recording.set(Channel::pelvis_list, std::vector<double>(rows, 1.5));
    recording.set(Channel::knee_flexion_left, troubled(rows, random));  // nobody asked for it
    CAPTURE(seed);
    CHECK(played_otherwise(recording, wanted) == 0);
  }
}

TEST_CASE("What goes wrong once in a good recording is seen in its own channel, whichever it is played with") {
  const ChannelSet wanted{Channel::hip_abduction_left, Channel::hip_abduction_right, Channel::hip_flexion_left,
                          Channel::knee_flexion_left};
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Noise random{seed};
    const std::size_t rows = 5000;
    std::vector<double> times, beyond;
    for (std::size_t row = 0; row < rows; ++row) {
      beyond.push_back(row % 2 == 0 ? 169.0 : row == 4801 ? 171.0 : 168.0);          // of a knee, without a jump
      times.push_back(static_cast<double>(row) / 60.0 + (row >= 2000 ? 0.6 : 0.0));  // and nothing for a while
    }
    Recording recording{times};
    recording.set(Channel::hip_abduction_left, mostly_good(rows, 100 + seed, random));
    recording.set(Channel::hip_abduction_right, mostly_good(rows, 450 + 7 * seed, random));
    recording.set(Channel::hip_flexion_left, mostly_good(rows, 300, random));
    recording.set(Channel::knee_flexion_left, beyond);
    CAPTURE(seed);
    CHECK(played_otherwise(recording, wanted) == 0);
  }
}

TEST_CASE("What sticks behind a filter, and what is seen in glimpses, is played back as it is live") {
  const ChannelSet wanted{Channel::hip_abduction_left, Channel::hip_abduction_right, Channel::hip_flexion_left};
  for (const double rate : {10.0, 60.0}) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      Noise random{seed};
      std::vector<double> times, stuck, glimpses, tenths;
      double filtered = 20.0;
      for (int n = 0; n < static_cast<int>(rate * 90.0); ++n) {
        const double t = n / rate;
        const double truth = 20.0 - 15.0 * std::cos(t) + random.between(-0.5, 0.5);
        const bool sticks = std::fmod(t, 30.0) > 12.0;
        filtered += sticks ? (20.0 - filtered) * 0.3 / rate : (truth - filtered) * 0.5;
        const bool hidden = t > 20.0 && t < 70.0 && std::fmod(t, 1.5) < 1.3;
        times.push_back(n == 5 ? times.back() : t);  // one is refused
        stuck.push_back(filtered);
        glimpses.push_back(hidden ? unseen : truth);
        tenths.push_back(std::round((sticks ? 20.0 + random.between(-0.1, 0.1) : truth) * 10.0) / 10.0);
      }
      Recording recording{times};
      recording.set(Channel::hip_abduction_left, stuck);
      recording.set(Channel::hip_abduction_right, glimpses);
      recording.set(Channel::hip_flexion_left, tenths);
      CAPTURE(rate, seed);
      CHECK(played_otherwise(recording, wanted) == 0);
    }
  }
}

TEST_CASE("A sighting says of a channel what its health says") {
  Noise random{7};
  const std::size_t rows = 5000;
  Recording recording{troubled_times(rows, 60.0, random)};
  recording.set(Channel::pelvis_tilt, troubled(rows, random));
  SignalState signals;
  int other = 0;
  int glimpsed = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const Posture posture = recording.posture(row);
    take(signals, posture, ChannelSet{Channel::pelvis_tilt});
    for (const Time later : {Time{0}, stale_after, 2 * stale_after}) {
      const Time now = posture.time + later;
      Sighting sighting;
      see(sighting, signals[Channel::pelvis_tilt], now);
      const Health told = health(signals, Channel::pelvis_tilt, now);
      const bool doubted = told == Health::jumping || told == Health::implausible;
      if (sighting.fresh != (told == Health::fresh)) ++other;
      if (sighting.fresh && !sighting.followed) ++other;
      // Also what is seen in glimpses is followed: what its gaps hide is asked of each movement.
      if (sighting.followed && !sighting.fresh && !doubted && told != Health::too_slow) ++other;
      glimpsed += told == Health::too_slow ? 1 : 0;
    }
  }
  CHECK(other == 0);
  CHECK(glimpsed > 0);
}

}  // namespace motion_playback_test
