#include <algorithm>
#include <array>
#include <tuple>

#include <stretchcore/model/exercise.hpp>

#include "detail/suggest.hpp"
#include "model/checks.hpp"
#include "model/made_standard_symptoms.hpp"
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
  for (const StopSymptom& standard : detail::made_standard_symptoms()) {
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

/// A guard on what moves would void every movement.
void require_quiet(const Movement& movement, const Guard& guard, const std::string& place) {
  if (guard.motion != movement.motion) return;
  const bool rests = guard.side == GuardedSide::resting && movement.sides != Sides::together;
  detail::require(rests, place,
                  std::string{stretchcore::name(*movement.motion)} + " is what moves; a guard stays quiet" +
                      (movement.sides == Sides::one || movement.sides == Sides::alternating
                           ? ", or write \"side\": \"resting\" for the other side"
                           : ""));
}

/// Two guards of one motion are for different sides.
void require_apart(const Guard& one, const Guard& other, std::size_t place, std::size_t other_place) {
  const bool both = one.side == GuardedSide::both || other.side == GuardedSide::both;
  const bool same = one.motion == other.motion && (one.side == other.side || both);
  detail::require(!same, at("guards", other_place, "motion"),
                  '"' + std::string{stretchcore::name(other.motion)} + "\" is already that of " + at("guards", place));
}

/// A view, or a demand, is there once.
template <class E>
void require_once(std::string_view list, const std::optional<std::vector<E>>& all) {
  for (std::size_t later = 1; all && later < all->size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      detail::require((*all)[later] != (*all)[earlier], at(list, later),
                      '"' + std::string{stretchcore::name((*all)[later])} + "\" is there twice");
    }
  }
}

}  // namespace

void Guard::validate() const {
  detail::require_range("tolerance", tolerance, 1_deg, 90_deg);
  const bool banded = from == GuardedFrom::band;
  detail::require(banded || !low, "low", "is for a band; write \"from\": \"band\", or leave it out");
  detail::require(banded || !high, "high", "is for a band; write \"from\": \"band\", or leave it out");
  detail::require(!banded || low, "low", "is missing; a band has low and high");
  detail::require(!banded || high, "high", "is missing; a band has low and high");
  detail::require_range("low", low, -180_deg, 180_deg);
  detail::require_range("high", high, low.value_or(-180_deg) + 1_deg, 180_deg);
  detail::require(side == GuardedSide::both || paired(motion), "side",
                  std::string{stretchcore::name(side)} + " does not fit " + std::string{stretchcore::name(motion)} +
                      ", which has no sides; leave it out");
  detail::validate_members(*this);
}

void StickFigure::validate() const {
  std::vector<std::string_view> channels;
  for (std::size_t i = 0; i < channel_count; ++i) channels.push_back(stretchcore::name(static_cast<Channel>(i)));
  const auto require_channels = [&](std::string_view pose, const Pose& angles) {
    for (const auto& [channel, angle] : angles) {
      const std::string place = std::string{pose} + "." + channel;
      if (!named<Channel>(channel)) throw InvalidModel(place, "is no channel" + detail::suggestion(channel, channels));
      detail::require_range(place, angle, -180.0, 180.0);
    }
  };
  require_channels("start", start);
  require_channels("end", end);
}

void Exercise::validate() const {
  detail::validate_members(*this);
  for (const detail::Check<Exercise> check : detail::checks_of_exercise()) check(*this);
}

namespace {

void require_header(const Exercise& exercise) {
  detail::require_kebab_case("id", exercise.id);
  detail::require(exercise.version >= 1, "version", std::to_string(exercise.version) + " is below 1");
  detail::require_words("name", exercise.name);
  for (std::size_t i = 0; i < exercise.muscles.size(); ++i) {
    detail::require_words(at("muscles", i), exercise.muscles[i]);
  }
}

void require_props(const Exercise& exercise) {
  const std::vector<Prop>& props = exercise.setup.props;
  for (std::size_t i = 0; i < props.size(); ++i) {
    detail::require_kebab_case(at("setup.props", i, "id"), props[i].id);
    detail::require_words(at("setup.props", i, "name"), props[i].name);
  }
  detail::require_unique("setup.props", props, &Prop::id, "id");
}

void require_body(const Exercise& exercise) {
  const auto& [setup, position] = std::tie(exercise.setup, exercise.position);
  detail::require(!setup.body || !position || *setup.body == body_in(*position), "setup.body",
                  std::string{stretchcore::name(setup.body.value_or(BodyPosition::up))} + " is not the " +
                      std::string{stretchcore::name(position.value_or(Position::chair))} +
                      " of \"position\"; leave it out");
  detail::require(!setup.body || *setup.body <= BodyPosition::standing, "setup.body",
                  std::string{stretchcore::name(setup.body.value_or(BodyPosition::up))} +
                      " is no position to stretch in; write legs_up, lying, sitting or standing");
}

void require_goal(const Exercise& exercise) {
  const bool between = exercise.movement.direction == MotionDirection::both;
  detail::require(!between || exercise.dose.goal == Goal::move_easily, "dose.goal",
                  "gain_range does not fit the direction both, of which nothing is measured; write move_easily");
}

void require_guards(const Exercise& exercise) {
  const std::vector<Guard>& guards = exercise.guards;
  for (std::size_t i = 0; i < guards.size(); ++i) {
    require_quiet(exercise.movement, guards[i], at("guards", i, "motion"));
    for (std::size_t earlier = 0; earlier < i; ++earlier) require_apart(guards[earlier], guards[i], earlier, i);
  }
}

void require_cues(const Exercise& exercise) {
  detail::require_unique("cues", exercise.cues, &Cue::id, "id");
  for (std::size_t i = 0; i < exercise.cues.size(); ++i) {
    const Moment moment = exercise.cues[i].moment;
    detail::require(!of_emergency(moment), at("cues", i, "moment"),
                    std::string{stretchcore::name(moment)} + " has the library's own words, in every exercise");
  }
}

void require_rules(const Exercise& exercise) { detail::require_unique("rules", exercise.rules, &Rule::id, "id"); }
void require_symptoms(const Exercise& exercise) { require_listed_once(exercise.stop_symptoms); }
void require_needed_symptoms(const Exercise& exercise) { require_indispensable(exercise.stop_symptoms); }

void require_conditions(const Exercise& exercise) {
  detail::require_unique("contraindications", exercise.contraindications, &Contraindication::code, "code");
}

void require_lists(const Exercise& exercise) {
  require_once("views", exercise.views);
  require_once("demands", exercise.demands);
}

void require_other_exercises(const Exercise& exercise) {
  require_others("alternatives", exercise.alternatives, exercise.id);
  require_others("easier", exercise.easier, exercise.id);
  require_others("harder", exercise.harder, exercise.id);
}

void require_statements(const Exercise& exercise) {
  for (std::size_t i = 0; i < exercise.benefits.size(); ++i) {
    detail::require_words(at("benefits", i, "text"), exercise.benefits[i].text);
  }
  for (std::size_t i = 0; i < exercise.evidence.size(); ++i) {
    detail::require_words(at("evidence", i, "statement"), exercise.evidence[i].statement);
  }
}

}  // namespace

std::span<const detail::Check<Exercise>> detail::checks_of_exercise() {
  static constexpr std::array<Check<Exercise>, 13> all{require_header,     require_props,    require_body,
                                                       require_goal,       require_guards,   require_cues,
                                                       require_rules,      require_symptoms, require_needed_symptoms,
                                                       require_conditions, require_lists,    require_other_exercises,
                                                       require_statements};
  return all;
}

}  // namespace stretchcore
