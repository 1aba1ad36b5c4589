#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What is watched: signals, rules, how the person lies, and signs of life.

// signals.cpp

/// Every primary channel can be trusted now.
bool primary_fresh(StepView step);

/// Notes since when both sides are seen, or are not.
void watch_primary(Step& step);

/// Tells which watched channels are lost and which are back.
void watch_health(Step& step);

/// Something that is watched cannot be trusted, and has been so for too long.
bool blind(StepView step);

/// Rules are judged now, and a gap in the input is a loss of sight.
bool watching(StepView step);

// coverage.cpp

/// Settles which channels are watched, by what is seen now, and tells it.
void set_coverage(Step& step);

/// From here on nothing is watched: what was, is left to words, and it is told.
void watch_nothing(Step& step);

// rules.cpp

/// Judges the rules by what this posture shows. Nothing that was not seen in it is taken from an earlier one. Without a
/// posture the rules become unknown once the sensor has been silent for too long.
void judge(Step& step, const Posture* posture);

// responding.cpp

/// A rule is violated now that is more than a notice.
bool breaks_a_rule(StepView step);

// neutral.cpp

/// Watches for the quiet half second from which neutral is captured.
void watch_stillness(Step& step);

/// A person who lies still with the pelvis elsewhere than at the start has slid, or was moved in the picture: neutral
/// moves there. In a pause for a rule the person has heard what it waits for and had time to do it, so lying still
/// counts, too.
void watch_rest(Step& step);

/// A person who never rests between movements lies still nowhere. Then neutral moves to where the pelvis is each time
/// the legs come home.
void watch_aslant(Step& step);

// exchange.cpp

/// Left where right was and right where left was, from one sample to the next: legs cannot do that, so the picture did.
void watch_exchange(Step& step);

/// The same from one opening to the next, where the sides were exchanged at home and nothing jumped.
void watch_exchange(Step& step, const Repetition& before, const Repetition& now);

// life.cpp

/// Notes a sign of life: a report, an answer, or a movement that is seen.
void note_alive(Step& step);

/// Looks for a movement that is a sign of life, also in a pause, where movements are not counted.
void watch_life(Step& step);

}  // namespace stretchcore
