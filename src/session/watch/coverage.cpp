// What is watched, and what is left to words.

#include "session/speech/speech.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

constexpr Time shown_within{3'000'000'000};  // a channel that was seen this lately can be watched

/// The channels that the person is told are followed. A single camera is 6 to 15° off at knees and ankles: rules about
/// them are judged, but the person is not told to rely on them.
ChannelSet claimed(const SessionPlan& plan, const ChannelSet& watched) {
  if (plan.options.source != Source::phone_camera) return watched;
  ChannelSet told;
  watched.each([&](Channel c) {
    const bool rough = motion(c) == Motion::knee_flexion || motion(c) == Motion::ankle_dorsiflexion;
    if (!rough || plan.primary.contains(c)) told.insert(c);
  });
  return told;
}

/// A rule whose channels are not seen is not judged: its words are said, and that is all.
void leave_to_cues(Step& step, std::size_t i) {
  RuleTrack& track = step.state.rules[i];
  if (track.announced == RuleVerdict::cued_only) return;
  track = {};
  track.announced = RuleVerdict::cued_only;
  const PlannedRule& rule = step.plan.rules[i];
  step.emit(RuleChanged{{}, rule.rule, rule.condition.side, RuleVerdict::cued_only, rule.response});
}

}  // namespace

void set_coverage(Step& step) {
  Sight& sight = step.state.sight;
  ChannelSet present;
  step.plan.used.each([&](Channel c) {
    // A drop-out at this very moment does not make a channel one that this source cannot see.
    const ChannelState& signal = sight.signals[c];
    const bool lately = signal.seen() && step.state.now - signal.at() <= shown_within && !step.plan.options.recorded;
    if (lately || health(sight.signals, c, step.state.now) == Health::fresh) present.insert(c);
  });
  sight.watched = step.plan.options.watched ? *step.plan.options.watched & step.plan.used : present;
  sight.cued_only = step.plan.used - sight.watched;
  sight.covered = true;
  ChannelSet again;
  (sight.lost & sight.watched).each([&](Channel c) {
    if (health(sight.signals, c, step.state.now) == Health::fresh) again.insert(c);
  });
  if (!again.empty()) step.emit(SignalRestored{{}, again});
  sight.lost = (sight.lost & sight.watched) - again;
  step.emit(CoverageSet{{}, sight.watched, sight.cued_only, sight.sides});
  for (std::size_t i = 0; i < step.plan.rules.size(); ++i) {
    const PlannedRule& rule = step.plan.rules[i];
    const bool first = i == 0 || step.plan.rules[i - 1].rule != rule.rule;
    const bool watched = (rule.condition.channels - sight.watched).empty();
    if (watched && rule.widened && first) step.emit(RuleWidened{{}, rule.rule, step.plan.least_limit()});
    if (!watched) leave_to_cues(step, i);
  }
  enter(step, Stage::briefing);
  const ChannelSet told = claimed(step.plan, sight.watched);
  if (!told.empty()) say(step, Moment::coverage, {}, 0, told);
}

void watch_nothing(Step& step) {
  Sight& sight = step.state.sight;
  sight.given_up = sight.given_up || sight.covered || step.state.tally.measured;
  sight.following = Sensing::unseen;
  sight.watched = {};
  sight.lost = {};
  sight.too_slow = {};
  sight.cued_only = step.plan.used;
  sight.covered = true;
  step.emit(CoverageSet{{}, sight.watched, sight.cued_only, sight.sides});
  for (std::size_t i = 0; i < step.plan.rules.size(); ++i) leave_to_cues(step, i);
}

}  // namespace stretchcore
