// The session's time: what postures, ticks and reports tell, and what follows when a clock jumps.

#include <algorithm>
#include <initializer_list>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time agrees_within{1'000'000'000};  // two clocks that both go on

bool possible(Time time) { return time <= longest_time && time >= -longest_time; }

/// What a clock tells in the session's time. A century is the end of both.
Time in_session(const ToldTime& clock, Time told) {
  const Time since = std::clamp(told - *clock.told, -longest_time, longest_time);
  return std::clamp(clock.at + since, -longest_time, longest_time);
}

bool running(const ToldTime& clock) { return clock.told && !clock.doubted && clock.unheard <= longest_unwatched; }

/// The next time of a clock, as it has told them lately: a slow one leaps at every step.
bool in_its_step(const ToldTime& clock, Time step) { return step <= std::max(longest_unwatched, clock.step * 2); }

/// The other clock has told so much since this one was heard. What it tells of earlier comes all at once, maybe.
void note_silence(ToldTime& clock, Time step, bool late) {
  constexpr int at_once = 5;
  const Time passed = std::clamp(step, Time{0}, longest_unwatched) / (late ? at_once : 1);
  clock.unheard = std::min(clock.unheard + passed, away_after);
}

}  // namespace

/// What was reported before any time was known happened now.
void Engine::set_clock(Time time) {
  const Time ahead = time - s_.now;
  s_.clocked = true;
  s_.clocks.latest = time;
  s_.now += ahead;
  s_.started += ahead;
  if (s_.ended) *s_.ended += ahead;
  if (s_.intermission.away) *s_.intermission.away += ahead;
  if (s_.talk.question) s_.talk.question->answer_by += ahead;
  if (s_.leaving.help_by) *s_.leaving.help_by += ahead;
  for (Time* since :
       {&s_.course.phase_since, &s_.course.stage_since, &s_.course.progress_at, &s_.course.told, &s_.intermission.since,
        &s_.talk.alive, &s_.talk.voice.since, &s_.talk.voice.until, &s_.alarm.said_at}) {
    *since += ahead;
  }
  for (WaitingCue& cue : s_.talk.voice.waiting) cue.expires += ahead;
  for (CueRecord& cue : s_.talk.cues) cue.time += ahead;
  for (CueTrack& track : s_.talk.tracks) track.latest += ahead;
  for (SymptomRecord& symptom : s_.talk.symptoms) symptom.time += ahead;
}

/// A report moves the time by no more than a second beyond what postures and ticks have told: one with another clock's
/// time, an earlier, a missing or an impossible one happened now.
void Engine::arrive(std::optional<Time> time) {
  if (!time || !possible(*time)) return;
  const ToldTimes& clocks = s_.clocks;
  const Time latest_at = clocks.latest + report_ahead;
  if (!clocks.postures.told && !clocks.ticks.told) {
    if (!s_.clocked) {
      set_clock(*time);
    } else if (*time <= latest_at) {
      s_.now = std::max(s_.now, *time);
    }
    return;
  }
  Time off = longest_time;
  const Time before = s_.now;
  for (const ToldTime* clock : {&clocks.postures, &clocks.ticks}) {
    if (!clock->told) continue;
    const Time at = in_session(*clock, *time);
    off = std::min(off, at > before ? at - before : before - at);
    if (at <= latest_at) s_.now = std::max(s_.now, at);
  }
  s_.diagnosis.reports_off = off;
}

/// An app ends a session when it likes, though not by another clock.
void Engine::end_at(Time told) {
  arrive(told);
  if (!possible(told)) return;
  for (const ToldTime* clock : {&s_.clocks.postures, &s_.clocks.ticks}) {
    if (!clock->told) continue;
    const Time at = in_session(*clock, told);
    if (at - s_.now <= longest_absence) s_.now = std::max(s_.now, at);
  }
}

