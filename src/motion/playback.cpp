#include <algorithm>
#include <boost/container/static_vector.hpp>
#include <cmath>

#include <stretchcore/motion/playback.hpp>

#include "gate.hpp"
#include "pair.hpp"

namespace stretchcore {

namespace {

using detail::magnitude;
using detail::Pair;

/// The least and the most of what two channels gave.
struct Reached {
  Pair least;
  Pair most;

  void add(const Pair& x) {
    least = detail::least(least, x);
    most = detail::most(most, x);
  }
};

/// A channel in a row that the filter alone went through.
void show(Sighting& sighting, const ChannelState& channel, Time at, double raw, double smooth) {
  sighting.raw = degrees(raw);
  sighting.smooth = degrees(smooth);
  sighting.joined = channel.joined;
  sighting.at = at;
  sighting.taken = sighting.fresh = sighting.followed = true;
}

/// What a channel remembers of such rows: the last of them.
void keep(ChannelState& channel, Time at, double raw, double smooth, double speed, double least, double most) {
  channel.filter = {true, at, degrees(raw), degrees(smooth), speed};
  channel.varied = true;
  channel.changed = at;
  channel.judged = at;
  channel.leap = {};
  Stir& stir = channel.stir;
  stir.least = std::min(stir.least, degrees(least));
  stir.most = std::max(stir.most, degrees(most));
  stir.ever = stir.ever || detail::stirs(stir);
}

}  // namespace

Playback::Playback(const Recording& recording, const ChannelSet& wanted)
    : recording_(recording), wanted_(wanted & recording.channels()) {
  signals_.channels.fit_room(channel_count, channel_count);  // two of them are written at a time
}

std::span<const Playback::Row> Playback::next() {
  choose_rows();
  boost::container::static_vector<Channel, channel_count> even;
  wanted_.each([&](Channel c) { is_steady(c, 0) && !rough_.contains(c) ? even.push_back(c) : play(c); });
  for (std::size_t i = 0; i + 1 < even.size(); i += 2) play(even[i], even[i + 1]);
  if (even.size() % 2 == 1) play(even.back());
  for (std::size_t i = 0; i < count_; ++i) rejected_ += steps_[i].rejected ? 1 : 0;
  return {rows_.data(), count_};
}

/// A row whose time does not increase is refused whole.
void Playback::choose_rows() {
  const std::span<const double> time = recording_.time();
  gap_ = false;
  for (count_ = 0; count_ < most_rows && row_ < time.size(); ++row_) {
    const Time now = seconds(time[row_]);
    if (signals_.last && now <= *signals_.last) {
      ++rejected_;
      continue;
    }
    steps_[count_] = {row_, lapse(detail::live_filter, now - signals_.last.value_or(Time{0})), false};
    rows_[count_].time = now;
    gap_ |= steps_[count_].since.time > stale_after;
    signals_.last = now;
    ++count_;
  }
}

void Playback::play(Channel c) {
  const std::span<const double> column = recording_.column(c);
  const JointLimits& limits = detail::limits_by_channel[index(c)];
  ChannelState& channel = signals_.at(c);
  rough_.erase(c);
  for (std::size_t i = glide(c, 0); i < count_; i = glide(c, i + 1)) {
    rough_.insert(c);
    Row& row = rows_[i];
    Step& step = steps_[i];
    const double value = column[step.row];
    if (!std::isnan(value)) {
      step.rejected |= detail::pass(channel, limits, degrees(value), row.time, step.since).has_value();
    }
    see(row.seen[c], channel, row.time);
  }
}

void Playback::play(Channel a, Channel b) {
  if (glide(a, b)) return;
  play(a);
  play(b);
}

/// Whether a channel is healthy and was seen in the row before.
bool Playback::is_steady(Channel c, std::size_t row) const {
  const ChannelState& channel = signals_[c];
  return row < count_ && channel.seen() && channel.doubt == 0.0 && !channel.doubted && channel.unseen == Time{0} &&
         channel.changed == channel.at() && !channel.stir.none &&
         rows_[count_ - 1].time - channel.stir.since < frozen_after &&
         rows_[row].time - channel.at() == steps_[row].since.time;
}

/// As long as a steady channel gives numbers that the gate has nothing to say about, the filter is all there is to do.
/// Returns the first row of which that is not so.
std::size_t Playback::glide(Channel c, std::size_t first) {
  if (!is_steady(c, first)) return first;
  ChannelState& channel = signals_.at(c);
  const std::span<const double> column = recording_.column(c);
  const JointLimits& limits = detail::limits_by_channel[index(c)];
  // Local and apart: kept in one register, the latest raw value would have to wait for the filter.
  double before = channel.raw().degrees();
  double smooth = channel.smooth().degrees();
  double speed = channel.speed();
  double least = before;
  double most = before;
  std::size_t i = first;
  for (; i < count_; ++i) {
    const Step& step = steps_[i];
    const double value = column[step.row];
    const double change = std::fabs(value - before);
    const bool possible =
        limits.lowest.degrees() <= value && value <= limits.highest.degrees() && change <= detail::smallest_jump;
    if (!possible || change == 0.0 || step.since.time > stale_after) break;
    follow(detail::live_filter, smooth, speed, before, value, step.since);
    before = value;
    least = std::min(least, value);
    most = std::max(most, value);
    show(rows_[i].seen[c], channel, rows_[i].time, value, smooth);
  }
  if (i > first) keep(channel, rows_[i - 1].time, before, smooth, speed, least, most);
  return i;
}

/// Two steady channels at once, through all rows. Returns false, and keeps nothing, if the gate has something to say.
bool Playback::glide(Channel a, Channel b) {
  if (gap_) return false;
  ChannelState& first = signals_.at(a);
  ChannelState& second = signals_.at(b);
  const double* const first_column = recording_.column(a).data();
  const double* const second_column = recording_.column(b).data();
  Pair before{first.raw().degrees(), second.raw().degrees()};
  Pair smooth{first.smooth().degrees(), second.smooth().degrees()};
  Pair speed{first.speed(), second.speed()};
  Reached value{before, before};
  Reached change{Pair{} + detail::smallest_jump, Pair{}};
  for (std::size_t i = 0; i < count_; ++i) {
    const std::size_t row = steps_[i].row;
    const Pair now{first_column[row], second_column[row]};
    value.add(now);
    change.add(magnitude(now - before));
    follow(detail::live_filter, smooth, speed, before, now, steps_[i].since);
    before = now;
    show(rows_[i].seen[a], first, rows_[i].time, now[0], smooth[0]);
    show(rows_[i].seen[b], second, rows_[i].time, now[1], smooth[1]);
  }
  const auto possible = [&](Channel c, int lane) {
    const JointLimits& limits = detail::limits_by_channel[index(c)];
    const bool numbers = !std::isnan(smooth[lane]);  // one that is none makes the filter so for good
    return numbers && limits.lowest.degrees() <= value.least[lane] && value.most[lane] <= limits.highest.degrees() &&
           change.least[lane] > 0.0 && change.most[lane] <= detail::smallest_jump;
  };
  if (!possible(a, 0) || !possible(b, 1)) return false;
  keep(first, rows_[count_ - 1].time, before[0], smooth[0], speed[0], value.least[0], value.most[0]);
  keep(second, rows_[count_ - 1].time, before[1], smooth[1], speed[1], value.least[1], value.most[1]);
  return true;
}

}  // namespace stretchcore
