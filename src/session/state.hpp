#pragma once

// What a session knows while it goes on. It is the library's own affair: users see `State`.

#include <array>
#include <boost/container/static_vector.hpp>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>

#include <stretchcore/balance/fall.hpp>
#include <stretchcore/cue/voice.hpp>
#include <stretchcore/detail/describe.hpp>
#include <stretchcore/detail/fixed_list.hpp>
#include <stretchcore/detail/sparse_list.hpp>
#include <stretchcore/model/body_position.hpp>
#include <stretchcore/motion/neutral.hpp>
#include <stretchcore/motion/repetitions.hpp>
#include <stretchcore/motion/signals.hpp>
#include <stretchcore/safety/monitor.hpp>
#include <stretchcore/session/frame.hpp>
#include <stretchcore/session/view.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/event_buffer.hpp>
#include <stretchcore/stream/input.hpp>

#include "session/clocks.hpp"
#include "session/notes.hpp"
#include "session/terms.hpp"

namespace stretchcore {

// A list that is full gives up its least grave entry, of equal ones the oldest (keeping.hpp), and a total beside it
// counts them all.
inline constexpr std::size_t most_repetitions = 64;  ///< of a live session, whose cap is 60
inline constexpr std::size_t most_recorded = 128;    ///< repetitions of a recording, which nobody caps
inline constexpr std::size_t most_attempts = 32;
inline constexpr std::size_t most_holds = 64;
inline constexpr std::size_t most_conditions = 32;  ///< rules, counted once for each side they stand for
inline constexpr std::size_t most_cues = 320;
inline constexpr std::size_t most_cue_records = 192;
inline constexpr std::size_t most_rule_records = 96;
inline constexpr std::size_t most_symptoms = 8;
inline constexpr std::size_t moment_count = detail::enumerator_count<Moment>;

/// The step within a phase.
enum class Stage {
  settling,    ///< words of the set-up
  looking,     ///< waiting to see both sides
  side_check,  ///< one knee bend
  stilling,    ///< capturing neutral
  briefing,    ///< coverage and symptom notice
  readying,    ///< without a sensor: ready?
  practising,  ///< small openings
  opening,     ///< free openings, or a held block
  asking_side,
  announcing,  ///< target and block
  checking,    ///< at rest: symptoms by exception
  asking_change,
  offering,  ///< more, or enough
  resting,   ///< between sides
  leaving,   ///< the way out
  done
};
BOOST_DESCRIBE_ENUM(Stage, settling, looking, side_check, stilling, briefing, readying, practising, opening,
                    asking_side, announcing, checking, asking_change, offering, resting, leaving, done)

enum class PauseCause { person, signal, rule };
BOOST_DESCRIBE_ENUM(PauseCause, person, signal, rule)

/// A rule's verdict with what it needs to be answered.
struct RuleTrack {
  ConditionState condition;
  RuleVerdict announced = RuleVerdict::unknown;
  std::optional<Time> unknown_since;
  std::optional<Time> blind_since;  ///< something it needs is not seen; unknown it may be longer, by what was missed
  std::optional<Time> ok_since;
  bool answered = false;  ///< this violation has had its response

  bool operator==(const RuleTrack&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleTrack, (), (condition, announced, unknown_since, blind_since, ok_since, answered))

/// Following one side to its target.
struct Pursuit {
  std::optional<Time> over_since;  ///< beyond the band
  bool over = false;               ///< for long enough, in this repetition
  bool near_told = false;
  bool turn_told = false;

  bool operator==(const Pursuit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pursuit, (), (over_since, over, near_told, turn_told))

/// What a paced opening or a hold is at.
enum class Beat { home, out, press, hold, back };
BOOST_DESCRIBE_ENUM(Beat, home, out, press, hold, back)

/// A held stretch, or a paced opening without a sensor.
struct Pacing {
  Beat beat = Beat::home;
  Time since{0};                ///< of this beat
  Time kept{0};                 ///< time spent near the target
  std::optional<Time> counted;  ///< until when `kept` has been summed
  int done = 0;                 ///< openings offered, or holds done, in this stage

  bool operator==(const Pacing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pacing, (), (beat, since, kept, counted, done))

/// What tells a developer what went wrong with the stream.
struct Diagnosis {
  int samples = 0;
  int rejected = 0;        ///< of them, those of which something was not taken
  int long_steps = 0;      ///< postures in a row that came more than 5 s apart
  Time step{0};            ///< the latest one
  Angle largest{};         ///< of the primary angles, ever
  Time behind{0};          ///< how far the latest posture lags behind the session's clock
  Time reports_off{0};     ///< how far the time of the latest report was from it
  int events_dropped = 0;  ///< of calls that brought more events than fit

