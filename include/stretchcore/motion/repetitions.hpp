#pragma once

#include <algorithm>
#include <boost/container/static_vector.hpp>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <variant>

#include <stretchcore/export.hpp>
#include <stretchcore/model/error_model.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/motion/neutral.hpp>
#include <stretchcore/motion/peaks.hpp>
#include <stretchcore/motion/signals.hpp>
#include <stretchcore/stream/repetition.hpp>

namespace stretchcore {

/// What one side shows of a movement: a channel, seen in the direction of the movement.
struct SideSignal {
  Channel channel = Channel::hip_abduction_left;
  double sign = 1.0;
  bool one_way = false;  ///< one end of a motion of the midline: from its zero on, and never below it

  Angle of(Angle value, Angle zero) const {
    const Angle seen = (value - zero) * sign;
    return one_way ? (std::max)(seen, Angle{}) : seen;
  }
  bool operator==(const SideSignal&) const = default;
};

/// What each side shows of a movement that has a motion. Where the motion is of the midline and has no sides, both show
/// the same.
STRETCHCORE_API Bilateral<SideSignal> side_signals(const Movement& movement);

/// What the detector needs of an exercise, compiled once.
struct RepetitionPlan {
  Bilateral<SideSignal> shows{{Channel::hip_abduction_left}, {Channel::hip_abduction_right}};
  bool between = false;  ///< two ends that are no sides: a cycle counts by its whole width
  Sides sides = Sides::together;
  CountedBy counted_by = CountedBy::sum;
  Angle floor_amplitude = degrees(12);
  Angle least_amplitude = degrees(12);  ///< what counts: less is below the floor by more than its own error
  Angle floor_level = degrees(28);
  Time shortest{1'000'000'000};
  Angle side_error{};                              ///< of one side's angle
  Angle least_movement = degrees(2);               ///< of a side; less than that it was not moved
  References guarded;                              ///< channels that must stay near neutral for reach to count
  std::array<Angle, most_references> tolerance{};  ///< of each of them
  std::array<GuardedFrom, most_references> from{};
  std::array<Angle, most_references> middle{};                ///< of a band
  std::array<std::optional<Side>, most_references> moving{};  ///< it is guarded while that side moves; none: always

  Bilateral<Channel> channels() const { return {shows.left.channel, shows.right.channel}; }
  /// It stays near its neutral; what is held in a band or judged from where a movement began is read as it is.
  bool from_neutral(std::size_t i) const { return from[i] == GuardedFrom::neutral; }
};

/// What counts, where it is less than the exercise has it: for who moves little, and for who was asked for little.
struct Floors {
  Angle amplitude{};  ///< as `floor_amplitude`
  Angle least{};      ///< as `least_amplitude`
  Angle level{};      ///< as `floor_level`

  bool operator==(const Floors&) const = default;
};
BOOST_DESCRIBE_STRUCT(Floors, (), (amplitude, least, level))

/// What the exercise has.
inline Floors floors(const RepetitionPlan& plan) {
  return {plan.floor_amplitude, plan.least_amplitude, plan.floor_level};
}

/// With the error of the source, a movement is called too small only when it is smaller than the floor by more than one
/// standard error of the counted signal, and always when it is less than half of it.
STRETCHCORE_API RepetitionPlan repetition_plan(const Exercise& exercise, const ErrorModel& error = {Angle{}, Angle{}});

enum class Stroke {
  home,      ///< at rest or near it
  out,       ///< on the way out, or staying
  returning  ///< came back more than half; the movement ends when it stops going down
};
BOOST_DESCRIBE_ENUM(Stroke, home, out, returning)

/// One signal followed by hysteresis: a rise by half the floor starts a movement, a return by half its own rise
/// (at least half the floor) ends it, so that neither noise nor a double hump makes two of one.
struct StrokeState {
  Stroke stroke = Stroke::home;
  bool primed = false;
  Angle valley{};
  Angle peak{};
  Angle low{};          ///< lowest since the return began
  Time left_valley{0};  ///< last moment near the valley
  Time peak_time{0};
  Angle stay_level{};   ///< where the stay at the end began
  Time stayed_from{0};  ///< when it came near the peak
  Time stayed_to{0};    ///< when it was last near the peak
  Angle settled_low{};  ///< the low at `settled`
  Time settled{0};      ///< last moment it went markedly lower while returning
  Angle last_rise{};    ///< of the movement before, to tell a leading side from a following one
  Time last_from{0};
  Time last_to{0};
  Time seen{0};  ///< when the counted signal was seen last, once it is primed

