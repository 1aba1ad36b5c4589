#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>

#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/side.hpp>

namespace stretchcore {

/// What can hold a target down.
enum class Limit {
  side_that_stops_first,  ///< the lower range, less its error and the margin
  prescription,
  anatomy,
  clinician,
  progress,  ///< no more than the start plus what a session may add
  ramp_in,   ///< the first repetitions of a block
  eased      ///< somebody or something asked for less
};
BOOST_DESCRIBE_ENUM(Limit, side_that_stops_first, prescription, anatomy, clinician, progress, ramp_in, eased)

/// How far to go, per side, and what keeps it there.
struct Target {
  Angle angle{};
  Limit limited_by = Limit::anatomy;
  std::optional<Side> side;  ///< the side whose own limit it is; a number to follow, not yet a thing to say

  bool operator==(const Target&) const = default;
};
BOOST_DESCRIBE_STRUCT(Target, (), (angle, limited_by, side))

}  // namespace stretchcore
