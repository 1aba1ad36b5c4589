// What follows where no sign of life comes.

#include "session/answers/inside.hpp"
#include "session/exit/exit.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

constexpr int too_many_unanswered = 2;

/// The session waits for an answer to these. What the person feels may stay unsaid.
bool needs_answer(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::ready:
    case QuestionKind::health:
    case QuestionKind::by_feel:
    case QuestionKind::more:
    case QuestionKind::go_on:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool ask_if_all_right(Step& step, QuestionKind kind) {
  if (!needs_answer(kind) || step.plan.options.recorded) return false;
  ++step.state.talk.unanswered;
  const bool after_way_down = step.state.course.phase == Phase::setting_up && said(step, Moment::settle) > 0;
  if (step.state.talk.nobody || (!after_way_down && step.state.talk.unanswered < too_many_unanswered)) return false;
  ask(step, QuestionKind::all_right, Moment::ask_all_right);
  return step.state.talk.question.has_value();
}

void tell_no_answer(Step& step) {
  step.state.talk.nobody = true;
  step.emit(NobodyAnswers{{}, step.state.talk.alive, step.state.course.phase});
  if (step.state.course.phase == Phase::paused) come_out(step, EndReason::no_answer);
}

}  // namespace stretchcore
