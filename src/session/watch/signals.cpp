// Whether the channels can be trusted.

#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

constexpr Time lost_for{1'500'000'000};  // after a signal went stale: two seconds in all

}  // namespace

bool primary_fresh(StepView step) {
  bool fresh = true;
  if (!step.plan.counted) {  // whatever of the person is seen
    fresh = false;
    step.plan.used.each(
        [&](Channel c) { fresh = fresh || health(step.state.sight.signals_, c, step.state.now) == Health::fresh; });
  }
  step.plan.primary.each(
      [&](Channel c) { fresh = fresh && health(step.state.sight.signals_, c, step.state.now) == Health::fresh; });
  return fresh;
}

void watch_primary(Step& step) {
  Sight& sight = step.state.sight;
  if (primary_fresh(step)) {
    if (!sight.primary_since) sight.primary_since = step.state.now;
    sight.primary_lost_since.reset();
  } else {
    sight.primary_since.reset();
    if (!sight.primary_lost_since) sight.primary_lost_since = step.state.now;
  }
}

void watch_health(Step& step) {
  Sight& sight = step.state.sight;
  const Phase phase = step.state.course.phase;
  const bool away = phase == Phase::paused && step.state.intermission.away;
  if (!sight.covered || !seen(step) || away || !traits(phase).signals_told) return;
  ChannelSet lost;
  ChannelSet slow;
  Health first = Health::fresh;
  sight.watched.each([&](Channel c) {
    const Health now = health(sight.signals_, c, step.state.now);
    if (now == Health::fresh) return;
    if (now == Health::too_slow) slow.insert(c);
    const bool told = sight.lost.contains(c) || now == Health::too_slow;
    if (first == Health::fresh && !told) first = now;
    lost.insert(c);
  });
  // A channel that was lost already may turn out to be too slow: that is told, too.
  const ChannelSet newly_slow = slow - sight.too_slow;
  const ChannelSet newly = lost - sight.lost - newly_slow;
  const ChannelSet again = sight.lost - lost;
  if (!newly.empty()) step.emit(SignalLost{{}, newly, first});
  if (!again.empty()) step.emit(SignalRestored{{}, again});
  if (!newly_slow.empty()) step.emit(SignalLost{{}, newly_slow, Health::too_slow});
  sight.lost = lost;
  sight.too_slow = (sight.too_slow | slow) & lost;
}

bool blind(StepView step) {
  if (!step.plan.counted) return false;
  const auto& lost = step.state.sight.primary_lost_since;
  if (lost && step.state.now - *lost >= lost_for) return true;
  for (std::size_t i = 0; i < step.plan.rules.size(); ++i) {
    const RuleTrack& track = step.state.rules[i];
    if (track.announced == RuleVerdict::cued_only || !track.blind_since) continue;
    if (step.state.now - *track.blind_since >= step.plan.rules[i].unknown_after) return true;
  }
  return false;
}

bool watching(StepView step) {
  const bool resting = step.state.course.phase == Phase::paused && !step.state.intermission.away;
  return step.state.sight.covered && seen(step) && (moving(step) || resting);
}

}  // namespace stretchcore
