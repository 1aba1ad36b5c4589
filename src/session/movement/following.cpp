// Movements as they are detected.

#include "session/aim/aim.hpp"
#include "session/movement/inside.hpp"
#include "session/movement/movement.hpp"

namespace stretchcore {
namespace {

void take_movement(Step& step, const std::variant<Repetition, Attempt>& movement) {
  if (const auto* repetition = std::get_if<Repetition>(&movement)) {
    take_repetition(step, *repetition);
  } else {
    take_attempt(step, std::get<Attempt>(movement));
  }
}

/// A turn begins when its words have been said.
void begin_turn(Step& step) {
  Course& course = step.state.course;
  RepetitionState& movement = step.state.movement;
  if (!step.plan.one_sided() || step.plan.only || step.plan.options.recorded) return;
  if (course.stage == Stage::resting) movement.working.reset();
  const bool works = course.stage == Stage::practising || course.stage == Stage::opening;
  if (!works || movement.working == course.active_side) return;
  movement.turn_to(*course.active_side, step.plan.movement.shows.left.one_way);
}

Movements finished(Step& step) {
  return finish_movement(step.plan.movement, step.state.movement, step.state.sight.neutral, step.state.now);
}

}  // namespace

void follow_movement(Step& step) {
  const bool live = moving(step) && counted_now(step);
  // A recording does not wait for the set-up: its first movement may begin in it.
  const bool early = step.state.course.phase == Phase::setting_up && step.plan.options.recorded;
  if (!live && !early) return;
  begin_turn(step);
  const Sight& sight = step.state.sight;
  for (const auto& movement :
       detect(step.plan.movement, step.state.movement, sight.signals_, sight.neutral, step.state.now)) {
    if (live) take_movement(step, movement);
  }
}

void end_movement(Step& step) {
  for (const auto& movement : finished(step)) take_movement(step, movement);
}

void break_off_movement(Step& step) {
  for (const auto& movement : finished(step)) {
    if (const auto* attempt = std::get_if<Attempt>(&movement)) take_attempt(step, *attempt);
    if (const auto* whole = std::get_if<Repetition>(&movement)) note_home(step, whole->home, whole->peak);
  }
}

}  // namespace stretchcore
