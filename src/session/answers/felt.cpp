// What a feeling that is reported leads to.

#include "session/aim/aim.hpp"
#include "session/answers/answers.hpp"
#include "session/answers/inside.hpp"
#include "session/course/course.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

void take_feeling(Step& step, const FeltChange& felt) {
  feel(step, felt.feeling);
  if (asked(step, QuestionKind::change)) {
    step.state.talk.question.reset();
    decide_after_change(step);
  } else if (step.state.course.phase == Phase::stretching && felt.feeling == Feeling::freer) {
    end_block(step);  // a block is as long as it takes, and the person says when
  } else if (felt.feeling == Feeling::tighter && moving(step)) {
    ease(step);
  }
}

void take_feeling(Step& step, const FeltStretch& felt) {
  if (asked(step, QuestionKind::stretch)) step.state.talk.question.reset();
  feel(step, felt.stretch);
}

void take_feeling(Step& step, const FeltSide& felt) {
  if (asked(step, QuestionKind::side)) step.state.talk.question.reset();
  feel(step, felt.side);
}

}  // namespace stretchcore
