#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What the files of movement/ share; no other folder includes it.

// returning.cpp

/// Counts a movement that came back, and does what follows from it.
void take_repetition(Step& step, Repetition r);

/// Notes a movement that did not count, and does what follows from it.
void take_attempt(Step& step, const Attempt& attempt);

/// A movement that began before the words of its stage had been said belongs to what came before: it is not counted,
/// and nothing is said of it.
bool begun_here(StepView step, Time start);

// remarks.cpp

/// Says what there is to say of a movement that came back. `over`: the side that went too far, if it was one.
void remark_on(Step& step, const Repetition& r, std::optional<Side> over);

// sides.cpp

/// For a movement of sides in turn: notices when the same side moved twice. What did not count may have been the other
/// one.
void watch_turn(Step& step, std::optional<Side> moved);

// tempo.cpp

/// How long to stay in the stretch; a free opening is not held.
Time hold_time(StepView step);

/// Says what a hold is at, with its side and its seconds.
void say_beat(Step& step);

/// Keeps a hold for the summary. `offered`: it was paced, not seen.
void note_hold(Step& step, Time kept, bool offered);

}  // namespace stretchcore