/// When an input came, in the session's time; nothing while its clock is doubted. Time passes with it.
std::optional<Time> Engine::hear(Clock which, Time told) {
  ToldTimes& clocks = s_.clocks;
  const bool posture = which == Clock::postures;
  ToldTime& clock = posture ? clocks.postures : clocks.ticks;
  ToldTime& other = posture ? clocks.ticks : clocks.postures;
  if (!possible(told)) return std::nullopt;
  if (!clock.told && !other.told) {
    // Reports alone do not set the clock for good: theirs may be another.
    const bool expected = s_.clocked && told >= s_.now && told <= s_.now + away_after;
    if (s_.clocked && !expected) s_.diagnosis.reports_off = told > s_.now ? told - s_.now : s_.now - told;
    if (!expected) set_clock(told);
    believe(which, told, told);
    return s_.now;
  }
  if (!clock.told) {
    const Time at = in_session(other, told);
    const bool same = at + longest_unwatched >= s_.now && at <= s_.now + longest_absence;
    if (!same) emit(ClockAdopted{{}, which, at - s_.now, true});
    believe(which, told, same ? at : s_.now);
    return same ? at : s_.now;
  }
  const Time step = told - *clock.told;
  const Time at = in_session(clock, told);
  const bool out_of_order = step <= Time{0} && step >= -longest_gap;
  if (out_of_order) return at;
  const bool late = at + longest_unwatched < s_.now;
  const Time since = clock.doubted ? told - *clock.doubted : step;
  if (in_its_step(clock, since)) note_silence(other, since, late && step > Time{0});
  const bool known = step > Time{0} && !late;
  const bool near = at <= s_.now + longest_unwatched || in_its_step(clock, step);
  // After a gap a tick says what the time is. A posture may have a wrong time, so another one must follow.
  const bool next = clock.doubted && told > *clock.doubted;
  const bool sure = !posture || plan_.options.recorded || (next && !running(other));
  const bool gap = at <= s_.now + longest_absence && sure;
  if (known && (near || gap)) {
    believe(which, told, at);
    return at;
  }
  return doubt(which, told);
}

void Engine::believe(Clock which, Time told, Time at) {
  const bool posture = which == Clock::postures;
  ToldTime& clock = posture ? s_.clocks.postures : s_.clocks.ticks;
  ToldTime& other = posture ? s_.clocks.ticks : s_.clocks.postures;
  const Time step = clock.told ? told - *clock.told : Time{0};
  const bool slow = clock.told && step <= clock.step * 2;
  if (other.doubted && other.told) {
    // Both have leapt to the same time, so it was a gap.
    const Time same = in_session(other, *other.doubted);
    const bool agrees = same > s_.now && same <= at + agrees_within && at <= same + agrees_within;
    if (agrees) {
      other.step = std::min(*other.doubted - *other.told, longest_absence);
      other.told = other.doubted;
      other.at = same;
      other.doubted.reset();
    }
  }
  clock.told = told;
  clock.at = at;
  clock.step = std::min(step, longest_absence);
  clock.doubted.reset();
  clock.unheard = Time{0};
  pass(at, slow);
  s_.clocks.latest = std::max(s_.clocks.latest, at);
}

/// A time that does not fit. While it goes on in order the session's time goes on with it, unless the other clock tells
/// it; after two seconds of it the clock is taken over.
std::optional<Time> Engine::doubt(Clock which, Time told) {
  const bool posture = which == Clock::postures;
  ToldTime& clock = posture ? s_.clocks.postures : s_.clocks.ticks;
  ToldTime& other = posture ? s_.clocks.ticks : s_.clocks.postures;
  const bool other_runs = running(other);
  const auto begin_anew = [&] {
    clock.doubted = clock.doubted_from = told;
    clock.doubted_at = s_.now;
    clock.bridged = other_runs;
  };
  if (clock.doubted) {
    const Time step = told - *clock.doubted;
    if (step <= Time{0} && step >= -longest_gap) return std::nullopt;
    if (step <= Time{0} || !in_its_step(clock, step)) {
      begin_anew();
      return std::nullopt;
    }
  } else {
    begin_anew();
    const Time at = in_session(clock, told);
    const bool leapt = at > s_.now + longest_unwatched && at <= s_.now + longest_absence;
    if (posture && leapt && !other_runs) lose_sight();
    return std::nullopt;
  }
  clock.doubted = told;
  clock.bridged = clock.bridged && other_runs;
  const Time at = std::min(clock.doubted_at + std::min(told - clock.doubted_from, longest_time), longest_time);
  const bool apart = at > s_.now + agrees_within || at + agrees_within < s_.now;
  if (other_runs && apart) {  // old times in a burst are no clock
    begin_anew();
    return std::nullopt;
  }
  if (!other_runs) {
    pass(at, false);
    s_.clocks.latest = std::max(s_.clocks.latest, at);
  }
  if (at - clock.doubted_at < adopted_after || s_.now - clock.doubted_at < adopted_after) return std::nullopt;
  const Time by = in_session(clock, told) - s_.now;
  const bool bridged = clock.bridged;
  const Time since = clock.doubted_at;
  clock.told = told;
  clock.at = s_.now;
  clock.doubted.reset();
  clock.unheard = Time{0};
  emit(ClockAdopted{{}, which, by, bridged});
  if (posture) lose_sight();  // of two seconds nothing was taken
  if (!bridged) {
    other.bridged = true;  // once is enough
    come_back(since);
  }
  return s_.now;
}

}  // namespace stretchcore
