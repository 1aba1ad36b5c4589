// The way out, step by step.

#include <utility>

#include "session/aim/aim.hpp"
#include "session/cue_choice.hpp"
#include "session/exit/exit.hpp"
#include "session/exit/inside.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

/// Says the next step of the way out; true when all are said.
bool say_way_out(Step& step) {
  if (step.state.leaving.help_by || asked(step, QuestionKind::what_is_felt)) return false;
  if (step.state.leaving.asks_felt) {
    if (speaking(step.state.talk.voice, step.state.now)) return false;
    step.state.talk.voice.saying.then_wait =
        Time{0};  // the first step led out of the stretch; the other steps wait for the answer
    ask_what_is_felt(step);
    return false;
  }
  if (!silent(step)) return false;
  const int cue = next_out(step, true);
  if (cue < 0) return true;
  say_cue(step, cue, {});
  return false;
}

/// The frame leaves the person in position, and all went as planned. Who rests, waits or does not answer is led out.
bool stays(StepView step, EndReason reason, const Whereabouts& at) {
  const bool planned = reason == EndReason::enough || reason == EndReason::felt_freer ||
                       reason == EndReason::offer_accepted || reason == EndReason::cap;
  return step.state.frame.exit == Ending::stay && planned && at.in_stretch &&
         step.state.course.phase != Phase::paused && !step.state.talk.nobody;
}

}  // namespace

void come_out(Step& step, EndReason reason) {
  const Whereabouts at = whereabouts(step);
  if (stays(step, reason, at)) {
    step.state.leaving = {.body = at.body, .steps = true};
    step.state.talk.question.reset();
    hush(step.state.talk.voice);
    return close(step, reason);
  }
  const bool begun = at.body != BodyPosition::up && at.body != BodyPosition::going_down;
  step.state.leaving = {.body = at.body, .steps = begun};
  drop_target(step);
  step.state.talk.question.reset();
  step.state.talk.said[slot_of(Moment::posture)] = 0;
  hush(step.state.talk.voice);
  if (at.body == BodyPosition::up) return close(step, reason);
  step.state.end_reason = reason;
  step.state.intermission.cause.reset();
  enter(step, Phase::coming_out, Stage::leaving);
}

void close(Step& step, EndReason reason) {
  drop_target(step);
  step.state.end_reason = reason;
  step.state.ended = step.state.now;
  step.state.way_out_spoken = true;
  if (step.state.course.phase != Phase::stopped) enter(step, Phase::finished, Stage::done);
  step.emit(SessionEnded{{}, reason});
}

bool leave(Step& step) {
  if (step.state.way_out_spoken || !say_way_out(step) || !silent(step)) return false;
  step.state.way_out_spoken = true;
  close(step, *step.state.end_reason);
  return true;
}

int next_out(Step& step, bool farewell) {
  const Leaving& leaving = step.state.leaving;
  const auto left = [&](Moment moment) {
    return said(step, moment) < count_of(step, moment) ? pick(step, moment, {}) : -1;
  };
  if (step.state.alarm.raised()) return -1;
  if (step.state.course.phase == Phase::coming_out) {
    const bool lowered = leaving.body == BodyPosition::going_down && said(step, Moment::posture) == 0;
    const int cue = leaving.steps ? left(Moment::come_out)
                    : lowered     ? step.plan.posture_cue(Concern::ordinary, leaving.body)
                                  : -1;
    const bool parts =
        farewell && step.state.end_reason != EndReason::needs_clearance && said(step, Moment::farewell) == 0;
    return cue < 0 && parts ? pick(step, Moment::farewell, {}) : cue;
  }
  const bool stays = stays_down(step);
  const int cue = leaving.steps && (!stays || said(step, Moment::stop) == 0) ? left(Moment::stop) : -1;
  if (cue >= 0) return cue;
  if (step.state.talk.advice >= 0) return std::exchange(step.state.talk.advice, -1);
  return leaving.steps && stays ? left(Moment::stay) : -1;
}

bool stays_down(StepView step) {
  if (step.state.course.phase != Phase::stopped || step.state.talk.gravest < 0) return false;
  return step.plan.symptoms[static_cast<std::size_t>(step.state.talk.gravest)].way_out == WayOut::stay;
}

}  // namespace stretchcore
