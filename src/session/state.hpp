#pragma once

// What a session knows while it goes on. It is the library's own affair: users see `SessionState`.

#include <boost/describe/class.hpp>
#include <optional>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/detail/fixed_list.hpp>
#include <stretchcore/motion/repetitions.hpp>
#include <stretchcore/session/frame.hpp>
#include <stretchcore/stream/event_buffer.hpp>

#include "session/clocks.hpp"
#include "session/course_state.hpp"
#include "session/notes.hpp"
#include "session/sight_state.hpp"
#include "session/talk_state.hpp"
#include "session/terms.hpp"

namespace stretchcore {

/// Everything a session knows: saved and restored at any sample it continues identically. Its lists have the room that
/// the plan asks for.
struct State {
  Frame frame;
  bool clocked = false;  ///< a time has come in
  ToldTimes clocks;
  Time now{0};
  Time started{0};
  std::optional<EndReason> end_reason;
  std::optional<Time> ended;
  bool way_out_spoken = false;
  Course course;
  Sight sight;
  RepetitionState movement;
  detail::FixedList<RuleTrack, most_conditions> rules;
  detail::FixedList<RuleRecord, most_rule_records> rule_records;
  int rule_records_total = 0;
  Tally tally;
  Aim aim;
  Pacing pacing;
  Intermission intermission;
  Leaving leaving;
  Alarm alarm;
  Conversation talk;
  Diagnosis diagnosis;
  Consultation health;
  Terms terms;  ///< neither saved nor compared: worked out from plan and person

  bool operator==(const State& other) const;
};
BOOST_DESCRIBE_STRUCT(State, (),
                      (frame, clocked, clocks, now, started, end_reason, ended, way_out_spoken, course, sight, movement,
                       rules, rule_records, rule_records_total, tally, aim, pacing, intermission, leaving, alarm, talk,
                       diagnosis, health))

inline bool State::operator==(const State& other) const {
  bool same = true;
  detail::each_member<State>([&](std::string_view, auto member) { same = same && this->*member == other.*member; });
  return same;
}

}  // namespace stretchcore
