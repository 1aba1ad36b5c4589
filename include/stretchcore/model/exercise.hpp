#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/body_position.hpp>
#include <stretchcore/model/contraindication.hpp>
#include <stretchcore/model/cue.hpp>
#include <stretchcore/model/dose.hpp>
#include <stretchcore/model/movement.hpp>
#include <stretchcore/model/rule.hpp>
#include <stretchcore/model/symptom.hpp>
#include <stretchcore/model/text.hpp>

namespace stretchcore {

/// Something to have at hand.
struct Prop {
  std::string id{};
  bool optional = false;
  Text name{};
  Text why{};

  bool operator==(const Prop&) const = default;
};
BOOST_DESCRIBE_STRUCT(Prop, (), (id, optional, name, why))

/// Where and with what.
struct Setup {
  Text position{};
  std::vector<Prop> props{};
  std::optional<BodyPosition> body{};  ///< legs_up, lying, sitting or standing: the words in an emergency follow it

  bool operator==(const Setup&) const = default;
};
BOOST_DESCRIBE_STRUCT(Setup, (), (position, props, body))

/// A part of the body that stays quiet: while it is further than `tolerance` from neutral, range does not count.
struct Guard {
  Motion motion = Motion::pelvis_list;
  Angle tolerance = degrees(5);
  Text words{};

  STRETCHCORE_API void validate() const;
  bool operator==(const Guard&) const = default;
};
BOOST_DESCRIBE_STRUCT(Guard, (), (motion, tolerance, words))

/// How well a statement is supported.
enum class Support {
  lesson,     ///< the lesson says so; research does not back it as stated
  mixed,      ///< some studies do, some do not
  supported,  ///< a review or several studies do
  design      ///< chosen for this library
};
BOOST_DESCRIBE_ENUM(Support, lesson, mixed, supported, design)

/// What a lesson says it is good for. Quoted as that, never promised.
struct Benefit {
  Text text{};
  Support support = Support::lesson;
  std::string source{};

  bool operator==(const Benefit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Benefit, (), (text, support, source))

/// Where a number or a statement of the exercise comes from.
struct Evidence {
  std::string statement{};
  Support support = Support::design;
  std::string source{};

  bool operator==(const Evidence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (statement, support, source))

/// A stretch as it is written down: all that a session needs to guide it, and all that a catalog shows.
struct Exercise {
  std::string id{};  ///< kebab-case, "dynamic-inner-thigh-stretch"
  int version = 1;
  Text name{};
  Text summary{};
  std::vector<std::string> muscles{};
  Setup setup{};
  Movement movement{};
  std::vector<Guard> guards{};
  Dose dose{};
  Text breathing{};
  std::vector<Cue> cues{};
  std::vector<Rule> rules{};
  std::vector<StopSymptom> stop_symptoms{};
  std::vector<Contraindication> contraindications{};
  std::vector<std::string> easier{};  ///< ids of exercises that lead here
  std::vector<std::string> harder{};  ///< ids of exercises that this one leads to
  std::vector<Benefit> benefits{};
  std::vector<Evidence> evidence{};

  /// Structure only; `check` also compiles the rules and resolves the words. Throws `InvalidModel`.
  STRETCHCORE_API void validate() const;
  bool operator==(const Exercise&) const = default;
};
BOOST_DESCRIBE_STRUCT(Exercise, (),
                      (id, version, name, summary, muscles, setup, movement, guards, dose, breathing, cues, rules,
                       stop_symptoms, contraindications, easier, harder, benefits, evidence))

}  // namespace stretchcore
