#pragma once

#include "session/step.hpp"

namespace stretchcore {

// How far to go: home, range, target, and less of it.

// target.cpp

/// Works out the target of each side. Within a block its basis is frozen: only the ramp, a wish for less and a home
/// that sank change it.
void set_target(Step& step);

/// There is no target from here on.
void drop_target(Step& step);

/// There is a target.
bool aimed(StepView step);

// home.cpp

/// Chooses, for each side, the measuring that shows how far it goes: the latest, unless that shows nothing, or shows
/// more by too few openings.
void determine(Step& step);

/// Notes where a movement began and how far it went.
void note_home(Step& step, const Bilateral<std::optional<Angle>>& home, const Bilateral<std::optional<Angle>>& peak);

/// Notes how far home has sunk since the openings of the target were measured: otherwise a drift of the sensor, or of
/// the body, would lead beyond the range. A home that rose lifts nothing, because legs may rest further open. Small
/// shifts are noise. `at_rest`: home is where the legs are now.
void watch_shift(Step& step, bool at_rest);

/// After a movement that does not count. It may have looked too low, or as if it went the wrong way, because the sensor
/// has fallen, and then a target that stays leads further than what was measured: until the next block it is as much
/// lower as the movement began.
void mind_fall(Step& step, const Attempt& attempt);

/// The angle at this share of the way from home to the target.
Angle on_the_way(StepView step, Side side, double share);

// floors.cpp

/// A person who makes three free openings in a row that are too small to count, but alike and beyond the noise of the
/// source, opens like that: from here on such openings count. True where the measuring begins anew with that.
bool lower_floors(Step& step);

// less.cpp

/// The person is asked for less from here on. False if the session is over or on its way out.
bool ask_for_less(Step& step);

/// Asks for less, and says so.
void ease(Step& step);

/// Sets a ceiling below the opening that was too much: the one under way, once it is half the way to the target, else
/// the one before. Of two sides the one that went less far counts, if it was moved at all.
void cap_at_latest(Step& step);

/// Every smaller target would be too small to be an opening.
bool at_the_smallest(StepView step);

// falling.cpp

/// Asks a person who suddenly goes less far than before for less, at once; true if so. `moved`: nothing for both sides.
bool watch_fall(Step& step, Time began, std::optional<Side> moved, const Bilateral<std::optional<Angle>>& reach);

// pursuit.cpp

/// Follows the legs to the target: notes when they went too far, and gives the tone that comes before the turn.
void pursue(Step& step);

}  // namespace stretchcore
