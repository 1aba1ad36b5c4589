#include "plan.hpp"

#include <algorithm>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/cue/standard_cues.hpp>
#include <stretchcore/safety/widen.hpp>

#include "moments.hpp"

namespace stretchcore {
namespace {

constexpr Time same_correction_after{15'000'000'000};

bool fits(Answering answering, Answers answers) {
  if (answering == Answering::any) return true;
  return (answering == Answering::possible) == (answers != Answers::none);
}

void add(SessionPlan& plan, Cue cue, bool own) {
  if (!fits(cue.answering, plan.options.answers)) return;
  const std::string& words = in_language(cue.text, plan.options.language);
  PlannedCue planned;
  planned.corrects = corrects(cue.moment);
  planned.cooldown = cue.cooldown.value_or(planned.corrects ? same_correction_after : Time{0});
  planned.at_most = cue.at_most.value_or(planned.corrects ? most_corrections : unlimited);
  planned.priority = priority_of(cue.moment);
  planned.patience = patience_of(cue.moment);
  planned.words = words;
  planned.language = spoken_language(cue.text, plan.options.language);
  if (const auto file = cue.spoken.find(planned.language); file != cue.spoken.end())
    planned.spoken = file->second.length;
  // Few words in another language are no help, nor in another register.
  if (spoken_language(cue.brief, plan.options.language) == planned.language) {
    planned.brief = in_language(cue.brief, plan.options.language);
  }
  if (of_safety(cue.moment)) {  // said whole, and whenever its moment comes
    planned.cooldown = Time{0};
    planned.at_most = unlimited;
    planned.brief.clear();
    cue.fades = false;
  }
  planned.again = planned.priority == Priority::step && planned.patience >= patience_of(Moment::tempo);
  planned.names_side = (words + planned.brief).find("{side}") != std::string::npos;
  planned.own = own;
  planned.cue = std::move(cue);
  plan.by_moment[static_cast<std::size_t>(planned.cue.moment)].push_back(static_cast<int>(plan.cues.size()));
  plan.cues.push_back(std::move(planned));
}

int add_words(SessionPlan& plan, std::string id, Moment moment, const Text& words) {
  if (words.empty()) return -1;
  add(plan, Cue{.id = std::move(id), .moment = moment, .text = words}, true);
  return static_cast<int>(plan.cues.size()) - 1;
}

void add_emergency_words(SessionPlan& plan) {
  const std::string& number = plan.options.emergency_number;
  for (const Cue& cue : emergency_cues(number)) {
    const std::size_t place = plan.cues.size();
    add(plan, cue, false);
    if (plan.cues.size() == place) continue;  // for those who can answer, or cannot
    if (cue.moment == Moment::advice) plan.cramp_stopped = static_cast<int>(place);
    if (cue.moment != Moment::call) continue;
    plan.call = static_cast<int>(place);
    plan.cues[place].spoken = call_length(plan.cues[place].words, number);
  }
  for (auto& of_concern : plan.posture) of_concern.fill(-1);
  for (const BodyWords& words : body_words()) {
    for (const BodyPosition from : words.from) {
      plan.posture[static_cast<std::size_t>(words.concern)][static_cast<std::size_t>(from)] =
          static_cast<int>(plan.cues.size());
    }
    add(plan, words.cue, false);
  }
}

void add_cues(SessionPlan& plan) {
  for (const Cue& cue : plan.exercise.cues) {
    if (!plan.only || !about_both(cue.moment)) add(plan, cue, true);
  }
  for (const Cue& cue : standard_cues()) add(plan, cue, false);
  add_emergency_words(plan);
  std::vector<Text> said;  // two conditions may ask for the same
  for (const ScreeningReason& reason : plan.screening.reasons) {
    const bool again = std::find(said.begin(), said.end(), reason.instead) != said.end();
    said.push_back(reason.instead);
    if (reason.verdict == ScreeningVerdict::modified && !again) {
      add_words(plan, "caution-" + reason.code, Moment::caution, reason.instead);
    }
  }
}

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
                             add_words(plan, "advice-" + word, Moment::advice, heard.advice),
                             entry == entries.end() ? -1 : static_cast<int>(entry - entries.begin()),
                             concern_of(heard.symptom, urgency, *heard.way_out)});
  }
}

void add_rules(SessionPlan& plan) {
  for (std::size_t i = 0; i < plan.exercise.rules.size(); ++i) {
    const Rule& rule = plan.exercise.rules[i];
    const int cue = add_words(plan, rule.id, Moment::rule, rule.words);
    if (cue >= 0) {
      PlannedCue& words = plan.cues[static_cast<std::size_t>(cue)];
      words.priority = rule.priority;
      words.cuts = rule.priority == Priority::safety;
      if (rule.response >= Response::pause) {  // why it pauses or stops is said always
        words.at_most = unlimited;
        words.cooldown = Time{0};
      }
    }
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

/// Guarded channels and whatever midline channel a rule judges: all of these are read as a change from neutral.
void add_references(SessionPlan& plan) {
  plan.references = plan.movement.guarded;
  (plan.used - plan.primary).each([&](Channel c) {
    const bool known = std::find(plan.references.begin(), plan.references.end(), c) != plan.references.end();
    if (!side(c) && !known && plan.references.size() < plan.references.capacity()) plan.references.push_back(c);
  });
}

}  // namespace

SessionPlan::SessionPlan(Exercise exercise_given, Person person_given, SessionOptions options_given)
    : exercise(std::move(exercise_given)), person(std::move(person_given)), options(std::move(options_given)) {
  exercise.validate();
  person.validate();
  options.validate();
  screening = screen(person, exercise);
  exercise = adapted(std::move(exercise), person, screening);
  if (person.immobile_side && one_sided()) only = opposite(*person.immobile_side);
  pain = pain_limits(person);
  error = options.error_model.value_or(error_model(options.source));
  movement = repetition_plan(exercise, error);
  for (const Side each : both_sides) {
    if (!only || each == *only) primary.insert(channel(exercise.movement.motion, each));
  }
  used = primary;
  for (const Channel c : movement.guarded) used.insert(c);
  add_cues(*this);
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

int SessionPlan::place_of(Symptom symptom, std::string_view id) const {
  for (std::size_t i = 0; i < symptoms.size() && !id.empty(); ++i) {
    if (symptoms[i].id == id) return static_cast<int>(i);
  }
  // A misspelt id names nothing; a report that also says what is felt is heard for that.
  const bool unknown = symptom == Symptom::other || (!id.empty() && symptom == Symptom::something_wrong);
  return static_cast<int>(unknown ? Symptom::sharp_pain : symptom);
}

/// Eighty of a hundred in the second session, 64 in the third, never less than thirty: what is learned with words is
/// lost where they end at once.
double SessionPlan::said_share() const {
  constexpr double each_time = 0.8;
  constexpr double least = 0.3;
  double share = 1.0;
  for (int session = 0; session < options.sessions_before && share > least; ++session) share *= each_time;
  return std::max(share, least);
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
