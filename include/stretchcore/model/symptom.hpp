#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <stretchcore/model/text.hpp>

namespace stretchcore {

/// What the person may feel that ends the session at once, whatever any sensor says.
enum class Symptom { numbness, tingling, burning, sharp_pain, something_wrong };
BOOST_DESCRIBE_ENUM(Symptom, numbness, tingling, burning, sharp_pain, something_wrong)

/// How soon somebody else should look at it.
enum class Urgency {
  rest,          ///< it should pass; if it stays or comes back, have it looked at
  professional,  ///< have it looked at before the next session
  emergency      ///< call for help now
};
BOOST_DESCRIBE_ENUM(Urgency, rest, professional, emergency)

/// What a symptom asks of an exercise: how urgent it is, and the words after the way out.
struct StopSymptom {
  Symptom symptom = Symptom::something_wrong;
  Urgency urgency = Urgency::rest;
  Text advice{};

  bool operator==(const StopSymptom&) const = default;
};
BOOST_DESCRIBE_STRUCT(StopSymptom, (), (symptom, urgency, advice))

}  // namespace stretchcore
