// The course of a session: which step comes next, and what ends a step.

#include <algorithm>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/target.hpp>

#include "engine.hpp"
#include "gains.hpp"

namespace stretchcore {
namespace {

constexpr Time seen_for{1'000'000'000};       // both sides, before she counts as seen
constexpr Time found_within{45'000'000'000};  // then the session is offered without a sensor
constexpr Time still_within{15'000'000'000};  // then neutral is assumed
constexpr Time bent_within{20'000'000'000};   // then the sides stay doubtful
constexpr Angle bent = degrees(15);           // one knee, in the side check
constexpr Time practised_within{25'000'000'000};
constexpr Time measured_within{60'000'000'000};
constexpr Time moves_again_within{60'000'000'000};  // a block without any movement is over
constexpr int small_openings = 2;
constexpr int paced_openings = 3;

}  // namespace

void Engine::advance() {
  // A step may be over as soon as it is entered; the course is short, so this ends.
  for (int steps = 0; steps < 8 && advance_once(); ++steps) {
  }
}

/// Moves on by at most one step; true if it did.
bool Engine::advance_once() {
  switch (s_.course.phase) {
    case Phase::setting_up:
      return set_up();
    case Phase::measuring:
      return measure();
    case Phase::stretching:
      return stretch();
    case Phase::remeasuring:
      return remeasure();
    case Phase::coming_out:
    case Phase::stopped:
      return leave();
    case Phase::ready:
    case Phase::paused:
    case Phase::finished:
      return false;
  }
  return false;
}

bool Engine::set_up() {
  const bool recorded = plan_.options.recorded;
  switch (s_.course.stage) {
    case Stage::settling:
      welcome();
      if (!recorded && !recite(Moment::settle)) return false;
      if (s_.sight.following == Sensing::unseen) {
        go_by_feel();
      } else {
        enter(Stage::looking);
      }
      return true;
    case Stage::looking:
      return look();
    case Stage::side_check:
      return check_sides();
    case Stage::stilling:
      return still();
    case Stage::briefing:
      return brief();
    case Stage::readying:
      if (s_.talk.question || !silent()) return false;
      if (said(Moment::ask_ready) == 0) {
        ask(QuestionKind::ready, Moment::ask_ready);
        return true;
      }
      enter(Stage::briefing);
      return true;
    default:
      return false;
  }
}

/// As soon as she is seen she hears it, and need not wait for the words about getting down.
void Engine::welcome() {
  Sight& sight = s_.sight;
  const bool in_view = sight.primary_since && s_.now - *sight.primary_since >= seen_for;
  if (!in_view || sight.following != Sensing::any) return;
  sight.following = Sensing::seen;
  if (plan_.options.recorded) return;
  s_.talk.voice.then_wait = Time{0};
  say(Moment::seen);
}

bool Engine::look() {
  Sight& sight = s_.sight;
  welcome();
  if (seen() && sight.primary_since) {
    bool knees = plan_.options.check_sides;
    for (const Side side : both_sides) {
      const Channel knee = channel(Motion::knee_flexion, side);
      knees = knees && health(sight.signals, knee, s_.now) == Health::fresh;
      sight.knee_before[side] = sight.signals[knee].smooth;
    }
    enter(knees ? Stage::side_check : Stage::stilling);
    say(knees ? Moment::side_check : Moment::be_still);
    return true;
  }
  if (plan_.options.recorded) watch_stillness();
  if (plan_.options.recorded || asked(QuestionKind::by_feel)) return false;
  const bool no_sensor = !sight.signals.last;
  if (no_sensor && s_.talk.questions == 0) {
    go_by_feel();
    return true;
  }
  if (s_.now - s_.started < found_within) return false;
  if (s_.intermission.offered_feel) {
    if (silent()) go_by_feel();  // nobody can answer, so the words said it
    return silent();
  }
  s_.intermission.offered_feel = true;
  ask(QuestionKind::by_feel, Moment::ask_by_feel);
  return true;
}

/// The left knee was asked for. If only the right one bends, the picture is mirrored.
bool Engine::check_sides() {
  const auto moved = each_side([&](Side side) {
    const Angle now = s_.sight.signals[channel(Motion::knee_flexion, side)].smooth;
    return s_.sight.knee_before[side] && abs(now - *s_.sight.knee_before[side]) >= bent;
  });
  const bool right_one = moved.left && !moved.right;
  if (!right_one && !since_stage(bent_within)) return false;
  s_.sight.sides_doubtful = !right_one;
  enter(Stage::stilling);
  say(Moment::be_still);
  return true;
}

bool Engine::still() {
  NeutralState& neutral = s_.sight.neutral;
  if (plan_.options.neutral) {
    const Neutral& given = *plan_.options.neutral;
    const auto take = [&](Channel c, const std::optional<Angle>& value) {
      if (!value) return;
      neutral.known.insert(c);
      neutral.value[index(c)] = *value;
    };
    take(Channel::pelvis_tilt, given.tilt);
    take(Channel::pelvis_list, given.list);
    take(Channel::pelvis_rotation, given.rotation);
    neutral.captured = true;
  }
  watch_stillness();
  const bool captured = neutral.captured;
  const bool waited = plan_.options.recorded || since_stage(still_within);
  if (!captured && !waited) return false;
  if (!plan_.options.recorded && !silent()) return false;
  neutral.assumed = !captured;
  set_coverage();
  return true;
}

void Engine::watch_stillness() {
  ChannelSet watched = plan_.primary;
  for (const Channel c : plan_.references) {
    if (health(s_.sight.signals, c, s_.now) == Health::fresh) watched.insert(c);
  }
  capture_neutral(s_.sight.neutral, s_.sight.signals, s_.now, watched, plan_.references);
}

void Engine::set_coverage() {
  Sight& sight = s_.sight;
  ChannelSet present;
  plan_.used.each([&](Channel c) {
    if (health(sight.signals, c, s_.now) == Health::fresh) present.insert(c);
  });
  sight.watched = plan_.options.watched ? *plan_.options.watched & plan_.used : present;
  sight.cued_only = plan_.used - sight.watched;
  sight.covered = true;
  s_.sight.lost = {};
  emit(CoverageSet{{}, sight.watched, sight.cued_only});
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
    const PlannedRule& rule = plan_.rules[i];
    if ((rule.condition.channels - sight.watched).empty()) continue;
    s_.rules[i].announced = RuleVerdict::cued_only;
    emit(RuleChanged{{}, rule.rule, rule.condition.side, RuleVerdict::cued_only, rule.response});
  }
  enter(Stage::briefing);
  say(Moment::coverage, {}, 0, sight.watched);
}

bool Engine::brief() {
  if (said(Moment::symptom_notice) == 0 && pick(Moment::symptom_notice, {}) >= 0) {
    if (!plan_.options.recorded && !silent()) return false;
    say(Moment::symptom_notice);
    return true;
  }
  if (!plan_.options.recorded && !silent()) return false;
  for (const PlannedRule& rule : plan_.rules) {
    const bool required = plan_.exercise.rules[static_cast<std::size_t>(rule.rule)].required;
    if (required && !(rule.condition.channels - s_.sight.watched).empty()) {
      come_out(EndReason::signal_lost);
      return true;
    }
  }
  if (plan_.sided()) s_.course.active_side = Side::left;
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
  sight.given_up = sight.covered;
  sight.following = Sensing::unseen;
  sight.watched = {};
  sight.lost = {};
  sight.cued_only = plan_.used;
  sight.covered = true;
  drop_target();
  emit(CoverageSet{{}, sight.watched, sight.cued_only});
  s_.talk.question.reset();
  if (phase == Phase::setting_up) {
    enter(Stage::readying);
    if (said(Moment::by_feel) == 0) say(Moment::by_feel);
    return;
  }
  say(Moment::by_feel);
  enter(phase == Phase::remeasuring  ? Stage::checking
        : phase == Phase::stretching ? Stage::announcing
                                     : Stage::practising);
}

void Engine::begin_measuring(Phase phase) {
  if (s_.course.phase != phase) {
    enter(phase, Stage::practising);
  } else {
    s_.course.phase_since = s_.now;
    s_.course.practised = 0;
    enter(Stage::practising);
  }
  say(phase == Phase::measuring ? Moment::practice : Moment::remeasure);
}

bool Engine::measure() {
  Course& course = s_.course;
  switch (course.stage) {
    case Stage::practising:
      if (seen() ? course.practised < small_openings && !since_stage(practised_within) : !pace(small_openings, true)) {
        return false;
      }
      enter(Stage::opening);
      s_.tally.measuring_from = static_cast<int>(s_.tally.repetitions.size());
      if (course.phase == Phase::measuring) say(Moment::measure);
      return true;
    case Stage::opening:
      if (seen() ? !opened_enough() : !pace(paced_openings, false)) return false;
      if (plan_.one_sided() && change_side()) return true;
      if (!seen() && plan_.exercise.movement.sides == Sides::together && course.phase == Phase::measuring) {
        enter(Stage::asking_side);
        ask(QuestionKind::side, Moment::ask_side);
        return true;
      }
      end_measuring();
      return true;
    case Stage::resting:
      if (!silent() || !since_stage(plan_.exercise.dose.rest)) return false;
      enter(Stage::opening);
      return true;
    case Stage::asking_side:
      if (s_.talk.question || !silent()) return false;
      end_measuring();
      return true;
    default:
      return false;
  }
}

bool Engine::opened_enough() const {
  const int wanted = plan_.openings_wanted();
  const Bilateral<int>& each = s_.course.counted_side;
  const bool late = since_stage(measured_within);
  if (!plan_.sided() || !s_.course.active_side) return late || s_.course.counted >= wanted;
  if (plan_.one_sided()) return late || each[*s_.course.active_side] >= wanted;
  return late || std::min(each.left, each.right) >= wanted;
}

/// For exercises of one side at a time: on to the other; false when both have had their turn.
bool Engine::change_side() {
  const Side next = opposite(*s_.course.active_side);
  s_.course.active_side = next;
  emit(SideChanged{{}, next});
  if (next == Side::left) return false;
  say(Moment::switch_side, next);
  enter(Stage::resting);
  return true;
}

void Engine::end_measuring() {
  Tally& tally = s_.tally;
  tally.latest = {tally.measuring_from, static_cast<int>(tally.repetitions.size())};
  if (s_.course.phase == Phase::measuring) {
    tally.before = tally.latest;
    tally.measured = seen();
    begin_block();
    return;
  }
  tally.remeasured = seen();
  offer();
}

void Engine::begin_block() {
  ++s_.course.block;
  s_.course.change.reset();
  s_.aim.pursuit = {};
  enter(Phase::stretching, seen() ? Stage::opening : Stage::announcing);
  const int count = plan_.exercise.dose.per_block;
  if (seen()) {
    set_target();
    if (s_.course.block == 1) {
      const Asymmetry sides = asymmetry(plan_, s_);
      if (sides.tighter_side && !s_.sight.sides_doubtful) say(Moment::side_determined, sides.tighter_side);
      say(Moment::target_set);
    }
  }
  say(Moment::block, {}, count);
  if (!seen()) say(Moment::tempo);
}

/// The basis is frozen within a block; only the ramp and a wish for less change the target in it.
void Engine::set_target() {
  if (!seen()) return;
  const bool one_at_a_time = plan_.sided();
  TargetBasis basis;
  basis.range = ranges(openings(s_, s_.tally.latest), plan_.error);
  const Bilateral<Estimate> start = ranges(openings(s_, s_.tally.before), plan_.error);
  basis.eased = s_.aim.eased;
  for (const Side side : both_sides) {
    const int counted = one_at_a_time ? s_.course.counted_side[side] : s_.course.counted;
    basis.repetitions_done = plan_.held() ? 2 : counted + s_.course.practised;
    basis.range_at_start.reset();
    for (const Side each : both_sides) {
      if ((one_at_a_time && each != side) || !start[each].known()) continue;
      basis.range_at_start = std::min(basis.range_at_start.value_or(start[each].value), start[each].value);
    }
    const auto named = one_at_a_time ? std::optional{side} : std::optional<Side>{};
    const Target next = target(plan_.exercise, plan_.person, basis, named);
    if (s_.aim.target[side] == next) continue;
    s_.aim.target[side] = next;
    if (one_at_a_time || side == Side::right) emit(TargetChanged{{}, named, next});
  }
}

void Engine::drop_target() {
  if (!s_.aim.target.left && !s_.aim.target.right) return;
  s_.aim.target = {};
  emit(TargetChanged{});
}

bool Engine::stretch() {
  switch (s_.course.stage) {
    case Stage::announcing:
      if (!silent()) return false;
      enter(Stage::opening);
      return true;
    case Stage::resting:
      if (!silent() || !since_stage(plan_.exercise.dose.rest)) return false;
      enter(Stage::opening);
      set_target();
      return true;
    case Stage::opening:
      if (!block_full()) return false;
      if (plan_.one_sided() && change_side()) return true;
      end_block();
      return true;
    default:
      return false;
  }
}

bool Engine::block_full() {
  const Dose& dose = plan_.exercise.dose;
  const int wanted = plan_.held() ? holds_wanted() : dose.per_block;
  if (!seen()) {
    const bool midway = s_.pacing.done == wanted / 2 && s_.pacing.done > 0;
    if (midway && said(Moment::ask_stretch) == 0) {
      ask(QuestionKind::stretch, Moment::ask_stretch);
    }
    return pace(wanted, false);
  }
  const bool nobody_moves = s_.now - s_.course.progress_at >= moves_again_within;
  if (plan_.held()) return s_.pacing.done >= wanted || nobody_moves;
  const int done = plan_.one_sided() ? s_.course.counted_side[*s_.course.active_side] : s_.course.counted;
  return done >= wanted || nobody_moves;
}

void Engine::end_block() {
  emit(SetCompleted{{}, s_.course.block, s_.course.counted});
  drop_target();
  s_.course.symptom_asked = false;
  enter(Phase::remeasuring, Stage::checking);
  say(Moment::block_done);
}

bool Engine::remeasure() {
  switch (s_.course.stage) {
    case Stage::checking:
      if (!plan_.options.recorded && !silent()) return false;
      if (!s_.course.symptom_asked) {
        s_.course.symptom_asked = true;
        say(Moment::symptom_check);
        return true;
      }
      enter(Stage::asking_change);
      if (s_.course.change) {
        decide_after_change();
      } else {
        ask(QuestionKind::change, Moment::ask_change);
      }
      return true;
    case Stage::asking_change:
      if (s_.talk.question || !silent()) return false;
      decide_after_change();
      return true;
    case Stage::offering:
      if (s_.talk.question || !silent()) return false;
      decide_after_offer({});
      return true;
    default:
      return measure();
  }
}

/// What she feels decides whether it is measured again, and whether it goes on at all.
void Engine::decide_after_change() {
  const bool easy_goal = plan_.exercise.dose.goal == Goal::move_easily;
  if (s_.course.change == Feeling::tighter) {
    ease();
    come_out(EndReason::enough);
  } else if (easy_goal) {
    come_out(s_.course.change == Feeling::freer ? EndReason::felt_freer : EndReason::enough);
  } else if (!seen() || plan_.options.measure == Measure::every_session) {
    begin_measuring(Phase::remeasuring);
  } else {
    offer();
  }
}

void Engine::offer() {
  enter(Stage::offering);
  if (s_.course.wants_more) {
    decide_after_offer(Choice::more);
  } else if (s_.course.block >= plan_.exercise.dose.most_blocks) {
    come_out(s_.course.change == Feeling::freer ? EndReason::felt_freer : EndReason::cap);
  } else {
    ask(QuestionKind::more, Moment::ask_more);
  }
}

/// Measurement may offer to end; nobody but the person accepts. Unanswered, it goes on while she moves, within the cap.
void Engine::decide_after_offer(std::optional<Choice> choice) {
  s_.course.wants_more = false;
  const bool freer = s_.course.change == Feeling::freer;
  const bool more_blocks = s_.course.block < plan_.exercise.dose.most_blocks;
  const bool moves = seen() && s_.tally.latest.to > s_.tally.latest.from;
  if (choice == Choice::more && more_blocks) {
    begin_block();
  } else if (!choice && !freer && moves && more_blocks) {
    begin_block();
  } else if (freer) {
    come_out(EndReason::felt_freer);
  } else if (choice == Choice::enough && gain(plan_, s_).verdict == GainVerdict::increased) {
    come_out(EndReason::offer_accepted);
  } else {
    come_out(more_blocks ? EndReason::enough : EndReason::cap);
  }
}

bool Engine::leave() {
  Conversation& talk = s_.talk;
  const bool stopped = s_.course.phase == Phase::stopped;
  if (s_.way_out_spoken || !recite(stopped ? Moment::stop : Moment::come_out)) return false;
  if (stopped) {
    if (talk.advice >= 0) {
      say_cue(talk.advice, {}, 0, {});
      talk.advice = -1;
      return true;
    }
  } else if (said(Moment::farewell) == 0 && pick(Moment::farewell, {}) >= 0) {
    say(Moment::farewell);
    return true;
  }
  s_.way_out_spoken = true;
  close(*s_.end_reason);
  return true;
}

}  // namespace stretchcore
