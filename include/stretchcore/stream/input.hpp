#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <stretchcore/export.hpp>
#include <stretchcore/model/symptom.hpp>
#include <stretchcore/quantity/side.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/posture.hpp>
#include <stretchcore/stream/question.hpp>

namespace stretchcore {

// What goes into a session. A report without a time, with an earlier one, or with one more than a second ahead of what
// postures and ticks have told, counts as now: it is never refused for its time.

/// Time passes. Call it from a timer, always; silence of a sensor becomes visible through it. Best by the clock of the
/// postures; another one is read beside it.
struct Tick {
  static constexpr std::string_view tag = "tick";
  Time time{0};

  bool operator==(const Tick&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tick, (), (time))

enum class Action {
  start,
  pause,
  resume,
  ease,        ///< less far
  more,        ///< another block
  enough,      ///< end well, through the way out
  stop,        ///< end now, through the way out
  away,        ///< a pause in which she may get up: before it goes on she is set up, and measured, anew
  acknowledge  ///< the call for help was seen to: it is not said again
};
BOOST_DESCRIBE_ENUM(Action, start, pause, resume, ease, more, enough, stop, away, acknowledge)

struct Command {
  static constexpr std::string_view tag = "command";
  std::optional<Time> time{};
  Action action = Action::start;

  bool operator==(const Command&) const = default;
};
BOOST_DESCRIBE_STRUCT(Command, (), (time, action))

struct SymptomReport {
  static constexpr std::string_view tag = "symptom_report";
  std::optional<Time> time{};
  Symptom symptom = Symptom::something_wrong;
  std::optional<Side> side{};
  std::string id{};  ///< of one of the exercise's own; one that it does not have stops as `sharp_pain`

  bool operator==(const SymptomReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(SymptomReport, (), (time, symptom, side, id))

enum class Feeling { freer, same, tighter };
BOOST_DESCRIBE_ENUM(Feeling, freer, same, tighter)

/// What changed, as it feels.
struct FeltChange {
  static constexpr std::string_view tag = "felt_change";
  std::optional<Time> time{};
  Feeling feeling = Feeling::same;

  bool operator==(const FeltChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(FeltChange, (), (time, feeling))

enum class Stretch { nothing, comfortable, too_much };
BOOST_DESCRIBE_ENUM(Stretch, nothing, comfortable, too_much)

/// How strong the stretch is, as it feels. Not pain.
struct FeltStretch {
  static constexpr std::string_view tag = "felt_stretch";
  std::optional<Time> time{};
  Stretch stretch = Stretch::comfortable;

  bool operator==(const FeltStretch&) const = default;
};
BOOST_DESCRIBE_STRUCT(FeltStretch, (), (time, stretch))

enum class FirstSide { left, right, same };
BOOST_DESCRIBE_ENUM(FirstSide, left, right, same)

/// Which side stops first, as it feels.
struct FeltSide {
  static constexpr std::string_view tag = "felt_side";
  std::optional<Time> time{};
  FirstSide side = FirstSide::same;

  bool operator==(const FeltSide&) const = default;
};
BOOST_DESCRIBE_STRUCT(FeltSide, (), (time, side))

/// Pain on the numeric rating scale [0..10], LOINC 72514-3. What follows is up to the person's `PainLimits`.
struct PainRating {
  static constexpr std::string_view tag = "pain_rating";
  std::optional<Time> time{};
  int rating = 0;

  STRETCHCORE_API void validate() const;
  bool operator==(const PainRating&) const = default;
};
BOOST_DESCRIBE_STRUCT(PainRating, (), (time, rating))

enum class Speech { started, finished, failed };
BOOST_DESCRIBE_ENUM(Speech, started, finished, failed)

/// What the app's voice did with a cue; `cue` is the number that `CueGiven` carried.
struct CueSpoken {
  static constexpr std::string_view tag = "cue_spoken";
  std::optional<Time> time{};
  int cue = 0;
  Speech speech = Speech::finished;

  bool operator==(const CueSpoken&) const = default;
};
BOOST_DESCRIBE_STRUCT(CueSpoken, (), (time, cue, speech))

/// The answer to a question that was asked; `id` is the question's.
struct Answer {
  static constexpr std::string_view tag = "answer";
  std::optional<Time> time{};
  int id = 0;
  Choice choice = Choice::enough;
  std::string code{};  ///< with a yes to `health` or `which`: the condition that is meant

  bool operator==(const Answer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (time, id, choice, code))

using Input = std::variant<Posture, Tick, Command, SymptomReport, FeltChange, FeltStretch, FeltSide, PainRating,
                           CueSpoken, Answer>;

}  // namespace stretchcore
