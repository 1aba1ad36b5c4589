// Free openings, before and after a block.

#include <algorithm>

#include "session/aim/aim.hpp"
#include "session/course/course.hpp"
#include "session/course/inside.hpp"
#include "session/framed.hpp"
#include "session/movement/movement.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

constexpr Time practised_within{25'000'000'000};
constexpr Time measured_within{60'000'000'000};
constexpr int paced_openings = 3;

bool opened_enough(StepView step) {
  const int wanted = step.plan.openings_wanted();
  const Bilateral<int>& each = step.state.course.counted_side;
  const bool late = since_stage(step, measured_within);
  if (!step.plan.sided() || !step.state.course.active_side) return late || step.state.course.counted >= wanted;
  if (step.plan.one_sided()) return late || each[*step.state.course.active_side] >= wanted;
  return late || std::min(each.left, each.right) >= wanted;
}

void end_measuring(Step& step) {
  Tally& tally = step.state.tally;
  const bool to_begin_with = step.state.course.phase == Phase::measuring;
  // Where the person is not seen any more after a break, what was measured before it stays as it is.
  if (to_begin_with && tally.measured && !counted_now(step)) return begin_block(step);
  tally.latest = {tally.measuring_from, static_cast<int>(tally.repetitions.size())};
  if (!to_begin_with) {
    tally.remeasured = counted_now(step);
    determine(step);
    return offer(step);
  }
  tally.determined = {};
  tally.moved = false;
  determine(step);
  tally.measured_anew = tally.measured;
  tally.before = tally.latest;
  tally.measured = counted_now(step);
  tally.remeasured = false;
  tally.apart = false;
  tally.sides = step.state.sight.sides;
  begin_block(step);
}

}  // namespace

void begin_measuring(Step& step, Phase phase) {
  if (step.state.course.phase != phase) enter(step, phase, Stage::announcing);
  step.state.course.practised = 0;
  correct_anew(step);
  if (begins_elsewhere(step)) return turn_to(step, side_that_begins(step.plan, step.state, phase), Stage::practising);
  announce(step, Stage::practising);
  tell(step, instruction(step));
}

bool measure(Step& step) {
  Course& course = step.state.course;
  const bool in_turn = step.plan.exercise.movement.sides == Sides::alternating;  // as often left as right
  switch (course.stage) {
    case Stage::announcing:
      return begin_told(step);
    case Stage::practising:
      if (counted_now(step) ? course.practised < small_openings && !since_stage(step, practised_within)
                            : !pace(step, small_openings, true)) {
        return false;
      }
      announce(step, Stage::opening);
      step.state.tally.measuring_from = static_cast<int>(step.state.tally.repetitions.size());
      // A person who did not do the small ones needs to hear what comes, even where both were told at once.
      tell(step, counted_now(step) && course.practised < small_openings ? instruction(step).value_or(Moment::measure)
                                                                        : instruction(step));
      return true;
    case Stage::opening:
      if (counted_now(step) ? !opened_enough(step) : !pace(step, in_turn ? paced_openings + 1 : paced_openings, false))
        return false;
      if (step.plan.one_sided() && change_side(step)) return true;
      if (!counted_now(step) && step.plan.exercise.movement.sides == Sides::together &&
          course.phase == Phase::measuring) {
        enter(step, Stage::asking_side);
        ask(step, QuestionKind::side, Moment::ask_side);
        return true;
      }
      end_measuring(step);
      return true;
    case Stage::resting:
      if (!recite(step, Moment::switch_side) || !since_stage(step, step.plan.exercise.dose.rest)) return false;
      announce(step, step.state.course.next);
      tell(step, instruction(step));
      return true;
    case Stage::asking_side:
      if (step.state.talk.question || !silent(step)) return false;
      end_measuring(step);
      return true;
    default:
      return false;
  }
}

}  // namespace stretchcore
