// Whether a saved state is one of this plan.

#include "belonging.hpp"

#include <stretchcore/error.hpp>

#include "phase_traits.hpp"
#include "standing.hpp"

namespace stretchcore {

void require_fitting(const SessionPlan& plan, const State& state) {
  const auto cues = static_cast<int>(plan.cues.size());
  const auto cue_exists = [&](int cue) { return cue >= -1 && cue < cues; };
  bool fits = state.rules.size() == plan.rules.size() && cue_exists(state.talk.advice) &&
              cue_exists(state.talk.voice.saying.cue) && state.talk.tracks.size() == plan.cues.size() &&
              state.sight.signals_.channels.size() == channel_count;
  for (std::size_t i = 0; fits && i < state.rules.size(); ++i) {
    fits = stretchcore::fits(plan.rules[i].condition, state.rules[i].condition);
  }
  const auto counts = [](int count) { return count >= 0 && count < 1'000'000; };
  const auto past = [&](Time time) { return time <= state.now && time >= -longest_time; };
  for (const int said : state.talk.said) fits = fits && counts(said);
  for (const Side side : both_sides) fits = fits && counts(state.aim.fall[side].openings);
  for (const CueTrack& track : state.talk.tracks.written()) {
    fits = fits && counts(track.wanted) && counts(track.said) && counts(track.in_block) && past(track.latest);
  }
  for (const ToldTime* clock : {&state.clocks.postures, &state.clocks.ticks}) {
    const auto possible = [](Time time) { return time <= longest_time && time >= -longest_time; };
    fits = fits && possible(clock->told.value_or(Time{0})) && possible(clock->doubted.value_or(Time{0})) &&
           possible(clock->doubted_from) && past(clock->at) && past(clock->doubted_at) && clock->step >= Time{0} &&
           clock->step <= longest_absence && clock->unheard >= Time{0} && clock->unheard <= away_after;
  }
  fits = fits && past(state.clocks.latest) && state.now <= longest_time;
  fits = fits && (!state.talk.correction || past(state.talk.correction->time));
  for (const auto& waiting : state.talk.voice.waiting) fits = fits && waiting.cue >= 0 && waiting.cue < cues;
  for (const auto& one : state.talk.voice.dropped) fits = fits && one.cue >= 0 && one.cue < cues;
  for (const auto& record : state.talk.cues) fits = fits && record.cue >= 0 && record.cue < cues;
  const auto symptoms = static_cast<int>(plan.symptoms.size());
  for (const auto& record : state.talk.symptoms) fits = fits && record.symptom >= 0 && record.symptom < symptoms;
  fits = fits && state.talk.gravest >= -1 && state.talk.gravest < symptoms;
  fits = fits && state.intermission.symptom >= -1 && state.intermission.symptom < symptoms;
  fits = fits && counts(state.talk.unanswered);
  fits = fits && state.alarm.symptom >= -1 && state.alarm.symptom < symptoms && counts(state.alarm.times_said) &&
         past(state.alarm.said_at);
  for (const auto& record : state.rule_records) {
    fits = fits && record.rule >= 0 && record.rule < static_cast<int>(plan.exercise.rules.size());
  }
  const auto complete = [](const auto& list, int total) { return total >= static_cast<int>(list.size()); };
  fits = fits && complete(state.tally.repetitions, state.tally.repetitions_total) &&
         complete(state.tally.attempts, state.tally.attempts_total) &&
         complete(state.tally.holds, state.tally.holds_total) && state.diagnosis.events_dropped >= 0 &&
         complete(state.rule_records, state.rule_records_total) &&
         complete(state.talk.symptoms, state.talk.symptoms_total) && complete(state.talk.cues, state.talk.cues_total);
  const Phase at = state.course.phase == Phase::paused ? state.intermission.phase : state.course.phase;
  const bool needs_side = plan.sided() && traits(at).moving;
  fits = fits && (!needs_side || state.course.active_side);
  const auto in_session = [&](Time time) { return past(time) && time >= state.started; };
  fits = fits && (!state.intermission.away || in_session(*state.intermission.away));
  fits = fits && state.tally.away >= Time{0} && state.tally.away <= state.now - state.started;
  fits = fits && stretchcore::fits(plan, state.health);
  if (!fits) throw InvalidModel("state", "was saved by a session with another exercise, person or options");
}

}  // namespace stretchcore
