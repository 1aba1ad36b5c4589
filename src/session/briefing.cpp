// What is watched, what she hears of it before she moves, and going on by feel where nothing is.

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time shown_within{3'000'000'000};  // before what is watched is settled

/// What the person is told that it is followed. A single camera is 6 to 15° off at knees and ankles: rules about them
/// are judged, but the person is not told to rely on them.
ChannelSet claimed(const SessionPlan& plan, const ChannelSet& watched) {
  if (plan.options.source != Source::phone_camera) return watched;
  ChannelSet told;
  watched.each([&](Channel c) {
    const bool rough = motion(c) == Motion::knee_flexion || motion(c) == Motion::ankle_dorsiflexion;
    if (!rough || plan.primary.contains(c)) told.insert(c);
  });
  return told;
}

}  // namespace

void Engine::set_coverage() {
  Sight& sight = s_.sight;
  ChannelSet present;
  plan_.used.each([&](Channel c) {
    // A drop-out at this very moment does not make a channel one that this source cannot see.
    const ChannelState& signal = sight.signals[c];
    const bool lately = signal.seen() && s_.now - signal.at() <= shown_within && !plan_.options.recorded;
    if (lately || health(sight.signals, c, s_.now) == Health::fresh) present.insert(c);
  });
  sight.watched = plan_.options.watched ? *plan_.options.watched & plan_.used : present;
  sight.cued_only = plan_.used - sight.watched;
  sight.covered = true;
  ChannelSet again;
  (sight.lost & sight.watched).each([&](Channel c) {
    if (health(sight.signals, c, s_.now) == Health::fresh) again.insert(c);
  });
  if (!again.empty()) emit(SignalRestored{{}, again});
  sight.lost = (sight.lost & sight.watched) - again;
  emit(CoverageSet{{}, sight.watched, sight.cued_only, sight.sides});
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
    const PlannedRule& rule = plan_.rules[i];
    const bool first = i == 0 || plan_.rules[i - 1].rule != rule.rule;
    const bool watched = (rule.condition.channels - sight.watched).empty();
    if (watched && rule.widened && first) emit(RuleWidened{{}, rule.rule, plan_.least_limit()});
    if (!watched) leave_to_cues(i);
  }
  enter(Stage::briefing);
  const ChannelSet told = claimed(plan_, sight.watched);
  if (!told.empty()) say(Moment::coverage, {}, 0, told);
}

/// What cannot be seen is not judged: its words are said, and that is all.
void Engine::leave_to_cues(std::size_t i) {
  RuleTrack& track = s_.rules[i];
  if (track.announced == RuleVerdict::cued_only) return;
  track = {};
  track.announced = RuleVerdict::cued_only;
  const PlannedRule& rule = plan_.rules[i];
  emit(RuleChanged{{}, rule.rule, rule.condition.side, RuleVerdict::cued_only, rule.response});
}

bool Engine::brief() {
  if (said(Moment::symptom_notice) == 0 && pick(Moment::symptom_notice, {}) >= 0) {
    if (!plan_.options.recorded && !silent()) return false;
    say(Moment::symptom_notice);
    return true;
  }
  if (s_.talk.question || (!plan_.options.recorded && !silent())) return false;
  if (s_.talk.recheck_pain && !s_.course.pain_asked) {
    s_.course.pain_asked = true;
    ask(QuestionKind::pain, Moment::ask_pain);
    return true;
  }
  for (const PlannedRule& rule : plan_.rules) {
    const bool required = plan_.exercise.rules[static_cast<std::size_t>(rule.rule)].required;
    if (required && !(rule.condition.channels - s_.sight.watched).empty()) {
      come_out(EndReason::signal_lost);
      return true;
    }
  }
  if (plan_.sided()) s_.course.active_side = plan_.first_side(Phase::measuring);
  if (s_.course.active_side) emit(SideChanged{{}, *s_.course.active_side});
  if (plan_.options.measure == Measure::never && seen()) {
    begin_block();
  } else {
    begin_measuring(Phase::measuring);
  }
  return true;
}

/// From here on the person is the judge, and the session keeps time.
void Engine::go_by_feel() {
  Sight& sight = s_.sight;
  const Phase phase = s_.course.phase == Phase::paused ? s_.intermission.phase : s_.course.phase;
  if (s_.course.phase == Phase::paused) resume();
  sight.given_up = sight.given_up || sight.covered || s_.tally.measured;
  sight.following = Sensing::unseen;
  sight.watched = {};
  sight.lost = {};
  sight.too_slow = {};
  sight.cued_only = plan_.used;
  sight.covered = true;
  drop_target();
  emit(CoverageSet{{}, sight.watched, sight.cued_only, sight.sides});
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) leave_to_cues(i);
  s_.talk.question.reset();
  if (phase == Phase::setting_up) {
    enter(Stage::readying);
    if (said(Moment::by_feel) == 0) say(Moment::by_feel);
    return;
  }
  say(Moment::by_feel);
  if (phase == Phase::remeasuring) return enter(Stage::checking);
  if (s_.course.stage == Stage::resting) return tell_turn(s_.course.next);
  announce(phase == Phase::stretching ? Stage::opening : Stage::practising);
  tell(instruction());
}

}  // namespace stretchcore
