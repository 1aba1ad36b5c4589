#pragma once

// Everything a program needs that guides a person: start reading at session/session.hpp. What passes in and out is in
// stream/input.hpp and stream/event.hpp, what an exercise holds in model/exercise.hpp.
//
// Left out, because not everybody wants them:
//   exchange/      recordings from files; link stretchcore::exchange
//   record/        what is kept: checked files of sessions, summaries, exercises; link stretchcore::archive,
//                  for record/history.hpp stretchcore::history
//   simulation/    a person to guide when nobody is there; link stretchcore::simulation
// and the steps a session is made of, for who builds something else from them:
//   motion/               signals, neutral, peaks, repetitions
//   balance/home.hpp      where openings begin, and whether that has moved
//   balance/target.hpp    how far to go, and what keeps it there
//   balance/fall.hpp      whether she suddenly goes less far
//   cue/                  who speaks, and with which words
//   detail/               what these are made of

#include <stretchcore/balance/across.hpp>
#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/indices.hpp>
#include <stretchcore/cue/captions.hpp>
#include <stretchcore/cue/phrases.hpp>
#include <stretchcore/cue/signal.hpp>
#include <stretchcore/cue/ssml.hpp>
#include <stretchcore/detail/arithmetic.hpp>
#include <stretchcore/document/catalog.hpp>
#include <stretchcore/document/json.hpp>
#include <stretchcore/document/json_schema.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/fwd.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/phrase_pack.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/motion/filters.hpp>
#include <stretchcore/motion/flexion_axis.hpp>
#include <stretchcore/motion/imu_tracker.hpp>
#include <stretchcore/motion/inclinometer.hpp>
#include <stretchcore/motion/landmark_recording.hpp>
#include <stretchcore/motion/pose_tracker.hpp>
#include <stretchcore/motion/signal_health.hpp>
#include <stretchcore/quantity/estimate.hpp>
#include <stretchcore/routine/fit.hpp>
#include <stretchcore/routine/order.hpp>
#include <stretchcore/safety/condition.hpp>
#include <stretchcore/safety/explain.hpp>
#include <stretchcore/safety/health_conditions.hpp>
#include <stretchcore/safety/monitor.hpp>
#include <stretchcore/safety/screening.hpp>
#include <stretchcore/safety/widen.hpp>
#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/check.hpp>
#include <stretchcore/session/phrase_list.hpp>
#include <stretchcore/session/script.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/session/summary.hpp>
#include <stretchcore/session/view.hpp>
#include <stretchcore/stream/analytics.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/input.hpp>
#include <stretchcore/stream/recording.hpp>
#include <stretchcore/version.hpp>
