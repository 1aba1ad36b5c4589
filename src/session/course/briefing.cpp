// What the person hears before they move.

#include "session/course/inside.hpp"
#include "session/exit/exit.hpp"
#include "session/framed.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

bool brief(Step& step) {
  if (!step.state.frame.notice_given && said(step, Moment::symptom_notice) == 0 &&
      pick(step, Moment::symptom_notice, {}) >= 0) {
    if (!step.plan.options.recorded && !silent(step)) return false;
    say(step, Moment::symptom_notice);
    return true;
  }
  if (step.state.talk.question || (!step.plan.options.recorded && !silent(step))) return false;
  if (step.state.talk.recheck_pain && !step.state.course.pain_asked) {
    step.state.course.pain_asked = true;
    ask(step, QuestionKind::pain, Moment::ask_pain);
    return true;
  }
  for (const PlannedRule& rule : step.plan.rules) {
    const bool required = step.plan.exercise.rules[static_cast<std::size_t>(rule.rule)].required;
    if (required && !(rule.condition.channels - step.state.sight.watched).empty()) {
      come_out(step, EndReason::signal_lost);
      return true;
    }
  }
  if (step.plan.sided()) step.state.course.active_side = side_that_begins(step.plan, step.state, Phase::measuring);
  if (step.state.course.active_side) step.emit(SideChanged{{}, *step.state.course.active_side});
  if (!step.plan.measures() ||
      (measure(step.plan, step.state) == Measure::never && (counted_now(step) || straight_to_block(step.state)))) {
    begin_block(step);
  } else {
    begin_measuring(step, Phase::measuring);
  }
  return true;
}

}  // namespace stretchcore
