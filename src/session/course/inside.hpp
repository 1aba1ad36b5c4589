#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What the files of course/ share; no other folder includes it.

// course.cpp

/// Begins the next block, or the way out where the caps leave no room for it.
void begin_block(Step& step);

// setting_up.cpp

/// One step of the set-up; true if it moved on.
bool set_up(Step& step);

// checking.cpp

/// The side check asked for the left knee: if only the right one moves, the picture is mirrored. Two knees that move
/// together do not cross a threshold together, so the check waits to see how far each of them goes.
bool check_sides(Step& step);

/// Waits until the person lies still and is seen; true if it moved on.
bool wait_for_stillness(Step& step);

// briefing.cpp

/// One step of what the person hears before they move; true if it moved on.
bool brief(Step& step);

// measuring.cpp

/// Begins free openings, in `measuring` or `remeasuring`.
void begin_measuring(Step& step, Phase phase);

/// One step of free openings; true if it moved on.
bool measure(Step& step);

// block.cpp

/// Begins a block, for which there is room.
void start_block(Step& step);

/// One step of a block; true if it moved on.
bool stretch(Step& step);

// check_in.cpp

/// One step of the check-in and of the free openings after it; true if it moved on.
bool remeasure(Step& step);

// turns.cpp

/// On to the other side; false when both have had their turn.
bool change_side(Step& step);

/// The phase begins with another side than the one that worked last.
bool begins_elsewhere(StepView step);

/// Changes to a side; `then` begins when its words have been said.
void turn_to(Step& step, Side next, Stage then);

/// Says which side comes next, and gives time to change: the side is never changed without both.
void tell_turn(Step& step, Stage then);

// telling.cpp

/// `next` begins when its words have been said.
void announce(Step& step, Stage next);

/// The words for what comes next. A second measuring is told as a whole, unless each side has its own.
std::optional<Moment> instruction(StepView step);

/// Says what to do, with the side wherever one works alone or first.
void tell(Step& step, std::optional<Moment> moment);

/// Begins the stage that was announced once its words have been said. A recording hears nothing, so it does not wait.
bool begin_told(Step& step);

/// Says what to do again when nothing has been done for a while.
void tell_again(Step& step);

/// Says that it goes on by feel, and what comes next in this phase.
void tell_by_feel(Step& step, Phase phase);

// whether_over.cpp

/// Why no other block follows what the person feels; nothing if one may follow.
std::optional<EndReason> over_after_change(StepView step);

/// Why no other block fits; nothing if one does.
std::optional<EndReason> over_after_last_block(StepView step);

}  // namespace stretchcore
