// The start of a session.

#include "session/health/health.hpp"
#include "session/inputs/inside.hpp"
#include "session/speech/speech.hpp"
#include "session/standing.hpp"

namespace stretchcore {

void start(Step& step) {
  const Standing known = step.state.terms.now;
  const ScreeningVerdict verdict = known.bearing.verdict;
  step.state.started = step.state.now;
  step.state.talk.alive = step.state.now;
  step.emit(Screened{{}, verdict, known.reasons, known.unknown});
  if (!may_do(verdict) && !step.plan.options.recorded) {
    const bool later = verdict == ScreeningVerdict::postponed;
    step.emit(CommandRefused{{}, Action::start, later ? Refusal::postponed : Refusal::needs_clearance});
    // Only another person, or another day, can change that.
    if (step.state.frame.entry == WayIn::from_outside) return turn_away(step, verdict);
    enter(step, Phase::setting_up, Stage::settling);
    return send_away(step, verdict);
  }
  enter(step, Phase::setting_up, Stage::settling);
  if (step.plan.options.sensor != Sensor::none) return;
  step.state.sight.following = Sensing::unseen;
  if (!step.state.frame.feel_told) say(step, Moment::by_feel);
}

}  // namespace stretchcore
