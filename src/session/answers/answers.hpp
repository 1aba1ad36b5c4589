#pragma once

#include "session/step.hpp"

namespace stretchcore {

// Questions that were answered, or were not, and what the person feels. The words of a choice are those of the feeling
// it stands for, so an answer and a report come to the same.

// taking.cpp

/// An answer to the open question, or a late one to an earlier question.
void take_answer(Step& step, const Answer& answer);

/// Answers the question whether there is to be more, if it is open; else false.
bool answer_more(Step& step);

// felt.cpp

/// How it feels after a block.
void take_feeling(Step& step, const FeltChange& felt);

/// How strongly it stretches.
void take_feeling(Step& step, const FeltStretch& felt);

/// Which side feels tighter.
void take_feeling(Step& step, const FeltSide& felt);

// feelings.cpp

/// A number for a pain.
void take_rating(Step& step, const PainRating& rating);

// silence.cpp

/// Closes a question whose time to answer is over.
void check_question(Step& step);

}  // namespace stretchcore
