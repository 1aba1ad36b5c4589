#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/rule.hpp>
#include <stretchcore/model/text.hpp>

namespace stretchcore {

/// What the person may feel that outranks every sensor. Names for those who report it; the words are in `StopSymptom`.
enum class Symptom {
  numbness,
  tingling,
  burning,
  sharp_pain,
  something_wrong,  ///< whatever it is: whether help is needed is asked before it is an emergency
  front_of_hip_pinch,
  pubic_pain,
  joint_locking,  ///< catching, giving way
  inner_knee_pain,
  back_or_spreading_leg_pain,
  calf_pain_or_swelling,
  chest_pain_or_breathlessness,  ///< also fainting, and a face, an arm or speech that fails
  head_or_vision,                ///< dizziness, headache, changed sight, nausea
  saddle_numbness_or_bladder,
  cramp,
  strong_pain,  ///< a pain rating beyond what the person's limits allow
  other         ///< one of the exercise's own, by its id
};
BOOST_DESCRIBE_ENUM(Symptom, numbness, tingling, burning, sharp_pain, something_wrong, front_of_hip_pinch, pubic_pain,
                    joint_locking, inner_knee_pain, back_or_spreading_leg_pain, calf_pain_or_swelling,
                    chest_pain_or_breathlessness, head_or_vision, saddle_numbness_or_bladder, cramp, strong_pain, other)

/// How soon somebody else should look at it, least first.
enum class Urgency {
  rest,          ///< it should pass; if it stays or comes back, have it looked at
  professional,  ///< have it looked at before the next session
  today,         ///< have it looked at today
  emergency      ///< call for help now
};
BOOST_DESCRIBE_ENUM(Urgency, rest, professional, today, emergency)

/// How the way out ends.
enum class WayOut {
  rise,  ///< through its steps to getting up, then the advice
  stay   ///< the advice at once, and staying down: nobody who is dizzy is told to get up
};
BOOST_DESCRIBE_ENUM(WayOut, rise, stay)

/// Where it is felt.
enum class Place {
  side,  ///< left or right can be told
  body   ///< of the whole person
};
BOOST_DESCRIBE_ENUM(Place, side, body)

/// What a symptom asks of a session. What an exercise leaves out of its entry is that of the standard one.
struct StopSymptom {
  Symptom symptom = Symptom::something_wrong;
  std::string id{};  ///< snake_case, of an own one ("scar_pull", with `other`); the others are named by their symptom
  Text name{};       ///< as on a button
  std::optional<Response> response{};  ///< stop: latched; pause: rest, and go on less far when the person wants to
  std::optional<Urgency> urgency{};
  std::optional<WayOut> way_out{};  ///< of a stop; in an emergency it is always `stay`
  std::optional<Place> place{};
  Text advice{};       ///< said after the way out
  Text reviewed_by{};  ///< who has read the words, by language

  STRETCHCORE_API void validate() const;
  bool operator==(const StopSymptom&) const = default;
};
BOOST_DESCRIBE_STRUCT(StopSymptom, (), (symptom, id, name, response, urgency, way_out, place, advice, reviewed_by))

/// What every exercise listens for, whole and with words in English, German and Spanish: all but `other`, in their
/// order.
STRETCHCORE_API std::vector<StopSymptom> standard_symptoms();

/// What a session with these entries listens for, each of them whole: the standard ones in their order, as far as an
/// entry does not stand in their place, then the own ones. An own one that does not say so stops, and a professional
/// should look at it before the next session.
STRETCHCORE_API std::vector<StopSymptom> heard_symptoms(const std::vector<StopSymptom>& entries);

/// No exercise may leave these out or make them milder: the four of the lesson, and what cannot wait.
STRETCHCORE_API bool indispensable(Symptom symptom);

}  // namespace stretchcore
