// Words: which, when, and what is not said.

#include <algorithm>
#include <cmath>

#include <stretchcore/cue/render.hpp>

#include "alarm.hpp"
#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time next_correction_after{15'000'000'000};

std::size_t slot(Moment moment) { return static_cast<std::size_t>(moment); }

bool fits(const PlannedCue& cue, Sensing following, bool own, std::optional<Side> side) {
  if (cue.own != own || (cue.names_side && !side)) return false;
  // The standard words for "the other side" name it as soon as that is possible.
  if (cue.cue.moment == Moment::wrong_side && !own && side && !cue.names_side) return false;
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

int Engine::count_of(Moment moment) const { return count_cues(plan_, moment, s_.sight.following, side_of(moment)); }

/// Getting into position may depend on the side that begins.
std::optional<Side> Engine::side_of(Moment moment) const {
  const bool begins = moment == Moment::settle && plan_.sided();
  return begins ? std::optional{plan_.only.value_or(Side::left)} : std::nullopt;
}

/// How often the words of a moment were wanted, or said in this block. Rules share a moment, and nothing else.
int Engine::sum(int CueTrack::*count, int cue) const {
  const Moment moment = plan_.cues[static_cast<std::size_t>(cue)].cue.moment;
  if (moment == Moment::rule) return s_.talk.tracks[static_cast<std::size_t>(cue)].*count;
  int all = 0;
  for (const int i : plan_.by_moment[slot(moment)]) all += s_.talk.tracks[static_cast<std::size_t>(i)].*count;
  return all;
}

bool Engine::said_within(int cue, Time time) const {
  const CueTrack& track = s_.talk.tracks[static_cast<std::size_t>(cue)];
  return track.said > 0 && s_.now - track.latest < time;
}

/// Why these words are not even wanted, though their moment has come.
std::optional<DropReason> Engine::spared(int cue) {
  const PlannedCue& planned = plan_.cues[static_cast<std::size_t>(cue)];
  CueTrack& track = s_.talk.tracks[static_cast<std::size_t>(cue)];
  const int said = planned.cue.at_most ? track.in_block : sum(&CueTrack::in_block, cue);
  if (said_within(cue, planned.cooldown) || said >= planned.at_most) return DropReason::enough;
  if (!planned.cue.fades) return std::nullopt;
  ++track.wanted;
  const int wanted = sum(&CueTrack::wanted, cue);
  const double share = plan_.said_share();
  const bool due = std::ceil(wanted * share) > std::ceil((wanted - 1) * share);
  return due ? std::nullopt : std::optional{DropReason::known};
}

WaitingCue Engine::words(int cue, const Filling& filling) const {
  const PlannedCue& planned = plan_.cues[static_cast<std::size_t>(cue)];
  const bool known = plan_.knows_it() || s_.talk.tracks[static_cast<std::size_t>(cue)].said > 0;
  const bool brief = known && !planned.brief.empty();
  const Time length = brief ? spoken_length(planned.brief, filling, planned.language)
                            : planned.spoken.value_or(spoken_length(planned.words, filling, planned.language));
  return {.cue = cue,
          .priority = planned.priority,
          .length = length,
          .then_wait = planned.cue.then_wait,
          .expires = s_.now + planned.patience,
          .side = filling.side,
          .count = filling.count,
          .parts = filling.parts,
          .brief = brief,
          .corrects = planned.corrects && moving_phase(),
          .cuts = planned.cuts,
          .again = planned.again};
}

bool Engine::say_cue(int cue, const Filling& filling) {
  const auto reason = cue < 0 ? std::nullopt : spared(cue);
  if (!reason) return say_always(cue, filling);
  ++s_.talk.said[slot(plan_.cues[static_cast<std::size_t>(cue)].cue.moment)];
  drop(s_.talk.voice, cue, *reason);
  return false;
}

bool Engine::say_always(int cue, const Filling& filling) {
  if (cue < 0) return false;
  ++s_.talk.said[slot(plan_.cues[static_cast<std::size_t>(cue)].cue.moment)];
  VoiceState& voice = s_.talk.voice;
  for (WaitingCue& same : voice.waiting) {
    // Wanted for the other side, too: unless its words name one, they are for both.
    const bool both = same.cue == cue && same.side != filling.side;
    if (both && !plan_.cues[static_cast<std::size_t>(cue)].names_side) same.side.reset();
  }
  want(voice, words(cue, filling));
  return true;
}

bool Engine::say(Moment moment, std::optional<Side> side, int count, ChannelSet parts) {
  return say_cue(pick(moment, side), {side, count, parts});
}

void Engine::say_now(Moment moment) { say_cue_now(pick(moment, {}), true); }

void Engine::say_cue_now(int cue, bool interrupts) {
  if (cue < 0) return;
  ++s_.talk.said[slot(plan_.cues[static_cast<std::size_t>(cue)].cue.moment)];
  const WaitingCue now = words(cue, {});
  interrupt(s_.talk.voice, now, s_.now, interrupts);
  given(now, interrupts);
}

void Engine::given(const WaitingCue& cue, bool interrupts) {
  const Moment moment = plan_.cues[static_cast<std::size_t>(cue.cue)].cue.moment;
  emit(CueGiven{{}, cue.cue, moment, cue.priority, cue.side, cue.count, cue.parts, cue.brief, interrupts});
  CueTrack& track = s_.talk.tracks[static_cast<std::size_t>(cue.cue)];
  ++track.said;
  ++track.in_block;
  track.latest = s_.now;
  if (moment == Moment::confirm) s_.aim.owes_confirmation = false;
  if (cue.corrects) {
    s_.talk.correction = Correction{s_.now, s_.tally.openings};
    s_.aim.owes_confirmation = s_.course.phase == Phase::stretching;
  }
  keep(s_.talk.cues, s_.talk.cues_total, {s_.now, cue.cue, cue.side, cue.count, cue.parts, cue.brief},
       [&](const CueRecord& each) { return gravity_of(each, plan_); });
}

/// One in a repetition is enough; whoever hardly moves hears the next one a little later. A hold is no repetition.
bool Engine::may_correct() const {
  const auto& last = s_.talk.correction;
  return plan_.held() || !last || last->openings != s_.tally.openings || s_.now - last->time >= next_correction_after;
}

/// Says the cues of a moment one after the other; true when all are said and it is silent again.
bool Engine::recite(Moment moment) {
  if (!silent()) return false;
  if (s_.talk.said[slot(moment)] >= count_of(moment)) return true;
  say(moment, side_of(moment));
  return false;
}

/// For words that are said again and again: after the last of them comes the first.
void Engine::say_from_the_first(Moment moment) {
  int& times = s_.talk.said[slot(moment)];
  if (times >= count_of(moment)) times = 0;
}

/// While a question is open nothing else is said, unless safety asks for it.
void Engine::speak_up() {
  while (true) {
    const Priority least = s_.talk.question ? Priority::safety : Priority::encouragement;
    const bool cut = speaking(s_.talk.voice, s_.now);
    const auto cue = speak(s_.talk.voice, s_.now, may_correct(), least);
    if (!cue) break;
    given(*cue, cut);
  }
  tell_dropped();
}

void Engine::tell_dropped() {
  for (const DroppedCue& one : s_.talk.voice.dropped) {
    emit(CueDropped{{}, one.cue, plan_.cues[static_cast<std::size_t>(one.cue)].cue.moment, one.reason});
  }
  s_.talk.voice.dropped.clear();
}

void Engine::take(const CueSpoken& spoken) {
  arrive(spoken.time);
  correct(s_.talk.voice, spoken.cue, spoken.speech, s_.now);
  // A call that nobody heard is said again soon, not only at its usual time.
  if (spoken.speech == Speech::failed && spoken.cue == plan_.call) {
    s_.alarm.said_at = std::min(s_.alarm.said_at, s_.now - call_again_after + failed_call_again_after);
  }
  go_on();
}

}  // namespace stretchcore
