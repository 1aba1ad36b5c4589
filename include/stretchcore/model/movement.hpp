#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string_view>
#include <variant>

#include <stretchcore/export.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// How the sides take part.
enum class Sides {
  together,     ///< both at once, both held to the side that stops first
  alternating,  ///< in turn, repetition by repetition
  one,          ///< one side for its whole time, then the other for the same time
  midline       ///< no sides: pelvis, spine, neck
};
BOOST_DESCRIBE_ENUM(Sides, together, alternating, one, midline)

/// What the repetition detector follows.
enum class CountedBy {
  sum,     ///< left + right
  mean,    ///< (left + right) / 2
  leading  ///< the side that moves; for a midline movement its one channel
};
BOOST_DESCRIBE_ENUM(CountedBy, sum, mean, leading)

/// Out and back without staying; 4–6 s a cycle is the wellness tempo (trial protocols: 2 s).
struct Repeat {
  static constexpr std::string_view tag = "repeat";
  Time out{2'500'000'000};
  Time back{2'500'000'000};

  STRETCHCORE_API void validate() const;
  bool operator==(const Repeat&) const = default;
};
BOOST_DESCRIBE_STRUCT(Repeat, (), (out, back))

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

  STRETCHCORE_API void validate() const;
  bool operator==(const ContractRelax&) const = default;
};
BOOST_DESCRIBE_STRUCT(ContractRelax, (), (contract, hold, holds_each_side))

using Effort = std::variant<Repeat, Hold, ContractRelax>;

inline constexpr Angle least_floor_amplitude = degrees(1);

/// What moves, how, and what counts as one repetition of it.
struct Movement {
  Motion motion = Motion::hip_abduction;
  Sides sides = Sides::together;
  Effort effort = Repeat{};
  CountedBy counted_by = CountedBy::sum;
  Angle floor_amplitude = degrees(12);  ///< least rise of the counted signal from its last valley
  Angle floor_level = degrees(28);      ///< least height of the counted signal
  Time shortest_repetition{1'000'000'000};
  Angle anatomy = degrees(85);  ///< no target beyond this, per side [0..180]

  STRETCHCORE_API void validate() const;
  bool operator==(const Movement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Movement, (),
                      (motion, sides, effort, counted_by, floor_amplitude, floor_level, shortest_repetition, anatomy))

}  // namespace stretchcore
