// Whether the caps of an exercise leave room for its own course.

#include "needed.hpp"

#include <algorithm>

#include <stretchcore/cue/render.hpp>

#include "cue_choice.hpp"
#include "effort.hpp"

namespace stretchcore {
namespace {

using namespace literals;

constexpr Time seen_and_still = 3_s;
constexpr Time to_answer = 3_s;
constexpr Time led_into = 3_s;

/// One opening: the time away from home, and what it takes in all.
struct Opening {
  Time out{0};
  Time stay{0};
  Time back{0};

  Time free() const { return out + back; }
  Time held() const { return out + stay + back; }
};

Opening opening_of(const Effort& effort) {
  return {out_time(effort), press_time(effort) + stay_time(effort), back_time(effort)};
}

int in_a_block(const SessionPlan& plan) {
  return plan.held() ? holds_each_side(plan.exercise.movement.effort) : plan.exercise.dose.per_block;
}

/// How long the cues of a moment take, as many of them as are said at once.
Time words(const SessionPlan& plan, Moment moment, bool all_of_them = false) {
  Time sum{0};
  const int count = all_of_them ? count_cues(plan, moment, Sensing::seen, Side::right) : 1;
  for (int said = 0; said < count; ++said) {
    const int cue = pick_cue(plan, moment, Sensing::seen, Side::right, said);
    if (cue < 0) continue;
    const PlannedCue& planned = plan.cues[static_cast<std::size_t>(cue)];
    const Filling filling{Side::right, 10, plan.primary};
    sum += plan.length_of(planned, false, filling) + planned.cue->then_wait;
  }
  return sum;
}

}  // namespace

Needed needed_for_one(const SessionPlan& plan) {
  const Time moving = opening_of(plan.exercise.movement.effort).held();
  return {.openings = 1, .moving = moving, .in_position = moving + (plan.held() ? led_into : Time{0})};
}

Time needed_for_change(const SessionPlan& plan) {
  return words(plan, Moment::switch_side, true) + plan.exercise.dose.rest + words(plan, Moment::block);
}

Needed needed_for_both_measurings(const SessionPlan& plan) {
  const Opening opening = opening_of(plan.exercise.movement.effort);
  const bool one_after_the_other = plan.one_sided() && !plan.only;
  const bool in_turn = plan.sided() && !plan.only;
  // Each side is measured, and each is stretched when one has its whole time before the other.
  const int free = small_openings + plan.openings_wanted() * (in_turn ? 2 : 1);
  const int held = in_a_block(plan) * (one_after_the_other ? 2 : 1);
  const Time change = one_after_the_other ? words(plan, Moment::switch_side, true) + plan.exercise.dose.rest : 0_s;

  Needed needed;
  needed.openings = free + held + free;
  needed.moving = opening.free() * (2 * free) + opening.held() * held;
  needed.in_position = needed.moving + change * 3 + words(plan, Moment::settle, true) + seen_and_still +
                       words(plan, Moment::be_still) + words(plan, Moment::coverage) +
                       words(plan, Moment::symptom_notice) + words(plan, Moment::practice) +
                       words(plan, Moment::measure) + words(plan, Moment::target_set) + words(plan, Moment::block) +
                       words(plan, Moment::block_done) + words(plan, Moment::symptom_check) +
                       words(plan, Moment::ask_change) + to_answer + words(plan, Moment::remeasure);
  return needed;
}

}  // namespace stretchcore
