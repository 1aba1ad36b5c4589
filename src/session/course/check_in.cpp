// The check-in after a block.

#include "session/course/course.hpp"
#include "session/course/inside.hpp"
#include "session/framed.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

bool remeasure(Step& step) {
  switch (step.state.course.stage) {
    case Stage::checking:
      if (step.state.talk.question || (!step.plan.options.recorded && !silent(step))) return false;
      if (!step.state.course.symptom_asked) {
        step.state.course.symptom_asked = true;
        say(step, Moment::symptom_check);
        return true;
      }
      if (step.state.talk.recheck_pain && !step.state.course.pain_asked) {
        step.state.course.pain_asked = true;
        ask(step, QuestionKind::pain, Moment::ask_pain);
        return true;
      }
      enter(step, Stage::asking_change);
      if (step.state.course.change || straight_to_block(step.state)) {
        decide_after_change(step);
      } else {
        ask(step, QuestionKind::change, Moment::ask_change);
      }
      return true;
    case Stage::asking_change:
      if (step.state.talk.question || !silent(step)) return false;
      decide_after_change(step);
      return true;
    case Stage::offering:
      if (step.state.talk.question || !silent(step)) return false;
      decide_after_offer(step, {});
      return true;
    default:
      return measure(step);
  }
}

}  // namespace stretchcore
