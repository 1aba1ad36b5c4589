#include "plan_words.hpp"

#include <algorithm>

#include <stretchcore/cue/render.hpp>

#include "cue/phrase_table.hpp"
#include "detail/packs.hpp"
#include "moments.hpp"

namespace stretchcore {
namespace {

constexpr Time same_correction_after{15'000'000'000};

bool fits(Answering answering, Answers answers) {
  if (answering == Answering::any) return true;
  return (answering == Answering::possible) == (answers != Answers::none);
}

// Numbers of the exercise's own cues, by what they belong to (`CueGiven`).
constexpr int first_cue = 10'000;
constexpr int first_rule = 11'000;
constexpr int first_symptom = 12'000;
constexpr int first_condition = 13'000;

/// Its words in a language, or in the one that it has.
void word(PlannedCue& planned, const std::string& language) {
  const Cue& cue = *planned.cue;
  planned.words = in_language(cue.text, language);
  planned.language = spoken_language(cue.text, language);
  planned.spoken.reset();
  if (const auto file = cue.spoken.find(planned.language); file != cue.spoken.end()) {
    planned.spoken = file->second.length;
  }
  // Few words in another language are no help, nor in another register; words of safety are said whole.
  const bool has_few = !of_safety(cue.moment) && spoken_language(cue.brief, language) == planned.language;
  planned.brief = has_few ? in_language(cue.brief, language) : std::string{};
  const auto says_side = [](const std::string& words) { return words.find("{side}") != std::string::npos; };
  planned.names_side = says_side(planned.words) || says_side(planned.brief);
}

/// Its place; −1 where it does not fit. `in_turn`: it is picked when its moment comes, not by its place. `number` is
/// that of an exercise's own cue; a phrase of the library has its own.
int add(SessionPlan& plan, std::shared_ptr<const Cue> shared, std::optional<int> number = {}, bool in_turn = true) {
  const Cue& cue = *shared;
  if (!fits(cue.answering, plan.options.answers)) return -1;
  PlannedCue planned;
  planned.corrects = corrects(cue.moment);
  planned.cooldown = cue.cooldown.value_or(planned.corrects ? same_correction_after : Time{0});
  planned.at_most = cue.at_most.value_or(planned.corrects ? most_corrections : unlimited);
  planned.priority = priority_of(cue.moment);
  planned.patience = patience_of(cue.moment);
  planned.fades = cue.fades && !of_safety(cue.moment);
  if (of_safety(cue.moment)) {  // said whole, and whenever its moment comes
    planned.cooldown = Time{0};
    planned.at_most = unlimited;
  }
  planned.again = planned.priority == Priority::step && planned.patience >= patience_of(Moment::tempo);
  planned.own = number.has_value();
  planned.number = number ? *number : detail::phrase_number(cue.id);
  planned.cue = std::move(shared);
  word(planned, plan.options.language);
  const auto place = static_cast<int>(plan.cues.size());
  if (in_turn) plan.by_moment[static_cast<std::size_t>(planned.cue->moment)].push_back(place);
  plan.cues.push_back(std::move(planned));
  return place;
}

int add(SessionPlan& plan, const Cue& cue, std::optional<int> number = {}, bool in_turn = true) {
  return add(plan, std::make_shared<const Cue>(cue), number, in_turn);
}

int add_words(SessionPlan& plan, int number, std::string id, Moment moment, const Text& words, bool in_turn = true) {
  if (words.empty()) return -1;
  return add(plan, Cue{.id = std::move(id), .moment = moment, .text = words}, number, in_turn);
}

int number_of_condition(const SessionPlan& plan, std::string_view code) {
  const std::vector<Contraindication>& all = plan.weighed.contraindications;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Contraindication& one) { return one.code == code; });
  return first_condition + static_cast<int>(found - all.begin());
}

void time_call(SessionPlan& plan) {
  PlannedCue& call = plan.cues[static_cast<std::size_t>(plan.call)];
  if (!call.spoken) call.spoken = call_length(call.words, plan.options.emergency_number);
}

void add_emergency_words(SessionPlan& plan) {
  const std::string& number = plan.options.emergency_number;
  for (const Cue& cue : emergency_cues(number, plan.options.phrases)) {
    const std::size_t place = plan.cues.size();
    add(plan, cue);
    if (plan.cues.size() == place) continue;  // for those who can answer, or cannot
    if (cue.moment == Moment::advice) plan.cramp_stopped = static_cast<int>(place);
    if (cue.moment != Moment::call) continue;
    plan.call = static_cast<int>(place);
    time_call(plan);
  }
  for (auto& of_concern : plan.posture) of_concern.fill(-1);
  for (const BodyWords& words : body_words()) {
    for (const BodyPosition from : words.from) {
      plan.posture[static_cast<std::size_t>(words.concern)][static_cast<std::size_t>(from)] =
          static_cast<int>(plan.cues.size());
    }
    add(plan, in_words_of(plan.options.phrases, words.cue));
  }
}

}  // namespace

void require_fitting_phrases(const SessionOptions& options) {
  try {
    stretchcore::require_fitting_phrases(options.phrases);
  } catch (const InvalidModel& error) {
    throw InvalidModel("phrases." + error.field(), error.problem());
  }
}

void add_cues(SessionPlan& plan) {
  const std::vector<Cue>& own = plan.exercise.cues;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (!plan.only || !about_both(own[i].moment)) add(plan, own[i], first_cue + static_cast<int>(i));
  }
  const std::optional<PhrasePack>& pack = plan.options.phrases;
  for (const auto& phrase : detail::phrase_cues()) {
    if (!detail::in_course(*phrase)) continue;
    const bool replaced = pack && pack->phrases.contains(phrase->id);
    replaced ? add(plan, in_words_of(pack, *phrase)) : add(plan, phrase);
  }
  add_emergency_words(plan);
}

void speak_in(SessionPlan& plan, std::string language) {
  plan.options.language = std::move(language);
  for (PlannedCue& cue : plan.cues) word(cue, plan.options.language);
  time_call(plan);
}

int add_caution(SessionPlan& plan, const Contraindication& condition) {
  return add_words(plan, number_of_condition(plan, condition.code), "caution-" + condition.code, Moment::caution,
                   condition.instead, false);
}

int add_rule_words(SessionPlan& plan, std::size_t place) {
  const Rule& rule = plan.exercise.rules[place];
  const int cue = add_words(plan, first_rule + static_cast<int>(place), rule.id, Moment::rule, rule.words);
  if (cue < 0) return cue;
  PlannedCue& words = plan.cues[static_cast<std::size_t>(cue)];
  words.priority = rule.priority;
  words.cuts = rule.priority == Priority::safety;
  if (rule.response >= Response::pause) {  // why it pauses or stops is said always
    words.at_most = unlimited;
    words.cooldown = Time{0};
  }
  return cue;
}

int add_advice(SessionPlan& plan, const StopSymptom& heard, const std::string& word) {
  const std::string id = "advice-" + word;
  const Cue cue{.id = id, .moment = Moment::advice, .text = heard.advice};
  const bool of_library = heard.id.empty() && heard.advice == detail::phrase_in_all(id);
  if (of_library) return add(plan, in_words_of(plan.options.phrases, cue));
  return add_words(plan, first_symptom + static_cast<int>(plan.symptoms.size()), id, cue.moment, cue.text);
}

}  // namespace stretchcore
