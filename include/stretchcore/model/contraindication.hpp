#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include <stretchcore/export.hpp>
#include <stretchcore/model/dose.hpp>
#include <stretchcore/model/text.hpp>

namespace stretchcore {

/// How a condition bears on an exercise. `strictness` has their order.
enum class Caution {
  fine,        ///< it was thought of, and does not matter here
  modify,      ///< gentler, with the change that is named
  avoid,       ///< not without a professional's word
  postpone,    ///< not today: it passes by itself, and no professional's word changes that
  substitute,  ///< another exercise for the same instead, or this one with a professional's word
  never        ///< whatever anybody says
};
BOOST_DESCRIBE_ENUM(Caution, fine, modify, avoid, postpone, substitute, never)

/// What follows where nothing is known of a condition.
enum class UnknownMeans {
  ask,    ///< it is asked about; until then it is unknown
  as_no,  ///< nothing: who has it would know, and says so
  modify  ///< only a form asks; until it says no it is unknown, and the exercise is done more gently
};
BOOST_DESCRIBE_ENUM(UnknownMeans, ask, as_no, modify)

/// The stricter of two cautions has the larger number.
constexpr int strictness(Caution caution) {
  switch (caution) {
    case Caution::fine:
      return 0;
    case Caution::modify:
      return 1;
    case Caution::substitute:
      return 2;
    case Caution::postpone:
      return 3;
    case Caution::avoid:
      return 4;
    case Caution::never:
      break;
  }
  return 5;
}

/// A condition to ask about before, and what follows for this exercise.
struct Contraindication {
  std::string code{};  ///< snake_case, "recent_hip_surgery"
  Caution caution = Caution::avoid;
  Text text{};
  Text instead{};              ///< what to do instead, or how to change it
  double most_of_easy = 1.0;   ///< the share of what is easy that is left [0.1..1]
  std::optional<Goal> goal{};  ///< what it is then done for
  UnknownMeans unknown_means = UnknownMeans::ask;
  std::string source{};  ///< of a caution that is milder than what follows from the demands of the exercise

  STRETCHCORE_API void validate() const;
  bool operator==(const Contraindication&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contraindication, (), (code, caution, text, instead, most_of_easy, goal, unknown_means, source))

}  // namespace stretchcore
