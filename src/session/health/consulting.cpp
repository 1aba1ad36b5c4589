// Before getting down: what to change for this person, and what is not known of their health.

#include <algorithm>

#include "session/cue_choice.hpp"
#include "session/health/health.hpp"
#include "session/health/inside.hpp"
#include "session/speech/speech.hpp"
#include "session/standing.hpp"

namespace stretchcore {
namespace {

constexpr int most_health_questions = 5;  // by voice; an app that wants to ask more shows a form beforehand

/// Whether a question is about something that bears on this exercise and is not known.
bool worth_asking(StepView step, const HealthQuestion& question) {
  const bool unclear = question.general && step.state.terms.now.bearing.verdict == ScreeningVerdict::unknown;
  return unclear || std::any_of(question.codes.begin(), question.codes.end(), [&](int code) {
           return step.state.terms.matters(step.plan, code) &&
                  step.state.health.answers[at(code)] == HealthAnswer::none;
         });
}

/// The first words of what to change that were not said yet, for conditions that were known before or, `answered`,
/// those that a yes in this session named, too; −1 if there are none.
int caution_of(StepView step, bool answered) {
  for (std::size_t i = 0; i < step.plan.codes.size(); ++i) {
    const int cue = step.plan.codes[i].caution;
    const bool has = step.state.terms.has[i] || (answered && step.state.health.answers[i] == HealthAnswer::yes);
    const bool changes = step.state.terms.if_yes(step.plan, static_cast<int>(i)).verdict == ScreeningVerdict::modified;
    if (has && changes && cue >= 0 && step.state.talk.tracks[at(cue)].said == 0) return cue;
  }
  return -1;
}

}  // namespace

int caution_owed(StepView step) { return caution_of(step, true); }

bool ask_about_health(Step& step) {
  Consultation& health = step.state.health;
  if (step.state.talk.question) return false;
  if (said(step, Moment::caution) < count_of(step, Moment::caution)) {
    recite(step, Moment::caution);
    return false;
  }
  if (const int cue = caution_of(step, false); cue >= 0) {
    if (silent(step)) say_cue(step, cue, {});
    return false;
  }
  if (health.which) {
    const int cue = pick_cue(step.plan, Moment::ask_which, step.state.sight.following, {}, health.named ? 1 : 0);
    if (silent(step)) ask(step, QuestionKind::which, cue);
    return false;
  }
  if (const int cue = caution_owed(step); cue >= 0) {
    if (silent(step)) say_cue(step, cue, {});
    return false;
  }
  const bool answers = step.plan.options.answers != Answers::none && !health.over;
  while (answers && health.asked < most_health_questions && at(health.next) < step.plan.health_questions.size()) {
    const HealthQuestion& question = step.plan.health_questions[at(health.next)];
    if (worth_asking(step, question)) {
      if (!silent(step)) return false;
      ++health.next;
      ++health.asked;
      health.named = false;
      ask(step, QuestionKind::health, question.cue);
      return false;
    }
    ++health.next;
  }
  const bool unknown = step.state.terms.now.unknown > 0 || step.state.terms.unclear;
  if (!answers && unknown && said(step, Moment::health_notice) == 0) {
    if (silent(step)) say(step, Moment::health_notice);
    return false;
  }
  // The words are heard to their end before the person gets down.
  const bool spoken = said(step, Moment::caution) > 0 || health.asked > 0 || said(step, Moment::health_notice) > 0;
  return !spoken || said(step, Moment::settle) > 0 || silent(step);
}

}  // namespace stretchcore
