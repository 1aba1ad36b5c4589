// Which words a moment has.

#include "session/cue_choice.hpp"
#include "session/speech/inside.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

/// What is said of being seen, where the person is; of the movement, only where that is counted.
Sensing said_as(StepView step, Moment moment) {
  switch (moment) {
    case Moment::seen:
    case Moment::be_still:
    case Moment::coverage:
    case Moment::rule:
    case Moment::pause_rule:
    case Moment::pause_lost:
    case Moment::found:
      return step.state.sight.following;
    default:
      return by_feel(step) ? Sensing::unseen : step.state.sight.following;
  }
}

}  // namespace

int pick(StepView step, Moment moment, std::optional<Side> side) {
  return pick_cue(step.plan, moment, said_as(step, moment), side, step.state.talk.said[slot_of(moment)]);
}

int count_of(StepView step, Moment moment) {
  return count_cues(step.plan, moment, said_as(step, moment), side_of(step, moment));
}

std::optional<Side> side_of(StepView step, Moment moment) {
  if (moment == Moment::switch_side) return step.state.course.active_side;
  const bool begins = moment == Moment::settle && step.plan.sided();
  return begins ? std::optional{step.plan.only.value_or(Side::left)} : std::nullopt;
}

}  // namespace stretchcore
