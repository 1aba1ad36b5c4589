#include <array>

#include <stretchcore/motion/signal_health.hpp>
#include <stretchcore/motion/signals.hpp>

namespace stretchcore {
namespace {

/// The spans of one channel, grown moment by moment.
class Spans {
 public:
  explicit Spans(Channel channel) : channel_(channel) {}

  /// From `since` on the channel is like this.
  void turn(Health health, Time since) {
    if (health == now_) return;
    if (now_ != Health::fresh) close(since);
    if (health != Health::fresh) found_.push_back({channel_, health, since, since});
    now_ = health;
  }
  void close(Time at) {
    if (now_ != Health::fresh) found_.back().end = at;
  }
  const std::vector<HealthSpan>& found() const { return found_; }

 private:
  Channel channel_;
  Health now_ = Health::fresh;
  std::vector<HealthSpan> found_;
};

}  // namespace

std::vector<HealthSpan> signal_health(const Recording& recording) {
  std::vector<HealthSpan> all;
  recording.channels().each([&](Channel c) {
    SignalState signals;
    Spans spans{c};
    for (std::size_t row = 0; row < recording.size(); ++row) {
      const Posture posture = recording.posture(row);
      const std::optional<Time> before = signals.last;
      take(signals, posture, ChannelSet{c});
      if (signals.last != posture.time) continue;  // a time that does not increase
      if (before && posture.time - *before > stale_after) spans.turn(Health::stale, *before);
      const Health now = health(signals, c, posture.time);
      const bool seen_before = now == Health::absent && signals[c].seen();
      spans.turn(now, seen_before ? signals[c].at() : posture.time);
    }
    if (signals.last) spans.close(*signals.last);
    all.insert(all.end(), spans.found().begin(), spans.found().end());
  });
  return all;
}

}  // namespace stretchcore
