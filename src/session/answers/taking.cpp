// Which question an answer is for.

#include <algorithm>

#include "session/answers/answers.hpp"
#include "session/answers/inside.hpp"
#include "session/exit/exit.hpp"
#include "session/health/health.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

void take_answer(Step& step, const Answer& answer) {
  const auto& question = step.state.talk.question;
  if (question && question->id == answer.id) {
    const auto allowed = choices(question->kind);
    const bool possible = std::find(allowed.begin(), allowed.end(), answer.choice) != allowed.end();
    const bool of_health = asked(step, QuestionKind::health) || asked(step, QuestionKind::which);
    if (possible && of_health) take_health_answer(step, answer);
    if (possible && !of_health) answer_question(step, answer.choice);
  } else {
    hear_late(step, answer);
    hear_health_late(step, answer);
  }
}

bool answer_more(Step& step) {
  const bool open = asked(step, QuestionKind::more);
  if (open) answer_question(step, Choice::more);
  return open;
}

}  // namespace stretchcore
