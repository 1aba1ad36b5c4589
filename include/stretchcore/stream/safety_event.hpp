#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string_view>

#include <stretchcore/model/rule.hpp>
#include <stretchcore/model/symptom.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/side.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/input.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

// The events of event.hpp that say whether it goes on.

/// What is known of the person: how many things bear on the exercise, and how many are not known. It comes at the
/// start, and again after each answer that changes it. `Session::screening` says which.
struct Screened {
  static constexpr std::string_view tag = "screened";
  Time time{0};
  ScreeningVerdict verdict = ScreeningVerdict::cleared;
  int reasons = 0;
  int unknown = 0;

  bool operator==(const Screened&) const = default;
};
BOOST_DESCRIBE_STRUCT(Screened, (), (time, verdict, reasons, unknown))

/// A symptom stopped the session, or made it rest. An app may show an emergency button by `urgency`.
struct SymptomHeard {
  static constexpr std::string_view tag = "symptom_heard";
  Time time{0};
  Symptom symptom = Symptom::something_wrong;
  std::optional<Side> side{};
  Urgency urgency = Urgency::rest;
  Response response = Response::stop;  ///< stop is latched; after a pause the person may go on
  int advice = -1;                     ///< cue number, −1 = no words
  int listed = -1;                     ///< place in the exercise's `stop_symptoms`, −1 = a standard one

  bool operator==(const SymptomHeard&) const = default;
};
BOOST_DESCRIBE_STRUCT(SymptomHeard, (), (time, symptom, side, urgency, response, advice, listed))

/// Help is needed: show the call, large, with `SessionOptions::emergency_number`. It is told, and said, again until
/// `Action::acknowledge`, also before the start and after the end.
struct Emergency {
  static constexpr std::string_view tag = "emergency";
  Time time{0};
  Symptom symptom = Symptom::something_wrong;
  std::optional<Side> side{};
  int cue = -1;        ///< the number of the call's words; what to do with the body follows as another cue
  int times_said = 1;  ///< with this time
  Time repeat_after{0};

  bool operator==(const Emergency&) const = default;
};
BOOST_DESCRIBE_STRUCT(Emergency, (), (time, symptom, side, cue, times_said, repeat_after))

/// A rule is judged only from a wider limit on than it was written with: nearer to zero the source would report its own
/// noise. `limit` is twice the error of one repetition.
struct RuleWidened {
  static constexpr std::string_view tag = "rule_widened";
  Time time{0};
  int rule = 0;  ///< its place in the exercise
  Angle limit{};

  bool operator==(const RuleWidened&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleWidened, (), (time, rule, limit))

/// Why the session does not go on although somebody asked for it.
enum class Refusal {
  needs_clearance,  ///< a professional has not yet agreed
  stopped_by_symptom,
  stopped_by_rule,
  stopped_by_person,
  over,           ///< it has ended, or is on its way out
  signal_lost,    ///< it goes on by itself when it sees again
  rule_violated,  ///< it goes on by itself when the rule is ok again
  postponed       ///< not today, for something that passes by itself
};
BOOST_DESCRIBE_ENUM(Refusal, needs_clearance, stopped_by_symptom, stopped_by_rule, stopped_by_person, over, signal_lost,
                    rule_violated, postponed)

/// A command to start, to go on or to do more that is not obeyed.
struct CommandRefused {
  static constexpr std::string_view tag = "command_refused";
  Time time{0};
  Action action = Action::resume;
  Refusal reason = Refusal::over;

  bool operator==(const CommandRefused&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommandRefused, (), (time, action, reason))

}  // namespace stretchcore
