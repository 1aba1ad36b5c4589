// Signs of life.

#include "session/seen_side.hpp"
#include "session/speech/speech.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

constexpr Angle stirs = degrees(10);         // more than any sensor's noise after smoothing
constexpr Time stirs_within{2'000'000'000};  // slower than that a sensor drifts

}  // namespace

void note_alive(Step& step) {
  if (asked(step, QuestionKind::all_right)) step.state.talk.question.reset();
  step.state.talk.alive = step.state.now;
  step.state.talk.unanswered = 0;
  step.state.talk.nobody = false;
}

void watch_life(Step& step) {
  if (!step.plan.exercise.movement.motion) return;
  Sight& sight = step.state.sight;
  const bool anew = step.state.now - sight.lay_since >= stirs_within;
  bool stirred = false;
  for (const Side side : both_sides) {
    std::optional<Angle>& lay = sight.lay[side];
    if (!fresh(step, side)) {
      lay.reset();
      continue;
    }
    const Angle now = channel_of(step, side).smooth();
    stirred = stirred || (lay && abs(now - *lay) >= stirs);
    if (anew || !lay) lay = now;
  }
  if (anew) sight.lay_since = step.state.now;
  if (stirred) note_alive(step);
}

}  // namespace stretchcore
