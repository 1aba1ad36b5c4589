// STOP, and the first words after it.

#include <initializer_list>

#include "session/aim/aim.hpp"
#include "session/cue_choice.hpp"
#include "session/exit/exit.hpp"
#include "session/exit/inside.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

constexpr Time longest_tick{2'000'000'000};  // beyond it there was no call for a while

}  // namespace

void press_stop(Step& step) {
  if ((step.state.alarm.raised() && !attended(step)) || step.state.leaving.help_by) return;
  const bool asks = !step.plan.options.recorded;
  if (attended(step)) {
    step.state.leaving.asks_felt = asks;
    step.state.way_out_spoken = false;
    step.state.ended.reset();
    return;
  }
  const bool stopped = step.state.course.phase == Phase::stopped;
  const bool over = step.state.way_out_spoken && step.state.end_reason;
  if (stopped && !over) {
    if (step.state.end_reason == EndReason::stopped_by_rule && step.state.leaving.felt_question == 0)
      step.state.leaving.asks_felt = asks;
    return;
  }
  stop(step, over ? *step.state.end_reason : EndReason::stopped_by_person);
  step.state.leaving.asks_felt = asks;
}

void stop(Step& step, EndReason reason) {
  halt(step, reason);
  lead_out(step);
}

void halt(Step& step, EndReason reason) {
  const Whereabouts at = whereabouts(step);
  step.state.leaving = {.body = at.body, .steps = at.in_stretch};
  drop_target(step);
  step.state.talk.question.reset();
  step.state.intermission.cause.reset();
  step.state.end_reason = reason;
  step.state.ended.reset();
  step.state.way_out_spoken = false;
  for (const Moment words : {Moment::stop, Moment::stay, Moment::posture}) {
    step.state.talk.said[slot_of(words)] = 0;
  }
  if (step.state.course.phase != Phase::stopped) enter(step, Phase::stopped, Stage::leaving);
}

void lead_out(Step& step) {
  const int gravest = step.state.talk.gravest;
  const Concern concern =
      gravest < 0 ? Concern::ordinary : step.plan.symptoms[static_cast<std::size_t>(gravest)].concern;
  Leaving& leaving = step.state.leaving;
  if (concern == Concern::faint && leaving.body == BodyPosition::standing) leaving.steps = false;
  if (leaving.steps) return say_now(step, Moment::stop);
  say_cue_now(step, step.plan.posture_cue(concern, leaving.body), true);
}

void catch_up(Step& step) {
  const Time ahead = step.state.now - step.before;
  VoiceState& voice = step.state.talk.voice;
  const bool just_begun = step.state.course.phase == Phase::stopped && voice.since == step.before;
  if (ahead <= longest_tick || !just_begun || step.state.alarm.raised()) return;
  voice.since += ahead;
  voice.until += ahead;
  for (WaitingCue& cue : voice.waiting) cue.expires += ahead;
  if (step.state.leaving.help_by) *step.state.leaving.help_by += ahead;
  if (step.state.talk.question) step.state.talk.question->answer_by += ahead;
}

}  // namespace stretchcore
