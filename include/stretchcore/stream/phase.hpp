#pragma once

#include <boost/describe/enum.hpp>

namespace stretchcore {

enum class Phase {
  ready,
  setting_up,
  measuring,    ///< free
  stretching,   ///< held to a target
  remeasuring,  ///< at rest for the check-in, then free
  coming_out,
  finished,
  paused,
  stopped  ///< latched; the way out is still spoken
};
BOOST_DESCRIBE_ENUM(Phase, ready, setting_up, measuring, stretching, remeasuring, coming_out, finished, paused, stopped)

enum class EndReason {
  enough,
  felt_freer,
  offer_accepted,
  cap,
  stopped_by_symptom,
  stopped_by_rule,
  stopped_by_person,
  signal_lost,
  input_ended,
  finished_by_app,
  needs_clearance,  ///< a professional must agree first
  postponed,        ///< not today: fever, alcohol, a meal just before
  no_answer         ///< a pause that the person did not end
};
BOOST_DESCRIBE_ENUM(EndReason, enough, felt_freer, offer_accepted, cap, stopped_by_symptom, stopped_by_rule,
                    stopped_by_person, signal_lost, input_ended, finished_by_app, needs_clearance, postponed, no_answer)

}  // namespace stretchcore
