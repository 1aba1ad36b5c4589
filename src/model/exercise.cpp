#include <stretchcore/model/exercise.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;
using detail::at;

void Guard::validate() const {
  detail::require_range("tolerance", tolerance, 1_deg, 90_deg);
  detail::validate_members(*this);
}

void Exercise::validate() const {
  detail::require_kebab_case("id", id);
  detail::require(version >= 1, "version", std::to_string(version) + " is below 1");
  detail::require_words("name", name);
  detail::validate_members(*this);

  for (std::size_t i = 0; i < muscles.size(); ++i) detail::require_words(at("muscles", i), muscles[i]);

  for (std::size_t i = 0; i < setup.props.size(); ++i) {
    detail::require_kebab_case(at("setup.props", i, "id"), setup.props[i].id);
    detail::require_words(at("setup.props", i, "name"), setup.props[i].name);
  }
  detail::require_unique("setup.props", setup.props, &Prop::id, "id");

  for (std::size_t i = 0; i < guards.size(); ++i) {
    detail::require(guards[i].motion != movement.motion, at("guards", i, "motion"),
                    std::string{stretchcore::name(movement.motion)} + " is what moves; a guard stays quiet");
  }
  detail::require_unique("guards", guards, &Guard::motion, "motion");
  detail::require_unique("cues", cues, &Cue::id, "id");
  detail::require_unique("rules", rules, &Rule::id, "id");
  detail::require_unique("stop_symptoms", stop_symptoms, &StopSymptom::symptom, "symptom");
  detail::require_unique("contraindications", contraindications, &Contraindication::code, "code");

  for (std::size_t i = 0; i < benefits.size(); ++i) detail::require_words(at("benefits", i, "text"), benefits[i].text);
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    detail::require_words(at("evidence", i, "statement"), evidence[i].statement);
  }
}

}  // namespace stretchcore
