#pragma once

#include <stretchcore/cue/render.hpp>

#include "session/step.hpp"

namespace stretchcore {

// What is said: words, questions, and what is not said.

// choosing.cpp

/// The cue that would be said for a moment; −1 if it has no words.
int pick(StepView step, Moment moment, std::optional<Side> side);

/// How many cues a moment has.
int count_of(StepView step, Moment moment);

// speaking.cpp

/// A cue as the voice says it: whole or brief, with its length.
WaitingCue words(StepView step, int cue, const Filling& filling);

/// Says a cue when its turn comes, unless it has been said often enough; false if it is not said.
bool say_cue(Step& step, int cue, const Filling& filling);

/// Says a cue when its turn comes, however often it has been said.
bool say_always(Step& step, int cue, const Filling& filling);

/// Says the words of a moment when their turn comes.
bool say(Step& step, Moment moment, std::optional<Side> side = {}, int count = 0, ChannelSet parts = {});

/// Says the words of a moment at once, and cuts off any other.
void say_now(Step& step, Moment moment);

/// Says a cue at once. `interrupts`: it cuts off what is being said.
void say_cue_now(Step& step, int cue, bool interrupts);

/// Says the cues of a moment one after the other; true when all are said and it is silent again.
bool recite(Step& step, Moment moment);

/// For words that are said again and again: after the last of them comes the first.
void say_from_the_first(Step& step, Moment moment);

/// The next cue of the moment counts as said.
void leave_out(Step& step, Moment moment);

/// Lets the voice say what waits. While a question is open nothing else is said, unless safety asks for it.
void speak_up(Step& step);

/// Tells which words were not said, and why.
void tell_dropped(Step& step);

/// Nothing is being said, and nothing waits to be said.
bool silent(StepView step);

/// A question of this kind is open.
bool asked(StepView step, QuestionKind kind);

/// How many cues of a moment were said.
int said(StepView step, Moment moment);

// sparing.cpp

/// The cue was said less than this long ago.
bool said_within(StepView step, int cue, Time time);

// asking.cpp

/// Asks a question with the words of a moment.
void ask(Step& step, QuestionKind kind, Moment moment);

/// Asks a question with the words of a cue.
void ask(Step& step, QuestionKind kind, int cue);

// withdrawing.cpp

/// In a new block, a measuring, or for the other side, what was corrected before may be said again.
void correct_anew(Step& step);

/// A pause cuts off the open question. It is asked again afterwards.
void take_back_question(Step& step);

/// Takes back the words of a rule that wait, unless they are due for the other side: then they are about that.
void take_back_rule(Step& step, int cue);

/// What was to be said of the movements of a turn has no sense after the last of them. A rule that is still violated is
/// answered when the next movement begins.
void take_back_remarks(Step& step);

}  // namespace stretchcore
