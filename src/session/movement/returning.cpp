// What came of a movement: what is counted, and what follows from it.

#include <algorithm>

#include "session/aim/aim.hpp"
#include "session/keeping.hpp"
#include "session/movement/inside.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

/// A small movement that takes at least half the time of an opening is one; a shorter one may be a shift of the body.
bool small_opening(StepView step, const Attempt& attempt) {
  if (step.plan.held() || !too_little(attempt.reason)) return false;
  const auto& done = step.state.tally.repetitions;
  const auto same = [&](const Repetition& r) {
    return r.side == attempt.side && r.start >= step.state.course.stage_since;
  };
  const auto last = std::find_if(done.rbegin(), done.rend(), same);
  return last != done.rend() && (attempt.end - attempt.start) * 2 >= last->end - last->start;
}

/// While the limbs change places what they do is no opening that the caps count.
bool changes_sides(StepView step) { return step.plan.one_sided() && step.state.course.stage == Stage::resting; }

}  // namespace

void take_repetition(Step& step, Repetition r) {
  if (step.plan.only && r.side && *r.side != *step.plan.only) return;
  Course& course = step.state.course;
  const bool here = begun_here(step, r.start);
  const bool stretching = course.phase == Phase::stretching && here;
  r.held = stretching;
  std::optional<Side> over;
  for (const Side side : both_sides) {
    if (stretching && step.state.aim.pursuit[side].over) {
      r.over_target = true;
      over = over ? std::nullopt : std::optional{side};
    }
  }
  step.state.aim.pursuit = {};
  note_home(step, r.home, r.peak);
  watch_aslant(step);
  if (!step.state.tally.repetitions.empty()) watch_exchange(step, step.state.tally.repetitions.back(), r);
  keep_repetition(step.state.tally, r);
  if (!changes_sides(step)) ++step.state.tally.openings;
  course.progress_at = step.state.now;
  if (course.stage == Stage::practising && here) ++course.practised;
  if (here) watch_turn(step, r.side);
  const auto done = static_cast<int>(step.state.tally.repetitions.size());
  if (!here && step.state.tally.measuring_from == done - 1) step.state.tally.measuring_from = done;
  const bool this_side = !(step.plan.one_sided() && r.side && course.active_side && *r.side != *course.active_side);
  if (this_side && here) {
    ++course.counted;
    for (const Side side : both_sides) course.counted_side[side] += !r.side || *r.side == side ? 1 : 0;
  }
  step.emit(RepetitionCompleted{{}, course.counted, r});
  if (!stretching) return;

  step.emit(Guide{{}, GuideKind::home, r.side});
  const bool less_far = watch_fall(step, r.start, r.side, r.reach);
  if (step.plan.held()) return;
  watch_shift(step, false);
  set_target(step);
  if (!less_far) remark_on(step, r, over);
}

void take_attempt(Step& step, const Attempt& attempt) {
  if (step.plan.only && attempt.side && *attempt.side != *step.plan.only) return;
  Tally& tally = step.state.tally;
  keep(tally.attempts, tally.attempts_total, attempt, equal_gravity);
  if (!changes_sides(step)) ++tally.openings;
  step.state.aim.pursuit = {};
  if (too_little(attempt.reason)) {
    note_home(step, attempt.home, attempt.peak);
    watch_aslant(step);
  }
  // After small movements the person hears again what to do, as if nothing had been done.
  if (!too_little(attempt.reason)) step.state.course.progress_at = step.state.now;
  const bool whole = attempt.reason != AttemptReason::unfinished && attempt.reason != AttemptReason::signal_lost;
  const bool here = begun_here(step, attempt.start);
  const bool stretching = step.state.course.phase == Phase::stretching && here;
  const bool works = !step.plan.one_sided() || !attempt.side || attempt.side == step.state.course.active_side;
  if (whole && works) mind_fall(step, attempt);
  step.state.course.moved_last.reset();
  if (whole && here && (stretching || step.state.course.stage == Stage::practising)) ++step.state.course.practised;
  step.emit(AttemptRejected{{}, attempt});
  if (too_little(attempt.reason) && lower_floors(step)) return;
  if (stretching && small_opening(step, attempt)) watch_fall(step, attempt.start, attempt.side, attempt.peak);
  if (stretching && !step.plan.held()) set_target(step);  // the ramp goes on for a person who follows a low one
}

bool begun_here(StepView step, Time start) {
  const Stage stage = step.state.course.stage;
  return stage != Stage::announcing && stage != Stage::resting && start >= step.state.course.told;
}

}  // namespace stretchcore
