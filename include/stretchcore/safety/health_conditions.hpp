#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/contraindication.hpp>
#include <stretchcore/model/exercise.hpp>

namespace stretchcore {

/// The codes of the conditions that the library knows, sorted. An exercise may list codes of its own beside them.
STRETCHCORE_API std::span<const std::string_view> condition_codes();

/// Whether the library knows this condition.
STRETCHCORE_API bool is_condition(std::string_view code);

/// Where a condition is asked about.
enum class AskedIn {
  health_question,  ///< by a question before the session
  form,             ///< by an app beforehand
  never             ///< nowhere: only an app can know it, as the time of day
};
BOOST_DESCRIBE_ENUM(AskedIn, health_question, form, never)

/// A condition that the library knows.
struct HealthCondition {
  std::string code{};
  Text text{};  ///< what it is, as a person says it
  AskedIn asked_in = AskedIn::form;
  UnknownMeans unknown_means = UnknownMeans::ask;
  std::string part_of{};  ///< code of a wider one, which does not count for a person who has this one

  bool operator==(const HealthCondition&) const = default;
};
BOOST_DESCRIBE_STRUCT(HealthCondition, (), (code, text, asked_in, unknown_means, part_of))

/// All of them, in the order of their codes.
STRETCHCORE_API std::vector<HealthCondition> health_conditions();

/// What follows from what an exercise asks of the body, its position included, for every condition that matters: the
/// strictest row of `src/safety/conditions.json`. Empty for an exercise without `demands`.
STRETCHCORE_API std::vector<Contraindication> derived_conditions(const Exercise& exercise);

/// The exercise with all that speaks against it: its own list, and what follows from its demands besides.
STRETCHCORE_API Exercise with_conditions(Exercise exercise);

}  // namespace stretchcore
