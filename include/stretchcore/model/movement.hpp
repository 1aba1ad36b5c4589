#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string_view>
#include <variant>

#include <stretchcore/export.hpp>
#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// Which way a motion goes, by the sign of its clinical name: hip extension is hip flexion, negative.
enum class MotionDirection {
  positive,
  negative,
  both  ///< between two ends that are no sides, as a pelvis tilts: a cycle counts by its whole width, nothing is
        ///< measured
};
BOOST_DESCRIBE_ENUM(MotionDirection, positive, negative, both)

/// Of a motion of the midline that goes to the left and to the right: on which side is what it stretches.
enum class Stretches {
  same,     ///< on the side to which it goes
  opposite  ///< on the other one
};
BOOST_DESCRIBE_ENUM(Stretches, same, opposite)

/// How the sides take part. A motion of the midline (pelvis, spine, neck) that takes turns has its left and its right
/// end for sides: turning the head to the left is its left side.
enum class Sides {
  together,     ///< both at once, both held to the side that stops first
  alternating,  ///< in turn, repetition by repetition
  one,          ///< one side for its whole time, then the other for the same time
  midline       ///< no sides
};
BOOST_DESCRIBE_ENUM(Sides, together, alternating, one, midline)

/// What the repetition detector follows.
enum class CountedBy {
  sum,     ///< left + right
  mean,    ///< (left + right) / 2
  leading  ///< the side that moves; for a midline movement its one channel
};
BOOST_DESCRIBE_ENUM(CountedBy, sum, mean, leading)

/// Out and back; 4–6 s a cycle is the wellness tempo (trial protocols: 2 s).
struct Repeat {
  static constexpr std::string_view tag = "repeat";
  Time out{2'500'000'000};
  Time back{2'500'000'000};
  Time stay{0};  ///< at the end, before it goes back [0..5 s]

  STRETCHCORE_API void validate() const;
  bool operator==(const Repeat&) const = default;
};
BOOST_DESCRIBE_STRUCT(Repeat, (), (out, back, stay))

/// Out, stay, back. 10–30 s a hold, 60 s in all (ACSM position stand, Garber 2011).
struct Hold {
  static constexpr std::string_view tag = "hold";
  Time duration{30'000'000'000};
  int holds_each_side = 2;

  STRETCHCORE_API void validate() const;
  bool operator==(const Hold&) const = default;
};
BOOST_DESCRIBE_STRUCT(Hold, (), (duration, holds_each_side))

/// Press gently against the stretch, let go, then hold: 3–6 s at 20–75 % effort, then 10–30 s (Garber 2011).
struct ContractRelax {
  static constexpr std::string_view tag = "contract_relax";
  Time contract{6'000'000'000};
  Time hold{20'000'000'000};
  int holds_each_side = 2;
  double effort = 0.3;  ///< share of the full force to press with [0.1..0.75]
  Text press{};         ///< what to do, as "Press your knees up into your hands"
  Text against{};       ///< what holds against it, as "your hands"

  STRETCHCORE_API void validate() const;
  bool operator==(const ContractRelax&) const = default;
};
BOOST_DESCRIBE_STRUCT(ContractRelax, (), (contract, hold, holds_each_side, effort, press, against))

using Effort = std::variant<Repeat, Hold, ContractRelax>;

inline constexpr Angle least_floor_amplitude = degrees(1);

/// What moves, how, and what counts as one repetition of it. All angles but `anatomy_back` are in the movement's
/// direction: of a negative one, −20° of the channel are 20°.
struct Movement {
  std::optional<Motion> motion{};  ///< none: by feel, because no channel shows it
  MotionDirection direction = MotionDirection::positive;
  Sides sides = Sides::together;
  std::optional<Stretches> stretches{};  ///< of a motion of the midline that takes turns
  Effort effort = Repeat{};
  CountedBy counted_by = CountedBy::sum;
  Angle floor_amplitude = degrees(12);  ///< least rise of the counted signal from its last valley
  /// Least height of the counted signal: above 0°, or above where the person rested, if that is clearly below it.
  Angle floor_level{};
  Time shortest_repetition{1'000'000'000};
  Angle anatomy = degrees(85);          ///< no target beyond this, per side [−90..180]
  std::optional<Angle> anatomy_back{};  ///< of `both`: how far the other end is from 0° [0..180]

  STRETCHCORE_API void validate() const;
  bool operator==(const Movement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Movement, (),
                      (motion, direction, sides, stretches, effort, counted_by, floor_amplitude, floor_level,
                       shortest_repetition, anatomy, anatomy_back))

/// Whether one side can do it without the other.
inline bool has_one_sided_form(const Movement& movement) {
  return movement.sides != Sides::midline && (!movement.motion || paired(*movement.motion));
}

/// Whether the two ends of a motion of the midline are its sides.
inline bool left_and_right_of_midline(const Movement& movement) {
  return movement.motion && !paired(*movement.motion) && movement.sides != Sides::midline;
}

}  // namespace stretchcore
