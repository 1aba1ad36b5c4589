// What follows when the person was out of sight.

#include "session/pause/inside.hpp"
#include "session/pause/pause.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

void lose_sight(Step& step) {
  if (step.state.sight.covered && counted_now(step) && moving(step) && !step.plan.options.recorded)
    pause(step, PauseCause::signal);
}

void come_back(Step& step, Time since) {
  const Phase phase = step.state.course.phase;
  Intermission& rest = step.state.intermission;
  if (step.plan.options.recorded) {
    step.state.tally.apart = step.state.tally.apart || (moving(step) && step.state.tally.measured);
    if (step.state.sight.pause_told) say(step, Moment::set_up_anew);
    step.state.sight.pause_told = false;
    return;
  }
  const bool paused = phase == Phase::paused;
  if (!traits(phase).guiding) return;
  if (paused && rest.away) return;
  const bool by_person = paused && rest.cause == PauseCause::person;
  if (by_feel(step)) {
    const Time away = step.state.now - since;
    step.state.tally.away += away;
    leave_out(step, away);
    if (paused) rest.since += away;
    if (step.state.talk.question) step.state.talk.question->answer_by += away;
    if (moving(step)) say(step, Moment::resume);
    return;
  }
  if (by_person) {
    rest.away = since;  // only the person ends that pause
    return;
  }
  const bool captured = phase != Phase::setting_up || traits(step.state.course.stage).found;
  if (!counted_now(step) || !captured) return;
  if (!paused) pause(step, PauseCause::signal);
  rest.away = since;
  go_on_after_pause(step);
}

}  // namespace stretchcore
