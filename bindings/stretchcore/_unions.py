"""What may go into a session and what may come out, as unions: for annotations and for ``isinstance``."""

from __future__ import annotations

from typing import TypeAlias

from stretchcore._core import (
    Answer,
    AttemptRejected,
    Command,
    CommandRefused,
    ContractRelax,
    CoverageSet,
    CueDropped,
    CueGiven,
    CueSpoken,
    FeltChange,
    FeltSide,
    FeltStretch,
    Guide,
    Hold,
    HoldCompleted,
    PainRating,
    PhaseChanged,
    Posture,
    QuestionAsked,
    ReachDropped,
    Repeat,
    RepetitionCompleted,
    RuleChanged,
    RuleWidened,
    SampleRejected,
    Screened,
    SessionEnded,
    SetCompleted,
    SideChanged,
    SignalLost,
    SignalRestored,
    SymptomHeard,
    SymptomReport,
    TargetChanged,
    Tick,
)

Effort: TypeAlias = Repeat | Hold | ContractRelax

Report: TypeAlias = Command | SymptomReport | FeltChange | FeltStretch | FeltSide | PainRating | CueSpoken | Answer

Input: TypeAlias = Posture | Tick | Report

Event: TypeAlias = (
    PhaseChanged
    | CoverageSet
    | RepetitionCompleted
    | AttemptRejected
    | ReachDropped
    | HoldCompleted
    | SideChanged
    | SetCompleted
    | TargetChanged
    | Guide
    | RuleChanged
    | SignalLost
    | SignalRestored
    | SampleRejected
    | QuestionAsked
    | CueGiven
    | CueDropped
    | SymptomHeard
    | CommandRefused
    | Screened
    | RuleWidened
    | SessionEnded
)
