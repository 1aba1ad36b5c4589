// What silence leads to.

#include "session/answers/answers.hpp"
#include "session/answers/inside.hpp"
#include "session/course/course.hpp"
#include "session/exit/exit.hpp"
#include "session/health/health.hpp"

namespace stretchcore {
namespace {

void pass_over_question(Step& step, QuestionKind kind) {
  switch (kind) {
    case QuestionKind::ready:
      enter(step, Stage::briefing);
      break;
    case QuestionKind::change:
      decide_after_change(step);
      break;
    case QuestionKind::more:
      decide_after_offer(step, {});
      break;
    case QuestionKind::by_feel:
      go_by_feel(step);
      break;
    case QuestionKind::all_right:
      tell_no_answer(step);
      break;
    case QuestionKind::side:
    case QuestionKind::stretch:
    case QuestionKind::pain:
    case QuestionKind::go_on:
      break;
    case QuestionKind::what_is_felt:
      learn_symptom(step, step.plan.untold);
      break;
    case QuestionKind::need_help:
      hear_whether_help(step, Choice::yes);
      break;
    case QuestionKind::health:
    case QuestionKind::which:
      pass_over_health_question(step, kind);
      break;
  }
}

}  // namespace

void check_question(Step& step) {
  if (!step.state.talk.question || step.state.now < step.state.talk.question->answer_by) return;
  const QuestionKind kind = step.state.talk.question->kind;
  step.state.talk.question.reset();
  if (!ask_if_all_right(step, kind)) pass_over_question(step, kind);
}

}  // namespace stretchcore
