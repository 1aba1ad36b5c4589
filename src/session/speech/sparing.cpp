// What is not said.

#include <cmath>

#include "session/cue_choice.hpp"
#include "session/framed.hpp"
#include "session/speech/inside.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

/// How often the words of a moment were wanted, or said in this block. All rules have the same moment, so the words of
/// a rule count alone.
int sum_over_moment(StepView step, int CueTrack::*count, int cue) {
  const Moment moment = step.plan.cues[static_cast<std::size_t>(cue)].cue->moment;
  if (moment == Moment::rule) return step.state.talk.tracks[static_cast<std::size_t>(cue)].*count;
  int all = 0;
  for (const int i : step.plan.by_moment[slot_of(moment)])
    all += step.state.talk.tracks[static_cast<std::size_t>(i)].*count;
  return all;
}

/// Of words that the person has heard often, the share of times that they are still said: eighty of a hundred in the
/// second session, 64 in the third, never less than thirty: what is learned with words is lost where they end at once.
double said_share(StepView step) {
  constexpr double each_time = 0.8;
  constexpr double least = 0.3;
  double share = 1.0;
  for (int session = 0; session < sessions_before(step.plan, step.state) && share > least; ++session)
    share *= each_time;
  return std::max(share, least);
}

}  // namespace

bool said_within(StepView step, int cue, Time time) {
  const CueTrack& track = step.state.talk.tracks[static_cast<std::size_t>(cue)];
  return track.said > 0 && step.state.now - track.latest < time;
}

std::optional<DropReason> reason_to_spare(Step& step, int cue) {
  const PlannedCue& planned = step.plan.cues[static_cast<std::size_t>(cue)];
  CueTrack& track = step.state.talk.tracks.at(static_cast<std::size_t>(cue));
  const int said = planned.cue->at_most ? track.in_block : sum_over_moment(step, &CueTrack::in_block, cue);
  if (said_within(step, cue, planned.cooldown) || said >= planned.at_most) return DropReason::enough;
  if (!planned.fades) return std::nullopt;
  ++track.wanted;
  const int wanted = sum_over_moment(step, &CueTrack::wanted, cue);
  const double share = said_share(step);
  const bool due = std::ceil(wanted * share) > std::ceil((wanted - 1) * share);
  return due ? std::nullopt : std::optional{DropReason::known};
}

}  // namespace stretchcore
