#include "plan.hpp"

#include <algorithm>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/safety/health_conditions.hpp>
#include <stretchcore/safety/widen.hpp>

#include "model/figure_for.hpp"
#include "plan_health.hpp"
#include "plan_words.hpp"

namespace stretchcore {
namespace {

void add_symptoms(SessionPlan& plan) {
  const std::vector<StopSymptom>& entries = plan.exercise.stop_symptoms;
  for (const StopSymptom& heard : heard_symptoms(entries)) {
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const StopSymptom& each) {
      return each.symptom == heard.symptom && each.id == heard.id;
    });
    const std::string word = heard.id.empty() ? std::string{name(heard.symptom)} : heard.id;
    // Whether it is an emergency is asked; until then it is none, whatever an exercise says.
    const bool asked = heard.symptom == Symptom::something_wrong;
    const Urgency urgency = asked ? Urgency::professional : *heard.urgency;
    plan.symptoms.push_back({heard.symptom, heard.id, urgency, *heard.response, *heard.way_out,
                             add_advice(plan, heard, word),
                             entry == entries.end() ? -1 : static_cast<int>(entry - entries.begin()),
                             concern_of(heard.symptom, urgency, *heard.way_out)});
  }
  plan.untold = static_cast<int>(plan.symptoms.size());
  plan.symptoms.push_back(plan.symptoms[static_cast<std::size_t>(Symptom::sharp_pain)]);
}

void add_rules(SessionPlan& plan) {
  for (std::size_t i = 0; i < plan.exercise.rules.size(); ++i) {
    const Rule& rule = plan.exercise.rules[i];
    const int cue = add_rule_words(plan, i);
    for (Condition& condition : parse_rule_by_side(rule.when)) {
      if (plan.only && condition.side && *condition.side != *plan.only) continue;
      plan.used = plan.used | condition.channels;
      const bool widened = widen(condition, plan.least_limit());
      plan.rules.push_back(
          {std::move(condition), static_cast<int>(i), cue, rule.response, rule.unknown_after, widened});
    }
  }
  if (plan.rules.size() > most_conditions) {
    throw InvalidModel("rules", "stand for " + std::to_string(plan.rules.size()) + " conditions, at most " +
                                    std::to_string(most_conditions) + " fit");
  }
}

/// What is guarded from neutral, the middle of a motion that goes to the left and to the right, and whatever midline
/// channel a rule judges: all of these are read as a change from neutral.
void add_references(SessionPlan& plan) {
  for (std::size_t i = 0; i < plan.movement.guarded.size(); ++i) {
    if (plan.movement.from_neutral(i)) plan.references.push_back(plan.movement.guarded[i]);
  }
  if (plan.movement.shows.left.one_way && plan.references.size() < plan.references.capacity()) {
    plan.references.push_back(plan.movement.shows.left.channel);
  }
  (plan.used - plan.primary).each([&](Channel c) {
    const bool known = std::find(plan.references.begin(), plan.references.end(), c) != plan.references.end();
    if (!side(c) && !known && plan.references.size() < plan.references.capacity()) plan.references.push_back(c);
  });
}

}  // namespace

SessionPlan::SessionPlan(Exercise exercise_given, SessionOptions options_given, std::span<const Exercise> exercises,
                         std::optional<Side> only_given)
    : exercise(std::move(exercise_given)), options(std::move(options_given)) {
  exercise.validate();
  options.validate();
  require_fitting_phrases(options);
  if (only_given && has_one_sided_form(exercise.movement)) {
    only = only_given;
    exercise = with_one_side(std::move(exercise));
  }
  const std::optional<Motion>& moved = exercise.movement.motion;
  const std::optional<ErrorModel> figure = figure_for(exercise, options);
  figured = figure.has_value();
  counted = moved && (figured || options.recorded);
  error = figure.value_or(error_model(options.source));
  movement = repetition_plan(exercise, error);
  for (const Side each : both_sides) {
    if (moved && (!only || each == *only)) used.insert(channel(*moved, each));
  }
  if (counted) primary = used;
  for (const Channel c : movement.guarded) used.insert(c);
  weighed = with_conditions(weighed_part(exercise));
  add_cues(*this);
  add_screening(*this, exercises);
  add_symptoms(*this);
  add_rules(*this);
  add_references(*this);
  if (cues.size() > most_cues) {
    throw InvalidModel("cues", "are " + std::to_string(cues.size()) + " with those of the library, at most " +
                                   std::to_string(most_cues) + " fit");
  }
  if (options.check_sides && !only) {
    for (const Side each : both_sides) used.insert(channel(Motion::knee_flexion, each));
  }
}

std::shared_ptr<const SessionPlan> one_sided(const SessionPlan& plan, Side only) {
  auto other = std::make_shared<SessionPlan>(plan.exercise, plan.options, std::span<const Exercise>{}, only);
  other->known_codes = plan.known_codes;
  other->substitutes = plan.substitutes;
  other->easier = plan.easier;
  return other;
}

int SessionPlan::place_of(Symptom symptom, std::string_view id) const {
  for (std::size_t i = 0; i < symptoms.size() && !id.empty(); ++i) {
    if (symptoms[i].id == id) return static_cast<int>(i);
  }
  // A misspelt id names nothing; a report that also says what is felt is heard for that.
  const bool unknown = symptom == Symptom::other || (!id.empty() && symptom == Symptom::something_wrong);
  return static_cast<int>(unknown ? Symptom::sharp_pain : symptom);
}

int SessionPlan::place_of_code(std::string_view code) const {
  const auto found = places_of_codes.find(code);
  return found == places_of_codes.end() ? -1 : found->second;
}

int SessionPlan::cue_of(int number) const {
  const auto found =
      std::find_if(cues.begin(), cues.end(), [&](const PlannedCue& one) { return one.number == number; });
  return found == cues.end() ? -1 : static_cast<int>(found - cues.begin());
}

FillWords SessionPlan::fill_words(std::string_view language) const {
  const bool own = options.phrases && options.phrases->language == language;
  return own ? FillWords{*options.phrases} : FillWords{language};
}

std::string SessionPlan::rendered(const Text& text, const Filling& filling, std::string_view language) const {
  return render(in_language(text, language), filling, fill_words(spoken_language(text, language)));
}

Time SessionPlan::length_of(const PlannedCue& cue, bool brief, const Filling& filling) const {
  if (!brief && cue.spoken) return *cue.spoken;
  return spoken_length(brief ? cue.brief : cue.words, filling, fill_words(cue.language));
}

int SessionPlan::openings_wanted() const {
  switch (options.precision) {
    case Precision::quick:
      return 4;
    case Precision::standard:
      return 6;
    case Precision::careful:
      return 7;
  }
  return 6;
}

}  // namespace stretchcore
