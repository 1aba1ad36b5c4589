#pragma once

// What tests see of a session that nobody else does.

#include <stretchcore/session/session.hpp>

#include "session/plan.hpp"

namespace stretchcore {

struct SessionInside {
  static const SessionPlan& plan(const Session& session) { return *session.plan_; }
};

inline namespace session_tests {

/// The cue at a place in the plan: states name cues by it, events by their number.
inline const Cue& cue_at(const Session& session, int place) {
  return SessionInside::plan(session).cues[static_cast<std::size_t>(place)].cue;
}

}  // namespace session_tests
}  // namespace stretchcore
