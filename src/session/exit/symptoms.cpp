// What follows from a symptom.

#include <utility>

#include "session/aim/aim.hpp"
#include "session/exit/exit.hpp"
#include "session/exit/inside.hpp"
#include "session/keeping.hpp"
#include "session/pause/pause.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

void note_symptom(Step& step, int symptom, std::optional<Side> side, Response response, int advice) {
  const PlannedSymptom& planned = step.plan.symptoms[static_cast<std::size_t>(symptom)];
  Conversation& talk = step.state.talk;
  keep(talk.symptoms, talk.symptoms_total, {step.state.now, symptom, side, planned.urgency},
       [&](const SymptomRecord& each) { return gravity_of(each, step.plan); });
  step.emit(SymptomHeard{{}, planned.symptom, side, planned.urgency, response, advice, planned.listed});
}

}  // namespace

void hear_symptom(Step& step, int symptom, std::optional<Side> side) {
  const PlannedSymptom& planned = step.plan.symptoms[static_cast<std::size_t>(symptom)];
  const bool rests = planned.response == Response::pause && !planned.emergency();
  note_symptom(step, symptom, side, rests ? Response::pause : Response::stop, planned.advice);
  if (attended(step) && planned.symptom == Symptom::something_wrong) return ask_help(step);
  if (attended(step) && !planned.emergency()) {
    say_cue(step, planned.advice, {});
    return;
  }
  if (step.state.alarm.raised()) return hear_emergency_again(step, symptom, side);
  if (rests && ask_for_less(step)) {
    const bool resting =
        step.state.course.phase == Phase::paused && step.state.intermission.cause == PauseCause::person;
    pause_for_person(step);
    step.state.intermission.symptom = symptom;
    if (resting) return say_cue_now(step, planned.advice, true);
    say_cue(step, planned.advice, {});
    return;
  }
  if (rests) {  // on the way out, or after it, nothing goes on: what helps comes before the next step
    step.state.talk.voice.saying.then_wait = Time{0};
    say_always(step, planned.symptom == Symptom::cramp ? step.plan.cramp_stopped : planned.advice, {});
    return;
  }
  halt(step, EndReason::stopped_by_symptom);
  if (planned.emergency()) return raise_alarm(step, symptom, side);
  // What is said last must not replace what is most urgent.
  int& gravest = step.state.talk.gravest;
  if (gravest < 0 || planned.urgency >= step.plan.symptoms[static_cast<std::size_t>(gravest)].urgency)
    gravest = symptom;
  step.state.talk.advice = step.plan.symptoms[static_cast<std::size_t>(gravest)].advice;
  if (planned.symptom == Symptom::something_wrong) return ask_help(step);
  lead_out(step);
}

void learn_symptom(Step& step, int place) {
  const PlannedSymptom& planned = step.plan.symptoms[static_cast<std::size_t>(place)];
  if (planned.emergency()) return hear_symptom(step, place, {});
  const int advice = planned.symptom == Symptom::cramp ? step.plan.cramp_stopped : planned.advice;
  note_symptom(step, place, {}, Response::stop, advice);
  if (step.state.alarm.raised()) {
    say_cue(step, advice, {});
    return;
  }
  step.state.end_reason = EndReason::stopped_by_symptom;
  if (std::exchange(step.state.way_out_spoken, false)) step.state.ended.reset();
  int& gravest = step.state.talk.gravest;
  if (gravest >= 0 && planned.urgency < step.plan.symptoms[static_cast<std::size_t>(gravest)].urgency) return;
  gravest = place;
  step.state.talk.advice = advice;
}

}  // namespace stretchcore
