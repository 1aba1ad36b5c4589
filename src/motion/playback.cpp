#include <cmath>

#include <stretchcore/motion/playback.hpp>

#include "gate.hpp"

namespace stretchcore {

Playback::Playback(const Recording& recording, const ChannelSet& wanted)
    : recording_(recording), wanted_(wanted & recording.channels()) {}

std::span<const Playback::Row> Playback::next() {
  choose_rows();
  wanted_.each([&](Channel c) { play(c); });
  for (std::size_t i = 0; i < count_; ++i) rejected_ += steps_[i].rejected ? 1 : 0;
  return {rows_.data(), count_};
}

/// A row whose time does not increase is refused whole.
void Playback::choose_rows() {
  const std::span<const double> time = recording_.time();
  for (count_ = 0; count_ < most_rows && row_ < time.size(); ++row_) {
    const Time now = seconds(time[row_]);
    if (signals_.last && now <= *signals_.last) {
      ++rejected_;
      continue;
    }
    steps_[count_] = {row_, lapse(detail::live_filter, now - signals_.last.value_or(Time{0})), false};
    rows_[count_].time = now;
    signals_.last = now;
    ++count_;
  }
}

void Playback::play(Channel c) {
  const std::span<const double> column = recording_.column(c);
  const JointLimits& limits = detail::limits_by_channel[index(c)];
  ChannelState& channel = signals_[c];
  for (std::size_t i = glide(c, 0); i < count_; i = glide(c, i + 1)) {
    Row& row = rows_[i];
    Step& step = steps_[i];
    const double value = column[step.row];
    if (!std::isnan(value)) {
      step.rejected |= detail::pass(channel, limits, degrees(value), row.time, step.since).has_value();
    }
    see(row.seen[c], channel, row.time);
  }
}

/// As long as a healthy channel gives numbers that the gate has nothing to say about, the filter is all there is to do.
/// Returns the first row of which that is not so.
std::size_t Playback::glide(Channel c, std::size_t first) {
  ChannelState& channel = signals_[c];
  if (first == count_ || !channel.seen() || channel.doubt != 0.0 || channel.doubted) return first;
  if (rows_[first].time - channel.at() != steps_[first].since.time) return first;
  const std::span<const double> column = recording_.column(c);
  const JointLimits& limits = detail::limits_by_channel[index(c)];
  // Local and apart: kept in one register, the latest raw value would have to wait for the filter.
  Angle before = channel.raw();
  Angle smooth = channel.smooth();
  double speed = channel.speed();
  std::size_t i = first;
  for (; i < count_; ++i) {
    const Step& step = steps_[i];
    const Angle value = degrees(column[step.row]);
    const double change = std::fabs((value - before).degrees());
    const bool possible = limits.lowest <= value && value <= limits.highest && change <= detail::smallest_jump;
    if (!possible || change == 0.0 || step.since.time > stale_after) break;
    follow(detail::live_filter, smooth, speed, before, value, step.since);
    before = value;
    Sighting& sighting = rows_[i].seen[c];
    sighting.raw = value;
    sighting.smooth = smooth;
    sighting.joined = channel.joined;
    sighting.taken = sighting.fresh = sighting.followed = true;
  }
  if (i == first) return first;
  channel.filter = {true, rows_[i - 1].time, degrees(column[steps_[i - 1].row]), smooth, speed};
  channel.varied = true;
  channel.changed = channel.at();
  channel.judged = channel.at();
  channel.leap = {};
  return i;
}

}  // namespace stretchcore
