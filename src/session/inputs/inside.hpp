#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What the files of inputs/ share; no other folder includes it.

// clocks.cpp

/// A report moves the session's time by at most a second beyond what postures and ticks have told. A report whose time
/// is missing, earlier, impossible or of another clock happened now.
void arrive(Step& step, std::optional<Time> time);

/// When a posture or a tick came, in the session's time; nothing while its clock is doubted. The session's time moves
/// on with it.
std::optional<Time> tell_time(Step& step, Clock which, Time told);

/// The app may end a session at any time it gives, as long as that time is of the session's own clock.
void end_at(Step& step, Time told);

// hearing.cpp

/// The person reports something at this time, which is also a sign of life.
void hear(Step& step, std::optional<Time> time);

// passing.cpp

/// Time moves on. `slow`: this clock always calls as rarely as it just did.
void pass(Step& step, Time to, bool slow);

// going_on.cpp

/// Everything that is due at the session's present time happens.
void go_on(Step& step);

// noticing.cpp

/// What changed by itself since the last call: signals that went or came, and questions whose time is over.
void notice(Step& step);

// starting.cpp

/// Begins the session, or turns the person away when their health speaks against it. A recording has happened already:
/// what speaks against it is told, and it goes on.
void start(Step& step);

}  // namespace stretchcore
