#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include <stretchcore/stream/event.hpp>

namespace stretchcore {

/// A cue that was given, as the state keeps it: numbers only.
struct CueRecord {
  Time time{0};
  int cue = 0;
  std::optional<Side> side;
  int count = 0;
  ChannelSet parts;

  bool operator==(const CueRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(CueRecord, (), (time, cue, side, count, parts))

/// A change of a rule's verdict, as the state keeps it.
struct RuleRecord {
  Time time{0};
  int rule = 0;
  std::optional<Side> side;
  RuleVerdict verdict = RuleVerdict::ok;

  bool operator==(const RuleRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleRecord, (), (time, rule, side, verdict))

}  // namespace stretchcore
