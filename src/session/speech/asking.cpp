// Questions.

#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

constexpr Time time_to_answer{8'000'000'000};   // to think it over, and to say it or find the button
constexpr Time time_to_choose{20'000'000'000};  // among conditions that are read or remembered

}  // namespace

void ask(Step& step, QuestionKind kind, Moment moment) { ask(step, kind, pick(step, moment, {})); }

void ask(Step& step, QuestionKind kind, int cue) {
  say_always(step, cue, {});
  if (step.plan.options.answers == Answers::none) return;
  const Time time = kind == QuestionKind::which ? time_to_choose : time_to_answer;
  const Time spoken = cue < 0 ? Time{0} : words(step, cue, {}).length;
  step.state.talk.question = OpenQuestion{++step.state.talk.questions, kind, step.state.now + spoken + time};
  if (kind == QuestionKind::health || kind == QuestionKind::which) {
    auto& heard = step.state.health.heard;
    if (heard.size() == heard.capacity()) heard.erase(heard.begin());
    heard.push_back({step.state.talk.question->id, step.state.health.next - 1});
  }
  step.emit(QuestionAsked{{}, step.state.talk.question->id, kind, step.state.talk.question->answer_by});
}

}  // namespace stretchcore
