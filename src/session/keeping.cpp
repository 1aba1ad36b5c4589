// What stays when a list of a session is full.

#include "keeping.hpp"

namespace stretchcore {
namespace {

constexpr int of_little_weight = 0;
constexpr int of_some_weight = 1;
constexpr int of_weight = 2;
constexpr int of_most_weight = 3;

struct EventGravity {
  int operator()(const Guide&) const { return of_little_weight; }
  int operator()(const SampleRejected&) const { return of_little_weight; }
  int operator()(const CueDropped&) const { return of_little_weight; }
  int operator()(const AttemptRejected&) const { return of_little_weight; }
  int operator()(const RepetitionCompleted&) const { return of_some_weight; }
  int operator()(const TargetChanged&) const { return of_some_weight; }
  int operator()(const RuleWidened&) const { return of_some_weight; }
  int operator()(const SignalRestored&) const { return of_some_weight; }
  int operator()(const SignalLost&) const { return of_weight; }
  int operator()(const CueGiven& cue) const {
    if (cue.priority == Priority::emergency) return of_most_weight;
    return cue.priority >= Priority::safety ? of_weight : of_some_weight;
  }
  int operator()(const RuleChanged& change) const {
    const bool interrupts = change.response >= Response::pause;
    return change.verdict == RuleVerdict::violated && interrupts ? of_weight : of_some_weight;
  }
  // Phases, symptoms, questions, refusals and the end; and whatever is not named above.
  template <class Other>
  int operator()(const Other&) const {
    return of_most_weight;
  }
};

/// Moves the places of a range down when an earlier entry of the list goes.
void follow(int& place, int given_up) { place -= place > given_up ? 1 : 0; }

}  // namespace

int gravity_of(const Event& event) { return std::visit(EventGravity{}, event); }

int gravity_of(const SymptomRecord& record, const SessionPlan& plan) {
  const PlannedSymptom& symptom = plan.symptoms[static_cast<std::size_t>(record.symptom)];
  return 2 * static_cast<int>(record.urgency) + (symptom.response == Response::stop ? 1 : 0);
}

int gravity_of(const RuleRecord& record, const SessionPlan& plan) {
  if (record.verdict != RuleVerdict::violated) return 0;
  return 1 + static_cast<int>(plan.exercise.rules[static_cast<std::size_t>(record.rule)].response);
}

int gravity_of(const CueRecord& record, const SessionPlan& plan) {
  return static_cast<int>(plan.cues[static_cast<std::size_t>(record.cue)].priority);
}

void keep_repetition(Tally& tally, const Repetition& repetition) {
  const auto measured = [&](const Repetition& r) {
    const auto place = static_cast<int>(&r - tally.repetitions.data());
    const auto in = [&](const Openings& range) { return place >= range.from && place < range.to; };
    return in(tally.before) || in(tally.latest) || in(tally.determined.left) || in(tally.determined.right);
  };
  const auto gravity = [&](const Repetition& r) {
    if (measured(r) || !r.held) return of_weight;  // a free opening is one of a measuring that goes on, or of practice
    return r.over_target ? of_some_weight : of_little_weight;
  };
  const auto given_up = keep(tally.repetitions, tally.repetitions_total, repetition, gravity);
  if (!given_up) return;
  const auto place = static_cast<int>(*given_up);
  for (Openings* range : {&tally.before, &tally.latest, &tally.determined.left, &tally.determined.right}) {
    follow(range->from, place);
    follow(range->to, place);
  }
  follow(tally.measuring_from, place);
}

}  // namespace stretchcore
