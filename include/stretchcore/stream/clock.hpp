#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string_view>

#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// The two that tell a session the time. A report tells none: it is at most a second ahead of them.
enum class Clock { postures, ticks };
BOOST_DESCRIBE_ENUM(Clock, postures, ticks)

/// A clock that had jumped was taken over: from here on the session reads its new time. The session's own time, which
/// every event carries, went on meanwhile and was never set back.
struct ClockAdopted {
  static constexpr std::string_view tag = "clock_adopted";
  Time time{0};
  Clock clock = Clock::postures;
  Time by{0};            ///< so far ahead it had jumped; below zero: back
  bool bridged = false;  ///< the other clock told the time all the while, so that it is known how long nothing was seen

  bool operator==(const ClockAdopted&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClockAdopted, (), (time, clock, by, bridged))

}  // namespace stretchcore
