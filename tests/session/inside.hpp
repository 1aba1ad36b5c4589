#pragma once

// What tests see of a session that users do not.

#include <stretchcore/session/session.hpp>

#include "session/access.hpp"

namespace stretchcore {
inline namespace session_tests {

inline const State& inside(const Session& session) { return SessionInside::state(session); }
inline const State& inside(const SessionState& state) { return SessionInside::state(state); }

/// The cue at a place in the plan: states name cues by it, events by their number.
inline const Cue& cue_at(const Session& session, int place) {
  return *SessionInside::plan(session).cues[static_cast<std::size_t>(place)].cue;
}

}  // namespace session_tests
}  // namespace stretchcore
