// Whether it is measured again, and whether another block follows.

#include <utility>

#include "session/aim/aim.hpp"
#include "session/course/course.hpp"
#include "session/course/inside.hpp"
#include "session/exit/exit.hpp"
#include "session/framed.hpp"
#include "session/gains.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

void decide_after_change(Step& step) {
  if (step.state.course.change == Feeling::tighter) ease(step);
  if (const auto over = over_after_change(step)) {
    come_out(step, *over);
  } else if (step.plan.measures() && !straight_to_block(step.state) &&
             (!counted_now(step) || measure(step.plan, step.state) == Measure::every_session)) {
    begin_measuring(step, Phase::remeasuring);
  } else {
    offer(step);
  }
}

void offer(Step& step) {
  enter(step, Stage::offering);
  // A person who asked for more gets it unasked, unless more does not help any more: then they are asked again.
  if (step.state.course.wants_more && !no_longer_helps(step.plan, step.state)) {
    decide_after_offer(step, Choice::more);
  } else if (const auto over = over_after_last_block(step)) {
    come_out(step, *over);
  } else {
    ask(step, QuestionKind::more, Moment::ask_more);
  }
}

void decide_after_offer(Step& step, std::optional<Choice> choice) {
  if (std::exchange(step.state.course.wants_more, false) && !choice)
    choice = Choice::more;  // as the person said before
  const bool freer = step.state.course.change == Feeling::freer;
  const bool more_blocks = step.state.course.block < most_blocks(step.plan, step.state);
  const bool moves = counted_now(step) && step.state.tally.latest.to > step.state.tally.latest.from;
  if (choice == Choice::more && more_blocks) {
    begin_block(step);
  } else if (!choice && !freer && moves && more_blocks) {
    begin_block(step);
  } else if (freer) {
    come_out(step, EndReason::felt_freer);
  } else if (choice == Choice::enough && gain(step.plan, step.state).verdict == GainVerdict::increased) {
    come_out(step, EndReason::offer_accepted);
  } else {
    come_out(step, more_blocks ? EndReason::enough : EndReason::cap);
  }
}

}  // namespace stretchcore
