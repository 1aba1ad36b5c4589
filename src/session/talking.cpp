// Words: which, when, and what is not said.

#include <algorithm>

#include <stretchcore/cue/render.hpp>

#include "engine.hpp"

namespace stretchcore {
namespace {

std::size_t slot(Moment moment) { return static_cast<std::size_t>(moment); }

bool fits(const PlannedCue& cue, Sensing following, bool own, std::optional<Side> side) {
  if (cue.own != own || (cue.names_side && !side)) return false;
  // Until it is known whether she is seen, nothing is said that claims it.
  const Sensing as = following == Sensing::any ? Sensing::unseen : following;
  return cue.cue.sensing == Sensing::any || cue.cue.sensing == as;
}

/// The exercise's own words for a moment replace the standard ones, as far as they fit.
bool has_own(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side) {
  for (const int i : plan.by_moment[slot(moment)]) {
    if (fits(plan.cues[static_cast<std::size_t>(i)], following, true, side)) return true;
  }
  return false;
}

}  // namespace

int count_cues(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side) {
  const bool own = has_own(plan, moment, following, side);
  int count = 0;
  for (const int i : plan.by_moment[slot(moment)]) {
    if (fits(plan.cues[static_cast<std::size_t>(i)], following, own, side)) ++count;
  }
  return count;
}

int pick_cue(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side, int said) {
  const bool own = has_own(plan, moment, following, side);
  int chosen = -1;
  int nth = 0;
  for (const int i : plan.by_moment[slot(moment)]) {
    if (!fits(plan.cues[static_cast<std::size_t>(i)], following, own, side)) continue;
    if (nth++ <= said) chosen = i;
  }
  return chosen;
}

int Engine::pick(Moment moment, std::optional<Side> side) const {
  return pick_cue(plan_, moment, s_.sight.following, side, s_.talk.said[slot(moment)]);
}

int Engine::count_of(Moment moment) const { return count_cues(plan_, moment, s_.sight.following, {}); }

void Engine::say_cue(int cue, std::optional<Side> side, int count, ChannelSet parts) {
  if (cue < 0) return;
  const PlannedCue& planned = plan_.cues[static_cast<std::size_t>(cue)];
  ++s_.talk.said[slot(planned.cue.moment)];
  want(s_.talk.voice, {cue, planned.priority, spoken_length(planned.words, {side, count, parts}, planned.language),
                       planned.cue.then_wait, s_.now + planned.patience, side, count, parts});
}

void Engine::say(Moment moment, std::optional<Side> side, int count, ChannelSet parts) {
  say_cue(pick(moment, side), side, count, parts);
}

void Engine::say_now(Moment moment) { say_cue_now(pick(moment, {}), true); }

void Engine::say_cue_now(int cue, bool interrupts) {
  if (cue < 0) return;
  const PlannedCue& planned = plan_.cues[static_cast<std::size_t>(cue)];
  ++s_.talk.said[slot(planned.cue.moment)];
  const WaitingCue words{cue, planned.priority, spoken_length(planned.words), planned.cue.then_wait, s_.now, {}, 0, {}};
  interrupt(s_.talk.voice, words, s_.now, interrupts);
  given(words, interrupts);
}

void Engine::given(const WaitingCue& cue, bool interrupts) {
  const Moment moment = plan_.cues[static_cast<std::size_t>(cue.cue)].cue.moment;
  emit(CueGiven{{}, cue.cue, moment, cue.priority, cue.side, cue.count, cue.parts, interrupts});
  if (moment == Moment::over_target) ++s_.course.over_target_told;
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) s_.rules[i].corrected += plan_.rules[i].cue == cue.cue ? 1 : 0;
  if (s_.talk.cues.size() < s_.talk.cues.capacity()) {
    s_.talk.cues.push_back({s_.now, cue.cue, cue.side, cue.count, cue.parts});
  }
}

/// Says the cues of a moment one after the other; true when all are said and it is silent again.
bool Engine::recite(Moment moment) {
  if (!silent()) return false;
  if (s_.talk.said[slot(moment)] >= count_of(moment)) return true;
  say(moment);
  return false;
}

void Engine::speak_up() {
  while (const auto cue = speak(s_.talk.voice, s_.now)) given(*cue, false);
  tell_unsaid();
}

void Engine::tell_unsaid() {
  for (const UnsaidCue& one : s_.talk.voice.unsaid) {
    emit(CueDropped{{}, one.cue, plan_.cues[static_cast<std::size_t>(one.cue)].cue.moment, one.reason});
  }
  s_.talk.voice.unsaid.clear();
}

void Engine::take(const CueSpoken& spoken) {
  arrive(spoken.time);
  correct(s_.talk.voice, spoken.cue, spoken.speech, s_.now);
  go_on();
}

}  // namespace stretchcore
