#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/session/summary.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

/// How one rule fared over a recording: time spent in each verdict.
struct RuleRow {
  std::string rule;
  std::optional<Side> side;
  RuleVerdict worst = RuleVerdict::ok;
  Time ok{0};
  Time violated{0};
  Time unknown{0};
  int violations = 0;
  std::optional<Angle> widened_to;  ///< the limit it was judged by, where its own is within the error of the source

  bool operator==(const RuleRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleRow, (), (rule, side, worst, ok, violated, unknown, violations, widened_to))

/// What a recording shows. No phases, no targets, no stops.
struct Analysis {
  std::string exercise;
  Source source = Source::phone_camera;
  std::vector<Repetition> repetitions;
  std::vector<Attempt> attempts;
  Bilateral<Estimate> ranges{};
  Asymmetry asymmetry{};
  std::vector<RuleRow> rule_table;
  Coverage coverage;
  int samples = 0;
  int samples_rejected = 0;  ///< of them, those of which something was not taken

  /// A few sentences.
  STRETCHCORE_API std::string text(std::string_view language = "en") const;

  bool operator==(const Analysis&) const = default;
};
BOOST_DESCRIBE_STRUCT(Analysis, (),
                      (exercise, source, repetitions, attempts, ranges, asymmetry, rule_table, coverage, samples,
                       samples_rejected))

/// Repetitions, ranges, sides and rule verdicts of a recording, each with its error.
/// The error model is the recording's own source where it says one, else the options'.
STRETCHCORE_API Analysis analyse(const Recording& recording, const Exercise& exercise,
                                 const SessionOptions& options = {});

/// What the coach would have said to this recording.
struct Outcome {
  std::vector<Event> events;
  Summary summary;

  bool operator==(const Outcome&) const = default;
};

/// Plays a recording to a session that cannot be heard: `start` comes with the first sample, responses are listed and
/// not obeyed, repetitions beyond a target count as `over_target`. A recording is short, so measuring is quick.
/// `exercises` as for `Session`.
STRETCHCORE_API Outcome coach(const Recording& recording, const Exercise& exercise, const Person& person = {},
                              SessionOptions options = {.precision = Precision::quick},
                              std::span<const Exercise> exercises = {});

}  // namespace stretchcore
