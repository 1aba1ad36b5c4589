#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

/// One thing that bears on the exercise, and what it alone comes to.
struct ScreeningReason {
  std::string code{};  ///< of the condition, or the id of a questionnaire
  ScreeningVerdict verdict = ScreeningVerdict::modified;
  bool agreed = false;  ///< a professional agreed to what would need clearance
  Text text{};
  Text instead{};

  bool operator==(const ScreeningReason&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScreeningReason, (), (code, verdict, agreed, text, instead))

/// What comes of the facts about a person for an exercise.
struct Screening {
  ScreeningVerdict verdict = ScreeningVerdict::cleared;
  std::vector<ScreeningReason> reasons{};  ///< what is known to bear on it, strictest first
  std::vector<std::string> unknown{};      ///< codes of what is not known
  Goal goal = Goal::gain_range;            ///< what it is done for
  double most_of_easy = 1.0;               ///< the share of what is easy that is left (0..1]
  std::optional<Angle> limit{};            ///< the least of the limits that hold its target
  std::vector<std::string> easier{};       ///< ids of easier ones that this person may do, where this one does not fit

  bool operator==(const Screening&) const = default;
};
BOOST_DESCRIBE_STRUCT(Screening, (), (verdict, reasons, unknown, goal, most_of_easy, limit, easier))

/// What is left of easy where a professional agreed and the exercise names no share of its own, as for a person who
/// moves only easily.
inline constexpr double agreed_share = 0.8;

/// So many repetitions at most in a block for somebody who moves only easily: eight to ten.
inline constexpr int easy_repetitions = 10;

/// Whether the exercise fits the person, and how. More that is known to bear on it never makes it milder, and what is
/// unknown is never taken for a no.
///
/// `exercises` are those that may be offered instead: each easier one is screened too, and those of one that this
/// person may not do are looked at in its place. Without them nothing is offered, for nothing else was screened.
///
/// `options` are those of the session to come: a target holds the limit of a joint only where its source can tell how
/// far the person goes.
///
/// Throws `InvalidModel` for a fact whose code neither these exercises nor `condition_codes` know.
STRETCHCORE_API Screening screen(const Person& person, const Exercise& exercise,
                                 std::span<const Exercise> exercises = {}, const SessionOptions& options = {});

/// The exercise as this person does it: for what goal, how often, with which side. Adapting it twice changes nothing
/// more.
STRETCHCORE_API Exercise adapted(Exercise exercise, const Person& person, const Screening& screening);

}  // namespace stretchcore
