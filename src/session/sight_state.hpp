#pragma once

// What a session sees and follows, and what was done.

#include <array>
#include <boost/container/static_vector.hpp>
#include <boost/describe/class.hpp>
#include <optional>

#include <stretchcore/balance/fall.hpp>
#include <stretchcore/detail/fixed_list.hpp>
#include <stretchcore/motion/neutral.hpp>
#include <stretchcore/motion/repetitions.hpp>
#include <stretchcore/motion/signals.hpp>
#include <stretchcore/safety/evaluate.hpp>
#include <stretchcore/session/view.hpp>
#include <stretchcore/stream/event.hpp>

#include "session/notes.hpp"

namespace stretchcore {

// A list that is full gives up its least grave entry, of equal ones the oldest (keeping.hpp), and a total beside it
// counts them all.
inline constexpr std::size_t most_repetitions = 64;  ///< of a live session, whose cap is 60
inline constexpr std::size_t most_recorded = 128;    ///< repetitions of a recording, which has no cap
inline constexpr std::size_t most_attempts = 32;
inline constexpr std::size_t most_holds = 64;
inline constexpr std::size_t most_conditions = 32;  ///< rules, counted once for each side they stand for
inline constexpr std::size_t most_rule_records = 96;

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
  bool measured_anew = false;              ///< after some of it was stretched and the person may have got up
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

}  // namespace stretchcore
