// Questions, answers, and what a person says unasked.

#include <algorithm>

#include <stretchcore/cue/render.hpp>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time time_to_answer{8'000'000'000};

}  // namespace

void Engine::ask(QuestionKind kind, Moment moment) {
  const int cue = pick(moment, {});
  say_always(cue, {});
  if (plan_.options.answers == Answers::none) return;
  const Time spoken = cue < 0 ? Time{0} : words(cue, {}).length;
  s_.talk.question = OpenQuestion{++s_.talk.questions, kind, s_.now + spoken + time_to_answer};
  emit(QuestionAsked{{}, s_.talk.question->id, kind, s_.talk.question->answer_by});
}

void Engine::check_question() {
  if (!s_.talk.question || s_.now < s_.talk.question->answer_by) return;
  const QuestionKind kind = s_.talk.question->kind;
  s_.talk.question.reset();
  unanswered(kind);
}

void Engine::take(const Answer& answer) {
  arrive(answer.time);
  const auto& question = s_.talk.question;
  if (question && question->id == answer.id) {
    const auto allowed = choices(question->kind);
    if (std::find(allowed.begin(), allowed.end(), answer.choice) != allowed.end()) answered(answer.choice);
  }
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
  if (asked(QuestionKind::stretch)) s_.talk.question.reset();
  feel(felt.stretch);
  go_on();
}

void Engine::take(const FeltSide& felt) {
  arrive(felt.time);
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
    case QuestionKind::health:
      s_.talk.felt.speaks_against = choice == Choice::yes ? Fact::yes : Fact::no;
      s_.course.phase_since = s_.now;  // now she gets down
      if (choice != Choice::yes) break;
      come_out(EndReason::needs_clearance);
      say_now(Moment::clearance);
      break;
    case QuestionKind::pain:  // a rating answers it
      break;
    case QuestionKind::by_feel:
      if (choice == Choice::yes) {
        go_by_feel();
      } else {
        come_out(EndReason::signal_lost);
      }
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
    case QuestionKind::side:
    case QuestionKind::stretch:
    case QuestionKind::pain:
      break;
    case QuestionKind::health:
      s_.course.phase_since = s_.now;
      break;
  }
}

}  // namespace stretchcore