  bool operator==(const Diagnosis&) const = default;
};
BOOST_DESCRIBE_STRUCT(Diagnosis, (),
                      (samples, rejected, long_steps, step, largest, behind, reports_off, events_dropped))

/// Where in its course the session is.
struct Course {
  Phase phase = Phase::ready;
  Stage stage = Stage::settling;
  int block = 0;
  std::optional<Side> active_side;
  Time phase_since{0};
  Time stage_since{0};
  Time progress_at{0};  ///< of the latest repetition, hold or step
  int practised = 0;    ///< small openings in this phase; in a block, those too small to count
  int counted = 0;      ///< repetitions in this stage
  Bilateral<int> counted_side{};
  bool symptom_asked = false;  ///< in this check-in
  bool pain_asked = false;     ///< in this check-in
  bool wants_more = false;
  std::optional<Feeling> change;  ///< felt after the latest block
  Stage next = Stage::opening;    ///< what the words of `announcing` are for
  Time told{0};  ///< when the words for this stage had been said: a movement that began before is not of this stage
  std::optional<Side> moved_last;   ///< in a movement of sides in turn
  std::optional<Time> wrong_since;  ///< the side that should rest is away from home, and the other one is not

  bool operator==(const Course&) const = default;
};
BOOST_DESCRIBE_STRUCT(Course, (),
                      (phase, stage, block, active_side, phase_since, stage_since, progress_at, practised, counted,
                       counted_side, symptom_asked, pain_asked, wants_more, change, next, told, moved_last,
                       wrong_since))

/// Lying still between two movements: where the guarded parts are then, and for how long.
struct Rest {
  std::optional<Time> since;
  std::array<QuietTrack, most_references> track{};
  std::array<Angle, most_references> aslant{};  ///< where each was at the end of the latest movement
  std::array<int, most_references> times{};     ///< movements in a row that ended with it there, away from neutral

  bool operator==(const Rest&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rest, (), (since, track, aslant, times))

/// Both sides at one moment.
struct Pair {
  Time at{0};
  Bilateral<Angle> angle{};

  bool operator==(const Pair&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pair, (), (at, angle))

/// What is seen, and what of it is watched.
struct Sight {
  Sensing following = Sensing::any;  ///< seen: by postures; unseen: by tempo and feel; any: not yet known
  bool given_up = false;             ///< the signal was lost for good: nothing measured is claimed
  bool covered = false;              ///< coverage was set
  SideCheck sides = SideCheck::not_asked;
  ChannelSet watched;
  ChannelSet cued_only;
  ChannelSet lost;                         ///< watched channels that cannot be trusted now
  ChannelSet too_slow;                     ///< of these, those of which it was told that they are too slow to watch
  std::optional<Time> primary_since;       ///< both sides seen without interruption since then
  std::optional<Time> primary_lost_since;  ///< either side lost since then
  boost::container::static_vector<Time, 3> losses;  ///< when the latest pauses for a signal began
  bool pause_told = false;  ///< of a recording: a live session would pause now, and its words were told
  Bilateral<std::optional<Angle>> knee_before{};
  Bilateral<Angle> knee_moved{};  ///< the most, since a side was asked for
  std::optional<Time> knee_moved_at;
  Bilateral<std::optional<Angle>> lay{};  ///< the primary angles a moment ago: a change is a sign of life
  Time lay_since{0};
  Rest rest;
  std::optional<Pair> pair;  ///< both sides as they were seen together last
  SignalState signals_;
  NeutralState neutral;

