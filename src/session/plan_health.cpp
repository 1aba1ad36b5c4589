#include "plan_health.hpp"

#include <algorithm>

#include "plan_words.hpp"

namespace stretchcore {
namespace {

int place_of_code(SessionPlan& plan, const std::string& code) {
  const auto found =
      std::find_if(plan.codes.begin(), plan.codes.end(), [&](const PlannedCode& one) { return one.code == code; });
  if (found != plan.codes.end()) return static_cast<int>(found - plan.codes.begin());
  const auto fact = plan.person.facts.find(code);
  PlannedCode planned;
  planned.code = code;
  planned.known = fact != plan.person.facts.end() && fact->second != Fact::unknown;
  plan.codes.push_back(std::move(planned));
  return static_cast<int>(plan.codes.size()) - 1;
}

void add_codes(SessionPlan& plan) {
  const std::vector<Contraindication>& all = plan.exercise.contraindications;
  for (const Contraindication& one : all) {
    PlannedCode& planned = plan.codes[static_cast<std::size_t>(place_of_code(plan, one.code))];
    planned.listed = true;
    planned.if_yes = bearing(one, agreed(plan.person, one.code, plan.exercise.id));
    const bool asked = plan.options.answers != Answers::none && !plan.options.recorded;
    if (!asked || !planned.matters() || planned.if_yes.verdict != ScreeningVerdict::modified) continue;
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const auto& other) { return other.instead == one.instead; });
    const auto earlier = plan.codes[static_cast<std::size_t>(place_of_code(plan, same->code))].caution;
    planned.caution = earlier >= 0 ? earlier : add_caution(plan, one);
  }
}

/// Those of the exercise come first, those of the library after them: an exercise may ask more, not less.
void add_health_questions(SessionPlan& plan) {
  for (const int cue : plan.by_moment[static_cast<std::size_t>(Moment::ask_health)]) {
    const std::vector<std::string> named = plan.cues[static_cast<std::size_t>(cue)].cue.codes;
    HealthQuestion question{.cue = cue, .codes = {}, .general = named.empty()};
    for (const std::string& code : named) question.codes.push_back(place_of_code(plan, code));
    if (question.general) {
      for (std::size_t i = 0; i < plan.codes.size(); ++i) {
        if (plan.codes[i].matters()) question.codes.push_back(static_cast<int>(i));
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

/// The person as if all that is not known and can be answered were a no.
Person well(const SessionPlan& plan) {
  Person person = plan.person;
  for (const PlannedCode& code : plan.codes) {
    if (!code.known) person.facts[code.code] = Fact::no;
  }
  return person;
}

/// The place of an exercise among the substitutes, which get all that is easier still, too; −1 if it is not at hand.
int place_of_substitute(SessionPlan& plan, const std::string& id, const Person& person,
                        std::span<const Exercise> exercises) {
  std::vector<Substitute>& all = plan.substitutes;
  const auto there = std::find_if(all.begin(), all.end(), [&](const Substitute& one) { return one.id == id; });
  if (there != all.end()) return static_cast<int>(there - all.begin());
  const auto found =
      std::find_if(exercises.begin(), exercises.end(), [&](const Exercise& one) { return one.id == id; });
  if (found == exercises.end() || id == plan.exercise.id || all.size() == most_substitutes) return -1;
  const std::size_t place = all.size();
  all.push_back({.id = id, .known = screen_alone(person, *found).verdict, .conditions = {}, .easier = {}});
  for (const Contraindication& one : found->contraindications) {
    const auto code = std::find_if(plan.codes.begin(), plan.codes.end(),
                                   [&](const PlannedCode& each) { return each.code == one.code && !each.known; });
    if (code == plan.codes.end()) continue;
    all[place].conditions.emplace_back(static_cast<int>(code - plan.codes.begin()),
                                       bearing(one, agreed(plan.person, one.code, id)).verdict);
  }
  for (const std::string& easier : found->easier) {
    const int next = place_of_substitute(plan, easier, person, exercises);
    if (next >= 0) all[place].easier.push_back(next);
  }
  return static_cast<int>(place);
}

}  // namespace

void add_screening(SessionPlan& plan, std::span<const Exercise> exercises) {
  add_codes(plan);
  add_health_questions(plan);
  const Person person = well(plan);
  const Screening known = screen_alone(person, plan.exercise);
  plan.known = {known.verdict, known.most_of_easy, known.goal == Goal::move_easily};
  for (const std::string& id : plan.exercise.easier) {
    const int place = place_of_substitute(plan, id, person, exercises);
    if (place >= 0) plan.easier.push_back(place);
  }
}

}  // namespace stretchcore
