#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/motion_limit.hpp>
#include <stretchcore/model/pain.hpp>
#include <stretchcore/quantity/side.hpp>

namespace stretchcore {

/// How close to easy the target may come: 5 % inside it, or 20 % for those who should be careful.
enum class Profile { standard, cautious };
BOOST_DESCRIBE_ENUM(Profile, standard, cautious)

/// What is known of a condition. Not asked, not answered and not sure are all `unknown`, never `no`.
enum class Fact { unknown, no, yes };
BOOST_DESCRIBE_ENUM(Fact, unknown, no, yes)

/// A professional agreed, although a condition speaks against it.
struct Clearance {
  std::string code{};      ///< of the condition, or the id of a questionnaire
  std::string exercise{};  ///< id; empty: any exercise

  STRETCHCORE_API void validate() const;
  bool operator==(const Clearance&) const = default;
};
BOOST_DESCRIBE_STRUCT(Clearance, (), (code, exercise))

/// A health questionnaire as the app asked it. Its wording belongs to others, so only ids and answers are kept.
struct Questionnaire {
  std::vector<std::string> answers{};  ///< in its order, in its own words
  Fact clear = Fact::unknown;          ///< whether, by its own rules, nothing has to be cleared up first

  bool operator==(const Questionnaire&) const = default;
};
BOOST_DESCRIBE_STRUCT(Questionnaire, (), (answers, clear))

/// What is known about the person beforehand. No name: `key` is whatever opaque word the app uses.
struct Person {
  std::string key{};
  Profile profile = Profile::standard;
  std::vector<MotionLimit> limits{};  ///< how far joints may go, and how far a professional wants them to go
  PainProfile pain_profile = PainProfile::wellness;
  std::optional<PainLimits> pain_limits{};                ///< instead of the profile's own
  std::optional<Side> immobile_side{};                    ///< missing, or does not move: the other side works alone
  std::map<std::string, Fact> facts{};                    ///< code of a condition → yes, no, unknown
  std::vector<Clearance> clearances{};                    ///< what a professional agreed to
  std::map<std::string, Questionnaire> questionnaires{};  ///< id → answers

  STRETCHCORE_API void validate() const;
  bool operator==(const Person&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (key, profile, limits, pain_profile, pain_limits, immobile_side, facts, clearances,
                       questionnaires))

/// The limits that hold for a person's pain ratings.
inline PainLimits pain_limits(const Person& person) {
  return person.pain_limits.value_or(pain_limits(person.pain_profile));
}

}  // namespace stretchcore
