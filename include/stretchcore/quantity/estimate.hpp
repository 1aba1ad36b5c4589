#pragma once

#include <boost/describe/class.hpp>

#include <stretchcore/quantity/angle.hpp>

namespace stretchcore {

/// A value with what is known about its error. Nothing is claimed without one.
struct Estimate {
  Angle value{};
  Angle standard_error{};    ///< everything that is uncertain: repetition noise and the sensor
  Angle within_session{};    ///< the part that repetition noise alone explains; the rest is the sensor's
  int count = 0;             ///< openings it rests on; 0 = nothing was measured
  bool error_known = false;  ///< the error was given, not estimated from the openings themselves

  bool known() const { return count > 0; }
  bool operator==(const Estimate&) const = default;
};
BOOST_DESCRIBE_STRUCT(Estimate, (), (value, standard_error, within_session, count, error_known))

/// The angles between two ends, both included.
struct Interval {
  Angle low{};
  Angle high{};

  bool contains(Angle angle) const { return low <= angle && angle <= high; }
  bool operator==(const Interval&) const = default;
};
BOOST_DESCRIBE_STRUCT(Interval, (), (low, high))

}  // namespace stretchcore
