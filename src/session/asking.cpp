// Questions, answers, and what a person says unasked.

#include <algorithm>

#include <stretchcore/cue/render.hpp>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time time_to_answer{8'000'000'000};   // to think it over, and to say it or find the button
constexpr Time time_to_choose{20'000'000'000};  // among conditions that are read or remembered

}  // namespace

void Engine::ask(QuestionKind kind, Moment moment) { ask(kind, pick(moment, {})); }

void Engine::ask(QuestionKind kind, int cue) {
  say_always(cue, {});
  if (plan_.options.answers == Answers::none) return;
  const Time time = kind == QuestionKind::which ? time_to_choose : time_to_answer;
  const Time spoken = cue < 0 ? Time{0} : words(cue, {}).length;
  s_.talk.question = OpenQuestion{++s_.talk.questions, kind, s_.now + spoken + time};
  if (kind == QuestionKind::health || kind == QuestionKind::which) {
    auto& heard = s_.health.heard;
    if (heard.size() == heard.capacity()) heard.erase(heard.begin());
    heard.push_back({s_.talk.question->id, s_.health.next - 1});
  }
  emit(QuestionAsked{{}, s_.talk.question->id, kind, s_.talk.question->answer_by});
}

void Engine::check_question() {
  if (!s_.talk.question || s_.now < s_.talk.question->answer_by) return;
  const QuestionKind kind = s_.talk.question->kind;
  s_.talk.question.reset();
  if (!worries(kind)) unanswered(kind);
}

void Engine::take(const Answer& answer) {
  arrive(answer.time);
  const auto& question = s_.talk.question;
  if (question && question->id == answer.id) {
    const auto allowed = choices(question->kind);
    const bool possible = std::find(allowed.begin(), allowed.end(), answer.choice) != allowed.end();
    const bool of_health = asked(QuestionKind::health) || asked(QuestionKind::which);
    if (possible && of_health) take_health(answer);
    if (possible && !of_health) answered(answer.choice);
  } else {
    heard_late(answer);
    hear_health_late(answer);
  }
  alive();
  go_on();
}

// The words of a choice are those of the feeling it stands for, so an answer and a report come to the same.

void Engine::feel(Feeling feeling) {
  s_.talk.felt.change = feeling;
  s_.course.change = feeling;
}

void Engine::feel(Stretch stretch) {
  s_.talk.felt.stretch = stretch;
  if (stretch == Stretch::too_much) ease_after_too_much();  // "nothing" never raises a target
}

void Engine::feel(FirstSide side) {
  s_.talk.felt.side = side;
  const bool guided = moving_phase() || s_.course.phase == Phase::paused;
  if (guided && side != FirstSide::same) say(Moment::side_felt, side == FirstSide::left ? Side::left : Side::right);
}

void Engine::take(const FeltChange& felt) {
  arrive(felt.time);
  alive();
  feel(felt.feeling);
  if (asked(QuestionKind::change)) {
    s_.talk.question.reset();
    decide_after_change();
  } else if (s_.course.phase == Phase::stretching && felt.feeling == Feeling::freer) {
    end_block();  // as often as it takes: she says when
  } else if (felt.feeling == Feeling::tighter && moving_phase()) {
    ease();
  }
  go_on();
}

void Engine::take(const FeltStretch& felt) {
  arrive(felt.time);
  alive();
  if (asked(QuestionKind::stretch)) s_.talk.question.reset();
  feel(felt.stretch);
  go_on();
}

void Engine::take(const FeltSide& felt) {
  arrive(felt.time);
  alive();
  if (asked(QuestionKind::side)) s_.talk.question.reset();
  feel(felt.side);
  go_on();
}

void Engine::answered(Choice choice) {
  const QuestionKind kind = s_.talk.question->kind;
  s_.talk.question.reset();
  switch (kind) {
    case QuestionKind::ready:
      enter(Stage::briefing);
      break;
    case QuestionKind::side:
      feel(*named<FirstSide>(name(choice)));
      break;
    case QuestionKind::stretch:
      feel(*named<Stretch>(name(choice)));
      break;
    case QuestionKind::change:
      feel(*named<Feeling>(name(choice)));
      decide_after_change();
      break;
    case QuestionKind::more:
      decide_after_offer(choice);
      break;
    case QuestionKind::health:  // answers to these carry a code
    case QuestionKind::which:
    case QuestionKind::pain:  // a rating answers it
      break;
    case QuestionKind::what_is_felt:
      felt(choice);
      break;
    case QuestionKind::need_help:
      helped(choice);
      break;
    case QuestionKind::by_feel:
      if (choice == Choice::yes) {
        go_by_feel();
      } else {
        come_out(EndReason::signal_lost);
      }
      break;
    case QuestionKind::go_on:
      after_rest(choice);
      break;
    case QuestionKind::all_right:
      if (choice == Choice::no) heard(plan_.place_of(Symptom::something_wrong, {}), {});
      break;
  }
}

void Engine::unanswered(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::ready:
      enter(Stage::briefing);
      break;
    case QuestionKind::change:
      decide_after_change();
      break;
    case QuestionKind::more:
      decide_after_offer({});
      break;
    case QuestionKind::by_feel:
      go_by_feel();
      break;
    case QuestionKind::all_right:
      nobody_answers();
      break;
    case QuestionKind::side:
    case QuestionKind::stretch:
    case QuestionKind::pain:
    case QuestionKind::go_on:
      break;
    case QuestionKind::what_is_felt:
      know(plan_.untold);
      break;
    case QuestionKind::need_help:
      helped(Choice::yes);
      break;
    case QuestionKind::health:
    case QuestionKind::which:
      health_unanswered(kind);
      break;
  }
}

}  // namespace stretchcore
