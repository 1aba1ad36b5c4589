#pragma once

#include "session/step.hpp"

namespace stretchcore {

// Pauses, and the way back from them.

// pausing.cpp

/// Pauses when what is watched has been lost for too long.
void check_pause(Step& step);

/// Pauses, with the words of the cause or with these.
void pause(Step& step, PauseCause cause, std::optional<Moment> own = {});

/// From here on only the person ends the pause.
void pause_for_person(Step& step);

// resuming.cpp

/// Ends a pause for a signal or a rule when its cause is over, and offers to go on by feel when the signal stays away.
void check_resume(Step& step);

// going_back.cpp

/// Goes back to the phase that was paused.
void resume(Step& step);

// going_on.cpp

/// Goes on after a pause of the person; after one in which they may have got up, everything is set up anew.
void go_on_after_pause(Step& step);

// resting.cpp

/// Keeps the rhythm of a rest. A lost signal has a question of its own, and an end; a person who is away is not asked.
void check_rest(Step& step);

/// Takes the answer to whether the person wants to go on.
void after_rest(Step& step, Choice choice);

// too_much.cpp

/// Asks for less than what was too much, whatever the ramp; where there is no less, the person rests.
void ease_after_too_much(Step& step);

// gaps.cpp

/// Pauses with words, before anything that comes is judged.
void lose_sight(Step& step);

/// Nothing watched the person since then, so they may have got up. With a sensor the session is set up anew, and
/// nothing is compared over the gap; by feel it goes on in place.
void come_back(Step& step, Time since);

}  // namespace stretchcore
