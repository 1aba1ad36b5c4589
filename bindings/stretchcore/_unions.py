"""What goes into a session, what comes out and what can be kept, as unions: for annotations and ``isinstance``."""

from __future__ import annotations

from typing import TypeAlias

from stretchcore._core import (
    Analysis,
    Answer,
    AttemptRejected,
    ClockAdopted,
    Command,
    CommandRefused,
    ContractRelax,
    CoverageSet,
    CueDropped,
    CueGiven,
    CueSpoken,
    Emergency,
    Exercise,
    FeltChange,
    FeltSide,
    FeltStretch,
    Guide,
    Hold,
    HoldCompleted,
    NeutralMoved,
    NobodyAnswers,
    PainRating,
    Person,
    PhaseChanged,
    Posture,
    QuestionAsked,
    ReachDropped,
    Recording,
    Repeat,
    Repetition,
    RepetitionCompleted,
    RuleChanged,
    RuleWidened,
    SampleRejected,
    Screened,
    Session,
    SessionEnded,
    SessionOptions,
    SessionState,
    SetCompleted,
    SideChanged,
    SignalLost,
    SignalRestored,
    Summary,
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
    | NobodyAnswers
    | Emergency
    | ClockAdopted
    | NeutralMoved
)

Archived: TypeAlias = (
    Exercise | Person | SessionOptions | SessionState | Session | Summary | Analysis | Recording | Repetition
)
