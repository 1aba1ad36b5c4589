#pragma once

#include <boost/describe/enum.hpp>

namespace stretchcore {

/// Whether a channel can be trusted now.
enum class Health {
  fresh,
  absent,       ///< postures come, this channel is not in them: not seen, or its source does not trust it
  stale,        ///< nothing has come for half a second
  frozen,       ///< the same number, to the last bit, for longer than any sensor repeats itself
  implausible,  ///< too many of its numbers are beyond what the joint can do
  jumping,      ///< it leaps as no joint does, again and again
  too_slow      ///< it is seen in glimpses more than half a second apart, too few to watch
};
BOOST_DESCRIBE_ENUM(Health, fresh, absent, stale, frozen, implausible, jumping, too_slow)

/// Why a sample was not taken.
enum class Rejection {
  time_repeated,
  time_decreased,
  not_a_number,
  not_finite,    ///< an infinite angle, or a time beyond a century
  beyond_joint,  ///< further than the joint can go
  too_fast,      ///< further from the last value than the joint can move over the gap
  journal_full,  ///< a journal could not keep up with it; the session did not see it either
  time_leapt     ///< its time is far ahead of all that was told before: a wrong one, or another clock's
};
BOOST_DESCRIBE_ENUM(Rejection, time_repeated, time_decreased, not_a_number, not_finite, beyond_joint, too_fast,
                    journal_full, time_leapt)

}  // namespace stretchcore
