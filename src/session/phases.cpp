// The course of a session once it is set up: which step comes next, and what ends a step.

#include <algorithm>
#include <utility>

#include <stretchcore/balance/compare.hpp>

#include "engine.hpp"
#include "gains.hpp"

namespace stretchcore {
namespace {

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

void Engine::begin_measuring(Phase phase) {
  if (s_.course.phase != phase) enter(phase, Stage::announcing);
  s_.course.practised = 0;
  correct_anew();
  if (begins_elsewhere()) return turn_to(plan_.first_side(phase), Stage::practising);
  announce(Stage::practising);
  tell(instruction());
}

bool Engine::measure() {
  Course& course = s_.course;
  const bool in_turn = plan_.exercise.movement.sides == Sides::alternating;  // as often left as right
  switch (course.stage) {
    case Stage::announcing:
      return begin_told();
    case Stage::practising:
      if (seen() ? course.practised < small_openings && !since_stage(practised_within) : !pace(small_openings, true)) {
        return false;
      }
      announce(Stage::opening);
      s_.tally.measuring_from = static_cast<int>(s_.tally.repetitions.size());
      // Who did not do the small ones needs to hear what comes, also where it was told at once.
      tell(seen() && course.practised < small_openings ? instruction().value_or(Moment::measure) : instruction());
      return true;
    case Stage::opening:
      if (seen() ? !opened_enough() : !pace(in_turn ? paced_openings + 1 : paced_openings, false)) return false;
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
      announce(s_.course.next);
      tell(instruction());
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

void Engine::end_measuring() {
  Tally& tally = s_.tally;
  const bool to_begin_with = s_.course.phase == Phase::measuring;
  // Where nothing sees her any more after a break, what was measured before it stays as it is.
  if (to_begin_with && tally.measured && !seen()) return begin_block();
  tally.latest = {tally.measuring_from, static_cast<int>(tally.repetitions.size())};
  if (!to_begin_with) {
    tally.remeasured = seen();
    determine();
    return offer();
  }
  tally.determined = {};
  tally.moved = false;
  determine();
  tally.measured_anew = tally.measured;
  tally.before = tally.latest;
  tally.measured = seen();
  tally.remeasured = false;
  tally.apart = false;
  tally.sides = s_.sight.sides;
  begin_block();
}

/// In a new block, a measuring, or for the other side, what was corrected before may be said again.
void Engine::correct_anew() {
  for (CueTrack& track : s_.talk.tracks) track.in_block = 0;
  s_.aim.owes_confirmation = false;
}

void Engine::begin_block() {
  if (!room_for_both_sides()) return come_out(EndReason::cap);
  ++s_.course.block;
  s_.course.change.reset();
  s_.aim.fall = {};
  correct_anew();
  s_.aim.pursuit = {};
  s_.aim.reached = {};
  for (const Moment over : {Moment::practice, Moment::measure, Moment::remeasure}) {
    for (const int cue : plan_.by_moment[static_cast<std::size_t>(over)]) withdraw(s_.talk.voice, cue);
  }
  enter(Phase::stretching, Stage::announcing);
  s_.course.next = Stage::opening;
  if (seen()) {
    s_.aim.shift = {};
    watch_shift(true);
    set_target();
    if (s_.course.block == 1) {
      const Asymmetry sides = asymmetry(plan_, s_);
      const bool determined = sides.tighter_side && names_sides(plan_, s_.sight.sides);
      say(!aimed()     ? Moment::unmeasured
          : determined ? Moment::side_determined
                       : Moment::target_set,
          sides.tighter_side);
    }
  }
  if (begins_elsewhere()) {
    turn_to(plan_.first_side(Phase::stretching), Stage::opening);
  } else {
    tell(instruction());
  }
  if (!seen()) say(Moment::tempo);
}

bool Engine::stretch() {
  switch (s_.course.stage) {
    case Stage::announcing:
      return begin_told();
    case Stage::resting:
      if (!silent() || !since_stage(plan_.exercise.dose.rest)) return false;
      announce(Stage::opening);
      set_target();
      tell(instruction());
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
  const int wanted = plan_.held() ? holds_of_turn() : per_block(plan_, s_);
  if (!seen()) {
    const bool midway = s_.pacing.done == wanted / 2 && s_.pacing.done > 0;
    if (midway && said(Moment::ask_stretch) == 0) {
      ask(QuestionKind::stretch, Moment::ask_stretch);
    }
    return pace(wanted, false);
  }
  const bool nobody_moves = s_.now - s_.course.progress_at >= moves_again_within;
  if (plan_.held() && !aimed()) return pace(wanted, false);  // nothing to hold to: by feel, and in time
  if (plan_.held()) return s_.pacing.done >= wanted || nobody_moves;
  const int done = plan_.one_sided() ? s_.course.counted_side[*s_.course.active_side] : s_.course.counted;
  const int by_feel = aimed() ? 0 : s_.course.practised;  // however little: no width was asked for
  return done + by_feel >= wanted || nobody_moves;
}

void Engine::end_block() {
  emit(SetCompleted{{}, s_.course.block, s_.course.counted});
  drop_target();
  take_back_remarks();
  s_.course.symptom_asked = false;
  s_.course.pain_asked = false;
  enter(Phase::remeasuring, Stage::checking);
  say(Moment::block_done);
}

bool Engine::remeasure() {
  switch (s_.course.stage) {
    case Stage::checking:
      if (s_.talk.question || (!plan_.options.recorded && !silent())) return false;
      if (!s_.course.symptom_asked) {
        s_.course.symptom_asked = true;
        say(Moment::symptom_check);
        return true;
      }
      if (s_.talk.recheck_pain && !s_.course.pain_asked) {
        s_.course.pain_asked = true;
        ask(QuestionKind::pain, Moment::ask_pain);
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

}  // namespace stretchcore
