// What is asked after a stop, and what the answers come to.

#include <algorithm>
#include <utility>

#include "session/exit/exit.hpp"
#include "session/exit/inside.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

void ask_help(Step& step) {
  const int cue = pick(step, Moment::ask_help, {});
  say_cue_now(step, cue, true);
  const Time by = step.state.now + words(step, cue, {}).length + help_needed_after;
  step.state.leaving.help_by = by;
  if (step.plan.options.answers == Answers::none || step.plan.options.recorded) return;
  step.state.talk.question = OpenQuestion{++step.state.talk.questions, QuestionKind::need_help, by};
  step.state.leaving.help_question = step.state.talk.question->id;
  step.emit(QuestionAsked{{}, step.state.talk.question->id, QuestionKind::need_help, by});
}

void hear_whether_help(Step& step, Choice choice) {
  step.state.leaving.help_by.reset();
  step.state.talk.question.reset();
  if (choice == Choice::yes && step.state.alarm.raised()) {
    step.state.alarm.acknowledged = false;
    return call_for_help(step);
  }
  if (choice == Choice::yes) return raise_alarm(step, step.plan.place_of(Symptom::something_wrong, {}), {});
  step.state.leaving.help_question = 0;
  if (step.state.alarm.raised()) return;
  step.state.leaving.asks_felt = step.state.leaving.felt_question == 0;
  if (!step.state.way_out_spoken) lead_out(step);
}

void ask_what_is_felt(Step& step) {
  step.state.leaving.asks_felt = false;
  ask(step, QuestionKind::what_is_felt, Moment::ask_felt);
  if (step.state.talk.question) {
    step.state.leaving.felt_question = step.state.talk.question->id;
  } else {
    learn_symptom(step, step.plan.untold);  // nothing can be answered: the words said when to call for help
  }
}

void hear_what_is_felt(Step& step, Choice choice) {
  const int question = std::exchange(step.state.leaving.felt_question, 0);
  switch (choice) {
    case Choice::numb_tingling_burning:
      return learn_symptom(step, step.plan.place_of(Symptom::numbness, {}));
    case Choice::sharp_or_pinching:
      return learn_symptom(step, step.plan.place_of(Symptom::sharp_pain, {}));
    case Choice::cramp:
      return learn_symptom(step, step.plan.place_of(Symptom::cramp, {}));
    case Choice::chest_breath_head:
      return hear_symptom(step, step.plan.place_of(Symptom::chest_pain_or_breathlessness, {}), {});
    case Choice::something_else:
      hear_symptom(step, step.plan.place_of(Symptom::something_wrong, {}), {});
      step.state.leaving.felt_question = question;  // it is not asked twice
      return;
    default:
      return;
  }
}

void hear_late(Step& step, const Answer& answer) {
  if (answer.id <= 0) return;
  if (answer.id == step.state.leaving.felt_question && !step.state.alarm.raised() && !step.state.leaving.help_by) {
    const auto allowed = choices(QuestionKind::what_is_felt);
    if (std::find(allowed.begin(), allowed.end(), answer.choice) != allowed.end())
      hear_what_is_felt(step, answer.choice);
  }
  const bool of_help = answer.id == step.state.leaving.help_question && step.state.alarm.raised();
  if (of_help && answer.choice == Choice::no) step.state.alarm.acknowledged = true;
}

}  // namespace stretchcore
