#include "summarise.hpp"

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/cue/render.hpp>

#include "gains.hpp"
#include "report_lists.hpp"
#include "standing.hpp"

namespace stretchcore {

Summary summarise(const SessionPlan& plan, const Person& person, const State& state) {
  const Tally& tally = state.tally;
  Summary summary;
  summary.exercise = plan.exercise.id;
  summary.screening = screening(plan, person, state);
  summary.started = state.started;
  summary.ended = state.ended.value_or(state.now);
  summary.end_reason = state.ended ? state.end_reason : std::nullopt;
  summary.coverage = {state.sight.watched, state.sight.cued_only};
  summary.repetitions.assign(tally.repetitions.begin(), tally.repetitions.end());
  summary.repetitions_total = tally.repetitions_total;
  summary.attempts.assign(tally.attempts.begin(), tally.attempts.end());
  summary.attempts_total = tally.attempts_total;
  summary.holds.assign(tally.holds.begin(), tally.holds.end());
  summary.holds_total = tally.holds_total;
  summary.offered_openings = tally.offered;
  summary.range_before = ranges(openings(state, tally.before), plan.error);
  if (tally.remeasured) summary.range_after = ranges(openings(state, tally.latest), plan.error);
  summary.measured_anew = tally.measured_anew;
  summary.gain = gain(plan, state);
  summary.gain_by_side = gain_by_side(plan, state);
  summary.asymmetry = asymmetry(plan, state);
  summary.felt = state.talk.felt;
  for (const SymptomRecord& record : state.talk.symptoms) {
    const PlannedSymptom& planned = plan.symptoms[static_cast<std::size_t>(record.symptom)];
    const std::string id = record.symptom == plan.untold ? std::string{not_told} : planned.id;
    summary.symptoms.push_back({record.time, planned.symptom, id, record.side, record.urgency});
  }
  summary.symptoms_total = state.talk.symptoms_total;
  for (const RuleRecord& record : state.rule_records) {
    const std::string& id = plan.exercise.rules[static_cast<std::size_t>(record.rule)].id;
    summary.rule_events.push_back({record.time, id, record.side, record.verdict});
  }
  summary.rule_events_total = state.rule_records_total;
  for (const CueRecord& record : state.talk.cues) {
    const Cue& cue = *plan.cues[static_cast<std::size_t>(record.cue)].cue;
    const std::string& language = plan.options.language;
    summary.cues.push_back(
        {record.time, cue.id,
         plan.rendered(record.brief ? cue.brief : cue.text, {record.side, record.count, record.parts}, language)});
  }
  summary.cues_total = state.talk.cues_total;
  summary.samples = state.diagnosis.samples;
  summary.samples_rejected = state.diagnosis.rejected;
  summary.events_dropped = state.diagnosis.events_dropped;
  return summary;
}

}  // namespace stretchcore
