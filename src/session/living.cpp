// Signs of life, and what follows where there are none.

#include <algorithm>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr int too_many_unanswered = 2;
constexpr Angle stirs = degrees(10);         // more than any sensor's noise after smoothing
constexpr Time stirs_within{2'000'000'000};  // slower than that a sensor drifts

}  // namespace

/// A report, an answer, or a movement that is seen.
void Engine::alive() {
  if (asked(QuestionKind::all_right)) s_.talk.question.reset();
  s_.talk.alive = s_.now;
  s_.talk.unanswered = 0;
  s_.talk.nobody = false;
}

/// Also in a pause, where movements are not counted.
void Engine::watch_life() {
  Sight& sight = s_.sight;
  const bool anew = s_.now - sight.lay_since >= stirs_within;
  bool stirred = false;
  for (const Side side : both_sides) {
    const Channel c = channel(plan_.movement.motion, side);
    std::optional<Angle>& lay = sight.lay[side];
    if (health(sight.signals, c, s_.now) != Health::fresh) {
      lay.reset();
      continue;
    }
    const Angle now = sight.signals[c].smooth();
    stirred = stirred || (lay && abs(now - *lay) >= stirs);
    if (anew || !lay) lay = now;
  }
  if (anew) sight.lay_since = s_.now;
  if (stirred) alive();
}

/// What one feels may stay unsaid; these wait for the person.
bool Engine::needs_answer(QuestionKind kind) const {
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

/// True if it is asked now whether they are all right. After a way down one question is enough: people fall there.
bool Engine::worries(QuestionKind kind) {
  if (!needs_answer(kind) || plan_.options.recorded) return false;
  ++s_.talk.unanswered;
  const bool after_way_down = s_.course.phase == Phase::setting_up && said(Moment::settle) > 0;
  if (s_.talk.nobody || (!after_way_down && s_.talk.unanswered < too_many_unanswered)) return false;
  ask(QuestionKind::all_right, Moment::ask_all_right);
  return s_.talk.question.has_value();
}

/// The app is told. Who rests is led out of the position; else the session keeps time, and ends by itself.
void Engine::nobody_answers() {
  s_.talk.nobody = true;
  emit(NobodyAnswers{{}, s_.talk.alive, s_.course.phase});
  if (s_.course.phase == Phase::paused) come_out(EndReason::no_answer);
}

}  // namespace stretchcore
