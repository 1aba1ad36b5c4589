// The session's time: what postures, ticks and reports tell, and what follows when a clock jumps.

#include <algorithm>
#include <initializer_list>

#include "session/inputs/inside.hpp"
#include "session/pause/pause.hpp"

namespace stretchcore {
namespace {

constexpr Time agrees_within{1'000'000'000};  // two clocks that both go on

bool possible(Time time) { return time <= longest_time && time >= -longest_time; }

/// A clock's time in the session's time. Both end after a century.
Time in_session(const ToldTime& clock, Time told) {
  const Time since = std::clamp(told - *clock.told, -longest_time, longest_time);
  return std::clamp(clock.at + since, -longest_time, longest_time);
}

bool running(const ToldTime& clock) { return clock.told && !clock.doubted && clock.unheard <= longest_unwatched; }

/// The step fits the steps of this clock before it: a slow clock makes large steps.
bool in_its_step(const ToldTime& clock, Time step) { return step <= std::max(longest_unwatched, clock.step * 2); }

/// Adds the other clock's step to the time in which this clock was not heard. Late times may come in a burst, so they
/// count for less.
void note_silence(ToldTime& clock, Time step, bool late) {
  constexpr int at_once = 5;
  const Time passed = std::clamp(step, Time{0}, longest_unwatched) / (late ? at_once : 1);
  clock.unheard = std::min(clock.unheard + passed, away_after);
}

/// Sets the session's time for the first time. Reports that came before have happened now.
void set_clock(Step& step, Time time) {
  const Time ahead = time - step.state.now;
  step.state.clocked = true;
  step.state.clocks.latest = time;
  step.state.now += ahead;
  step.state.started += ahead;
  if (step.state.ended) *step.state.ended += ahead;
  if (step.state.intermission.away) *step.state.intermission.away += ahead;
  if (step.state.talk.question) step.state.talk.question->answer_by += ahead;
  if (step.state.leaving.help_by) *step.state.leaving.help_by += ahead;
  for (Time* since : {&step.state.course.phase_since, &step.state.course.stage_since, &step.state.course.progress_at,
                      &step.state.course.told, &step.state.intermission.since, &step.state.talk.alive,
                      &step.state.talk.voice.since, &step.state.talk.voice.until, &step.state.alarm.said_at}) {
    *since += ahead;
  }
  for (WaitingCue& cue : step.state.talk.voice.waiting) cue.expires += ahead;
  for (CueRecord& cue : step.state.talk.cues) cue.time += ahead;
  for (CueTrack& track : step.state.talk.tracks.written()) track.latest += ahead;
  for (SymptomRecord& symptom : step.state.talk.symptoms) symptom.time += ahead;
}

void believe(Step& step, Clock which, Time told, Time at) {
  const bool posture = which == Clock::postures;
  ToldTime& clock = posture ? step.state.clocks.postures : step.state.clocks.ticks;
  ToldTime& other = posture ? step.state.clocks.ticks : step.state.clocks.postures;
  const Time stride = clock.told ? told - *clock.told : Time{0};
  const bool slow = clock.told && stride <= clock.step * 2;
  if (other.doubted && other.told) {
    // Both clocks have leapt to the same time, so it was a gap.
    const Time same = in_session(other, *other.doubted);
    const bool agrees = same > step.state.now && same <= at + agrees_within && at <= same + agrees_within;
    if (agrees) {
      other.step = std::min(*other.doubted - *other.told, longest_absence);
      other.told = other.doubted;
      other.at = same;
      other.doubted.reset();
    }
  }
  clock.told = told;
  clock.at = at;
  clock.step = std::min(stride, longest_absence);
  clock.doubted.reset();
  clock.unheard = Time{0};
  pass(step, at, slow);
  step.state.clocks.latest = std::max(step.state.clocks.latest, at);
}

/// Takes a time that does not fit. While such times come in order the session's time goes on with them, unless the
/// other clock tells it. After two seconds of them the clock is adopted as it is now.
std::optional<Time> doubt(Step& step, Clock which, Time told) {
  const bool posture = which == Clock::postures;
  ToldTime& clock = posture ? step.state.clocks.postures : step.state.clocks.ticks;
  ToldTime& other = posture ? step.state.clocks.ticks : step.state.clocks.postures;
  const bool other_runs = running(other);
  const auto begin_anew = [&] {
    clock.doubted = clock.doubted_from = told;
    clock.doubted_at = step.state.now;
    clock.bridged = other_runs;
  };
  if (clock.doubted) {
    const Time stride = told - *clock.doubted;
    if (stride <= Time{0} && stride >= -longest_gap) return std::nullopt;
    if (stride <= Time{0} || !in_its_step(clock, stride)) {
      begin_anew();
      return std::nullopt;
    }
  } else {
    begin_anew();
    const Time at = in_session(clock, told);
    const bool leapt = at > step.state.now + longest_unwatched && at <= step.state.now + longest_absence;
    if (posture && leapt && !other_runs) lose_sight(step);
    return std::nullopt;
  }
  clock.doubted = told;
  clock.bridged = clock.bridged && other_runs;
  const Time at = std::min(clock.doubted_at + std::min(told - clock.doubted_from, longest_time), longest_time);
  const bool apart = at > step.state.now + agrees_within || at + agrees_within < step.state.now;
  if (other_runs && apart) {  // a burst of old times is not a clock
    begin_anew();
    return std::nullopt;
  }
  if (!other_runs) {
    pass(step, at, false);
    step.state.clocks.latest = std::max(step.state.clocks.latest, at);
  }
  if (at - clock.doubted_at < adopted_after || step.state.now - clock.doubted_at < adopted_after) return std::nullopt;
  const Time by = in_session(clock, told) - step.state.now;
  const bool bridged = clock.bridged;
  const Time since = clock.doubted_at;
  clock.told = told;
  clock.at = step.state.now;
  clock.doubted.reset();
  clock.unheard = Time{0};
  step.emit(ClockAdopted{{}, which, by, bridged});
  if (posture) lose_sight(step);  // for two seconds no posture was taken
  if (!bridged) {
    other.bridged = true;  // the gap is not to be handled a second time
    come_back(step, since);
  }
  return step.state.now;
}

}  // namespace

void arrive(Step& step, std::optional<Time> time) {
  if (!time || !possible(*time)) return;
  const ToldTimes& clocks = step.state.clocks;
  const Time latest_at = clocks.latest + report_ahead;
  if (!clocks.postures.told && !clocks.ticks.told) {
    if (!step.state.clocked) {
      set_clock(step, *time);
    } else if (*time <= latest_at) {
      step.state.now = std::max(step.state.now, *time);
    }
    return;
  }
  Time off = longest_time;
  const Time before = step.state.now;
  for (const ToldTime* clock : {&clocks.postures, &clocks.ticks}) {
    if (!clock->told) continue;
    const Time at = in_session(*clock, *time);
    off = std::min(off, at > before ? at - before : before - at);
    if (at <= latest_at) step.state.now = std::max(step.state.now, at);
  }
  step.state.diagnosis.reports_off = off;
}

void end_at(Step& step, Time told) {
  arrive(step, told);
  if (!possible(told)) return;
  for (const ToldTime* clock : {&step.state.clocks.postures, &step.state.clocks.ticks}) {
    if (!clock->told) continue;
    const Time at = in_session(*clock, told);
    if (at - step.state.now <= longest_absence) step.state.now = std::max(step.state.now, at);
  }
}

std::optional<Time> tell_time(Step& step, Clock which, Time told) {
  ToldTimes& clocks = step.state.clocks;
  const bool posture = which == Clock::postures;
  ToldTime& clock = posture ? clocks.postures : clocks.ticks;
  ToldTime& other = posture ? clocks.ticks : clocks.postures;
  if (!possible(told)) return std::nullopt;
  if (!clock.told && !other.told) {
    // Reports alone do not set the clock for good: they may be timed by another clock.
    const bool expected = step.state.clocked && told >= step.state.now && told <= step.state.now + away_after;
    if (step.state.clocked && !expected)
      step.state.diagnosis.reports_off = told > step.state.now ? told - step.state.now : step.state.now - told;
    if (!expected) set_clock(step, told);
    believe(step, which, told, told);
    return step.state.now;
  }
  if (!clock.told) {
    const Time at = in_session(other, told);
    const bool same = at + longest_unwatched >= step.state.now && at <= step.state.now + longest_absence;
    if (!same) step.emit(ClockAdopted{{}, which, at - step.state.now, true});
    believe(step, which, told, same ? at : step.state.now);
    return same ? at : step.state.now;
  }
  const Time stride = told - *clock.told;
  const Time at = in_session(clock, told);
  const bool out_of_order = stride <= Time{0} && stride >= -longest_gap;
  if (out_of_order) return at;
  const bool late = at + longest_unwatched < step.state.now;
  const Time since = clock.doubted ? told - *clock.doubted : stride;
  if (in_its_step(clock, since)) note_silence(other, since, late && stride > Time{0});
  const bool known = stride > Time{0} && !late;
  const bool near = at <= step.state.now + longest_unwatched || in_its_step(clock, stride);
  // After a gap a tick says what the time is. A posture may have a wrong time, so another one must follow.
  const bool next = clock.doubted && told > *clock.doubted;
  const bool sure = !posture || step.plan.options.recorded || (next && !running(other));
  const bool gap = at <= step.state.now + longest_absence && sure;
  if (known && (near || gap)) {
    believe(step, which, told, at);
    return at;
  }
  return doubt(step, which, told);
}

}  // namespace stretchcore
