#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/quantity/estimate.hpp>
#include <stretchcore/safety/screening.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/input.hpp>
#include <stretchcore/stream/repetition.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

/// What the source could see.
struct Coverage {
  ChannelSet watched;
  ChannelSet cued_only;

  bool operator==(const Coverage&) const = default;
};
BOOST_DESCRIBE_STRUCT(Coverage, (), (watched, cued_only))

/// What the person said. Never overwritten by what was measured.
struct Felt {
  std::optional<Feeling> change;
  std::optional<FirstSide> side;
  std::optional<Stretch> stretch;
  std::optional<int> pain;              ///< highest rating given [0..10]
  Fact speaks_against = Fact::unknown;  ///< whether anything speaks against the exercise

  bool operator==(const Felt&) const = default;
};
BOOST_DESCRIBE_STRUCT(Felt, (), (change, side, stretch, pain, speaks_against))

/// A symptom as it was reported.
struct SymptomNote {
  Time time{0};
  Symptom symptom = Symptom::something_wrong;
  std::string id;  ///< of one of the exercise's own; "not_told": stopped, and did not say what they felt
  std::optional<Side> side;
  Urgency urgency = Urgency::rest;

  bool operator==(const SymptomNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(SymptomNote, (), (time, symptom, id, side, urgency))

/// A change of a rule's verdict, by the rule's id.
struct RuleNote {
  Time time{0};
  std::string rule;
  std::optional<Side> side;
  RuleVerdict verdict = RuleVerdict::ok;

  bool operator==(const RuleNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleNote, (), (time, rule, side, verdict))

/// Words that were given, by the cue's id.
struct CueNote {
  Time time{0};
  std::string cue;
  std::string text;  ///< in the session's language

  bool operator==(const CueNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(CueNote, (), (time, cue, text))

/// A hold. By feel it is one that was offered: nothing saw whether it was kept.
struct HoldNote {
  Time time{0};  ///< of its end
  std::optional<Side> side;
  Time kept{0};
  bool offered = false;

  bool operator==(const HoldNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(HoldNote, (), (time, side, kept, offered))

/// What happened, what changed, and how sure that is.
///
/// A list keeps the gravest and the latest entries when a session brings more than it has room for; the total beside it
/// counts all of them.
struct Summary {
  std::string exercise;
  Screening screening{};  ///< what was known of her beforehand, and what came of it
  Time started{0};
  Time ended{0};
  std::optional<EndReason> end_reason;  ///< nothing while the session goes on
  Coverage coverage;
  std::vector<Repetition> repetitions;
  int repetitions_total = 0;
  std::vector<Attempt> attempts;  ///< the latest ones
  int attempts_total = 0;
  std::vector<HoldNote> holds;
  int holds_total = 0;
  int offered_openings = 0;  ///< paced openings without a sensor: offered, not counted as done
  Bilateral<Estimate> range_before{};
  Bilateral<Estimate> range_after{};
  bool measured_anew = false;  ///< `range_before` is from after a break in which she may have got up, in mid-session
  Gain gain{};                 ///< of the mean of both sides
  Bilateral<Gain> gain_by_side{};
  Asymmetry asymmetry{};
  Felt felt;
  std::vector<SymptomNote> symptoms;
  int symptoms_total = 0;
  std::vector<RuleNote> rule_events;
  int rule_events_total = 0;
  std::vector<CueNote> cues;
  int cues_total = 0;
  int samples = 0;
  int samples_rejected = 0;  ///< of them, those of which something was not taken
  int events_dropped = 0;    ///< of calls that brought more events than fit

  /// A few sentences for the person: what they felt first, then what was measured and how sure it is.
  STRETCHCORE_API std::string text(std::string_view language = "en") const;

  bool operator==(const Summary&) const = default;
};
BOOST_DESCRIBE_STRUCT(Summary, (),
                      (exercise, screening, started, ended, end_reason, coverage, repetitions, repetitions_total,
                       attempts, attempts_total, holds, holds_total, offered_openings, range_before, range_after,
                       measured_anew, gain, gain_by_side, asymmetry, felt, symptoms, symptoms_total, rule_events,
                       rule_events_total, cues, cues_total, samples, samples_rejected, events_dropped))

}  // namespace stretchcore
