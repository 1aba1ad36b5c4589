#pragma once

// What is true of every stop by a symptom.

#include "catch.hpp"
#include "session/inside.hpp"
#include "session/people.hpp"

namespace stretchcore {
inline namespace session_tests {

inline std::vector<Event> report(Session& session, const SymptomReport& symptom) {
  const auto events = session.report(symptom);
  return {events.begin(), events.end()};
}

/// How many steps of a way out have been done: those up to the longest rest when their words were said, those after it,
/// which lead up, as they begin.
inline int steps_done(const Session& session, Moment moment) {
  const State& state = inside(session);
  const int begun = state.talk.said[static_cast<std::size_t>(moment)];
  int count = 0, rest = 0;
  Time longest{0};
  for (const Cue& cue : session.exercise().cues) {
    if (cue.moment != moment) continue;
    ++count;
    if (cue.then_wait > longest) rest = count;
    longest = std::max(longest, cue.then_wait);
  }
  const VoiceState& voice = state.talk.voice;
  const bool being_said =
      voice.saying.cue >= 0 && state.now < voice.until && cue_at(session, voice.saying.cue).moment == moment;
  return begun > rest ? begun : begun - (being_said ? 1 : 0);
}

/// What the person hears first: the call, whether help is needed, or the first step out of where they are.
inline Moment first_words(const Session& session, const SymptomReport& symptom) {
  const Urgency urgency =
      heard_symptoms(session.exercise().stop_symptoms)[static_cast<std::size_t>(symptom.symptom)].urgency.value_or(
          Urgency::rest);
  if (symptom.symptom == Symptom::something_wrong) return Moment::ask_help;
  if (urgency == Urgency::emergency) return Moment::call;
  const State& state = inside(session);
  const Phase phase = session.phase() == Phase::paused ? state.intermission.phase : session.phase();
  const auto steps = [&](Moment moment) { return state.talk.said[static_cast<std::size_t>(moment)]; };
  bool in_stretch = phase != Phase::ready && !session.over();
  if (phase == Phase::setting_up && state.course.stage == Stage::settling) in_stretch = false;
  // The first step leads out of the stretch; those after it lead through other positions.
  if (phase == Phase::coming_out && steps_done(session, Moment::come_out) > 1) in_stretch = false;
  if (phase == Phase::stopped && (steps_done(session, Moment::stop) > 1 || steps(Moment::stop) == 0))
    in_stretch = false;
  return in_stretch ? Moment::stop : Moment::posture;
}

/// Everything that must be true in the very call of the report.
inline void stops(Session& session, const SymptomReport& symptom) {
  const Time reported = symptom.time.value_or(session.state().now());
  const Time now = inside(session).clocked ? std::max(session.state().now(), reported) : reported;
  const Moment first = first_words(session, symptom);
  const std::vector<Event> events = report(session, symptom);
  REQUIRE(session.phase() == Phase::stopped);
  REQUIRE_FALSE(session.over());
  REQUIRE_FALSE(session.target());
  REQUIRE((inside(session).talk.question.has_value() == (first == Moment::ask_help)));
  REQUIRE(all<Emergency>(events).size() == (first == Moment::call ? 1 : 0));
  const auto heard = all<SymptomHeard>(events);
  REQUIRE(heard.size() == 1);
  REQUIRE(heard.front().symptom == symptom.symptom);
  REQUIRE(heard.front().side == symptom.side);
  REQUIRE(heard.front().time == now);
  const auto cues = all<CueGiven>(events);
  REQUIRE(cues.size() == 1);
  REQUIRE(cues.front().moment == first);
  REQUIRE(cues.front().interrupts);
  REQUIRE(cues.front().priority == Priority::emergency);
}

/// Time alone brings the way out to its end.
inline void leads_out(Session& session) {
  std::vector<Event> events;
  for (int i = 0; i < 200 && !session.over(); ++i) {
    for (const Event& event : session.tick(session.state().now() + seconds(0.5))) events.push_back(event);
  }
  REQUIRE(session.over());
  REQUIRE(session.phase() == Phase::stopped);
  const bool calls = inside(session).alarm.raised();
  const bool stays = count_of(events, Moment::stay) > 0;
  if (calls) {  // the call, and where to put the body: nothing else is said
    for (const CueGiven& cue : all<CueGiven>(events)) {
      REQUIRE((cue.moment == Moment::call || cue.moment == Moment::posture));
    }
    REQUIRE(count_of(events, Moment::posture) == 1);
  } else if (inside(session).leaving.steps) {
    REQUIRE(count_of(events, stays ? Moment::stay : Moment::stop) >= (stays ? 2 : 3));
    REQUIRE(count_of(events, stays ? Moment::stop : Moment::stay) == 0);
  } else {  // who is not in the stretch hears no way out of it
    REQUIRE(count_of(events, Moment::stop) + count_of(events, Moment::stay) == 0);
  }
  REQUIRE(count_of(events, Moment::advice) == (calls ? 0 : 1));
  REQUIRE(session.summary().end_reason == EndReason::stopped_by_symptom);
  REQUIRE(all<SessionEnded>(events).size() == 1);
}

}  // namespace session_tests
}  // namespace stretchcore