  bool operator==(const Sight&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sight, (),
                      (following, given_up, covered, sides, watched, cued_only, lost, too_slow, primary_since,
                       primary_lost_since, losses, pause_told, knee_before, knee_moved, knee_moved_at, lay, lay_since,
                       rest, pair, signals_, neutral))

/// What was done.
struct Tally {
  detail::FixedList<Repetition, most_recorded> repetitions;
  int repetitions_total = 0;
  detail::FixedList<Attempt, most_attempts> attempts;
  int attempts_total = 0;
  detail::FixedList<HoldNote, most_holds> holds;
  int holds_total = 0;
  int openings = 0;  ///< repetitions and attempts while measuring or stretching, against the cap
  int offered = 0;   ///< paced openings without a sensor
  Time moving{0};
  Openings before;                   ///< the free openings of the first measuring since set-up
  Openings latest;                   ///< and of the latest that was completed
  int measuring_from = 0;            ///< where the one under way began
  Bilateral<Openings> determined{};  ///< of each side, the latest that showed how far it goes
  std::optional<Floors> floors{};    ///< for who moves less than the exercise counts
  bool moved = false;                ///< neutral has moved since the first measuring
  bool measured = false;
  bool remeasured = false;
  bool measured_anew = false;              ///< after some of it was stretched and she may have got up
  SideCheck sides = SideCheck::not_asked;  ///< as it was for what was measured
  Time away{0};                            ///< so long she was not in position
  bool apart = false;  ///< of a recording: since it was measured there was a gap over which nothing is compared

  bool operator==(const Tally&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tally, (),
                      (repetitions, repetitions_total, attempts, attempts_total, holds, holds_total, openings, offered,
                       moving, before, latest, measuring_from, determined, floors, moved, measured, remeasured,
                       measured_anew, sides, away, apart))

/// How far to go, and how it is followed.
struct Aim {
  Bilateral<std::optional<Target>> target{};
  Bilateral<Angle> whole{};                   ///< where the target leads to: the same without the ramp
  Bilateral<std::optional<Angle>> earlier{};  ///< the target before this one, in the same block
  Bilateral<Time> changed{};                  ///< from that to this one
  Bilateral<Pursuit> pursuit{};
  Bilateral<FallWatch> fall{};
  Bilateral<Angle> easy{};                    ///< where it would lead if nobody had asked for less
  Bilateral<Angle> home{};                    ///< where the openings began that it rests on
  Bilateral<Angle> shift{};                   ///< how far home has sunk since then
  Bilateral<std::optional<Angle>> rests{};    ///< home of the latest movement
  Bilateral<std::optional<Angle>> reached{};  ///< how far the latest movement went
  Bilateral<std::optional<Angle>> ceiling{};  ///< less far than an opening that was too much
  double eased = 1.0;
  bool owes_confirmation = false;  ///< a correction was said, the next good repetition is confirmed

  bool operator==(const Aim&) const = default;
};
BOOST_DESCRIBE_STRUCT(Aim, (),
                      (target, whole, earlier, changed, pursuit, fall, easy, home, shift, rests, reached, ceiling,
                       eased, owes_confirmation))

/// A pause, while there is one.
struct Intermission {
  std::optional<PauseCause> cause;
  Phase phase = Phase::ready;  ///< to go back to
  Time since{0};
  std::optional<Time> healthy_since;
  bool offered_feel = false;
  std::optional<Time> away;  ///< she may have got up since then
  int symptom = -1;          ///< place in the plan of the one they rest from
  bool asks = false;         ///< words that help come first, then the question

  bool operator==(const Intermission&) const = default;
};
BOOST_DESCRIBE_STRUCT(Intermission, (), (cause, phase, since, healthy_since, offered_feel, away, symptom, asks))

/// A call for help, once there is one. It outlives the session.
struct Alarm {
  int symptom = -1;  ///< its place in the plan; −1: none
  std::optional<Side> side{};
  BodyPosition body = BodyPosition::changing;  ///< as it was then
  int times_said = 0;
  Time said_at{0};  ///< the latest time
  bool acknowledged = false;

  bool raised() const { return symptom >= 0; }
  bool operator==(const Alarm&) const = default;
};
BOOST_DESCRIBE_STRUCT(Alarm, (), (symptom, side, body, times_said, said_at, acknowledged))

/// The way out, and what is asked on it.
struct Leaving {
  BodyPosition body = BodyPosition::changing;  ///< as it was when the way out began
  bool steps = true;                           ///< the exercise's own steps lead out of it
  bool asks_felt = false;                      ///< still to be asked
  int felt_question = 0;                       ///< its number, once asked: a late answer is heard, too
  int help_question = 0;
  std::optional<Time> help_by{};  ///< silence until then is a call for help

  bool operator==(const Leaving&) const = default;
};
BOOST_DESCRIBE_STRUCT(Leaving, (), (body, steps, asks_felt, felt_question, help_question, help_by))

/// How often a cue was wanted and said.
struct CueTrack {
  int wanted = 0;
  int said = 0;
  int in_block = 0;
  Time latest{0};  ///< when it was said last, if it was

