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
  fine,     ///< it was thought of, and does not matter here
  modify,   ///< gentler, with the change that is named
  avoid,    ///< not without a professional's word
  postpone  ///< not today: it passes by itself, and no professional's word changes that
};
BOOST_DESCRIBE_ENUM(Caution, fine, modify, avoid, postpone)

/// The stricter of two cautions has the larger number.
constexpr int strictness(Caution caution) {
  switch (caution) {
    case Caution::fine:
      return 0;
    case Caution::modify:
      return 1;
    case Caution::postpone:
      return 2;
    case Caution::avoid:
      break;
  }
  return 3;
}

/// A condition to ask about before, and what follows for this exercise.
struct Contraindication {
  std::string code{};  ///< snake_case, "recent_hip_surgery"
  Caution caution = Caution::avoid;
  Text text{};
  Text instead{};              ///< what to do instead, or how to change it
  double most_of_easy = 1.0;   ///< the share of what is easy that is left (0..1]
  std::optional<Goal> goal{};  ///< what it is then done for

  STRETCHCORE_API void validate() const;
  bool operator==(const Contraindication&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contraindication, (), (code, caution, text, instead, most_of_easy, goal))

}  // namespace stretchcore
