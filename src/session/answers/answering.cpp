// What an answer leads to.

#include "session/answers/inside.hpp"
#include "session/course/course.hpp"
#include "session/exit/exit.hpp"
#include "session/pause/pause.hpp"

namespace stretchcore {

void answer_question(Step& step, Choice choice) {
  const QuestionKind kind = step.state.talk.question->kind;
  step.state.talk.question.reset();
  switch (kind) {
    case QuestionKind::ready:
      enter(step, Stage::briefing);
      break;
    case QuestionKind::side:
      feel(step, *named<FirstSide>(name(choice)));
      break;
    case QuestionKind::stretch:
      feel(step, *named<Stretch>(name(choice)));
      break;
    case QuestionKind::change:
      feel(step, *named<Feeling>(name(choice)));
      decide_after_change(step);
      break;
    case QuestionKind::more:
      decide_after_offer(step, choice);
      break;
    case QuestionKind::health:  // answers to these carry a code
    case QuestionKind::which:
    case QuestionKind::pain:  // a rating answers it
      break;
    case QuestionKind::what_is_felt:
      hear_what_is_felt(step, choice);
      break;
    case QuestionKind::need_help:
      hear_whether_help(step, choice);
      break;
    case QuestionKind::by_feel:
      if (choice == Choice::yes) {
        go_by_feel(step);
      } else {
        come_out(step, EndReason::signal_lost);
      }
      break;
    case QuestionKind::go_on:
      after_rest(step, choice);
      break;
    case QuestionKind::all_right:
      if (choice == Choice::no) hear_symptom(step, step.plan.place_of(Symptom::something_wrong, {}), {});
      break;
  }
}

}  // namespace stretchcore
