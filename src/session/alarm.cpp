// Calls for help: first, whole, again until somebody has seen to them, and contradicted by nothing.

#include "alarm.hpp"

#include "engine.hpp"

namespace stretchcore {

void Engine::raise_alarm(int symptom, std::optional<Side> side) {
  Conversation& talk = s_.talk;
  s_.alarm = {.symptom = symptom, .side = side, .body = s_.leaving.body};
  s_.leaving.help_by.reset();
  s_.leaving.asks_felt = false;
  s_.end_reason = EndReason::stopped_by_symptom;
  talk.question.reset();
  talk.gravest = symptom;
  talk.advice = -1;  // lesser advice is for a screen
  for (SymptomRecord& record : talk.symptoms) {
    if (record.symptom == symptom) record.urgency = Urgency::emergency;
  }
  call_for_help();
}

/// Another report changes nothing, unless it is of another emergency for which the body should be elsewhere. The same
/// one pressed again and again does not keep the call from being said to its end; after it was acknowledged the same
/// one is a new one.
void Engine::hear_again(int symptom, std::optional<Side> side) {
  const PlannedSymptom& planned = plan_.symptoms[static_cast<std::size_t>(symptom)];
  if (!planned.emergency()) return;
  const bool graver = planned.concern == Concern::breath && concern_of_alarm() != Concern::breath;
  const bool being_said = s_.now - s_.alarm.said_at < words(plan_.call, {}).length;
  if (being_said && !graver && !s_.alarm.acknowledged) return;
  if (graver) s_.alarm.symptom = symptom;
  if (graver) s_.alarm.side = side;
  s_.alarm.acknowledged = false;
  s_.talk.gravest = s_.alarm.symptom;
  call_for_help();
}

void Engine::call_for_help() {
  Alarm& alarm = s_.alarm;
  ++alarm.times_said;
  alarm.said_at = s_.now;
  const Symptom symptom = plan_.symptoms[static_cast<std::size_t>(alarm.symptom)].symptom;
  emit(Emergency{{}, symptom, alarm.side, plan_.call, alarm.times_said, call_again_after});
  say_cue_now(plan_.call, true);
  say_always(posture_in_alarm(), {});
}

void Engine::check_alarm() {
  if (s_.leaving.help_by && s_.now >= *s_.leaving.help_by) helped(Choice::yes);
  const bool due = s_.alarm.raised() && !s_.alarm.acknowledged && s_.now - s_.alarm.said_at >= call_again_after;
  if (due) call_for_help();
}

}  // namespace stretchcore
