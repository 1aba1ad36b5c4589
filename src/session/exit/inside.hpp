#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What the files of exit/ share; no other folder includes it.

inline constexpr Time help_needed_after{10'000'000'000};  ///< silence that is a yes

// leaving.cpp

/// The cue of the next step of the way out; −1 when all are said. A person who stays down hears the advice after the
/// first step, and no step of getting up; one who never got down hears no step at all.
int next_out(Step& step, bool farewell);

/// A symptom was reported with which a person is not told to get up.
bool stays_down(StepView step);

// stopping.cpp

/// Stops without words.
void halt(Step& step, EndReason reason);

/// Says the first words of the way out, which cut off any other. A person who stands and is dizzy comes down instead of
/// out.
void lead_out(Step& step);

// asking.cpp

/// Asks whether help is needed. Where nothing can be answered the words say it, and silence is the answer.
void ask_help(Step& step);

/// Asks what is felt.
void ask_what_is_felt(Step& step);

// alarm.cpp

/// Calls for help.
void raise_alarm(Step& step, int symptom, std::optional<Side> side);

/// Another report during a call changes nothing, unless it is of another emergency for which the body should be
/// elsewhere. The same one pressed again and again does not keep the call from being said to its end; after an
/// acknowledgement the same one counts as a new one.
void hear_emergency_again(Step& step, int symptom, std::optional<Side> side);

/// Says the call for help, and what the body does meanwhile.
void call_for_help(Step& step);

/// The call was acknowledged: what is said after it is heard as it is after any end.
bool attended(StepView step);

/// The cue that says what the body does while help is called; −1 if there is none.
int posture_in_alarm(StepView step);

}  // namespace stretchcore
