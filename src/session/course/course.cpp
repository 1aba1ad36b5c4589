// The course of a session: which step comes next.

#include "session/course/course.hpp"

#include "session/course/inside.hpp"
#include "session/exit/exit.hpp"
#include "session/movement/movement.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

/// Moves on by at most one step; true if it did.
bool advance_once(Step& step) {
  switch (step.state.course.phase) {
    case Phase::setting_up:
      return set_up(step);
    case Phase::measuring:
      return measure(step);
    case Phase::stretching:
      return stretch(step);
    case Phase::remeasuring:
      return remeasure(step);
    case Phase::coming_out:
    case Phase::stopped:
      return leave(step);
    case Phase::ready:
    case Phase::paused:
    case Phase::finished:
      return false;
  }
  return false;
}

void advance(Step& step) {
  // A step may be over as soon as it is entered; the course is short, so this ends.
  for (int steps = 0; steps < 8 && advance_once(step); ++steps) {
  }
}

void check_caps(Step& step) {
  const Dose& dose = step.plan.exercise.dose;
  if (!traits(step.state.course.phase).capped) return;
  const Tally& tally = step.state.tally;
  const Time away =
      tally.away + (step.state.intermission.away ? step.state.now - *step.state.intermission.away : Time{0});
  const bool full = tally.openings + tally.offered >= dose.cap_repetitions || tally.moving >= dose.cap_moving ||
                    step.state.now - step.state.started - away >= dose.cap_in_position;
  if (full) come_out(step, EndReason::cap);
}

}  // namespace

void go_on_with_course(Step& step) {
  check_caps(step);
  advance(step);
  tell_again(step);
  speak_up(step);
}

void begin_block(Step& step) {
  if (!room_for_both_sides(step)) return come_out(step, EndReason::cap);
  start_block(step);
}

}  // namespace stretchcore
