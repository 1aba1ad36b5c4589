#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include <stretchcore/model/cue.hpp>
#include <stretchcore/model/rule.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/clock.hpp>
#include <stretchcore/stream/health.hpp>
#include <stretchcore/stream/phase.hpp>
#include <stretchcore/stream/question.hpp>
#include <stretchcore/stream/repetition.hpp>
#include <stretchcore/stream/safety_event.hpp>
#include <stretchcore/stream/side_check.hpp>
#include <stretchcore/stream/target.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

// What comes out of a session: ids, sides, numbers and times, never text. `Session::text` has the words.

struct PhaseChanged {
  static constexpr std::string_view tag = "phase_changed";
  Time time{0};
  Phase from = Phase::ready;
  Phase to = Phase::ready;
  int block = 0;  ///< held blocks begun so far

  bool operator==(const PhaseChanged&) const = default;
};
BOOST_DESCRIBE_STRUCT(PhaseChanged, (), (time, from, to, block))

/// What the session watches from here on, and what this source cannot see.
struct CoverageSet {
  static constexpr std::string_view tag = "coverage_set";
  Time time{0};
  ChannelSet watched{};
  ChannelSet cued_only{};
  SideCheck sides = SideCheck::not_asked;  ///< while it is mirrored or unclear, no side is named

  bool operator==(const CoverageSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoverageSet, (), (time, watched, cued_only, sides))

struct RepetitionCompleted {
  static constexpr std::string_view tag = "repetition_completed";
  Time time{0};
  int number = 0;  ///< in this phase, from 1
  Repetition repetition{};

  bool operator==(const RepetitionCompleted&) const = default;
};
BOOST_DESCRIBE_STRUCT(RepetitionCompleted, (), (time, number, repetition))

struct AttemptRejected {
  static constexpr std::string_view tag = "attempt_rejected";
  Time time{0};
  Attempt attempt{};

  bool operator==(const AttemptRejected&) const = default;
};
BOOST_DESCRIBE_STRUCT(AttemptRejected, (), (time, attempt))

/// An opening to a target ended so far below the ones before that it is no chance: she tires, or her muscles guard.
/// Less is asked for from here on, as far as there is less, and somebody who hears.
struct ReachDropped {
  static constexpr std::string_view tag = "reach_dropped";
  Time time{0};
  std::optional<Side> side{};  ///< nothing for a midline movement, and while sides are in doubt
  Angle by{};                  ///< below what was usual for her, as seen from the target

  bool operator==(const ReachDropped&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReachDropped, (), (time, side, by))

/// A hold was kept for its time; `kept` leaves out what was spent elsewhere.
struct HoldCompleted {
  static constexpr std::string_view tag = "hold_completed";
  Time time{0};
  std::optional<Side> side{};
  Time kept{0};

  bool operator==(const HoldCompleted&) const = default;
};
BOOST_DESCRIBE_STRUCT(HoldCompleted, (), (time, side, kept))

struct SideChanged {
  static constexpr std::string_view tag = "side_changed";
  Time time{0};
  Side side = Side::left;

  bool operator==(const SideChanged&) const = default;
};
BOOST_DESCRIBE_STRUCT(SideChanged, (), (time, side))

struct SetCompleted {
  static constexpr std::string_view tag = "set_completed";
  Time time{0};
  int block = 0;
  int repetitions = 0;

  bool operator==(const SetCompleted&) const = default;
};
BOOST_DESCRIBE_STRUCT(SetCompleted, (), (time, block, repetitions))

/// The target of both sides, or of one; nothing when the person is free.
struct TargetChanged {
  static constexpr std::string_view tag = "target_changed";
  Time time{0};
  std::optional<Side> side{};
  std::optional<Target> target{};

  bool operator==(const TargetChanged&) const = default;
};
BOOST_DESCRIBE_STRUCT(TargetChanged, (), (time, side, target))

enum class GuideKind { near_target, turn, home };
BOOST_DESCRIBE_ENUM(GuideKind, near_target, turn, home)

/// A tone or a vibration, given ahead of the moment it stands for.
struct Guide {
  static constexpr std::string_view tag = "guide";
  Time time{0};
  GuideKind kind = GuideKind::turn;
  std::optional<Side> side{};

  bool operator==(const Guide&) const = default;
};
BOOST_DESCRIBE_STRUCT(Guide, (), (time, kind, side))

/// A rule's verdict changed; `rule` counts from 0 in the exercise's order.
struct RuleChanged {
  static constexpr std::string_view tag = "rule_changed";
  Time time{0};
  int rule = 0;
  std::optional<Side> side{};
  RuleVerdict verdict = RuleVerdict::ok;
  Response response = Response::notice;

  bool operator==(const RuleChanged&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleChanged, (), (time, rule, side, verdict, response))

struct SignalLost {
  static constexpr std::string_view tag = "signal_lost";
  Time time{0};
  ChannelSet channels{};
  Health health = Health::absent;  ///< of the first of them

