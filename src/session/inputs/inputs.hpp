#pragma once

#include "session/step.hpp"

namespace stretchcore {

// What comes in: postures, ticks, commands, reports, and the time that each of them tells. Each call takes its input at
// the input's time, and then everything happens that has become due.

// postures.cpp

void take(Step& step, const Posture& posture);
void take(Step& step, const Tick& tick);

// commands.cpp

void take(Step& step, const Command& command);

/// The app ends the session at a time that it gives.
void finish(Step& step, Time now, EndReason reason);

// reports.cpp

void take(Step& step, const SymptomReport& report);
void take(Step& step, const FeltChange& felt);
void take(Step& step, const FeltStretch& felt);
void take(Step& step, const FeltSide& felt);
void take(Step& step, const PainRating& rating);
void take(Step& step, const CueSpoken& spoken);
void take(Step& step, const Answer& answer);

}  // namespace stretchcore
