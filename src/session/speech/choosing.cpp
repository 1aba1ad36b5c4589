// Which words a moment has.

#include "session/cue_choice.hpp"
#include "session/speech/inside.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

int pick(StepView step, Moment moment, std::optional<Side> side) {
  return pick_cue(step.plan, moment, step.state.sight.following, side, step.state.talk.said[slot_of(moment)]);
}

int count_of(StepView step, Moment moment) {
  return count_cues(step.plan, moment, step.state.sight.following, side_of(step, moment));
}

std::optional<Side> side_of(StepView step, Moment moment) {
  const bool begins = moment == Moment::settle && step.plan.sided();
  return begins ? std::optional{step.plan.only.value_or(Side::left)} : std::nullopt;
}

}  // namespace stretchcore
