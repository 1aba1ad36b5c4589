// A block of repetitions or holds.

#include <initializer_list>

#include "session/aim/aim.hpp"
#include "session/course/course.hpp"
#include "session/course/inside.hpp"
#include "session/cue_choice.hpp"
#include "session/framed.hpp"
#include "session/gains.hpp"
#include "session/movement/movement.hpp"
#include "session/speech/speech.hpp"
#include "session/standing.hpp"

namespace stretchcore {
namespace {

constexpr Time moves_again_within{60'000'000'000};  // a block without any movement is over
constexpr int told_at_first = 2;                    // repetitions, where no practice came before

bool block_full(Step& step) {
  const int wanted = step.plan.held() ? holds_of_turn(step) : per_block(step.plan, step.state);
  if (!counted_now(step)) {
    const bool midway = step.state.pacing.done == wanted / 2 && step.state.pacing.done > 0;
    if (midway && said(step, Moment::ask_stretch) == 0) {
      ask(step, QuestionKind::stretch, Moment::ask_stretch);
    }
    const bool unpractised = !step.plan.measures() || straight_to_block(step.state);
    const bool aloud = unpractised && step.state.pacing.done < told_at_first;
    return pace(step, wanted, aloud);
  }
  const bool no_movement = step.state.now - step.state.course.progress_at >= moves_again_within;
  if (step.plan.held() && !aimed(step)) return pace(step, wanted, false);  // no target: by feel, and by the clock
  if (step.plan.held()) return step.state.pacing.done >= wanted || no_movement;
  const int done = step.plan.one_sided() ? step.state.course.counted_side[*step.state.course.active_side]
                                         : step.state.course.counted;
  const int by_feel = aimed(step) ? 0 : step.state.course.practised;  // small ones, too: no width was asked for
  return done + by_feel >= wanted || no_movement;
}

/// Says, before the first block, what was measured.
void tell_target(Step& step) {
  const Asymmetry sides = asymmetry(step.plan, step.state);
  const bool determined = sides.tighter_side && names_sides(step.plan, step.state.sight.sides);
  const Moment of_target = determined ? Moment::side_determined : Moment::target_set;
  say(step, aimed(step) ? of_target : Moment::unmeasured, sides.tighter_side);
}

}  // namespace

void start_block(Step& step) {
  ++step.state.course.block;
  step.state.course.change.reset();
  step.state.aim.fall = {};
  correct_anew(step);
  step.state.aim.pursuit = {};
  step.state.aim.reached = {};
  for (const Moment over : {Moment::practice, Moment::measure, Moment::remeasure}) {
    for (const int cue : step.plan.by_moment[slot_of(over)]) withdraw(step.state.talk.voice, cue);
  }
  enter(step, Phase::stretching, Stage::announcing);
  step.state.course.next = Stage::opening;
  if (counted_now(step)) {
    step.state.aim.shift = {};
    watch_shift(step, true);
    set_target(step);
    if (step.state.course.block == 1 && step.plan.measures()) tell_target(step);
  }
  if (begins_elsewhere(step)) {
    turn_to(step, side_that_begins(step.plan, step.state, Phase::stretching), Stage::opening);
  } else {
    tell(step, instruction(step));
  }
  if (!counted_now(step)) say(step, Moment::tempo);
}

bool stretch(Step& step) {
  switch (step.state.course.stage) {
    case Stage::announcing:
      return begin_told(step);
    case Stage::resting:
      if (!recite(step, Moment::switch_side) || !since_stage(step, step.plan.exercise.dose.rest)) return false;
      announce(step, Stage::opening);
      set_target(step);
      tell(step, instruction(step));
      return true;
    case Stage::opening:
      if (!block_full(step)) return false;
      if (step.plan.one_sided() && change_side(step)) return true;
      end_block(step);
      return true;
    default:
      return false;
  }
}

void end_block(Step& step) {
  step.emit(SetCompleted{{}, step.state.course.block, step.state.course.counted});
  drop_target(step);
  take_back_remarks(step);
  step.state.course.symptom_asked = false;
  step.state.course.pain_asked = false;
  enter(step, Phase::remeasuring, Stage::checking);
  say(step, Moment::block_done);
}

}  // namespace stretchcore
