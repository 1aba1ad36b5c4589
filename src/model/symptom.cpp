#include <stretchcore/model/symptom.hpp>

#include "model/made_standard_symptoms.hpp"
#include "model/require.hpp"

namespace stretchcore {
namespace {

void require_own(const StopSymptom& stop) {
  if (stop.symptom != Symptom::other) {
    detail::require(stop.id.empty(), "id",
                    std::string{name(stop.symptom)} + " has no id; write the symptom \"other\" for one of your own");
    return;
  }
  detail::require_snake_case("id", stop.id);
  detail::require(!named<Symptom>(stop.id), "id", "\"" + stop.id + "\" is a symptom already; write it as \"symptom\"");
  detail::require_words("name", stop.name);
  detail::require_words("advice", stop.advice);
}

/// What cannot be left out cannot be made milder either.
void require_as_strict(const StopSymptom& stop) {
  if (!indispensable(stop.symptom)) return;
  const StopSymptom& standard = detail::made_standard_symptoms()[static_cast<std::size_t>(stop.symptom)];
  const std::string word{name(stop.symptom)};
  detail::require(!stop.response || stop.response == standard.response, "response",
                  "pause is too mild: " + word + " always stops");
  detail::require(!stop.urgency || *stop.urgency >= *standard.urgency, "urgency",
                  std::string{name(stop.urgency.value_or(Urgency::rest))} + " is too mild: " + word + " is at least " +
                      std::string{name(*standard.urgency)});
}

}  // namespace

void StopSymptom::validate() const {
  detail::require(!response || response == Response::stop || response == Response::pause, "response",
                  std::string{stretchcore::name(response.value_or(Response::stop))} +
                      " does not fit a symptom; write stop or pause");
  require_own(*this);
  require_as_strict(*this);
  detail::validate_members(*this);
}

bool indispensable(Symptom symptom) {
  switch (symptom) {
    case Symptom::numbness:
    case Symptom::tingling:
    case Symptom::burning:
    case Symptom::sharp_pain:
    case Symptom::something_wrong:
    case Symptom::calf_pain_or_swelling:
    case Symptom::chest_pain_or_breathlessness:
    case Symptom::saddle_numbness_or_bladder:
      return true;
    default:
      return false;
  }
}

}  // namespace stretchcore
