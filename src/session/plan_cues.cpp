// The cues of a plan: the exercise's own, the standard ones, and those for emergencies.

#include <algorithm>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/cue/standard_cues.hpp>

#include "moments.hpp"
#include "plan_parts.hpp"

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

}  // namespace

int add_words(SessionPlan& plan, std::string id, Moment moment, const Text& words, bool in_turn) {
  if (words.empty()) return -1;
  return add(plan, Cue{.id = std::move(id), .moment = moment, .text = words}, true, in_turn);
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

}  // namespace stretchcore
