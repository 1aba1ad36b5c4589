// What came of a movement: what is counted, whether she goes less far, and what is said of it.

#include <algorithm>

#include "engine.hpp"
#include "gains.hpp"

namespace stretchcore {
namespace {

constexpr Time taken_in_after{1'000'000'000};  // a new target, by who moves

}  // namespace

void Engine::completed(Repetition r) {
  if (plan_.only && r.side && *r.side != *plan_.only) return;
  Course& course = s_.course;
  const bool here = begun_here(r.start);
  const bool stretching = course.phase == Phase::stretching && here;
  r.held = stretching;
  std::optional<Side> over;
  for (const Side side : both_sides) {
    if (stretching && s_.aim.pursuit[side].over) {
      r.over_target = true;
      over = over ? std::nullopt : std::optional{side};
    }
  }
  s_.aim.pursuit = {};
  note_home(r.home, r.peak);
  watch_aslant();
  if (!s_.tally.repetitions.empty()) watch_exchange(s_.tally.repetitions.back(), r);
  keep_repetition(s_.tally, r);
  ++s_.tally.openings;
  course.progress_at = s_.now;
  if (course.stage == Stage::practising && here) ++course.practised;
  if (here) watch_turn(r.side);
  const auto done = static_cast<int>(s_.tally.repetitions.size());
  if (!here && s_.tally.measuring_from == done - 1) s_.tally.measuring_from = done;
  const bool this_side = !(plan_.one_sided() && r.side && course.active_side && *r.side != *course.active_side);
  if (this_side && here) {
    ++course.counted;
    for (const Side side : both_sides) course.counted_side[side] += !r.side || *r.side == side ? 1 : 0;
  }
  emit(RepetitionCompleted{{}, course.counted, r});
  if (!stretching) return;

  emit(Guide{{}, GuideKind::home, r.side});
  const bool less_far = watch_fall(r.start, r.side, r.reach);
  if (plan_.held()) return;
  watch_shift(false);
  set_target();
  if (!less_far) remark(r, over);
}

/// What is said at a return.
void Engine::remark(const Repetition& r, std::optional<Side> over) {
  const Course& course = s_.course;
  constexpr int last_words_at = 2;
  constexpr int all_is_well_every = 5;  // silence says that all is well; now and then words do
  const int left = per_block(plan_, s_) - course.counted;
  const bool first_full = course.counted == 3;  // after the ramp
  // After the last one nobody can go less far any more.
  const bool goes_on = left > (aimed() ? 0 : course.practised);
  if (r.over_target && goes_on && say(Moment::over_target, names_sides(plan_, s_.sight.sides) ? over : std::nullopt))
    return;
  const bool well = aimed() && !r.over_target && !breaks_a_rule();
  if (left == last_words_at) {
    say(Moment::last_ones, {}, left);
  } else if (well && (s_.aim.owes_confirmation || first_full)) {
    say(Moment::confirm);
  } else if (course.counted == per_block(plan_, s_) / 2) {
    say(Moment::breath);
  } else if (well && left > last_words_at && course.counted % all_is_well_every == 0) {
    say(Moment::confirm);
  } else if (plan_.options.count_aloud) {
    say(Moment::count_aloud, {}, course.counted);
  }
}

bool Engine::breaks_a_rule() const {
  bool broken = false;
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
    broken = broken || (plan_.rules[i].response != Response::notice && s_.rules[i].announced == RuleVerdict::violated);
  }
  return broken;
}

void Engine::rejected(const Attempt& attempt) {
  if (plan_.only && attempt.side && *attempt.side != *plan_.only) return;
  Tally& tally = s_.tally;
  keep(tally.attempts, tally.attempts_total, attempt, equal_gravity);
  ++tally.openings;
  s_.aim.pursuit = {};
  if (too_little(attempt.reason)) {
    note_home(attempt.home, attempt.peak);
    watch_aslant();
  }
  // Small movements are answered as if nothing had been done: what to do is told again.
  if (!too_little(attempt.reason)) s_.course.progress_at = s_.now;
  const bool whole = attempt.reason != AttemptReason::unfinished && attempt.reason != AttemptReason::signal_lost;
  const bool here = begun_here(attempt.start);
  const bool stretching = s_.course.phase == Phase::stretching && here;
  s_.course.moved_last.reset();
  if (whole && here && (stretching || s_.course.stage == Stage::practising)) ++s_.course.practised;
  emit(AttemptRejected{{}, attempt});
  if (too_little(attempt.reason) && lower_floors()) return;
  if (stretching && small_opening(attempt)) watch_fall(attempt.start, attempt.side, attempt.peak);
  if (stretching && !plan_.held()) set_target();  // whoever follows a low ramp is not kept on it
}

/// A small movement that takes at least half the time of an opening is one; a shorter one may be a shift of the body.
bool Engine::small_opening(const Attempt& attempt) const {
  if (plan_.held() || !too_little(attempt.reason)) return false;
  const auto& done = s_.tally.repetitions;
  const auto same = [&](const Repetition& r) { return r.side == attempt.side && r.start >= s_.course.stage_since; };
  const auto last = std::find_if(done.rbegin(), done.rend(), same);
  return last != done.rend() && (attempt.end - attempt.start) * 2 >= last->end - last->start;
}

/// Whoever suddenly goes less far than she did is asked for less at once; true if so. `moved`: nothing for both sides.
bool Engine::watch_fall(Time began, std::optional<Side> moved, const Bilateral<std::optional<Angle>>& reach) {
  const Angle varies = deviation(openings(s_, s_.tally.latest), plan_.error);
  const bool midline = plan_.exercise.movement.sides == Sides::midline;
  const bool unnamed = midline || !names_sides(plan_, s_.sight.sides);
  std::optional<Angle> most;
  for (const Side side : both_sides) {
    const auto& target = s_.aim.target[side];
    if ((moved && *moved != side) || !reach[side] || !target || (midline && side == Side::right)) continue;
    // The ramp says nothing of her, and whoever had begun when the target was raised, or began at once, went by the
    // one before.
    const auto& earlier = s_.aim.earlier[side];
    const bool raised = earlier && *earlier < target->angle && began < s_.aim.changed[side] + taken_in_after;
    if (raised || target->limited_by == Limit::ramp_in) continue;
    const Angle below = target->angle - *reach[side];
    const Angle usual = s_.aim.fall[side].usual;
    if (!fell(s_.aim.fall[side], below, varies)) continue;
    most = std::max(most.value_or(below - usual), below - usual);
    if (!unnamed) emit(ReachDropped{{}, side, below - usual});
  }
  if (most && unnamed) emit(ReachDropped{{}, {}, *most});
  if (most && !plan_.options.recorded && s_.aim.eased > least_eased) ease();
  return most.has_value();
}

}  // namespace stretchcore
