// What the rules say of a posture.

#include "session/keeping.hpp"
#include "session/speech/speech.hpp"
#include "session/watch/inside.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

void answer(Step& step, std::size_t i) {
  const PlannedRule& rule = step.plan.rules[i];
  if (respond_to(step, i)) say_cue(step, rule.cue, {rule.condition.side, 0, {}});
}

void note_verdict(Step& step, std::size_t i, RuleVerdict verdict, bool blind) {
  RuleTrack& track = step.state.rules[i];
  if (track.announced == RuleVerdict::cued_only) return;
  if (!blind) {
    track.blind_since.reset();
  } else if (!track.blind_since) {
    track.blind_since = step.state.now;
  }
  if (verdict != RuleVerdict::unknown) {
    track.unknown_since.reset();
  } else if (!track.unknown_since) {
    track.unknown_since = step.state.now;
  }
  if (verdict != RuleVerdict::ok) {
    track.ok_since.reset();
  } else if (!track.ok_since) {
    track.ok_since = step.state.now;
  }
  // A rule that was violated at rest is answered when the movement begins.
  if (verdict == RuleVerdict::violated && track.announced == verdict && !track.answered) answer(step, i);
  // A dropped frame makes a rule unknown at once. That is told only when it lasts.
  const PlannedRule& rule = step.plan.rules[i];
  const bool lasts = (track.blind_since && step.state.now - *track.blind_since >= stale_after) ||
                     (track.unknown_since && step.state.now - *track.unknown_since >= rule.unknown_after);
  if (verdict == track.announced || (verdict == RuleVerdict::unknown && !lasts)) return;
  track.announced = verdict;
  step.emit(RuleChanged{{}, rule.rule, rule.condition.side, verdict, rule.response});
  keep(step.state.rule_records, step.state.rule_records_total,
       {step.state.now, rule.rule, rule.condition.side, verdict},
       [&](const RuleRecord& each) { return gravity_of(each, step.plan); });
  track.answered = false;
  if (verdict == RuleVerdict::violated) {
    answer(step, i);
  } else {
    take_back_rule(step, rule.cue);
  }
}

}  // namespace

void judge(Step& step, const Posture* posture) {
  if (!watching(step)) return;
  Sight& sight = step.state.sight;
  if (!posture) {
    const bool silent_sensor = !sight.signals.last || step.state.now - *sight.signals.last > stale_after;
    if (!silent_sensor) return;
    for (std::size_t i = 0; i < step.plan.rules.size(); ++i) {
      interrupt(step.state.rules[i].condition);
      note_verdict(step, i, RuleVerdict::unknown, true);
    }
    return;
  }
  Posture seen_now{posture->time};
  sight.watched.each([&](Channel c) {
    const ChannelState& signal = sight.signals[c];
    if (signal.at() != posture->time || health(sight.signals, c, posture->time) != Health::fresh) return;
    seen_now.set(c, from_neutral(step.plan.movement, step.state.movement, sight.signals, sight.neutral, c));
  });
  for (std::size_t i = 0; i < step.plan.rules.size(); ++i) {
    const Condition& condition = step.plan.rules[i].condition;
    const RuleVerdict verdict = evaluate(condition, step.state.rules[i].condition, seen_now);
    note_verdict(step, i, verdict,
                 verdict == RuleVerdict::unknown && !(condition.channels - seen_now.present()).empty());
  }
}

}  // namespace stretchcore