  bool operator==(const CueTrack&) const = default;
};
BOOST_DESCRIBE_STRUCT(CueTrack, (), (wanted, said, in_block, latest))

/// The latest correction that was said.
struct Correction {
  Time time{0};
  int openings = 0;  ///< that had been made by then

  bool operator==(const Correction&) const = default;
};
BOOST_DESCRIBE_STRUCT(Correction, (), (time, openings))

/// What was said on both sides.
struct Conversation {
  VoiceState voice;
  detail::SparseList<CueTrack, most_cues> tracks;  ///< in the order of the plan's cues
  std::optional<Correction> correction;
  std::array<int, moment_count> said{};  ///< cues given, by moment
  std::optional<OpenQuestion> question;
  int questions = 0;
  Time alive{0};        ///< the latest sign of life: a report, an answer, or a movement that was seen
  int unanswered = 0;   ///< questions since then that needed an answer and got none
  bool nobody = false;  ///< that nobody answers was told since then
  Felt felt;
  boost::container::static_vector<SymptomRecord, most_symptoms> symptoms;
  int symptoms_total = 0;
  int gravest = -1;           ///< place in the plan of the most urgent, then latest, symptom that stopped
  int advice = -1;            ///< cue of the advice that is owed after a symptom
  bool recheck_pain = false;  ///< the latest rating was amber: it is asked again until it is green
  detail::FixedList<CueRecord, most_cue_records> cues;
  int cues_total = 0;

  bool operator==(const Conversation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Conversation, (),
                      (voice, tracks, correction, said, question, questions, alive, unanswered, nobody, felt, symptoms,
                       symptoms_total, gravest, advice, recheck_pain, cues, cues_total))

/// What the person answered about one condition in this session.
enum class HealthAnswer {
  none,
  no,
  yes,
  unclear  ///< one of several that had a yes together; which one was not said, so the strictest of them holds
};
BOOST_DESCRIBE_ENUM(HealthAnswer, none, no, yes, unclear)

/// Which health question had which number: an answer may come late.
struct HealthAsked {
  int id = 0;
  int question = 0;  ///< place in the plan

  bool operator==(const HealthAsked&) const = default;
};
BOOST_DESCRIBE_STRUCT(HealthAsked, (), (id, question))

/// The health questions: how far they are, and what was answered.
struct Consultation {
  /// In the order of the plan's codes.
  detail::FixedList<HealthAnswer, most_codes> answers;
  int next = 0;        ///< place in the plan of the next question to look at
  int asked = 0;       ///< so many so far
  bool which = false;  ///< after a yes: which of the named conditions it is has to be said
  bool named = false;  ///< and one of them has been said
  bool over = false;   ///< a question was not answered: no other is asked
  boost::container::static_vector<HealthAsked, 8> heard;  ///< the latest questions that were asked

  bool operator==(const Consultation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Consultation, (), (answers, next, asked, which, named, over, heard))

/// Everything a session knows: saved and restored at any sample it continues identically. Its lists have the room that
/// the plan asks for.
struct State {
  Frame frame;
  bool clocked = false;  ///< a time has come in
  ToldTimes clocks;
  Time now{0};
  Time started{0};
  std::optional<EndReason> end_reason;
  std::optional<Time> ended;
  bool way_out_spoken = false;
  Course course;
  Sight sight;
  RepetitionState movement;
  detail::FixedList<RuleTrack, most_conditions> rules;
  detail::FixedList<RuleRecord, most_rule_records> rule_records;
  int rule_records_total = 0;
  Tally tally;
  Aim aim;
  Pacing pacing;
  Intermission intermission;
  Leaving leaving;
  Alarm alarm;
  Conversation talk;
  Diagnosis diagnosis;
  Consultation health;
  Terms terms;  ///< neither saved nor compared: worked out from plan and person

  bool operator==(const State& other) const;
};
BOOST_DESCRIBE_STRUCT(State, (),
                      (frame, clocked, clocks, now, started, end_reason, ended, way_out_spoken, course, sight, movement,
                       rules, rule_records, rule_records_total, tally, aim, pacing, intermission, leaving, alarm, talk,
                       diagnosis, health))

inline bool State::operator==(const State& other) const {
  bool same = true;
  detail::each_member<State>([&](std::string_view, auto member) { same = same && this->*member == other.*member; });
  return same;
}

}  // namespace stretchcore
