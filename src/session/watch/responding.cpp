// What follows when a rule is violated.

#include "session/aim/aim.hpp"
#include "session/exit/exit.hpp"
#include "session/pause/pause.hpp"
#include "session/watch/inside.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {

bool respond_to(Step& step, std::size_t i) {
  const PlannedRule& rule = step.plan.rules[i];
  const Stage stage = step.state.course.stage;
  // While a person is told what to do, nothing is corrected. A person who moves on through the words is still kept
  // safe.
  const bool told = stage == Stage::practising || stage == Stage::opening;
  const bool exercising = moving(step) && (told || (stage == Stage::announcing && rule.response >= Response::pause));
  if (rule.response == Response::notice || !exercising) return false;  // at rest any movement is fine
  RuleTrack& track = step.state.rules[i];
  track.answered = true;
  if (!step.plan.options.recorded) {
    if (rule.response == Response::ease) ease(step);
    if (rule.response == Response::pause) pause(step, PauseCause::rule);
    if (rule.response == Response::stop) stop(step, EndReason::stopped_by_rule);
  }
  return true;
}

bool breaks_a_rule(StepView step) {
  bool broken = false;
  for (std::size_t i = 0; i < step.plan.rules.size(); ++i) {
    broken = broken || (step.plan.rules[i].response != Response::notice &&
                        step.state.rules[i].announced == RuleVerdict::violated);
  }
  return broken;
}

}  // namespace stretchcore
