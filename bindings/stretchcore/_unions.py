"""What goes into a session, what comes out and what can be kept, as unions: for annotations and ``isinstance``."""

from __future__ import annotations

from typing import TypeAlias

from stretchcore._core import (
    Analysis,
    Answer,
    AttemptRejected,
    Benefit,
    Clearance,
    ClockAdopted,
    Command,
    CommandRefused,
    ContractRelax,
    Contraindication,
    CoverageSet,
    Cue,
    CueDropped,
    CueGiven,
    CueSpoken,
    Dose,
    Emergency,
    ErrorModel,
    Estimate,
    Evidence,
    Exercise,
    FeltChange,
    FeltSide,
    FeltStretch,
    Guard,
    Guide,
    Hold,
    HoldCompleted,
    Interval,
    Movement,
    Neutral,
    NeutralMoved,
    NobodyAnswers,
    PainLimits,
    PainRating,
    Person,
    PhaseChanged,
    Posture,
    Prop,
    QuestionAsked,
    Questionnaire,
    ReachDropped,
    Recording,
    Repeat,
    Repetition,
    RepetitionCompleted,
    Rule,
    RuleChanged,
    RuleWidened,
    SampleRejected,
    Screened,
    Screening,
    Session,
    SessionEnded,
    SessionOptions,
    SessionState,
    SetCompleted,
    Setup,
    SideChanged,
    SignalLost,
    SignalRestored,
    StopSymptom,
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
    Exercise
    | Person
    | SessionOptions
    | SessionState
    | Session
    | Summary
    | Analysis
    | Recording
    | Repetition
    | Screening
    | Benefit
    | Clearance
    | Contraindication
    | ContractRelax
    | Cue
    | Dose
    | ErrorModel
    | Estimate
    | Evidence
    | Guard
    | Hold
    | Interval
    | Movement
    | Neutral
    | PainLimits
    | Prop
    | Questionnaire
    | Repeat
    | Rule
    | Setup
    | StopSymptom
)
