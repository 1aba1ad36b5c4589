#pragma once

// What is true of every stop by a symptom.

#include "catch.hpp"
#include "session/people.hpp"

namespace stretchcore {
inline namespace session_tests {

inline std::vector<Event> report(Session& session, const SymptomReport& symptom) {
  const auto events = session.report(symptom);
  return {events.begin(), events.end()};
}

/// Everything that must be true in the very call of the report.
inline void stops(Session& session, const SymptomReport& symptom) {
  const Time reported = symptom.time.value_or(session.state().now);
  const Time now = session.state().clocked ? std::max(session.state().now, reported) : reported;
  const std::vector<Event> events = report(session, symptom);
  REQUIRE(session.phase() == Phase::stopped);
  REQUIRE_FALSE(session.over());
  REQUIRE_FALSE(session.target());
  REQUIRE_FALSE(session.state().talk.question);
  const auto heard = all<SymptomHeard>(events);
  REQUIRE(heard.size() == 1);
  REQUIRE(heard.front().symptom == symptom.symptom);
  REQUIRE(heard.front().side == symptom.side);
  REQUIRE(heard.front().time == now);
  const auto cues = all<CueGiven>(events);
  REQUIRE(cues.size() == 1);
  REQUIRE(cues.front().moment == Moment::stop);
  REQUIRE(cues.front().interrupts);
  REQUIRE(cues.front().priority == Priority::emergency);
}

/// Time alone brings the way out to its end.
inline void leads_out(Session& session) {
  std::vector<Event> events;
  for (int i = 0; i < 200 && !session.over(); ++i) {
    for (const Event& event : session.tick(session.state().now + seconds(0.5))) events.push_back(event);
  }
  REQUIRE(session.over());
  REQUIRE(session.phase() == Phase::stopped);
  const bool stays = count_of(events, Moment::stay) > 0;
  REQUIRE(count_of(events, stays ? Moment::stay : Moment::stop) >= (stays ? 2 : 3));
  REQUIRE(count_of(events, stays ? Moment::stop : Moment::stay) == 0);
  REQUIRE(count_of(events, Moment::advice) == 1);
  REQUIRE(session.summary().end_reason == EndReason::stopped_by_symptom);
  REQUIRE(all<SessionEnded>(events).size() == 1);
}

}  // namespace session_tests
}  // namespace stretchcore
