// How large a state is: as large as its plan asks for.

#include "room.hpp"

namespace stretchcore {
namespace {

/// Calls `visit(list, room...)` for every list of a state, with the room that the plan asks for.
template <class AnyState, class Visit>
void each_list(const SessionPlan& plan, AnyState& state, const Visit& visit) {
  visit(state.sight.signals_.channels, channel_count, plan.used.size());
  for (std::size_t i = 0; i < plan.references.size(); ++i) visit(state.sight.neutral.samples[i], neutral_samples);
  // Where one signal counts for both it has the place of the left one.
  const RepetitionPlan& movement = plan.movement;
  const bool by_side = movement.counted_by == CountedBy::leading && movement.sides != Sides::midline;
  visit(state.movement.recent.left.samples, most_samples);
  visit(state.movement.recent.right.samples, by_side ? most_samples : std::size_t{0});
  visit(state.rules, plan.rules.size());
  visit(state.rule_records, plan.rules.empty() ? 0 : most_rule_records);
  visit(state.tally.repetitions, plan.options.recorded ? most_recorded : most_repetitions);
  visit(state.tally.attempts, most_attempts);
  visit(state.tally.holds, plan.held() ? most_holds : 0);
  visit(state.talk.tracks, plan.cues.size(), plan.cues.size());
  visit(state.talk.cues, most_cue_records);
  visit(state.health.answers, plan.codes.size());
}

}  // namespace

void make_room(const SessionPlan& plan, State& state) {
  each_list(plan, state, [](auto& list, auto... room) { list.fit_room(room...); });
}

std::size_t size_of(const SessionPlan& plan, const State& state) {
  std::size_t all = sizeof(State);
  each_list(plan, state, [&](const auto& list, auto...) { all += list.bytes(); });
  return all;
}

}  // namespace stretchcore
