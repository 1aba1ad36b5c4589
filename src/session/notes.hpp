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
  bool brief = false;

  bool operator==(const CueRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(CueRecord, (), (time, cue, side, count, parts, brief))

/// A change of a rule's verdict, as the state keeps it.
struct RuleRecord {
  Time time{0};
  int rule = 0;
  std::optional<Side> side;
  RuleVerdict verdict = RuleVerdict::ok;

  bool operator==(const RuleRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleRecord, (), (time, rule, side, verdict))

/// A symptom that was reported, as the state keeps it.
struct SymptomRecord {
  Time time{0};
  int symptom = 0;  ///< its place in the plan
  std::optional<Side> side;
  Urgency urgency = Urgency::rest;  ///< an emergency once help is needed

  bool operator==(const SymptomRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(SymptomRecord, (), (time, symptom, side, urgency))

/// Consecutive repetitions of the session, by position: [from, to).
struct Openings {
  int from = 0;
  int to = 0;

  bool operator==(const Openings&) const = default;
};
BOOST_DESCRIBE_STRUCT(Openings, (), (from, to))

}  // namespace stretchcore
