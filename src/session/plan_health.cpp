#include "plan_health.hpp"

#include <algorithm>

#include <stretchcore/safety/health_conditions.hpp>

#include "model/figure_for.hpp"
#include "plan_words.hpp"

namespace stretchcore {
namespace {

int add_code(SessionPlan& plan, const std::string& code) {
  const int there = plan.place_of_code(code);
  if (there >= 0) return there;
  plan.codes.push_back({.code = code, .if_yes = {}, .if_agreed = {}, .if_unknown = {}});
  plan.places_of_codes.emplace(code, static_cast<int>(plan.codes.size()) - 1);
  return static_cast<int>(plan.codes.size()) - 1;
}

void add_codes(SessionPlan& plan) {
  const std::vector<Contraindication>& all = plan.weighed.contraindications;
  for (const Contraindication& one : all) {
    PlannedCode& planned = plan.codes[static_cast<std::size_t>(add_code(plan, one.code))];
    planned.listed = true;
    planned.if_yes = bearing(one, false);
    planned.if_agreed = bearing(one, true);
    planned.if_unknown = bearing_of_unknown(one);
    if (planned.if_agreed.verdict != ScreeningVerdict::modified) continue;
    const auto same = std::find_if(all.begin(), all.end(), [&](const Contraindication& other) {
      return other.instead == one.instead && bearing(other, true).verdict == ScreeningVerdict::modified;
    });
    planned.caution = &*same == &one ? add_caution(plan, one)
                                     : plan.codes[static_cast<std::size_t>(plan.place_of_code(same->code))].caution;
  }
}

/// Which half of a pregnancy, where an operation was.
void add_parts(SessionPlan& plan) {
  for (const ConditionPart& part : condition_parts()) {
    const int whole = plan.place_of_code(std::string{part.of});
    const int place = plan.place_of_code(part.code);
    if (whole >= 0 && place >= 0) plan.codes[static_cast<std::size_t>(whole)].parts.push_back(place);
  }
}

/// Those of the exercise come first, those of the library after them: an exercise may ask more, not less.
void add_health_questions(SessionPlan& plan) {
  for (const int cue : plan.by_moment[static_cast<std::size_t>(Moment::ask_health)]) {
    const std::vector<std::string> named = plan.cues[static_cast<std::size_t>(cue)].cue->codes;
    HealthQuestion question{.cue = cue, .codes = {}, .general = named.empty()};
    for (const std::string& code : named) question.codes.push_back(add_code(plan, code));
    if (question.general) {
      for (std::size_t i = 0; i < plan.codes.size(); ++i) {
        if (plan.codes[i].bears()) question.codes.push_back(static_cast<int>(i));
      }
    }
    plan.health_questions.push_back(std::move(question));
  }
  if (plan.codes.size() > most_codes) {
    throw InvalidModel("contraindications", "are " + std::to_string(plan.codes.size()) +
                                                " with those that are asked about, at most " +
                                                std::to_string(most_codes) + " fit");
  }
}

/// The place of an exercise among the substitutes, which get all that is easier still, too; −1 if it is not at hand.
int add_substitute(SessionPlan& plan, const std::string& id, std::span<const Exercise> exercises) {
  std::vector<Substitute>& all = plan.substitutes;
  const auto there = std::find_if(all.begin(), all.end(), [&](const Substitute& one) { return one.exercise.id == id; });
  if (there != all.end()) return static_cast<int>(there - all.begin());
  const auto found =
      std::find_if(exercises.begin(), exercises.end(), [&](const Exercise& one) { return one.id == id; });
  if (found == exercises.end() || id == plan.exercise.id || all.size() == most_substitutes) return -1;
  const std::size_t place = all.size();
  Substitute& added = all.emplace_back();
  added.exercise = weighed_part(*found);
  added.counted = can_measure(*found, plan.options);
  added.exercise.contraindications = conditions_without_words(*found);
  std::vector<std::string> instead = found->alternatives;
  instead.insert(instead.end(), found->easier.begin(), found->easier.end());
  for (const std::string& easier : instead) {
    const int next = add_substitute(plan, easier, exercises);
    if (next >= 0) all[place].easier.push_back(next);
  }
  return static_cast<int>(place);
}

}  // namespace

void add_screening(SessionPlan& plan, std::span<const Exercise> exercises) {
  plan.known_codes = known_codes(plan.exercise, exercises);
  add_codes(plan);
  add_health_questions(plan);
  add_parts(plan);
  std::vector<std::string> instead = plan.exercise.alternatives;
  instead.insert(instead.end(), plan.exercise.easier.begin(), plan.exercise.easier.end());
  for (const std::string& id : instead) {
    const int place = add_substitute(plan, id, exercises);
    if (place >= 0) plan.easier.push_back(place);
  }
}

}  // namespace stretchcore
