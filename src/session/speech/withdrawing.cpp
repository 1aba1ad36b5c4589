// Words that have no sense any more.

#include <initializer_list>

#include "session/cue_choice.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

void correct_anew(Step& step) {
  for (CueTrack& track : step.state.talk.tracks.written()) track.in_block = 0;
  step.state.aim.owes_confirmation = false;
}

void take_back_question(Step& step) {
  if (asked(step, QuestionKind::health)) {
    --step.state.health.next;
    --step.state.health.asked;
  }
  if (asked(step, QuestionKind::pain)) step.state.course.pain_asked = false;
  step.state.talk.question.reset();
}

void take_back_rule(Step& step, int cue) {
  for (std::size_t i = 0; i < step.plan.rules.size(); ++i) {
    if (step.plan.rules[i].cue != cue || step.state.rules[i].announced != RuleVerdict::violated) continue;
    for (WaitingCue& waiting : step.state.talk.voice.waiting) {
      if (waiting.cue == cue) waiting.side = step.plan.rules[i].condition.side;
    }
    return;
  }
  withdraw(step.state.talk.voice, cue);
}

void take_back_remarks(Step& step) {
  for (const Moment moment : {Moment::over_target, Moment::wrong_side, Moment::last_ones, Moment::count_aloud,
                              Moment::confirm, Moment::breath, Moment::tempo}) {
    for (const int cue : step.plan.by_moment[slot_of(moment)]) withdraw(step.state.talk.voice, cue);
  }
  const auto unsaid = [&](const PlannedRule& rule) {
    return rule.response < Response::pause && waiting(step.state.talk.voice, rule.cue);
  };
  for (std::size_t i = 0; i < step.plan.rules.size(); ++i) {
    if (unsaid(step.plan.rules[i])) step.state.rules[i].answered = false;
  }
  for (const PlannedRule& rule : step.plan.rules) {
    if (unsaid(rule)) withdraw(step.state.talk.voice, rule.cue);
  }
}

}  // namespace stretchcore
