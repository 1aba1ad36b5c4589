// What the person says, and what the voice says of itself.

#include <algorithm>

#include "session/answers/answers.hpp"
#include "session/exit/exit.hpp"
#include "session/inputs/inputs.hpp"
#include "session/inputs/inside.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {

void take(Step& step, const SymptomReport& report) {
  arrive(step, report.time);
  // During a call nothing else is timed. Where neither postures nor ticks tell the time, the reports do: the same
  // report a while later says the call again.
  const ToldTimes& clocks = step.state.clocks;
  const bool alone = step.state.alarm.raised() && !clocks.postures.told && !clocks.ticks.told;
  if (alone && report.time && *report.time <= longest_time) step.state.now = std::max(step.state.now, *report.time);
  note_alive(step);
  hear_symptom(step, step.plan.place_of(report.symptom, report.id), report.side);
  go_on(step);
}

void take(Step& step, const FeltChange& felt) {
  hear(step, felt.time);
  take_feeling(step, felt);
  go_on(step);
}

void take(Step& step, const FeltStretch& felt) {
  hear(step, felt.time);
  take_feeling(step, felt);
  go_on(step);
}

void take(Step& step, const FeltSide& felt) {
  hear(step, felt.time);
  take_feeling(step, felt);
  go_on(step);
}

void take(Step& step, const PainRating& rating) {
  hear(step, rating.time);
  take_rating(step, rating);
  go_on(step);
}

void take(Step& step, const CueSpoken& spoken) {
  arrive(step, spoken.time);
  const int cue = step.plan.cue_of(spoken.cue);
  correct(step.state.talk.voice, cue, spoken.speech, step.state.now);
  if (spoken.speech == Speech::failed && cue == step.plan.call) call_again_soon(step);
  go_on(step);
}

void take(Step& step, const Answer& answer) {
  arrive(step, answer.time);
  take_answer(step, answer);
  note_alive(step);
  go_on(step);
}

}  // namespace stretchcore
