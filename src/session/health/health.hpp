#pragma once

#include "session/step.hpp"

namespace stretchcore {

// Questions about health, before getting down.

// consulting.cpp

/// One step of the questions about health; true when the person may get down. What is not answered stays unknown, and
/// the person has heard what to ask about.
bool ask_about_health(Step& step);

// answering.cpp

/// Takes an answer to `health` or `which`. One that names no condition of the question answers nothing.
void take_health_answer(Step& step, const Answer& answer);

/// A yes that comes after its question was closed, or corrects a no, counts as if it had come in time. A late no
/// changes nothing: it would make less of what was answered.
void hear_health_late(Step& step, const Answer& answer);

/// Goes on where a question about health was not answered.
void pass_over_health_question(Step& step, QuestionKind kind);

/// Ends a session that this person may not do, from wherever they are.
void send_away(Step& step, ScreeningVerdict verdict);

/// Ends a session that has not begun: the person is still up, so there is no way out to say.
void turn_away(Step& step, ScreeningVerdict verdict);

}  // namespace stretchcore
