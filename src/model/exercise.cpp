#include <algorithm>

#include <stretchcore/model/exercise.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;
using detail::at;

namespace {

/// A list of symptoms says what the exercise stops for, so it must not look as if it did not stop for these.
void require_indispensable(const std::vector<StopSymptom>& listed) {
  if (listed.empty()) return;
  std::string all;
  std::string missing;
  for (const StopSymptom& standard : standard_symptoms()) {
    if (!indispensable(standard.symptom)) continue;
    const std::string word{stretchcore::name(standard.symptom)};
    all += (all.empty() ? "" : ", ") + word;
    const bool there = std::any_of(listed.begin(), listed.end(),
                                   [&](const StopSymptom& stop) { return stop.symptom == standard.symptom; });
    if (!there && missing.empty()) missing = word;
  }
  detail::require(missing.empty(), "stop_symptoms",
                  missing + " is missing; a list keeps " + all + ", or is left out whole for the standard ones");
}

void require_listed_once(const std::vector<StopSymptom>& listed) {
  for (std::size_t later = 1; later < listed.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const StopSymptom& stop = listed[later];
      if (stop.symptom != listed[earlier].symptom || stop.id != listed[earlier].id) continue;
      const bool own = stop.symptom == Symptom::other;
      const std::string word = own ? stop.id : std::string{stretchcore::name(stop.symptom)};
      throw InvalidModel(at("stop_symptoms", later, own ? "id" : "symptom"),
                         '"' + word + "\" is already that of " + at("stop_symptoms", earlier));
    }
  }
}

/// Steps of a ladder: ids of exercises, not its own.
void require_others(std::string_view list, const std::vector<std::string>& ids, const std::string& own) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    detail::require_kebab_case(at(list, i), ids[i]);
    detail::require(ids[i] != own, at(list, i), "is the exercise itself");
  }
}

}  // namespace

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
  detail::require(!setup.body || *setup.body <= BodyPosition::standing, "setup.body",
                  std::string{stretchcore::name(setup.body.value_or(BodyPosition::up))} +
                      " is no position to stretch in; write legs_up, lying, sitting or standing");

  for (std::size_t i = 0; i < guards.size(); ++i) {
    detail::require(guards[i].motion != movement.motion, at("guards", i, "motion"),
                    std::string{stretchcore::name(movement.motion)} + " is what moves; a guard stays quiet");
  }
  detail::require_unique("guards", guards, &Guard::motion, "motion");
  detail::require_unique("cues", cues, &Cue::id, "id");
  for (std::size_t i = 0; i < cues.size(); ++i) {
    detail::require(!of_emergency(cues[i].moment), at("cues", i, "moment"),
                    std::string{stretchcore::name(cues[i].moment)} + " has the library's own words, in every exercise");
  }
  detail::require_unique("rules", rules, &Rule::id, "id");
  require_listed_once(stop_symptoms);
  require_indispensable(stop_symptoms);
  detail::require_unique("contraindications", contraindications, &Contraindication::code, "code");

  require_others("easier", easier, id);
  require_others("harder", harder, id);
  for (std::size_t i = 0; i < benefits.size(); ++i) detail::require_words(at("benefits", i, "text"), benefits[i].text);
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    detail::require_words(at("evidence", i, "statement"), evidence[i].statement);
  }
}

}  // namespace stretchcore
