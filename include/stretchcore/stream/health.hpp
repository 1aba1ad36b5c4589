#pragma once

#include <boost/describe/enum.hpp>

namespace stretchcore {

/// Whether a channel can be trusted now.
enum class Health {
  fresh,
  absent,  ///< postures come, this channel is not in them
  stale,   ///< nothing has come for half a second
  frozen   ///< the same number, to the last bit, for longer than any sensor repeats itself
};
BOOST_DESCRIBE_ENUM(Health, fresh, absent, stale, frozen)

/// Why a sample was not taken.
enum class Rejection {
  time_repeated,
  time_decreased,
  not_a_number,
  not_finite,    ///< an infinite angle, or a time beyond a century
  beyond_joint,  ///< further than the joint can go
  too_fast       ///< further from the last value than the joint can move over the gap
};
BOOST_DESCRIBE_ENUM(Rejection, time_repeated, time_decreased, not_a_number, not_finite, beyond_joint, too_fast)

}  // namespace stretchcore
