#pragma once

#include "session/step.hpp"

namespace stretchcore {

// The course of a session: set-up, measuring, blocks, check-in.

// course.cpp

/// Moves on by every step that is over, leads the way out when a cap is reached, and says what is to be said.
void go_on_with_course(Step& step);

// by_feel.cpp

/// From here on the person is the judge, and the session keeps time.
void go_by_feel(Step& step);

// block.cpp

/// Ends the block and begins the check-in.
void end_block(Step& step);

// telling.cpp

/// Says again what a pause cut off; where the session goes on in the middle, it names the side.
void take_up(Step& step);

// after_block.cpp

/// What the person feels decides whether it is measured again, and whether the session goes on.
void decide_after_change(Step& step);

/// Offers another block, or leads the way out where there can be none.
void offer(Step& step);

/// Measurement may offer to end; only the person accepts. Unanswered, the session goes on while they move, within the
/// cap.
void decide_after_offer(Step& step, std::optional<Choice> choice);

// whether_over.cpp

/// Why the session is over after a break; nothing if it goes on. A person who has said how it feels is not led into
/// another block unasked. After the last block there is no other, and what was before the break is compared with
/// nothing that comes after it.
std::optional<EndReason> over_after_break(StepView step);

}  // namespace stretchcore
