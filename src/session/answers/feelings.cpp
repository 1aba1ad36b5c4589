// What the person feels, and what follows from it at once.

#include <algorithm>

#include "session/answers/answers.hpp"
#include "session/answers/inside.hpp"
#include "session/exit/exit.hpp"
#include "session/pause/pause.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

void feel(Step& step, Feeling feeling) {
  step.state.talk.felt.change = feeling;
  step.state.course.change = feeling;
}

void feel(Step& step, Stretch stretch) {
  step.state.talk.felt.stretch = stretch;
  if (stretch == Stretch::too_much) ease_after_too_much(step);  // "nothing" never raises a target
}

void feel(Step& step, FirstSide side) {
  step.state.talk.felt.side = side;
  const bool guided = moving(step) || step.state.course.phase == Phase::paused;
  if (guided && side != FirstSide::same)
    say(step, Moment::side_felt, side == FirstSide::left ? Side::left : Side::right);
}

void take_rating(Step& step, const PainRating& rating) {
  Conversation& talk = step.state.talk;
  talk.felt.pain = std::max(talk.felt.pain.value_or(0), rating.rating);
  if (asked(step, QuestionKind::pain)) talk.question.reset();
  const PainLight light = pain_light(rating.rating, pain_limits(step.person));
  talk.recheck_pain = light == PainLight::amber;
  if (light == PainLight::red) hear_symptom(step, step.plan.place_of(Symptom::strong_pain, {}), {});
  if (light == PainLight::amber) ease_after_too_much(step);
}

}  // namespace stretchcore
