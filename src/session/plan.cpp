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

/// Its number; −1 where it does not fit. `in_turn`: it is picked when its moment comes, not by its number.
int add(SessionPlan& plan, Cue cue, bool own, bool in_turn = true) {
  if (!fits(cue.answering, plan.options.answers)) return -1;
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
  const auto number = static_cast<int>(plan.cues.size());
  if (in_turn) plan.by_moment[static_cast<std::size_t>(planned.cue.moment)].push_back(number);
  plan.cues.push_back(std::move(planned));
  return number;
}

int add_words(SessionPlan& plan, std::string id, Moment moment, const Text& words, bool in_turn = true) {
  if (words.empty()) return -1;
  return add(plan, Cue{.id = std::move(id), .moment = moment, .text = words}, true, in_turn);
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
    planned.caution =
        earlier >= 0 ? earlier : add_words(plan, "caution-" + one.code, Moment::caution, one.instead, false);
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

/// Where an exercise stands among the substitutes, with all that is easier still; −1 where it is not to be had.
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
  plan.untold = static_cast<int>(plan.symptoms.size());
  plan.symptoms.push_back(plan.symptoms[static_cast<std::size_t>(Symptom::sharp_pain)]);
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

SessionPlan::SessionPlan(Exercise exercise_given, Person person_given, SessionOptions options_given,
                         std::span<const Exercise> exercises)
    : exercise(std::move(exercise_given)), person(std::move(person_given)), options(std::move(options_given)) {
  exercise.validate();
  person.validate();
  options.validate();
  screening = screen(person, exercise, exercises);
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