  bool operator==(const SignalLost&) const = default;
};
BOOST_DESCRIBE_STRUCT(SignalLost, (), (time, channels, health))

struct SignalRestored {
  static constexpr std::string_view tag = "signal_restored";
  Time time{0};
  ChannelSet channels{};

  bool operator==(const SignalRestored&) const = default;
};
BOOST_DESCRIBE_STRUCT(SignalRestored, (), (time, channels))

/// A sample, or one channel of it, that was not taken, and why.
struct SampleRejected {
  static constexpr std::string_view tag = "sample_rejected";
  Time time{0};
  Rejection reason = Rejection::time_repeated;
  std::optional<Channel> channel{};

  bool operator==(const SampleRejected&) const = default;
};
BOOST_DESCRIBE_STRUCT(SampleRejected, (), (time, reason, channel))

struct QuestionAsked {
  static constexpr std::string_view tag = "question_asked";
  Time time{0};
  int id = 0;
  QuestionKind kind = QuestionKind::more;
  Time answer_by{0};

  std::span<const Choice> choices() const { return stretchcore::choices(kind); }
  bool operator==(const QuestionAsked&) const = default;
};
BOOST_DESCRIBE_STRUCT(QuestionAsked, (), (time, id, kind, answer_by))

// The number of a cue is that of a phrase of the library, fixed for ever (below 10,000), or of the exercise's own:
// 10,000 and its place in `Exercise::cues`, 11,000 and that of its rule, 12,000 and that of its symptom, 13,000 and
// that of its condition.

/// Words to say now. `cue` is a number that `CueSpoken` can answer to.
struct CueGiven {
  static constexpr std::string_view tag = "cue_given";
  Time time{0};
  int cue = 0;
  Moment moment = Moment::settle;
  Priority priority = Priority::encouragement;
  std::optional<Side> side{};
  int count = 0;
  ChannelSet parts{};       ///< for `{parts}`
  bool brief = false;       ///< the few words: the others are known
  bool interrupts = false;  ///< cut any voice that is speaking
  Time length{0};           ///< how long they take to say: of the recorded voice if there is one, else estimated

  bool operator==(const CueGiven&) const = default;
};
BOOST_DESCRIBE_STRUCT(CueGiven, (), (time, cue, moment, priority, side, count, parts, brief, interrupts, length))

/// Why words that were wanted are not said.
enum class DropReason {
  late,          ///< their moment passed before the voice was free
  displaced,     ///< too much waited, and this mattered least
  no_longer_so,  ///< what they were about has ended
  overtaken,     ///< something else began: a stop, a pause, the way out
  cut_off,       ///< they had begun
  enough,        ///< said as often as it may be, or just now
  known          ///< she has heard it in sessions before
};
BOOST_DESCRIBE_ENUM(DropReason, late, displaced, no_longer_so, overtaken, cut_off, enough, known)

/// Words that were wanted and are not said, or not to their end. A session says little; this tells what it kept back.
struct CueDropped {
  static constexpr std::string_view tag = "cue_dropped";
  Time time{0};
  int cue = 0;
  Moment moment = Moment::settle;
  DropReason reason = DropReason::late;

  bool operator==(const CueDropped&) const = default;
};
BOOST_DESCRIBE_STRUCT(CueDropped, (), (time, cue, moment, reason))

struct SessionEnded {
  static constexpr std::string_view tag = "session_ended";
  Time time{0};
  EndReason reason = EndReason::enough;

  bool operator==(const SessionEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(SessionEnded, (), (time, reason))

/// Nothing was heard or seen of the person, not even after "Are you all right?". The app decides whom to tell.
struct NobodyAnswers {
  static constexpr std::string_view tag = "nobody_answers";
  Time time{0};
  Time since{0};               ///< the latest sign of life
  Phase phase = Phase::ready;  ///< in which it was asked

  bool operator==(const NobodyAnswers&) const = default;
};
BOOST_DESCRIBE_STRUCT(NobodyAnswers, (), (time, since, phase))
/// The person has slid, or what sees them has moved: a guarded part rests elsewhere than it did, and that is its
/// neutral from here on. What was measured before is not compared with what comes.
struct NeutralMoved {
  static constexpr std::string_view tag = "neutral_moved";
  Time time{0};
  Channel channel = Channel::pelvis_list;
  Angle from{};
  Angle to{};

  bool operator==(const NeutralMoved&) const = default;
};
BOOST_DESCRIBE_STRUCT(NeutralMoved, (), (time, channel, from, to))

using Event = std::variant<PhaseChanged, CoverageSet, RepetitionCompleted, AttemptRejected, ReachDropped, HoldCompleted,
                           SideChanged, SetCompleted, TargetChanged, Guide, RuleChanged, SignalLost, SignalRestored,
                           SampleRejected, QuestionAsked, CueGiven, CueDropped, SymptomHeard, CommandRefused, Screened,
                           RuleWidened, SessionEnded, NobodyAnswers, Emergency, ClockAdopted, NeutralMoved>;

static_assert(std::is_trivially_copyable_v<Event>);

}  // namespace stretchcore
