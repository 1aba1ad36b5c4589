#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>

#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// How the time of a repetition was spent. The hold is where the counted signal was within the last tenth of its way
/// out, dips included: that tells a stay from a turn in any noise, as a limit of speed does not. A turn without a stay
/// has about a fifth of its time there.
struct Tempo {
  Time out{0};
  Time hold{0};
  Time back{0};

  bool operator==(const Tempo&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tempo, (), (out, hold, back))

/// One opening, out and back. A midline movement has the same values on both sides; what was not seen is nothing.
struct Repetition {
  std::optional<Side> side;  ///< the side that moved; nothing when both did
  Time start{0};
  Time end{0};
  Bilateral<Time> peak_time{};
  Bilateral<std::optional<Angle>> reach{};  ///< largest angle while the guarded parts stayed near neutral
  Bilateral<std::optional<Angle>> peak{};   ///< largest angle, whatever the pelvis did; nothing where a gap hides it
  /// How fast it went at most, out or back [°/s]: the slope of a parabola through the 0.3 s around, so no single
  /// sample's.
  Bilateral<std::optional<double>> peak_speed{};
  bool held = false;             ///< done to a target (a block), not freely (a measuring)
  bool pelvis_seen = false;      ///< if not, reach is only the peak
  bool neutral_assumed = false;  ///< neutral was not captured: the pelvis at the start of the repetition served
  bool over_target = false;      ///< went beyond the band of its target
  Tempo tempo{};
  Bilateral<std::optional<Angle>> home{};  ///< where it went out from or came back to, the lower of the two

  bool operator==(const Repetition&) const = default;
};
BOOST_DESCRIBE_STRUCT(Repetition, (),
                      (side, start, end, peak_time, reach, peak, peak_speed, held, pelvis_seen, neutral_assumed,
                       over_target, tempo, home))

/// Why a movement was recognised but not counted.
enum class AttemptReason {
  too_small,    ///< it rose less than the exercise's floor
  too_low,      ///< it stayed below the exercise's level
  too_short,    ///< it was quicker than a repetition can be
  opposed,      ///< of a movement of both sides one opened while the other closed
  unfinished,   ///< it did not come back
  signal_lost,  ///< a primary signal was lost on the way
  wrong_way     ///< from rest it went the other way, and came back
};
BOOST_DESCRIBE_ENUM(AttemptReason, too_small, too_low, too_short, opposed, unfinished, signal_lost, wrong_way)

/// Whether it was whole, and only not far enough.
constexpr bool too_little(AttemptReason reason) {
  return reason == AttemptReason::too_small || reason == AttemptReason::too_low;
}

/// A movement that was recognised but is not a repetition.
struct Attempt {
  std::optional<Side> side;
  Time start{0};
  Time end{0};
  Bilateral<std::optional<Angle>> peak{};
  AttemptReason reason = AttemptReason::too_small;
  Bilateral<std::optional<Angle>> home{};  ///< as of a repetition

  bool operator==(const Attempt&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attempt, (), (side, start, end, peak, reason, home))

}  // namespace stretchcore
