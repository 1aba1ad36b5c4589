// What the rules say of a posture, and what follows from it.

#include "engine.hpp"

namespace stretchcore {
/// The rules on what this posture shows. Nothing that was not seen in it is taken from an earlier one.
void Engine::judge(const Posture* posture) {
  if (!watching()) return;
  Sight& sight = s_.sight;
  if (!posture) {
    const bool silent_sensor = !sight.signals.last || s_.now - *sight.signals.last > stale_after;
    if (!silent_sensor) return;
    for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
      interrupt(s_.rules[i].condition);
      judged(i, RuleVerdict::unknown, true);
    }
    return;
  }
  Posture seen_now{posture->time};
  sight.watched.each([&](Channel c) {
    const ChannelState& signal = sight.signals[c];
    if (signal.at() != posture->time || health(sight.signals, c, posture->time) != Health::fresh) return;
    seen_now.set(c, from_neutral(plan_.movement, s_.movement, sight.signals, sight.neutral, c));
  });
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
    const Condition& condition = plan_.rules[i].condition;
    const RuleVerdict verdict = evaluate(condition, s_.rules[i].condition, seen_now);
    judged(i, verdict, verdict == RuleVerdict::unknown && !(condition.channels - seen_now.present()).empty());
  }
}

void Engine::judged(std::size_t i, RuleVerdict verdict, bool blind) {
  RuleTrack& track = s_.rules[i];
  if (track.announced == RuleVerdict::cued_only) return;
  if (!blind) {
    track.blind_since.reset();
  } else if (!track.blind_since) {
    track.blind_since = s_.now;
  }
  if (verdict != RuleVerdict::unknown) {
    track.unknown_since.reset();
  } else if (!track.unknown_since) {
    track.unknown_since = s_.now;
  }
  if (verdict != RuleVerdict::ok) {
    track.ok_since.reset();
  } else if (!track.ok_since) {
    track.ok_since = s_.now;
  }
  // What was violated at rest is answered when the movement begins.
  if (verdict == RuleVerdict::violated && track.announced == verdict && !track.answered) respond(i);
  // A frame that was dropped is unknown at once, and told when it lasts; so is what is unknown only by what was missed.
  const PlannedRule& rule = plan_.rules[i];
  const bool lasts = (track.blind_since && s_.now - *track.blind_since >= stale_after) ||
                     (track.unknown_since && s_.now - *track.unknown_since >= rule.unknown_after);
  if (verdict == track.announced || (verdict == RuleVerdict::unknown && !lasts)) return;
  track.announced = verdict;
  emit(RuleChanged{{}, rule.rule, rule.condition.side, verdict, rule.response});
  keep(s_.rule_records, s_.rule_records_total, {s_.now, rule.rule, rule.condition.side, verdict},
       [&](const RuleRecord& each) { return gravity_of(each, plan_); });
  track.answered = false;
  if (verdict == RuleVerdict::violated) {
    respond(i);
  } else {
    no_longer(rule.cue);
  }
}

/// Words that wait are taken back, unless they are due for the other side: then they are about that.
void Engine::no_longer(int cue) {
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
    if (plan_.rules[i].cue != cue || s_.rules[i].announced != RuleVerdict::violated) continue;
    for (WaitingCue& waiting : s_.talk.voice.waiting) {
      if (waiting.cue == cue) waiting.side = plan_.rules[i].condition.side;
    }
    return;
  }
  withdraw(s_.talk.voice, cue);
}

void Engine::respond(std::size_t i) {
  const PlannedRule& rule = plan_.rules[i];
  const Stage stage = s_.course.stage;
  // While it is told what to do, nobody is corrected; who moves on through the words is still kept safe.
  const bool told = stage == Stage::practising || stage == Stage::opening;
  const bool exercising = moving_phase() && (told || (stage == Stage::announcing && rule.response >= Response::pause));
  if (rule.response == Response::notice || !exercising) return;  // at rest she may move as she likes
  RuleTrack& track = s_.rules[i];
  track.answered = true;
  if (!plan_.options.recorded) {
    if (rule.response == Response::ease) ease();
    if (rule.response == Response::pause) pause(PauseCause::rule);
    if (rule.response == Response::stop) stop(EndReason::stopped_by_rule);
  }
  // Why comes after what to do: a pause and a stop cut off whatever else is being said.
  say_cue(rule.cue, {rule.condition.side, 0, {}});
}

}  // namespace stretchcore
