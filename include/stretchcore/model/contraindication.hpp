#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>

#include <stretchcore/model/text.hpp>

namespace stretchcore {

/// How a condition bears on an exercise.
enum class Caution {
  avoid,  ///< not without a professional's word
  modify  ///< gentler, with the change that is named
};
BOOST_DESCRIBE_ENUM(Caution, avoid, modify)

/// A condition with which an exercise should not be done, or not as it stands.
struct Contraindication {
  std::string code{};  ///< snake_case, "recent_hip_surgery"
  Caution caution = Caution::avoid;
  Text text{};
  Text instead{};  ///< what to do instead, or how to change it

  void validate() const;
  bool operator==(const Contraindication&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contraindication, (), (code, caution, text, instead))

}  // namespace stretchcore
