#pragma once

#include <boost/describe/class.hpp>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/health.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

/// A time in which a channel could not be trusted, and why.
struct HealthSpan {
  Channel channel = Channel::hip_abduction_left;
  Health health = Health::absent;
  Time start{0};
  Time end{0};

  bool operator==(const HealthSpan&) const = default;
};
BOOST_DESCRIBE_STRUCT(HealthSpan, (), (channel, health, start, end))

/// Where the channels of a recording were not to be trusted, judged as a session judges them: channel by channel, in
/// order of time. What was not seen for longer than `stale_after` is so from where it was seen last. All other times
/// were fresh.
STRETCHCORE_API std::vector<HealthSpan> signal_health(const Recording& recording);

}  // namespace stretchcore
