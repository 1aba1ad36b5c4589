#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What the legs do: movements, holds, the tempo, and whose turn it is.

// following.cpp

/// Detects movements in what is seen now, and takes what was completed.
void follow_movement(Step& step);

/// Ends the movement under way because the session is closed: it counts if it was coming back.
void end_movement(Step& step);

/// Breaks off the movement under way because of a pause: it does not count, only its home is noted.
void break_off_movement(Step& step);

// sides.cpp

/// The side that works alone or first; nothing where both move together.
std::optional<Side> working_side(StepView step);

/// For a movement of one side: notices when the other side is away from home while the one whose turn it is lies still.
void watch_side(Step& step);

// tempo.cpp

/// Gives the tempo for so many openings; true when they have been offered. They are never counted as done.
bool pace(Step& step, int wanted, bool aloud);

// holding.cpp

/// Follows a held stretch that is seen: the time near the target is what counts, wherever else it was spent.
void keep_hold(Step& step);

// room.cpp

/// The caps leave room for a turn of each side: a side that could not have its turn is a reason not to begin with the
/// other. Of holds, one each is enough.
bool room_for_both_sides(StepView step);

/// How many holds this turn has: the first side holds only as often as the caps leave room for on the other side, and
/// the other side as often as the first.
int holds_of_turn(StepView step);

}  // namespace stretchcore