  bool operator==(const StrokeState&) const = default;
};
BOOST_DESCRIBE_STRUCT(StrokeState, (),
                      (stroke, primed, valley, peak, low, left_valley, peak_time, stay_level, stayed_from, stayed_to,
                       settled_low, settled, last_rise, last_from, last_to, seen))

/// A longer gap in the counted signal breaks the movement off.
inline constexpr Time longest_hidden{2'000'000'000};
inline constexpr std::size_t most_hidden = 8;  ///< gaps in one movement; a movement with more is lost

/// A time in which the counted signal was not seen, though it was seen before and after.
struct Hidden {
  Time from{0};
  Time to{0};

  bool operator==(const Hidden&) const = default;
};
BOOST_DESCRIBE_STRUCT(Hidden, (), (from, to))

/// How far one side went in the movement under way.
struct ExtremeState {
  Summit peak;
  Summit reach;              ///< while the guarded parts stayed near neutral
  std::optional<Angle> dip;  ///< of a movement between two ends: the other end
  double speed = -1.0;       ///< the largest, either way [°/s]; below 0: not known

  bool operator==(const ExtremeState&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExtremeState, (), (peak, reach, dip, speed))

/// The guarded channels at one moment, as far as they were seen.
using Guarded = std::array<std::optional<Angle>, most_references>;

/// What a movement under way has shown so far, besides the signal that is counted.
struct Excursion {
  Bilateral<ExtremeState> extremes{};
  bool guard_seen = true;  ///< every guarded channel was seen throughout
  bool lost = false;       ///< a primary signal was lost on the way for longer than a gap may last
  boost::container::static_vector<Hidden, most_hidden> hidden;  ///< the gaps since it left home
  bool start_hidden = false;                                    ///< its start lies in the first of them
  Guarded at_start{};
  Guarded at_low{};                   ///< where it came back to: the start of the next
  Bilateral<Angle> sides_at_start{};  ///< of a movement of both, what each side adds to it
  Bilateral<Angle> sides_at_peak{};
  Bilateral<Angle> sides_at_low{};

  bool operator==(const Excursion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Excursion, (),
                      (extremes, guard_seen, lost, hidden, start_hidden, at_start, at_low, sides_at_start,
                       sides_at_peak, sides_at_low))

/// Everything the detector remembers. A movement counted by one signal uses the left one of each pair; of two legs that
/// move in turn each has its own.
struct RepetitionState {
  Bilateral<StrokeState> strokes{};
  Bilateral<Excursion> excursions{};
  Bilateral<RecentSamples> recent{};
  std::optional<Floors> floors{};  ///< instead of the plan's
  /// Where each side's channel was seen first: the rest of a recording that begins at rest, where no neutral is
  /// captured.
  Bilateral<Angle> first{};
  Time first_at{-1};          ///< before that: not yet
  bool began_moving = false;  ///< it did not begin at rest
  /// Of a movement of one side at a time, the one that works, where that is known: what the other does meanwhile
  /// belongs to it.
  std::optional<Side> working{};

  /// The other side's turn, or another turn of the same: the limbs have changed places, which was no movement. They
  /// rest where they are seen now; what goes to both sides of the midline keeps its middle.
  void turn_to(Side side, bool of_midline) {
    strokes = {};
    excursions = {};
    for (const Side each : both_sides) recent[each].restart();
    working = side;
    if (of_midline) return;
    first_at = Time{-1};
    began_moving = false;
  }

  /// Begins anew, with the room that its lists have.
  void restart() {
    strokes = {};
    excursions = {};
    for (const Side side : both_sides) recent[side].restart();
    floors.reset();
    first = {};
    first_at = Time{-1};
    began_moving = false;
    working.reset();
  }

  bool operator==(const RepetitionState&) const = default;
};
BOOST_DESCRIBE_STRUCT(RepetitionState, (),
                      (strokes, excursions, recent, floors, first, first_at, began_moving, working))

/// Where the ends of a motion of the midline are measured from; 0° for every other movement.
STRETCHCORE_API Angle zero_of(const RepetitionPlan& plan, const RepetitionState& state, const NeutralState& neutral);

using Movements = boost::container::static_vector<std::variant<Repetition, Attempt>, 2>;

/// One sample further. Returns what was completed, at most 0.3 s after it ended.
///
/// Whether a movement is out or back is told by the live filter; a channel that jumps is still followed in what the
/// gate lets through. How far it went, when, and how fast is read from the raw samples around each moment, 0.15 s later
/// (peaks.hpp), and only while the channel is fresh.
STRETCHCORE_API Movements detect(const RepetitionPlan& plan, RepetitionState& state, const Sightings& seen,
                                 const NeutralState& neutral, Time now);
STRETCHCORE_API Movements detect(const RepetitionPlan& plan, RepetitionState& state, const SignalState& channels,
                                 const NeutralState& neutral, Time now);

/// The stream has ended or the movement is broken off: a movement that was coming back is completed, one still out is
/// an unfinished attempt.
STRETCHCORE_API Movements finish_movement(const RepetitionPlan& plan, RepetitionState& state,
                                          const NeutralState& neutral, Time now);

/// The signal that is counted, if its channels can be followed. For a leading side: that side's.
STRETCHCORE_API std::optional<Angle> counted_signal(const RepetitionPlan& plan, const Sightings& seen, Side side,
                                                    Angle zero = {});

/// A channel as it is judged: the change from neutral; where none was captured, from the start of the movement under
/// way; channels without a neutral as they are.
STRETCHCORE_API Angle from_neutral(const RepetitionPlan& plan, const RepetitionState& state,
                                   const NeutralState& neutral, Channel channel, Angle value);
STRETCHCORE_API Angle from_neutral(const RepetitionPlan& plan, const RepetitionState& state,
                                   const SignalState& channels, const NeutralState& neutral, Channel channel);

}  // namespace stretchcore
