// Calls for help: first, whole, again until they are acknowledged, and contradicted by nothing.

#include <algorithm>

#include "session/exit/exit.hpp"
#include "session/exit/inside.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

constexpr Time call_again_after{20'000'000'000};
constexpr Time failed_call_again_after{2'000'000'000};

Concern concern_of_alarm(StepView step) { return step.plan.concern_in_emergency(step.state.alarm.symptom); }

}  // namespace

void raise_alarm(Step& step, int symptom, std::optional<Side> side) {
  Conversation& talk = step.state.talk;
  step.state.alarm = {.symptom = symptom, .side = side, .body = step.state.leaving.body};
  step.state.leaving.help_by.reset();
  step.state.leaving.asks_felt = false;
  step.state.end_reason = EndReason::stopped_by_symptom;
  talk.question.reset();
  talk.gravest = symptom;
  talk.advice = -1;  // lesser advice is not spoken during a call
  for (SymptomRecord& record : talk.symptoms) {
    if (record.symptom == symptom) record.urgency = Urgency::emergency;
  }
  call_for_help(step);
}

void hear_emergency_again(Step& step, int symptom, std::optional<Side> side) {
  const PlannedSymptom& planned = step.plan.symptoms[static_cast<std::size_t>(symptom)];
  if (!planned.emergency()) return;
  const bool graver = planned.concern == Concern::breath && concern_of_alarm(step) != Concern::breath;
  const bool being_said = step.state.now - step.state.alarm.said_at < words(step, step.plan.call, {}).length;
  if (being_said && !graver && !step.state.alarm.acknowledged) return;
  if (graver) step.state.alarm.symptom = symptom;
  if (graver) step.state.alarm.side = side;
  step.state.alarm.acknowledged = false;
  step.state.talk.gravest = step.state.alarm.symptom;
  call_for_help(step);
}

void call_for_help(Step& step) {
  Alarm& alarm = step.state.alarm;
  ++alarm.times_said;
  alarm.said_at = step.state.now;
  const Symptom symptom = step.plan.symptoms[static_cast<std::size_t>(alarm.symptom)].symptom;
  step.emit(Emergency{{}, symptom, alarm.side, step.plan.call, alarm.times_said, call_again_after});
  say_cue_now(step, step.plan.call, true);
  say_always(step, posture_in_alarm(step), {});
}

void check_alarm(Step& step) {
  if (step.state.leaving.help_by && step.state.now >= *step.state.leaving.help_by) hear_whether_help(step, Choice::yes);
  const bool due = step.state.alarm.raised() && !step.state.alarm.acknowledged &&
                   step.state.now - step.state.alarm.said_at >= call_again_after;
  if (due) call_for_help(step);
}

void call_again_soon(Step& step) {
  Alarm& alarm = step.state.alarm;
  alarm.said_at = std::min(alarm.said_at, step.state.now - call_again_after + failed_call_again_after);
}

bool attended(StepView step) { return step.state.alarm.raised() && step.state.alarm.acknowledged; }

int posture_in_alarm(StepView step) { return step.plan.posture_cue(concern_of_alarm(step), step.state.alarm.body); }

}  // namespace stretchcore
