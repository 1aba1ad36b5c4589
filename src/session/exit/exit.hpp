#pragma once

#include "session/step.hpp"

namespace stretchcore {

// The way out: after a stop, at the end, and when help is called.

// leaving.cpp

/// Leads the way out, from where the body is.
void come_out(Step& step, EndReason reason);

/// Ends the session.
void close(Step& step, EndReason reason);

/// One step of the way out; true if it moved on.
bool leave(Step& step);

// closing.cpp

/// Closes the session early: the words of the way out that were not yet said are listed, so that the app can show them.
/// A call for help goes on, and so does the wait for an answer to whether help is needed.
void close_books(Step& step, EndReason reason);

// whereabouts.cpp

struct Whereabouts {
  BodyPosition body = BodyPosition::changing;
  bool in_stretch = true;  ///< the exercise's own way out leads out of it
};

/// Where the body is now.
Whereabouts whereabouts(StepView step);

// stopping.cpp

/// STOP. After a good end it is asked, too, what is felt; the reason for the end stays unless something is felt.
void press_stop(Step& step);

/// Stops at once, and for good: only a new session leaves `stopped`. The way out is spoken from its first step.
void stop(Step& step, EndReason reason);

/// A report without a time comes at the latest time that is known. When the next input shows that there was no call for
/// a while, the words have only just begun, and so has the silence after them. A call for help is said again instead.
void catch_up(Step& step);

// symptoms.cpp

/// Does what a symptom asks for: advice, a rest, a stop, or a call for help.
void hear_symptom(Step& step, int symptom, std::optional<Side> side);

/// The session has stopped, and this symptom is now known to be why. The way out goes on where it was.
void learn_symptom(Step& step, int place);

// asking.cpp

/// Takes the answer to whether help is needed.
void hear_whether_help(Step& step, Choice choice);

/// Takes the answer to what is felt.
void hear_what_is_felt(Step& step, Choice choice);

/// An answer after its time counts for what it says; a late "no help" ends the calls.
void hear_late(Step& step, const Answer& answer);

// alarm.cpp

/// Says the call for help again when it is due.
void check_alarm(Step& step);

/// The voice failed to say a call, so it is said again soon, not only at its usual time.
void call_again_soon(Step& step);

}  // namespace stretchcore
