#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What the files of answers/ share; no other folder includes it.

// answering.cpp

/// Takes the answer to the open question.
void answer_question(Step& step, Choice choice);

// feelings.cpp

/// Takes whether it feels freer, the same or tighter.
void feel(Step& step, Feeling feeling);

/// Takes how strongly it stretches.
void feel(Step& step, Stretch stretch);

/// Takes which side feels tighter.
void feel(Step& step, FirstSide side);

// worry.cpp

/// Asks whether the person is all right when too many questions stay unanswered; true if so. After a way down one
/// question is enough, because people fall there.
bool ask_if_all_right(Step& step, QuestionKind kind);

/// Tells the app that the person does not answer. A person who rests is led out of the position; otherwise the session
/// keeps time, and ends by itself.
void tell_no_answer(Step& step);

}  // namespace stretchcore
