#include "routine/dry_run.hpp"

#include <optional>

#include <stretchcore/session/session.hpp>

namespace stretchcore {
namespace {

constexpr Time step{250'000'000};
constexpr Time longest{3'600'000'000'000};
constexpr Time thinks_for{1'500'000'000};      // after the question was heard
constexpr Time answers_within{8'000'000'000};  // of a question that was heard to its end

}  // namespace

Choice usual_answer(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::ready:
      return Choice::ready;
    case QuestionKind::side:
    case QuestionKind::change:
      return Choice::same;
    case QuestionKind::stretch:
      return Choice::comfortable;
    case QuestionKind::by_feel:
    case QuestionKind::all_right:
      return Choice::yes;
    case QuestionKind::go_on:
      return Choice::go_on;
    case QuestionKind::health:
    case QuestionKind::which:
    case QuestionKind::need_help:
      return Choice::no;
    case QuestionKind::what_is_felt:
      return Choice::nothing;
    case QuestionKind::more:
    case QuestionKind::pain:
      break;
  }
  return Choice::enough;
}

Time dry_run(const Exercise& exercise, const Frame& frame, const Person& person, const SessionOptions& options) {
  SessionOptions alone = options;
  alone.sensor = Sensor::none;
  Session session{Plan{exercise, alone}, person, frame};
  std::optional<Answer> answer;
  Time answer_at{0};
  const auto hear = [&](std::span<const Event> events) {
    for (const Event& event : events) {
      const auto* const question = std::get_if<QuestionAsked>(&event);
      if (!question) continue;
      answer = Answer{{}, question->id, usual_answer(question->kind)};
      answer_at = std::max(question->time, question->answer_by - answers_within) + thinks_for;
    }
  };
  Time now{0};
  hear(session.report(Command{now, Action::start}));
  while (!session.over() && now < longest) {
    hear(session.tick(now += step));
    if (!answer || now < answer_at) continue;
    Answer given = *answer;
    given.time = now;
    answer.reset();
    hear(session.report(given));
  }
  return now;
}

}  // namespace stretchcore
